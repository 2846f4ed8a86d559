"""Opens the help that the menu, F1 and the cards of fields ask for."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cnnstudio.ui.help.field_guide import FieldGuide
    from cnnstudio.ui.help.glossary.dialog import GlossaryDialog
    from cnnstudio.ui.help.tutorials import TutorialDialog
    from cnnstudio.ui.main_window import MainWindow


class HelpFlow(QObject):
    """Listens to the actions; what it opens is imported when it is first wanted, the texts of fields after the paint.

    Attributes
    ----------
    glossary, tutorials : the open windows, or None
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._guide: FieldGuide | None = None
        self.glossary: GlossaryDialog | None = None
        self.tutorials: TutorialDialog | None = None
        for name, receiver in (("show_glossary", self.open_glossary), ("show_tutorials", self.open_tutorials),
                               ("what_is_this", self.explain_field), ("take_tour", self.take_tour)):
            action = window.findChild(QAction, f"action_{name}")
            if action is not None:
                action.triggered.connect(receiver)
        window.first_painted.connect(self._begin_later)

    @property
    def guide(self) -> "FieldGuide":
        """What tells of fields; made at the first look."""
        if self._guide is None:
            from cnnstudio.ui.help.field_guide import FieldGuide
            from cnnstudio.ui.help.glossary.terms import title_of

            self._guide = FieldGuide(title_of, self)
            self._guide.term_requested.connect(self.show_term)
        return self._guide

    def _begin_later(self) -> None:
        """Wait for the first page: until its modules are there nobody else imports anything."""
        self._window.readiness.when_there("data", "help", self._begin)

    def _begin(self) -> None:
        self.guide.follow(QApplication.focusWidget())

    def explain_field(self) -> None:
        """Say what the field with the focus is; where none has it, ask for a click on one."""
        if not self.guide.show_for(QApplication.focusWidget()):
            self._window.show_message(self.tr("Click a field to read what it is. Esc lets go of the question."))
            self.guide.ask_for_click()

    def open_glossary(self) -> None:
        """Show the glossary, at the term of the field with the focus where it has one."""
        self.show_term(self.guide.term_of(QApplication.focusWidget()))

    def show_term(self, name: str) -> None:
        """Show an entry of the glossary; an empty name shows where it was left."""
        from cnnstudio.ui.help.glossary.dialog import GlossaryDialog

        above = QApplication.activeModalWidget()
        if self.glossary is not None and not shiboken6.isValid(self.glossary):
            self.glossary = None    # gone with the dialog it belonged to, without a word
        if self.glossary is not None and above is not None and self.glossary.parentWidget() is not above:
            self.glossary.close()  # a dialog keeps the mouse from what does not belong to it
        if self.glossary is None:
            self.glossary = GlossaryDialog(above or self._window)
            self.glossary.finished.connect(self._forget_glossary)
        self._raise(self.glossary)
        if name:
            self.glossary.show_term(name)

    def open_tutorials(self) -> None:
        """Show the tutorials."""
        from cnnstudio.ui.help.tutorials import TutorialDialog

        if self.tutorials is None:
            self.tutorials = TutorialDialog(self._window)
            self.tutorials.finished.connect(self._forget_tutorials)
            self.tutorials.glossary_requested.connect(self.open_glossary)
        self._raise(self.tutorials)

    def take_tour(self) -> None:
        """Take the guided tour up where it was left, or begin it."""
        self._window.tour.take_up()

    @staticmethod
    def _raise(window: "QWidget") -> None:
        window.show()
        window.raise_()
        window.activateWindow()

    def _forget_glossary(self) -> None:
        self.glossary = None

    def _forget_tutorials(self) -> None:
        self.tutorials = None
