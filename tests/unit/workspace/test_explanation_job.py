"""Tests of explaining and predicting in the background."""

import numpy as np
import pytest

from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.errors import ImageError, InputError, NetworkError, RunError
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace import loaded_run
from cnnstudio.workspace.explanation_job import ExplanationJob, ExplanationReady, PredictionsJob, PredictionsReady
from tests.helpers.images import make_folder


def never() -> bool:
    return False


def explain(run, image, *arguments) -> ExplanationReady:
    ready, = ExplanationJob(run.path, image, *arguments).run(never)
    return ready


@pytest.fixture
def image(small_run):
    return small_run.folder.files[0].path


def test_the_heatmap_lies_over_the_whole_image(small_run, image):
    ready = explain(small_run, image)
    heatmap = ready.explanation.heatmap
    assert ready.image_path == image
    assert ready.pixels.shape == (24, 24, 3)
    assert heatmap.values.shape == (24, 24)
    assert 0 <= np.nanmin(heatmap.values) <= np.nanmax(heatmap.values) <= 1
    assert ready.class_names == ("cat", "dog", "owl")
    assert ready.explanation.probabilities.shape == (3,)
    assert float(ready.explanation.probabilities.sum()) == pytest.approx(1, abs=1e-5)


def test_the_predicted_class_is_explained_unless_another_is_wanted(small_run, image):
    ready = explain(small_run, image)
    assert ready.explanation.target == int(ready.explanation.probabilities.argmax())
    assert explain(small_run, image, "predicted").explanation.target == ready.explanation.target
    by_name, by_number = explain(small_run, image, "owl"), explain(small_run, image, 2)
    assert by_name.explanation.target == by_number.explanation.target == 2
    assert np.array_equal(by_name.explanation.heatmap.raw, by_number.explanation.heatmap.raw)


def test_a_layer_can_be_given_by_its_id(small_run, image):
    automatic = explain(small_run, image)
    earlier = explain(small_run, image, None, "conv2d_1")
    assert earlier.explanation.layer == "conv2d_1"
    assert earlier.explanation.heatmap.raw.shape == (16, 16)
    assert automatic.explanation.heatmap.raw.size < earlier.explanation.heatmap.raw.size


def test_pixels_give_what_their_file_gives(small_run, image):
    from_file, from_pixels = explain(small_run, image), explain(small_run, decode(image).pixels)
    assert from_pixels.image_path is None
    assert np.array_equal(from_file.explanation.heatmap.values, from_pixels.explanation.heatmap.values)


def test_an_unknown_class_gets_the_nearest_and_all_choices(small_run, image):
    with pytest.raises(InputError, match=r"'dgo'.*Did you mean 'dog'.*cat, dog, owl"):
        explain(small_run, image, "dgo")
    with pytest.raises(InputError, match="3 classes"):
        explain(small_run, image, 3)


def test_an_unknown_layer_gets_the_nearest(small_run, image):
    with pytest.raises(NetworkError, match="conv2d_"):
        explain(small_run, image, None, "conv2d_99")


def test_a_damaged_image_is_named(small_run, tmp_path):
    path = tmp_path / "broken.jpg"
    path.write_bytes(b"")
    with pytest.raises(ImageError, match=r"broken\.jpg"):
        explain(small_run, path)


def test_the_run_is_read_once_for_many_images(small_run, monkeypatch):
    loaded_run.forget_loaded_run()
    reads = []
    load = RunFolder.load_module
    monkeypatch.setattr(RunFolder, "load_module", lambda self, which="best": reads.append(which) or load(self, which))
    for file in small_run.folder.files[:3]:
        explain(small_run, file.path)
    assert reads == ["best"]
    loaded_run.forget_loaded_run()
    explain(small_run, small_run.folder.files[0].path)
    assert reads == ["best", "best"]


def test_predictions_agree_with_explanations(small_run, image):
    events = list(PredictionsJob(small_run.path, small_run.folder, cache_directory=small_run.cache,
                                 threads=1).run(never))
    ready = events[-1]
    assert isinstance(ready, PredictionsReady)
    assert ready.paths == tuple(file.path for file in small_run.folder.files)
    assert ready.labels.tolist() == [file.class_index for file in small_run.folder.files]
    assert ready.probabilities.shape == (30, 3)
    losses = -np.log(ready.probabilities[np.arange(30), ready.labels])
    assert ready.losses == pytest.approx(losses, rel=1e-3, abs=1e-5)
    one = explain(small_run, image).explanation.probabilities
    assert ready.probabilities[0] == pytest.approx(one, abs=1e-5)


def test_only_the_wanted_images_are_predicted(small_run):
    ready = list(PredictionsJob(small_run.path, small_run.folder, np.array([3, 20]), cache_directory=small_run.cache,
                                threads=1).run(never))[-1]
    assert ready.indices.tolist() == [3, 20]
    assert ready.labels.tolist() == [0, 2]


def test_predictions_need_classes_the_run_knows(small_run, tmp_path):
    folder = scan(make_folder(tmp_path, {"cat": 2, "wolf": 2}))
    with pytest.raises(RunError, match="wolf"):
        list(PredictionsJob(small_run.path, folder, cache_directory=tmp_path).run(never))


def test_a_run_without_weights_is_refused_with_the_reason(small_run, tmp_path, image):
    record = RunFolder.load(small_run.path).record
    empty = RunFolder.create(tmp_path, record.model_copy(update={"history": (), "best_epoch": 0, "evaluation": None}))
    with pytest.raises(RunError, match="before its first epoch"):
        list(ExplanationJob(empty.path, image).run(never))
