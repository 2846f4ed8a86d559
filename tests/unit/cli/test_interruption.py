"""Tests of Ctrl-C."""

import os
import signal

import pytest

from cnnstudio.cli.interruption import Interruption


def test_the_first_signal_in_a_job_only_asks():
    interruption = Interruption()
    with interruption.listening(), interruption.polite():
        os.kill(os.getpid(), signal.SIGTERM)
        assert interruption.wanted()


def test_the_second_signal_in_a_job_ends_it():
    interruption = Interruption()
    with interruption.listening(), interruption.polite():
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGINT)


def test_outside_a_job_a_signal_ends_at_once():
    interruption = Interruption()
    with interruption.listening(), pytest.raises(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGTERM)


def test_the_handlers_from_before_come_back():
    before = signal.getsignal(signal.SIGTERM)
    with Interruption().listening():
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="terminals hang up on Unix")
def test_a_closed_terminal_asks_too_unless_the_user_said_it_does_not_matter():
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # a shell may have told the tests to ignore it
    try:
        interruption = Interruption()
        with interruption.listening(), interruption.polite():
            os.kill(os.getpid(), signal.SIGHUP)
            assert interruption.wanted()
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        unmoved = Interruption()
        with unmoved.listening(), unmoved.polite():
            os.kill(os.getpid(), signal.SIGHUP)
            assert not unmoved.wanted()
    finally:
        signal.signal(signal.SIGHUP, before)
