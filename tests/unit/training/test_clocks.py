"""Tests of the clocks: the computer's sleep is stood in for by clocks that a test turns."""

import pytest

from cnnstudio.training.clocks import SleepWatch, awake_seconds


class Clocks:
    """A computer that works and sleeps as it is told."""

    def __init__(self) -> None:
        self.awake, self.wall = 100.0, 1_800_000_000.0

    def work(self, seconds: float) -> None:
        self.awake += seconds
        self.wall += seconds

    def sleep(self, seconds: float) -> None:
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(clocks: Clocks) -> SleepWatch:
    return SleepWatch(lambda: clocks.awake, lambda: clocks.wall)


def test_a_night_of_sleep_is_noticed_once(clocks: Clocks, watch: SleepWatch):
    clocks.work(500)
    assert watch.slept_s() == 0
    clocks.sleep(8 * 3600)
    clocks.work(3)
    assert watch.slept_s() == pytest.approx(8 * 3600)
    assert watch.slept_s() == 0


@pytest.mark.parametrize(("seconds", "noticed"), [(59, False), (61, True), (-3600, False)])
def test_only_more_than_a_minute_counts_and_a_clock_put_back_does_not(
        clocks: Clocks, watch: SleepWatch, seconds: float, noticed: bool):
    clocks.sleep(seconds)
    assert (watch.slept_s() > 0) == noticed


def test_small_steps_of_the_wall_clock_do_not_add_up(clocks: Clocks, watch: SleepWatch):
    for _ in range(10):
        clocks.sleep(30)
        assert watch.slept_s() == 0


def test_the_clock_of_this_computer_goes_forward():
    first = awake_seconds()
    assert awake_seconds() >= first
