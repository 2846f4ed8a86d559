"""Folders to predict, and what a network answers for a file, worked out without the program's own job."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from cnnstudio.data.loading import load
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.prediction_journal import PredictedImage, PredictionJournal

CLASSES = ("cat", "dog", "owl")
"""Of predictions that are made up."""


def make_pictures(folder: Path, count: int, *, seed: int = 0, side: int = 24) -> Path:
    """Write ``count`` pictures of noise as PNG and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    for number in range(count):
        low, high = sorted(rng.integers(0, 256, 2))
        pixels = rng.integers(low, high + 1, (side, side, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"img{number:05}.png", compress_level=1)
    return folder


def expected(run: RunFolder, path: Path, temperature: float = 1.0) -> np.ndarray:
    """Return the (K,) probabilities of one file, one image at a time in torch, from the definition."""
    record = run.record
    pixels = load(path, record.preprocess).input_pixels.astype(np.float64) / 255
    values = (pixels - np.array(record.mean)) / np.array(record.std)
    image = torch.from_numpy(values.transpose(2, 0, 1)[None].astype(np.float32))
    with torch.no_grad():
        logits = run.load_module()(image)[0].double().numpy() / temperature
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()


def predicted(out: Path, folder: Path, probabilities: Sequence[Sequence[float]],
              names: Sequence[str] = CLASSES) -> Path:
    """Write the journal of a prediction whose answers are made up, for images that are there."""
    origin = {"folder": str(folder.resolve()), "classes": list(names), "weights": "w"}
    with PredictionJournal(out / "answers.jsonl", origin) as journal:
        for path, values in zip(sorted(folder.rglob("*.png")), probabilities, strict=True):
            status = path.stat()
            journal.add([PredictedImage(path.relative_to(folder).as_posix(), status.st_size, status.st_mtime_ns,
                                        tuple(map(float, values)), "" if len(values) else "broken")])
    return out
