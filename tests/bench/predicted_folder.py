"""Prints how fast a folder is predicted, beside a bare loop: ``python -m tests.bench.predicted_folder``.

The bare loop does what cannot be left out, batch after batch in one thread: decode, resize, normalise, the network.
The job keeps every answer on the disk besides and writes the table. Both in one program, in turns, the best of three.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import torch

from cnnstudio.data.loading import load
from cnnstudio.data.normalization import normalize
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.predict_job import CHUNK_IMAGES, PredictJob, PredictWish
from tests.helpers.predictions import make_pictures
from tests.helpers.runs import make_run

SIDE_PX = 128


def bare_loop(run: RunFolder, files: list[Path]) -> float:
    """Return the seconds a loop takes that only predicts."""
    module, record = run.load_module(), run.record
    start_s = time.perf_counter()
    with torch.no_grad():
        for begin in range(0, len(files), CHUNK_IMAGES):
            pixels = np.stack([load(file, record.preprocess).input_pixels
                               for file in files[begin:begin + CHUNK_IMAGES]])
            module(normalize(pixels, np.array(record.mean), np.array(record.std))).softmax(dim=1).tolist()
    return time.perf_counter() - start_s


def job(run: Path, folder: Path, out: Path) -> float:
    """Return the seconds of the whole job, from listing to the table."""
    start_s = time.perf_counter()
    for _ in PredictJob(PredictWish(run, folder, out)).run(lambda: False):
        pass
    return time.perf_counter() - start_s


def main(count: int) -> None:
    """Print the images a second of both, and how many times as fast the job is."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        run = make_run(home / "run").path
        folder = make_pictures(home / "pictures", count, side=SIDE_PX)
        files, loaded = sorted(folder.iterdir()), RunFolder.load(run)
        times = [(bare_loop(loaded, files), job(run, folder, home / f"out{turn}")) for turn in range(3)]
    bare, whole = (count / min(column) for column in zip(*times, strict=True))
    print(json.dumps({"bare_images_per_s": round(bare), "job_images_per_s": round(whole),
                      "ratio": round(whole / bare, 2)}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
