"""Measures decoding in our threads against one thread of plain Pillow times the cores, and photos for small inputs.

Processor time is printed too: it hardly depends on what else the machine does, while times by the clock mean nothing on
busy cores.
"""

import os
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.loading import load
from cnnstudio.data.thread_pool import in_order

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

REPEATS = 5
CASES = {
    "32-px PNG": ("png", 32, 32, 1000), "160-px JPEG": ("jpg", 160, 160, 400), "12-MP JPEG": ("jpg", 3024, 4032, 4)}
"""Kind, height, width, how many."""


def picture(height: int, width: int, number: int) -> Image.Image:
    """Return waves and noise that compress about as a photo does."""
    random = np.random.default_rng(number)
    rows, columns = np.mgrid[0:height, 0:width] / 160
    waves = np.sin(9 * rows + number) + np.cos(7 * columns * (1 + rows / 30))
    noise = random.normal(0, 6, (height, width, 1)) + random.normal(0, 2, (height, width, 3))
    return Image.fromarray(np.clip(128 + 50 * waves[..., None] + noise, 0, 255).astype(np.uint8))


def written(folder: Path, kind: str, height: int, width: int, count: int) -> list[Path]:
    paths = [folder / f"{number:05}.{kind}" for number in range(count)]
    different = min(count, 50)
    for number, path in enumerate(paths):
        if number < different:
            picture(height, width, number).save(path, **({"quality": 85} if kind == "jpg" else {}))
        else:
            path.write_bytes(paths[number % different].read_bytes())
    return paths


def with_pillow(paths: Sequence[Path]) -> None:
    for path in paths:
        with Image.open(path) as image:
            np.asarray(image.convert("RGB"))


def in_threads(function: Callable[[Path], object]) -> Callable[[Sequence[Path]], None]:
    def run(paths: Sequence[Path]) -> None:
        for _ in in_order(function, paths):
            pass

    return run


Work = Callable[[Sequence[Path]], object]


def medians_s(
    paths: Sequence[Path], works: dict[str, Work], clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Run each in turn, several times, and return the medians."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(REPEATS):
        for name, work in works.items():
            start = clock()
            work(paths)
            taken[name].append(clock() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


@pytest.mark.parametrize("name", list(CASES))
def test_our_threads_decode_nearly_as_fast_as_that_many_times_one_thread_of_pillow(name, tmp_path):
    kind, height, width, count = CASES[name]
    paths = written(tmp_path, kind, height, width, count)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    preprocess = PreprocessConfig(height=64, width=64)
    works: dict[str, Work] = {"Pillow": with_pillow, "ours": in_threads(decode),
                              "input": in_threads(lambda path: load(path, preprocess).input_pixels)}
    work_s = {name: seconds / count for name, seconds in medians_s(paths, works, time.process_time).items()}
    print(f"\n{name}: processor time an image: Pillow {work_s['Pillow'] * 1e6:,.0f} µs, "
          f"ours {work_s['ours'] * 1e6:,.0f}, input of 64 px {work_s['input'] * 1e6:,.0f}")
    taken = medians_s(paths, works)
    ratio = taken["Pillow"] / cores / taken["ours"]
    print(f"\n{name}: one Pillow thread {count / taken['Pillow']:,.0f} images/s, ours {count / taken['ours']:,.0f} "
          f"({ratio:.2f} of {cores} times that), inputs of 64 px {count / taken['input']:,.0f}")
    assert ratio >= 0.9


def test_a_photo_for_a_small_input_is_loaded_in_a_fraction_of_the_time(tmp_path):
    paths = written(tmp_path, *CASES["12-MP JPEG"])
    for size in (64, 128, 224, 512):
        preprocess = PreprocessConfig(height=size, width=size)
        taken = medians_s(paths, {
            "whole": lambda some: [decode(path) for path in some],
            "input": lambda some, preprocess=preprocess: [load(path, preprocess) for path in some]})
        each = {name: seconds / len(paths) * 1000 for name, seconds in taken.items()}
        print(f"\n12-MP JPEG for {size} px: {each['input']:.0f} ms, whole {each['whole']:.0f} ms")
        if size <= 224:
            assert each["input"] < each["whole"] / 2
