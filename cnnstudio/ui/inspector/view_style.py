"""How a map is shown: which sign, against which scale, in which colours and in which way over the image."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnstudio.explain.color_maps import COLOR_MAPS, DIVERGING

Sign = Literal["positive", "negative", "both"]
Scale = Literal["own", "shared", "fixed"]
Overlay = Literal["colours", "light", "contours"]

_CONTEXT = "view_style"


@dataclass(frozen=True, slots=True)
class ViewStyle:
    """Choices of the view; none of them asks the network anything.

    Attributes
    ----------
    sign : evidence for the class, against it, or both in a diverging scale
    scale : up to the map's own peak, up to the largest peak of all maps on show, or up to ``fixed_limit``
    fixed_limit : in units of the raw map, over 0
    color_map : a name of `COLOR_MAP_INFOS` for one sign; both signs have their own scale
    overlay : colours laid over the image, the image lit where the evidence is, or lines of equal evidence
    opacity : 0 to 1
    shows_cells : the layer's own cells instead of a smooth map
    shows_field : outline what the cell under the pointer can see at most
    is_wiped : the map right of a divider only
    vision : a name of `VISIONS`, to see what others see
    """

    sign: Sign = "positive"
    scale: Scale = "own"
    fixed_limit: float = 1.0
    color_map: str = COLOR_MAPS[0]
    overlay: Overlay = "colours"
    opacity: float = 0.5
    shows_cells: bool = False
    shows_field: bool = False
    is_wiped: bool = False
    vision: str = "usual"

    @property
    def color_name(self) -> str:
        """The colour map in use: both signs need one that tells them apart, and light has no colours."""
        return DIVERGING if self.sign == "both" else "grey" if self.overlay == "light" else self.color_map


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a choice, with the words for it, which are translated in ``context``, and a mark behind them."""

    value: str
    title: str
    help: str = ""
    context: str = _CONTEXT
    mark: str = ""

    def __str__(self) -> str:
        return QCoreApplication.translate(self.context, self.title) + self.mark


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("view_style", text))


SIGNS: tuple[Choice, ...] = (
    Choice("positive", _text("For"), _text("What speaks for the class")),
    Choice("negative", _text("Against"), _text("What speaks against the class")),
    Choice("both", _text("Both"), _text("Red speaks for the class, blue against it")))
SCALES: tuple[Choice, ...] = (
    Choice("own", _text("Own peak"), _text("The strongest place of this map has the last colour")),
    Choice("shared", _text("Shared peak"), _text("The strongest place of all maps looked at has the last colour")),
    Choice("fixed", _text("Fixed"), _text("The number you give has the last colour, for every image")))
OVERLAYS: tuple[Choice, ...] = (
    Choice("colours", _text("Colours"), _text("The map's colours over the image")),
    Choice("light", _text("Light"), _text("The image is lit where the evidence is, and dark elsewhere")),
    Choice("contours", _text("Lines"), _text("Lines at a quarter, half and three quarters of the scale")))
