"""What stands at the right of the Audit tab: the verdict, suspicions, the card of a class, what cannot be seen."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cnnstudio.explain.audit.words import verdict
from cnnstudio.ui.cards import card, described, label
from cnnstudio.ui.inspector.audit.class_card import ClassCardView
from cnnstudio.ui.inspector.audit.level_signs import LevelBadge
from cnnstudio.ui.inspector.audit.session import AuditSession
from cnnstudio.ui.inspector.audit.suspicion_card import SuspicionCard

_WIDEST_PX = 1080
"""Longer lines are hard to read, and figures would stand far from their words."""

_MOST_CARDS = 8
"""At once: a card takes 5 ms to build, and the window must not wait."""


class Shown(QWidget):
    """A column of cards for one class, or for all; made anew when anything changes.

    Parameters
    ----------
    class_index
        None for all classes.
    """

    images_requested = Signal(str, object)
    look_requested = Signal(int)
    change_requested = Signal(int)

    def __init__(self, session: AuditSession, class_index: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        described(self, "audit_shown")
        self.setMaximumWidth(_WIDEST_PX)
        self._session = session
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)
        if class_index is None:
            self._add_verdict()
        self._add_suspicions(class_index)
        if class_index is None:
            self._add_blind_spots()
        else:
            self._add_class(class_index)
        self._column.addStretch(1)

    def _add_verdict(self) -> None:
        frame, column = card(name="audit_verdict")
        audit = self._session.audit
        if audit is not None:
            column.addWidget(LevelBadge(audit.report.level), 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(label(verdict(audit.report), "heading", name="verdict_words", wrap=True))
        else:
            words = self.tr("{done} of {all} classes are looked at. Choose one at the left.") if self._session.cards \
                else self.tr("The images are being prepared…")
            column.addWidget(label(words.format(done=f"{len(self._session.cards):,}",
                                                all=f"{len(self._session.class_names):,}"),
                                   "heading", name="verdict_words", wrap=True))
        for note in self._session.notes:
            column.addWidget(label(note, "quiet", wrap=True))
        self._column.addWidget(frame)

    def _add_suspicions(self, class_index: int | None) -> None:
        names, found = self._session.class_names, self._session.suspicions_of(class_index)
        for one in found[:_MOST_CARDS]:
            name = self.tr("all classes") if one.class_index is None else names[one.class_index]
            view = SuspicionCard(one, name)
            view.images_requested.connect(self.images_requested)
            view.look_requested.connect(self.look_requested)
            view.change_requested.connect(self.change_requested)
            self._column.addWidget(view)
        if len(found) > _MOST_CARDS:
            words = self.tr("There are {count} more. Choose a class at the left to see its own.")
            self._column.addWidget(label(words.format(count=f"{len(found) - _MOST_CARDS:,}"), "quiet", wrap=True))

    def _add_class(self, class_index: int) -> None:
        found, name = self._session.cards.get(class_index), self._session.class_names[class_index]
        if found is None:
            words = self.tr("There are no images of {name}.") if self._session.audit is not None \
                else self.tr("{name} is not looked at yet.")
            self._column.addWidget(label(words.format(name=name), "quiet", wrap=True))
            return
        view = ClassCardView(found, name, self._session.paths)
        view.images_requested.connect(self.images_requested)
        self._column.addWidget(view)

    def _add_blind_spots(self) -> None:
        audit = self._session.audit
        if audit is None:
            return
        frame, column = card(name="audit_blind_spots")
        column.addWidget(label(self.tr("What this audit cannot see"), "subheading"))
        for spot in audit.report.blind_spots:
            said = QCoreApplication.translate("explain", spot)
            column.addWidget(label(f"• {said}", "quiet", wrap=True))
        column.addWidget(label(self.tr("An audit that finds nothing does not prove that the network is right for the "
                                       "right reason. Test it on images from another source."), "quiet", wrap=True))
        self._column.addWidget(frame)
