"""An exception in what Qt calls is told and survived, also one that was raised in C."""

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QAbstractListModel, QObject, Qt
from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QGraphicsItem, QWidget

_STORY = """
import sys
{guard}
from PySide6.QtWidgets import QApplication, QWidget

class Child(QWidget):
    def showEvent(self, event):
        int("no number")

application = QApplication([])
parent = QWidget()
child = Child(parent)
child.hide()
parent.show()
try:
    child.show()
except ValueError as error:
    print("caught", error)
"""


def _story(guard: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", _STORY.format(guard=guard)], capture_output=True, text=True,
                          timeout=120, check=False)


def test_what_an_event_handler_raises_reaches_the_caller() -> None:
    done = _story("import cnnstudio.ui")
    assert done.returncode == 0, done.stderr
    assert "caught" in done.stdout
    assert "no number" in done.stdout


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="from 3.12 on every exception is an object")
def test_without_the_guard_the_process_dies() -> None:
    assert _story("").returncode < 0


@pytest.mark.parametrize("base", [QWidget, QGraphicsItem, QAbstractListModel, QUndoCommand, QObject])
def test_overrides_of_every_kind_are_guarded(base: type) -> None:
    name = next(name for name in ("showEvent", "boundingRect", "data", "redo", "event") if hasattr(base, name))
    made = type("Made", (base,), {name: lambda *_: None, "own": lambda *_: None, "__module__": __name__})
    assert hasattr(getattr(made, name), "__wrapped__") == (sys.version_info < (3, 12))
    assert not hasattr(made.own, "__wrapped__")


def test_a_model_that_fails_leaves_the_program_alive(qapp: object) -> None:
    class Model(QAbstractListModel):
        def rowCount(self, *_: object) -> int:
            return 1

        def data(self, _index: object, role: int = Qt.ItemDataRole.DisplayRole) -> object:
            return "yes" if np.zeros(2) == 1 else role

    model = Model()
    with pytest.raises(ValueError, match="truth value"):
        model.itemData(model.index(0))
