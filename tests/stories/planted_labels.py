"""Wrong labels planted in a folder, a network trained on it, and what the review of the labels finds.

Run as a script for the figures: ``python -m tests.stories.planted_labels IMAGES SHARE [EPOCHS]``.
"""

import json
import random
import sys
import tempfile
from pathlib import Path

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.samples import unpack
from cnnstudio.data.split import split
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace.label_review_job import LabelReviewJob, LabelsReviewed
from cnnstudio.workspace.training_job import RunSaved, TrainingJob


def mislabel(digits: Path, root: Path, images: int, share: float, seed: int = 0) -> set[str]:
    """Copy ``images`` digits to ``root``, a share of them into wrong classes; return these, by place below the root."""
    chance, wrong = random.Random(seed), set()
    names = sorted(folder.name for folder in digits.iterdir() if folder.is_dir())
    files = sorted(path for name in names for path in (digits / name).iterdir())
    for path in chance.sample(files, images):
        given = path.parent.name
        if chance.random() < share:
            given = chance.choice([name for name in names if name != given])
            wrong.add(f"{given}/{path.name}")
        (root / given).mkdir(parents=True, exist_ok=True)
        (root / given / path.name).write_bytes(path.read_bytes())
    return wrong


def review(home: Path, images: int, share: float, epochs: int) -> dict[str, float]:
    """Train on a folder with wrong labels and judge the review: how many of the wrong were found, and how early."""
    root = home / "digits"
    wrong = mislabel(unpack("digits"), root, images, share)
    folder, split_config = scan(root), SplitConfig(validation_share=0.5)
    preprocess = PreprocessConfig(height=28, width=28, color="grey")
    train = TrainConfig(epochs=epochs, batch_size=32, threads=1, device="cpu", learning_rate=0.003)
    graph = preset("small", input_shape=preprocess.shape, classes=len(folder.class_names))
    job = TrainingJob(folder, split(folder, split_config), preprocess, AugmentConfig(), split_config, graph, "small",
                      train, home / "runs", home / "cache")
    saved = list(job.run(lambda: False))[-1]
    assert isinstance(saved, RunSaved)
    result = list(LabelReviewJob(saved.path, folder, cache_directory=home / "cache", threads=1).run(lambda: False))[-1]
    assert isinstance(result, LabelsReviewed)
    judged = {folder.files[index].relative for index in split(folder, split_config).validation}
    return figures([label.relative for label in result.doubtful], wrong & judged, result.reviewed)


def figures(listed: list[str], wrong: set[str], reviewed: int) -> dict[str, float]:
    """Return how many labels were wrong and listed; the shares of the wrong that are listed, and among the first N."""
    first = listed[:len(wrong)]
    return {"reviewed": reviewed, "wrong": len(wrong), "listed": len(listed),
            "found": len(wrong.intersection(listed)) / max(len(wrong), 1),
            "found_in_first": len(wrong.intersection(first)) / max(len(wrong), 1),
            "precision": len(wrong.intersection(listed)) / max(len(listed), 1)}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(review(Path(place), int(sys.argv[1]), float(sys.argv[2]), int((sys.argv[3:] or ["8"])[0]))))
