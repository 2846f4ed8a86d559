"""Has Qt for Python make its types before there is a second thread."""

from PySide6 import QtCore, QtGui, QtSvg, QtWidgets

MODULES = (QtCore, QtGui, QtWidgets, QtSvg)
"""What the window's thread and the one that imports the pages both use."""


def make_types() -> None:
    """Ask for every type once, which takes a tenth of a second.

    Qt for Python makes a type when it is first asked for. Two threads that ask for the same one at a time crash the
    process or wait for ever. ``PYSIDE6_OPTION_LAZY=0`` is no help: it is read before a bundled program's first line.
    """
    for module in MODULES:
        for name in dir(module):
            getattr(module, name)
