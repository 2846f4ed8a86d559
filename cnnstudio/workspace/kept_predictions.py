"""Which predictions a run keeps: its best weights' answers for exactly the images it was validated on."""

from typing import TYPE_CHECKING

import numpy as np

from cnnstudio.errors import RunError
from cnnstudio.runs.predictions import RunPredictions

if TYPE_CHECKING:
    from cnnstudio.data.folder.image_folder import ImageFolder
    from cnnstudio.runs.images import RunImages
    from cnnstudio.runs.store import RunFolder
    from cnnstudio.training.predict import Predictions


def of_training(predictions: "Predictions", epoch: int) -> RunPredictions:
    """Return what a training keeps of the answers of its best weights, those of ``epoch``."""
    return RunPredictions(predictions.labels, predictions.probabilities, predictions.indices, epoch)


def sound_predictions(run: "RunFolder") -> RunPredictions | None:
    """Return the answers a run keeps; None when it keeps none, or none that can be read."""
    try:
        return run.load_predictions()
    except RunError:
        return None


def keep_if_missing(run: "RunFolder", folder: "ImageFolder", predictions: "Predictions") -> bool:
    """Keep answers for a run that has none of its best epoch, or damaged ones; return whether that was done.

    They are kept only when they are for the images the run was validated on, all of them with the same pixels and
    labels, so that what is kept never depends on when it was worked out.

    Parameters
    ----------
    folder : what the predictions' indices count in

    Raises
    ------
    StorageError, RunError
        When they cannot be written, or the run has been removed or damaged.
    """
    images = run.load_images()
    kept = sound_predictions(run)
    if images is None or (kept is not None and kept.epoch == run.record.best_epoch):
        return False
    rows = _rows(images, folder, predictions, run.record.class_names)
    if rows is None:
        return False
    found = RunPredictions(predictions.labels, predictions.probabilities, rows, run.record.best_epoch)
    run.save_predictions(found)
    return found.is_kept


def _rows(images: "RunImages", folder: "ImageFolder", predictions: "Predictions",
          class_names: tuple[str, ...]) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]] | None":
    """Return the run's row of each predicted image; None when they are not the run's validation images."""
    files = [folder.files[index] for index in predictions.indices.tolist()]
    rows = [images.row_of.get(file.relative, -1) for file in files]
    labels = [class_names[label] for label in predictions.labels.tolist()]
    wanted = {row for row, split in enumerate(images.split) if split == "validation"}
    if set(rows) != wanted or len(rows) != len(wanted):
        return None
    is_same = all(images.is_same_picture(row, file.digest, file.size) and images.class_name[row] == label
                  for row, file, label in zip(rows, files, labels, strict=True))
    return np.array(rows, dtype=np.int64) if is_same else None
