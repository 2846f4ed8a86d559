"""What is on show when an export is asked for, as values that jobs can be made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.explain.map_paint import MapLook
from cnnstudio.explain.target import Target
from cnnstudio.workspace.listed_images import ListedImage

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.predictions import Prediction
    from cnnstudio.ui.inspector.view_style import ViewStyle
    from cnnstudio.workspace.explain_wish import ExplainWish
    from cnnstudio.workspace.look_answer import LookReady
    from cnnstudio.workspace.look_job import LookQuestion


@dataclass(frozen=True, slots=True, eq=False)
class ExportSubject:
    """One heatmap on show, and the list beside it.

    Attributes
    ----------
    look : image and map
    asked : the target as it was chosen; it may stand for another class in each image
    style : how the map is shown
    limit : where its scale ends, in units of the raw map
    rows : the images of the list, from top to bottom
    folder : what is never written into; names of images count from here
    run_name : for the name of a new folder
    pasted : what an image without a file is called
    epoch : whose weights made the map; None for the best ones
    is_smoothed : whether the page shows a mean over several pictures; what leaves the page is of the single one
    """

    look: "LookReady"
    asked: Target
    style: "ViewStyle"
    limit: float
    rows: "Sequence[Prediction]"
    folder: Path | None
    run_name: str
    pasted: str
    epoch: int | None = None
    is_smoothed: bool = False

    @property
    def image_name(self) -> str:
        """What the image is called."""
        image = self.look.image.image
        return image.name if isinstance(image, Path) else self.pasted

    def painting(self, *, fixed: bool) -> MapLook:
        """Return how pictures are painted: as the page does.

        Parameters
        ----------
        fixed : end the scale of every map where it ends now, rather than at the map's own peak
        """
        style = self.style
        is_light = style.overlay == "light" and style.sign != "both"
        return MapLook(style.opacity, "grey" if is_light else style.color_map, style.sign,
                       self.limit if fixed else None, style.overlay, style.shows_cells)

    @property
    def is_scale_own(self) -> bool:
        """Whether the scale on show ends at the map's own peak."""
        return self.style.scale == "own"

    def question(self) -> "LookQuestion":
        """Return what was asked for the map on show."""
        from cnnstudio.workspace.look_job import LookQuestion

        key, image = self.look.map.key, self.look.image
        return LookQuestion(image.run_path, image.image, key.target, key.layer or "auto", key.method)

    def this_image(self) -> ListedImage:
        """Return the image on show."""
        image = self.look.image.image
        if isinstance(image, Path):
            return ListedImage(image, image.name)
        return ListedImage(Path(self.pasted), self.pasted, pixels=image)

    def this_wish(self) -> "ExplainWish":
        """Return what makes exactly the map on show."""
        return self._wish(self.look.map.key.target)

    def wish_for_all(self, *, predicted: bool) -> "ExplainWish":
        """Return the same question for every image: of the class it is taken for, or of the class on show."""
        asked = self.look.map.key.target
        return self._wish(Target(asked.kind, None, None if predicted else asked.against) if predicted else asked)

    def _wish(self, target: Target) -> "ExplainWish":
        from cnnstudio.workspace.explain_wish import ExplainWish

        key = self.look.map.key
        against = target.against if target.kind == "contrast" else None
        return ExplainWish(classes=(target.index,), against=against, kind=target.kind, layers=(key.layer or "auto",),
                           methods=(key.method,))


def listed(rows: "Sequence[Prediction]", class_names: Sequence[str], folder: Path | None) -> tuple[ListedImage, ...]:
    """Return the rows of the list as images to explain; for a worker thread, since there may be many."""
    def name(path: Path) -> str:
        return path.relative_to(folder).as_posix() if folder is not None and path.is_relative_to(folder) else path.name

    return tuple(ListedImage(row.path, name(row.path), class_names[row.true_class]) for row in rows)
