"""How fast a folder of many small images is listed, shown, stopped, checked and opened again.

The whole size, 100,000 images: ``python -m tests.bench.test_scan_speed 100000``.
"""

import os
import sys
import tempfile
import threading
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

from cnnstudio.data.folder.image_folder import ImageFolder, list_images
from cnnstudio.errors import JobCancelledError
from cnnstudio.workspace.scan_job import FirstImages, FolderListed, ScanFinished, ScanJob
from tests.helpers.images import encoded

CLASSES = 10
STOPS = 8


@dataclass(frozen=True)
class Timing:
    """Seconds from the start of a job to each of its events."""

    first: float
    listed: float
    finished: float


def make_tree(root: Path, count: int) -> Path:
    """Write ``count`` small images in ten classes; the pixels of all differ."""
    for number in range(count):
        path = root / f"class_{number % CLASSES}" / f"img_{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        color = (number & 255, number >> 8 & 255, number >> 16 & 255)
        path.write_bytes(encoded(Image.new("RGB", (8, 8), color), "PNG"))
    return root


def time_job(root: Path) -> Timing:
    """Run a scan to its end."""
    start = time.perf_counter()
    first = listed = 0.0
    for event in ScanJob(root).run(lambda: False):
        now = time.perf_counter() - start
        first = now if isinstance(event, FirstImages) else first
        listed = now if isinstance(event, FolderListed) else listed
        if isinstance(event, ScanFinished):
            return Timing(first or listed, listed, now)
    raise AssertionError("the scan did not finish")


def time_stop(run: Callable[[Callable[[], bool]], object], after_s: float) -> float | None:
    """Ask for a stop ``after_s`` seconds after the start and return how long it took; None: it had ended before."""
    stop = threading.Event()
    asked: list[float] = []

    def ask() -> None:
        asked.append(time.perf_counter())
        stop.set()

    timer = threading.Timer(after_s, ask)
    timer.start()
    try:
        run(stop.is_set)
    except JobCancelledError:
        return time.perf_counter() - asked[0]
    finally:
        timer.cancel()
        timer.join()
    return None


def longest_stop(root: Path, whole: Timing) -> float:
    """Stop scans at moments spread over listing and checking, and return the longest wait in seconds."""
    moments = [whole.listed * (number + 0.5) / STOPS for number in range(STOPS)]
    moments += [whole.listed + (whole.finished - whole.listed) * (number + 0.5) / STOPS for number in range(STOPS)]
    waits = [time_stop(lambda stop: list(ScanJob(root).run(stop)), moment) for moment in moments]
    return max((wait for wait in waits if wait is not None), default=0.0)


def memory_of(root: Path) -> tuple[ImageFolder, float]:
    """Return a checked folder and the megabytes it takes."""
    finished = list(ScanJob(root).run(lambda: False))[-1]
    assert isinstance(finished, ScanFinished)
    del finished
    tracemalloc.start()
    finished = list(ScanJob(root).run(lambda: False))[-1]
    assert isinstance(finished, ScanFinished)
    folder = finished.folder
    del finished
    size = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    return folder, size


def measure(count: int) -> dict[str, float]:
    """Return all figures for a tree of ``count`` images."""
    with tempfile.TemporaryDirectory() as temporary:
        os.environ["CNNSTUDIO_HOME"] = temporary
        root = make_tree(Path(temporary) / "pictures", count)
        start = time.perf_counter()
        list_images(root)
        listing = time.perf_counter() - start
        stop = longest_stop(root, Timing(0, listing, 6 * listing))
        cold = time_job(root)
        again = time_job(root)
        stop = max(stop, longest_stop(root, again))
        folder, megabytes = memory_of(root)
        assert folder.used == count
    return {"list_s": listing, "first_images_s": cold.first, "listed_event_s": cold.listed, "checked_s": cold.finished,
            "opened_again_s": again.finished, "longest_stop_s": stop, "folder_mb": megabytes}


@pytest.mark.bench
def test_a_large_folder_is_listed_and_opened_again_quickly():
    figures = measure(20_000)
    print(figures)
    assert figures["list_s"] < 1.0
    assert figures["first_images_s"] < 1.0
    assert figures["longest_stop_s"] < 0.2


if __name__ == "__main__":
    for name, value in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000).items():
        print(f"{name:16} {value:8.2f}")
