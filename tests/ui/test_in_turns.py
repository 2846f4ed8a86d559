"""What takes long is done in turns of the event loop of its own, in order."""

import time

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.ui.in_turns import InTurns
from cnnstudio.ui.patient_bar import PatientBar

LONG_S = 0.02


class Turn:
    """Counts turns of the event loop by a timer, as the user's clicks would be counted."""

    def __init__(self) -> None:
        self.number = 0
        self.timer = QTimer(interval=0)
        self.timer.timeout.connect(self._next)
        self.timer.start()

    def _next(self) -> None:
        self.number += 1


def test_long_calls_have_turns_of_their_own_and_short_ones_share(qtbot: QtBot) -> None:
    turns, turn, seen = InTurns(), Turn(), []

    def note(name: str, takes_s: float = 0.0) -> None:
        end = time.perf_counter() + takes_s
        while time.perf_counter() < end:
            pass
        seen.append((name, turn.number))

    for name in ("a", "b"):
        turns.later(lambda name=name: note(name))
    for name in ("long", "longer"):
        turns.later(lambda name=name: note(name, LONG_S))
    turns.later(lambda: note("last"))
    qtbot.waitUntil(lambda: len(seen) == 5)

    at = dict(seen)
    assert list(at) == ["a", "b", "long", "longer", "last"]
    assert at["a"] == at["b"] == at["long"] < at["longer"] < at["last"]


def test_the_rest_of_a_call_comes_before_what_waits(qtbot: QtBot) -> None:
    turns, seen = InTurns(), []

    def begin() -> None:
        seen.append("begin")
        turns.soon(lambda: seen.append("rest"))
        turns.soon(lambda: seen.append("end"))

    turns.later(begin)
    turns.later(lambda: seen.append("next"))
    qtbot.waitUntil(lambda: len(seen) == 4)

    assert seen == ["begin", "rest", "end", "next"]


def test_a_call_that_lets_the_loop_turn_holds_nothing_up(qtbot: QtBot) -> None:
    turns, loop, seen = InTurns(), QEventLoop(), []

    def open_dialog() -> None:
        turns.later(loop.quit)
        QTimer.singleShot(5000, loop.quit)
        begin = time.perf_counter()
        loop.exec()
        seen.append(time.perf_counter() - begin)

    turns.later(open_dialog)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)

    assert seen[0] < 4


def test_a_call_that_fails_does_not_end_the_others(qtbot: QtBot) -> None:
    turns, seen = InTurns(), []
    turns.later(lambda: 1 / 0)
    turns.later(lambda: seen.append("next"))

    with qtbot.captureExceptions() as raised:
        qtbot.waitUntil(lambda: bool(seen))

    assert [one[0] for one in raised] == [ZeroDivisionError]


@pytest.mark.parametrize(("kind", "is_painted"), [(PatientBar, False), (QProgressBar, True)])
def test_a_value_is_painted_with_the_rest(qtbot: QtBot, kind: type[QProgressBar], is_painted: bool) -> None:
    painted = []

    class Neighbour(QWidget):
        def paintEvent(self, _event: object) -> None:
            painted.append(True)

    window = QWidget()
    qtbot.addWidget(window)
    bar, neighbour = kind(window), Neighbour(window)
    neighbour.move(0, 40)
    window.show()
    qtbot.waitUntil(lambda: bool(painted))
    painted.clear()

    neighbour.update()
    bar.setValue(50)

    assert bool(painted) is is_painted
    qtbot.waitUntil(lambda: bool(painted))
    assert bar.value() == 50
