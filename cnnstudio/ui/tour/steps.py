"""The steps of the tour: what is said, where the button leads, and by what the user has done it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "tour"
STAMPED, MENDED = "shortcut", "shortcut-mended"
"""Names of the two samples."""
MARKED_CLASS = "animal"
IMAGES_TO_LOOK_AT = 2
LAYERS_TO_LOOK_AT = 2


@dataclass(frozen=True, slots=True)
class Situation:
    """What the user has in front of them and has done.

    Attributes
    ----------
    page : the page that is shown
    sample : `STAMPED`, `MENDED`, or empty for any other folder
    seen : page -> images looked at on it since the step began
    accuracies : `STAMPED` or `MENDED` -> share of right answers on the validation images, of the newest training
    is_audited : the run that is open keeps an audit
    has_read : the user said so
    layers : ids of the layers clicked on the page Network since the step began
    """

    page: str = ""
    sample: str = ""
    seen: Mapping[str, frozenset[Path]] = field(default_factory=dict)
    accuracies: Mapping[str, float] = field(default_factory=dict)
    is_audited: bool = False
    has_read: bool = False
    layers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step.

    Attributes
    ----------
    name : stable
    title, text, action : marked for translation; ``text`` may hold ``{stamped}`` and ``{mended}``, the accuracies, and
        ``action`` is what the button says
    is_done : whether the user has done it
    page : where the button leads; empty when it does something else
    target : object name of what is framed on that page
    """

    name: str
    title: str
    text: str
    action: str
    is_done: Callable[[Situation], bool]
    page: str = ""
    target: str = ""


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("tour", text))


def _saw_enough(page: str, class_name: str = "") -> Callable[[Situation], bool]:
    """Return whether enough images were looked at on a page, of one class where it is named."""
    return lambda now: sum(class_name in ("", image.parent.name) for image in now.seen.get(page, ())) \
        >= IMAGES_TO_LOOK_AT


STEPS: tuple[TourStep, ...] = (
    TourStep("data", _text("Look at the photographs"),
             _text("A network is to tell animals, buildings and tools apart. Open Data and click at least two "
                   "photographs: do you see what the animals have in common, apart from being animals?"),
             _text("Go to Data"), _saw_enough("data"), "data", "image_grid"),
    TourStep("network", _text("Look at the network"),
             _text("Each box is a layer, each line carries numbers from one to the next. Go to Network and click two "
                   "boxes: at the right you read what a layer does and how many weights it learns. Shift+F1 says what "
                   "a field is."),
             _text("Go to Network"), lambda now: len(now.layers) >= LAYERS_TO_LOOK_AT, "network", "network_view"),
    TourStep("train", _text("Train a network"),
             _text("Everything is set. Go to Train, press Train and wait for the end; it takes less than a minute."),
             _text("Go to Train"), lambda now: STAMPED in now.accuracies, "train", "train_button"),
    TourStep("heatmaps", _text("See where it looks"),
             _text("It is right in {stamped} of the validation images. But why? Go to Look inside and click at least "
                   "two animals: where does the heatmap glow?"),
             _text("Go to Look inside"), _saw_enough("look", MARKED_CLASS), "look", "image_list"),
    TourStep("audit", _text("Ask for an audit"),
             _text("Two heatmaps prove nothing. In Look inside open the tab Audit and press Audit this network: it "
                   "goes through all images, and tests what it suspects by changing them."),
             _text("Go to Look inside"), lambda now: now.is_audited, "look", "look_tabs"),
    TourStep("verdict", _text("Read the verdict"),
             _text("What does the audit say about the animals? See what happens when the mark is taken off them, and "
                   "beside it the control, the same done elsewhere. Then it is clear what the network has learned. On "
                   "the tab Heatmap, the button Epochs below the image shows when it began to look there."),
             _text("I have read it"), lambda now: now.has_read),
    TourStep("mend", _text("Mend the data"),
             _text("No setting of the training helps: the data are at fault. In the mended copy the same photographs "
                   "are without the date. With images of your own you would cut the mark off, paint it over, or leave "
                   "such images out."),
             _text("Open the mended copy"), lambda now: now.sample == MENDED),
    TourStep("again", _text("Train again"),
             _text("The same network, the same photographs, no date. Press Train once more."),
             _text("Go to Train"), lambda now: MENDED in now.accuracies, "train", "train_button"),
    TourStep("compare", _text("Compare"),
             _text("With the date it was right in {stamped}, without it in {mended}: the second figure is the honest "
                   "one. See both trainings side by side in Runs, and look at the heatmaps again."),
             _text("Go to Runs"), lambda now: now.page == "runs", "runs"),
    TourStep("end", _text("What you have seen"),
             _text("A high figure alone says nothing about what a network looks at. Look at heatmaps, run the audit, "
                   "and test on images from another source: an audit that finds nothing is no proof."),
             _text("End the tour"), lambda _now: False),
)


def spoken(text: str, accuracies: Mapping[str, float] | None = None) -> str:
    """Return a step's text in the user's language, with the accuracies; a dash where one is not known."""
    known = accuracies or {}
    figures = {key: f"{100 * known[name]:.0f} %" if name in known else "–"
               for key, name in (("stamped", STAMPED), ("mended", MENDED))}
    return QCoreApplication.translate(_CONTEXT, text).format(**figures)
