"""Wishes for a training that runs."""

import threading

import pytest

from cnnstudio.training.control import TrainingControl


def test_a_wish_to_go_on_is_told_once():
    control = TrainingControl()
    assert not control.wait_for_wish(0)
    control.go_on()
    assert control.wait_for_wish(0)
    assert not control.wait_for_wish(0)


def test_a_wish_that_comes_while_the_waiting_ends_is_not_lost(monkeypatch: pytest.MonkeyPatch):
    """The waiting thread has given up by then, but has not come to its next line."""
    control = TrainingControl()

    def given_up(_event: threading.Event, timeout: float | None = None) -> bool:
        control.go_on()
        return timeout is None

    with monkeypatch.context() as patch:
        patch.setattr(threading.Event, "wait", given_up)
        assert control.wait_for_wish(0.01)
    assert not control.wait_for_wish(0)
