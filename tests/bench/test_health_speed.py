"""Measures how long copies are looked for and findings are made, for many images."""

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.folder.image_folder import ImageFile
from cnnstudio.data.folder.measures import ImageMeasures, measure
from cnnstudio.data.folder.near_duplicates import near_duplicate_groups
from cnnstudio.data.health.checks import findings
from tests.stories.planted_copies import report, texture
from tests.unit.data.health.test_checks import large_folder

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

COUNT = 100_000


def test_outlines_of_many_images_are_compared(capsys):
    """All different, as most pictures are: what remains is the search itself."""
    vectors = np.random.default_rng(0).integers(-127, 128, (COUNT, 64)).astype(np.int8)
    files = [ImageFile(Path(f"{row}.jpg"), f"{row}.jpg", 0, None, f"{row}",
                       measures=ImageMeasures(0.5, 0.2, 900, False, vector.tobytes()))
             for row, vector in enumerate(vectors)]
    start, cpu = time.perf_counter(), time.process_time()
    assert near_duplicate_groups(files) == {}
    with capsys.disabled():
        print(f"\n{COUNT:,} outlines compared: {time.perf_counter() - start:.1f} s, "
              f"{time.process_time() - cpu:.1f} s of processor time")


def test_frames_of_one_film_are_joined(tmp_path, capsys):
    """The worst case: thousands of pictures that are all alike."""
    picture = np.asarray(texture(1, 64))
    for number in range(64):
        Image.fromarray(picture[:, : 64 - number // 32]).save(tmp_path / f"{number}.png")
    outline = measure(picture)
    files = [ImageFile(tmp_path / f"{row % 64}.png", f"{row}", 0, None, f"{row}", measures=outline)
             for row in range(6_000)]
    start = time.perf_counter()
    groups = near_duplicate_groups(files)
    with capsys.disabled():
        print(f"\n6,000 frames of one film: {time.perf_counter() - start:.1f} s, {len(groups):,} in groups")


def test_findings_of_many_images(capsys):
    folder = large_folder(COUNT)
    start, cpu = time.perf_counter(), time.process_time()
    found = findings(folder)
    with capsys.disabled():
        print(f"\n{len(found)} findings in {COUNT:,} images: {time.perf_counter() - start:.2f} s, "
              f"{time.process_time() - cpu:.2f} s of processor time")


@pytest.mark.parametrize(("kind", "count"), [("photos", 5000), ("textures", 5000), ("digits", 2100)])
def test_planted_copies(kind, count, capsys):
    figures = report(kind, count)
    with capsys.disabled():
        print(f"\n{kind}: {figures}")
    assert figures["exact"] == 1
    assert figures["altered"] >= 0.95
    assert figures["false"] < 0.01
    assert figures["scan_s"] < 60
