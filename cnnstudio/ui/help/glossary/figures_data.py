"""The pictures of entries about data, figures and heatmaps."""

from collections.abc import Callable, Mapping

import numpy as np

from cnnstudio.ui.help.glossary.figure import Array, Bars, Cells, Figure, Grid, Line, Mark, Picture, Plot, Sign, photo
from cnnstudio.ui.help.glossary.term import marked

MATRIX: Array = np.array([[8.0, 2.0, 0.0], [1.0, 6.0, 3.0], [1.0, 0.0, 9.0]])
"""Rows are what 30 images are, columns what was said."""
MAPS: Array = np.array([
    [[0.0, 1.0, 2.0, 0.0], [0.0, 3.0, 4.0, 1.0], [0.0, 1.0, 2.0, 0.0], [0.0, 0.0, 0.0, 0.0]],
    [[2.0, 0.0, 0.0, 0.0], [1.0, 0.0, 0.0, 0.0], [2.0, 0.0, 0.0, 1.0], [3.0, 2.0, 1.0, 2.0]]])
GRADIENTS: Array = np.array([0.5, -0.2])
"""Mean gradient of the class's logit with respect to each of the maps."""
_SETS = (marked("training"), marked("validation"), marked("test"))
_SET_TOKENS = ("train_curve", "val_curve", "good")


def precision_of(matrix: Array, index: int) -> float:
    """Return the share of those called a class that are."""
    return float(matrix[index, index] / matrix[:, index].sum())


def recall_of(matrix: Array, index: int) -> float:
    """Return the share of a class's images that was found."""
    return float(matrix[index, index] / matrix[index].sum())


def f1_of(matrix: Array, index: int) -> float:
    """Return the harmonic mean of precision and recall."""
    one, other = precision_of(matrix, index), recall_of(matrix, index)
    return 2 * one * other / (one + other)


def accuracy_of(matrix: Array) -> float:
    """Return the share of all images that were named right."""
    return float(np.trace(matrix) / matrix.sum())


def confusion_matrix() -> Figure:
    """Show a matrix with its diagonal."""
    return (Grid(MATRIX, marked("rows: what it is; columns: what was said"),
                 marks=tuple(Mark(number, number, color="good") for number in range(3))),)


def precision() -> Figure:
    """Divide by a column's sum."""
    return (Grid(MATRIX, marked("a column: 2 + 6 + 0 were called B"),
                 marks=(Mark(0, 1, 3, 1), Mark(1, 1, color="good"))),
            Sign("→"), Grid(np.array([[precision_of(MATRIX, 1)]]), "6 / 8", "plain", 2))


def recall() -> Figure:
    """Divide by a row's sum."""
    return (Grid(MATRIX, marked("a row: 1 + 6 + 3 are B"), marks=(Mark(1, 0, 1, 3), Mark(1, 1, color="good"))),
            Sign("→"), Grid(np.array([[recall_of(MATRIX, 1)]]), "6 / 10", "plain", 2))


def f1() -> Figure:
    """Show precision, recall and their harmonic mean for each class."""
    return tuple(Bars(np.array([function(MATRIX, number) for number in range(3)]), ("A", "B", "C"), title, 2, token)
                 for function, title, token in ((precision_of, marked("precision"), "quiet"),
                                                (recall_of, marked("recall"), "quiet"), (f1_of, "F1", "accent")))


def accuracy() -> Figure:
    """Divide the diagonal by all."""
    return (Grid(MATRIX, "8 + 6 + 9 = 23", marks=tuple(Mark(number, number, color="good") for number in range(3))),
            Sign("→"), Grid(np.array([[accuracy_of(MATRIX)]]), "23 / 30", "plain", 3))


def split() -> Figure:
    """Divide 100 images: 70, 20 and 10."""
    kinds = np.repeat(np.arange(3), (70, 20, 10)).reshape(5, 20, order="F")
    return (Cells(kinds, _SET_TOKENS, "70 + 20 + 10 = 100", _SETS),)


def cross_validation() -> Figure:
    """Draw five trainings, each with another fold for validation."""
    return (Cells(np.eye(5, dtype=int), _SET_TOKENS[:2], marked("a row is a training, a column a fold"), _SETS[:2]),)


def data_leak() -> Figure:
    """Show one picture in two sets."""
    return (Picture(photo(), _SETS[0]), Sign("="), Picture(photo(), _SETS[1]))


def turned(pixels: Array, degrees: float) -> Array:
    """Return an image turned about its middle, by the nearest pixel, black outside."""
    height, width = pixels.shape[:2]
    angle = np.deg2rad(degrees)
    rows, columns = np.mgrid[:height, :width]
    y, x = rows - (height - 1) / 2, columns - (width - 1) / 2
    source_rows = np.rint(np.cos(angle) * y - np.sin(angle) * x + (height - 1) / 2).astype(int)
    source_columns = np.rint(np.sin(angle) * y + np.cos(angle) * x + (width - 1) / 2).astype(int)
    inside = (source_rows >= 0) & (source_rows < height) & (source_columns >= 0) & (source_columns < width)
    found = np.zeros_like(pixels)
    found[inside] = pixels[source_rows[inside], source_columns[inside]]
    return found


def augmentation() -> Figure:
    """Show a photograph mirrored, turned, cropped and brighter."""
    image = photo()
    return (Picture(image, marked("Image")), Picture(image[:, ::-1], marked("mirrored")),
            Picture(turned(image, 15), marked("turned")), Picture(image[10:94, 14:104], marked("cropped")),
            Picture(np.clip(image * 1.4, 0, 255).astype(np.uint8), marked("brighter")))


def pixels_of_a_row() -> Array:
    """Return six real grey values of the photograph: (1, 6), 0 to 255."""
    from cnnstudio.ui.help.glossary.figure import patch

    return patch()[2:3]


def normalisation() -> Figure:
    """Normalise six pixels by the mean and deviation of them alone."""
    values = pixels_of_a_row()
    scaled = values / 255
    return (Grid(values, marked("pixels"), "pixels"), Sign("→"), Grid(scaled, "x / 255", "plain", 2), Sign("→"),
            Grid((scaled - scaled.mean()) / scaled.std(), "(x / 255 − μ) / σ", "signed", 2))


def shortcut() -> Figure:
    """Show a photograph with a mark that gives its class away, and where a network then looks."""
    stamped = photo().copy()
    stamped[-16:-4, 6:50] = (235, 180, 40)
    hot = np.zeros(stamped.shape[:2])
    hot[-18:-2, 4:52] = 1.0
    return (Picture(stamped, marked("an image with a mark")), Sign("→"),
            Picture(overlaid(stamped, hot), marked("only the mark counts")))


def grad_cam_of(maps: Array, gradients: Array) -> Array:
    """Return ReLU of the sum of (K, h, w) ``maps``, each weighed by its mean gradient."""
    found: Array = np.maximum(0, np.tensordot(gradients, maps, axes=1))
    return found


def grad_cam() -> Figure:
    """Weigh two maps and add them up."""
    return (Grid(MAPS[0], "α₁ = 0.5"), Sign("+"), Grid(MAPS[1], "α₂ = −0.2"), Sign("→"),
            Grid(grad_cam_of(MAPS, GRADIENTS), "ReLU(Σ αₖ · Aₖ)", digits=1))


def enlarged(values: Array, height: int, width: int) -> Array:
    """Return a small map enlarged bilinearly, its border continued."""
    rows = np.clip((np.arange(height) + 0.5) * values.shape[0] / height - 0.5, 0, values.shape[0] - 1)
    columns = np.clip((np.arange(width) + 0.5) * values.shape[1] / width - 0.5, 0, values.shape[1] - 1)
    along = np.array([np.interp(columns, np.arange(values.shape[1]), row) for row in values])
    return np.array([np.interp(rows, np.arange(values.shape[0]), column) for column in along.T]).T


def overlaid(pixels: Array, heat: Array) -> Array:
    """Return an image with a map from 0 to 1 as red to yellow over it."""
    colors = np.stack([np.full(heat.shape, 255.0), 255 * heat, np.zeros(heat.shape)], axis=-1)
    share = 0.6 * heat[..., None]
    found: Array = (pixels * (1 - share) + colors * share).astype(np.uint8)
    return found


def heatmap() -> Figure:
    """Enlarge the map of *Grad-CAM* and lay it over a photograph."""
    small = grad_cam_of(MAPS, GRADIENTS)
    image = photo()
    large = enlarged(small / small.max(), *image.shape[:2])
    return (Grid(small, marked("map of a layer, 4 × 4"), digits=1), Sign("→"),
            Picture((255 * large).astype(np.uint8), marked("enlarged")), Sign("→"),
            Picture(overlaid(image, large), marked("over the image")))


CERTAINTY: Array = np.array([0.55, 0.65, 0.75, 0.85, 0.95])
RIGHT: Array = np.array([0.5, 0.55, 0.6, 0.7, 0.8])
"""Of five groups of answers: how sure they were, and the share that was right."""


def calibration() -> Figure:
    """Draw how often answers are right over how sure they are, for a network that is too sure."""
    whole = np.array([0.5, 1.0])
    return (Plot((Line(whole, whole, "quiet", marked("perfect"), dashed=True),
                  Line(CERTAINTY, RIGHT, "accent", marked("too sure")), Line(CERTAINTY, RIGHT, "accent", dots=True)),
                 marked("share of right answers"), marked("certainty"), (0.5, 1.0, 0.4, 1.0)),)


FIGURES: Mapping[str, Callable[[], Figure]] = {
    "split": split, "cross_validation": cross_validation, "augmentation": augmentation, "normalisation": normalisation,
    "data_leak": data_leak, "shortcut": shortcut, "accuracy": accuracy, "confusion_matrix": confusion_matrix,
    "precision": precision, "recall": recall, "f1": f1, "calibration": calibration, "grad_cam": grad_cam,
    "heatmap": heatmap}
