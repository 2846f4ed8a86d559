"""Looking at one image: the map that was asked for, then those a click is likely to want."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.errors import ImageError
from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.fall_back import FallBack
from cnnstudio.explain.target import Target
from cnnstudio.workspace.loaded_run import loaded_run
from cnnstudio.workspace.look_answer import LookReady, MapKey, MoreMaps
from cnnstudio.workspace.look_job import LookJob, LookQuestion, is_instant
from tests.helpers.runs import SmallRun


def ask(run: SmallRun, **values: object) -> LookQuestion:
    """Ask about the first image of the run's folder."""
    return LookQuestion(run.path, **{"image": run.folder.files[0].path, **values})


def test_the_map_is_the_explainers_own_at_the_size_of_the_layer(small_run: SmallRun) -> None:
    look = next(LookJob(ask(small_run, target=Target(index=1))).run(lambda: False))
    assert isinstance(look, LookReady)
    with loaded_run(small_run.path) as run:
        alone = run.explainer.explain(look.image.pixels, 1)
    assert look.map.key.target == Target(index=1)
    assert look.map.key.layer == alone.layer == look.image.auto_layer
    assert np.abs(look.map.raw - alone.heatmap.raw).max() <= 1e-5 * np.abs(alone.heatmap.raw).max()    # float32
    assert look.map.positive == pytest.approx(np.maximum(alone.heatmap.raw, 0).sum(), rel=1e-5)
    assert look.image.probabilities.sum() == pytest.approx(1, abs=1e-5)


def test_where_no_layer_says_where_its_methods_give_way_to_one_of_the_input(small_run: SmallRun) -> None:
    look = next(LookJob(ask(small_run)).run(lambda: False))
    bare = replace(look.image, auto_layer="", fall_back=FallBack("occlusion", "No layer says where."))
    target = bare.exact(Target())
    assert bare.key(Target(), "auto", "grad-cam") == MapKey(target, "", "occlusion")
    assert bare.key(Target(), "auto", "smoothgrad") == MapKey(target, "", "smoothgrad")
    assert bare.key(Target(), "conv2d_1", "grad-cam") == MapKey(target, "conv2d_1", "grad-cam"), "it was asked for"


def test_the_channels_of_a_cell_are_the_largest_parts_of_its_value(small_run: SmallRun) -> None:
    look = next(LookJob(ask(small_run)).run(lambda: False))
    with loaded_run(small_run.path) as run:
        inspection = run.explainer.inspect(look.image.pixels)
        activations = inspection.activations()[0].numpy()
        weights = inspection.gradients()[0].numpy().mean(axis=(1, 2), keepdims=True)
    parts = weights * activations
    np.testing.assert_allclose(parts.sum(axis=0), look.map.raw, atol=1e-5 * np.abs(look.map.raw).max())   # float32
    row, column = np.unravel_index(np.abs(look.map.raw).argmax(), look.map.raw.shape)
    here = parts[:, row, column]
    assert look.map.cells is not None
    assert look.map.cells.channels[row, column].tolist() == np.argsort(-np.abs(here))[:5].tolist()
    np.testing.assert_allclose(look.map.cells.parts[row, column], here[look.map.cells.channels[row, column]], rtol=1e-4)


def test_all_that_is_near_is_at_hand_afterwards(small_run: SmallRun) -> None:
    look, *rest = LookJob(ask(small_run)).run(lambda: False)
    assert all(isinstance(event, MoreMaps) for event in rest)
    known = {found.key for event in rest for found in event.maps} | {look.map.key}
    key = look.map.key
    assert {found.method for found in known if (found.target, found.layer) == (key.target, key.layer)} == {
        info.name for info in METHODS if is_instant(info.name)}
    assert {found.layer for found in known if (found.target, found.method) == (key.target, key.method)} == {
        layer.key for layer in look.image.layers}
    assert {found.target.index for found in known if found.target.kind == "logit"} == {0, 1, 2}
    first, second = np.argsort(-look.image.logits)[:2].tolist()
    assert Target("contrast", first, second) in {found.target for found in known}


def test_the_runner_up_is_the_other_class_of_a_contrast(small_run: SmallRun) -> None:
    look = next(LookJob(ask(small_run, target=Target("contrast"))).run(lambda: False))
    first, second = np.argsort(-look.image.logits)[:2].tolist()
    assert look.map.key.target == Target("contrast", first, second)
    assert "rather than" in look.map.evidence


def test_a_large_image_is_made_smaller_for_the_screen_only(small_run: SmallRun) -> None:
    pixels = np.zeros((300, 4096, 3), np.uint8)
    look = next(LookJob(ask(small_run, image=pixels)).run(lambda: False))
    assert (look.image.height, look.image.width) == (300, 4096)
    assert look.image.pixels.shape == (150, 2048, 3)
    assert (look.image.placement.source_h, look.image.placement.source_w) == (150, 2048)


def test_a_look_that_is_stopped_fetches_nothing_more(small_run: SmallRun) -> None:
    assert [type(event) for event in LookJob(ask(small_run)).run(lambda: True)] == [LookReady]


def test_a_damaged_image_is_named(small_run: SmallRun, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(ImageError, match=r"damaged\.png"):
        list(LookJob(ask(small_run, image=damaged)).run(lambda: False))
