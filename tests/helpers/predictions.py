"""Folders to predict, and what a network answers for a file, worked out without the program's own job."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image

from cnnstudio.data.loading import load
from cnnstudio.runs.store import RunFolder


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
