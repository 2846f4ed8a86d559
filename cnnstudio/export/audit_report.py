"""An audit as one HTML page that needs nothing else: verdict, suspicions with their evidence, a card of each class."""

import base64
from dataclasses import dataclass

from cnnstudio.export.page_template import page_template


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A picture with what it shows; ``data`` is a PNG or JPEG."""

    title: str
    data: bytes

    @property
    def uri(self) -> str:
        """The picture as a ``data:`` address."""
        kind = "png" if self.data.startswith(b"\x89PNG") else "jpeg"
        return f"data:image/{kind};base64," + base64.b64encode(self.data).decode("ascii")


@dataclass(frozen=True, slots=True)
class PageLevel:
    """One of the three levels: its style (``"bad"``, ``"warning"``, ``"good"``), sign, title and meaning."""

    style: str
    sign: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PageFigure:
    """A measured number as texts; empty where there is no control or limit."""

    text: str
    value: str
    control: str = ""
    limit: str = ""


@dataclass(frozen=True, slots=True)
class PageSuspicion:
    """One thing that was found.

    Attributes
    ----------
    subject : the class it is about, or that it concerns all
    accuracy : (images with or without it, how many are right)
    with_it, without_it : examples
    """

    level: PageLevel
    subject: str
    headline: str
    explanation: str
    advice: str
    figures: tuple[PageFigure, ...] = ()
    accuracy: tuple[tuple[str, str], ...] = ()
    pictures: tuple[PagePicture, ...] = ()
    with_it: tuple[PagePicture, ...] = ()
    without_it: tuple[PagePicture, ...] = ()


@dataclass(frozen=True, slots=True)
class PageGroup:
    """Images of a class that have something in common: a cluster of heatmaps or a direction of the features."""

    words: str
    map: PagePicture
    examples: tuple[PagePicture, ...] = ()


@dataclass(frozen=True, slots=True)
class PageClass:
    """The card of one class."""

    name: str
    level: PageLevel
    words: str
    accuracy: str
    overlay: PagePicture
    mean_image: PagePicture
    clusters: tuple[PageGroup, ...] = ()
    directions: tuple[PageGroup, ...] = ()


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Everything the page shows; all text may come from users and is escaped."""

    title: str
    folder: str
    created: str
    level: PageLevel
    verdict: str
    images: str
    notes: tuple[str, ...]
    suspicions: tuple[PageSuspicion, ...]
    classes: tuple[PageClass, ...]
    blind_spots: tuple[str, ...]
    levels: tuple[PageLevel, ...]
    seconds: str
    version: str
    colors: tuple[str, ...]
    """CSS colours of the heatmaps' scale, from no evidence to the strongest."""


def build_audit_page(page: AuditPage) -> str:
    """Return the page: HTML with its styles and pictures inside, without scripts or links.

    Raises
    ------
    StorageError
        When the program's own template cannot be read.
    """
    return page_template("audit").render(page=page)
