"""The tour without a window, with a very short training: the stamp is found where it is."""

from functools import partial

import pytest

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.explain.audit import audit as audit_module
from cnnstudio.explain.audit.detectors import DETECTORS
from cnnstudio.training.config import TrainConfig
from tests.stories.hidden_shortcut import MARKED_CLASS, STAMPED, walk

SMALL = PreprocessConfig(height=40, width=40)
SHORT = TrainConfig(epochs=1, batch_size=16)


def test_the_audit_finds_the_stamp_and_no_other_mark_even_when_hardly_anything_was_learned(
        tmp_path, monkeypatch: pytest.MonkeyPatch):
    marks = tuple(row for row in DETECTORS if row.name == "marks")
    monkeypatch.setattr(audit_module, "audit", partial(audit_module.audit, detectors=marks))
    found = walk(tmp_path, STAMPED, 0, preprocess=SMALL, recipe=SHORT)
    assert found.levels[MARKED_CLASS] in ("in the data", "relied on")
    assert set(found.levels) == {MARKED_CLASS}, "the other classes are the control"
    assert found.overlap > 0.5
