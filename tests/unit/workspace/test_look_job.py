"""Looking at one image: the explanation, copies for the screen, the layer's feature maps."""

from pathlib import Path

import numpy as np
import pytest

from cnnstudio.errors import ImageError, JobCancelledError
from cnnstudio.workspace.look_job import CHANNELS_SHOWN, LayerMapsReady, LookJob, LookReady
from tests.helpers.runs import SmallRun


def test_a_look_answers_with_the_heatmap_first_and_then_the_maps(small_run: SmallRun) -> None:
    image = small_run.folder.files[0].path
    look, maps = list(LookJob(small_run.path, image, 1, "auto").run(lambda: False))
    assert isinstance(look, LookReady)
    assert look.ready.explanation.target == 1
    assert look.pixels.shape[:2] == look.values.shape
    assert isinstance(maps, LayerMapsReady)
    assert maps.layer == look.ready.explanation.layer
    assert len(maps.maps) == min(maps.channels, CHANNELS_SHOWN)
    assert maps.maps[0].shape == look.ready.explanation.heatmap.raw.shape


def test_a_large_image_is_made_smaller_for_the_screen_only(small_run: SmallRun) -> None:
    pixels = np.zeros((300, 4096, 3), np.uint8)
    look = next(LookJob(small_run.path, pixels, None, "auto").run(lambda: False))
    assert look.ready.pixels.shape == (300, 4096, 3)
    assert look.pixels.shape == (150, 2048, 3)
    assert look.values.shape == (150, 2048)


def test_a_look_that_is_stopped_fetches_no_maps(small_run: SmallRun) -> None:
    events = LookJob(small_run.path, small_run.folder.files[0].path, None, "auto").run(lambda: True)
    assert isinstance(next(events), LookReady)
    with pytest.raises(JobCancelledError):
        next(events)


def test_a_damaged_image_is_named(small_run: SmallRun, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(ImageError, match=r"damaged\.png"):
        list(LookJob(small_run.path, damaged, None, "auto").run(lambda: False))
