"""Trainings made to go wrong are called by their name, and healthy ones raise no alarm."""

from collections.abc import Callable, Iterator

import pytest
import torch

from cnnstudio.training.verdict import VerdictKind
from tests.stories.verdicts import TROUBLES, Followed, healthy, ten_validation_images

HEALTHY = 3


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Networks as small as these are slower with two."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize(("kind", "make"), TROUBLES, ids=[kind for kind, _ in TROUBLES])
def test_trouble_is_called_by_its_name(kind: VerdictKind, make: Callable[[int], Followed]):
    first, *others = make(0).verdicts()
    assert first.kind == kind
    assert first.is_alarm
    assert first.evidence
    assert first.remedy
    assert kind not in {other.kind for other in others}


def test_few_validation_images_are_told_after_how_the_training_goes():
    assert [one.kind for one in ten_validation_images(0).verdicts()] == ["healthy", "few_validation_images"]


def test_healthy_trainings_raise_no_alarm():
    report = healthy(HEALTHY, epochs=4, images=500)
    assert report.false_alarms == []
    assert report.trainings == HEALTHY
