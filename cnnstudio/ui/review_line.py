"""One line about doubtful labels: how many there are, and the button that looks for them or shows them."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import pixmap
from cnnstudio.ui.label_reviews import LabelReviews, ReviewState
from cnnstudio.ui.theme import theme

_SIGN_PX = 18


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReviewLine", text)


class ReviewLine(QWidget):
    """Hidden while there is no run of the open folder."""

    changed = Signal()
    """Something else is said, or the line came or went."""

    def __init__(self, reviews: LabelReviews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_line")
        self._reviews = reviews
        self._sign = QLabel(self)
        self._title = ElidedLabel("", "subheading", name="review_title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._detail = ElidedLabel("", "quiet", name="review_detail")
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._button = described(QPushButton(self), "review_labels")
        self._button.setProperty("segment", True)
        self._button.clicked.connect(self._on_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self._title, 1000)
        row.addWidget(self._detail, 1)
        row.addWidget(self._button)
        reviews.changed.connect(self.refresh)
        reviews.workspace.curation_changed.connect(self.refresh)
        theme().changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is known now."""
        title, detail, button = self._words()
        self._title.setText(title)
        self._detail.setText(detail)
        self._button.setText(button)
        self._button.setAccessibleName(f"{title}: {button}")
        self._button.setVisible(bool(button))
        icon, token = ("warning", "warning") if self._open_count() else ("look", "quiet")
        self._sign.setPixmap(pixmap(icon, _SIGN_PX, token))
        self.setVisible(self._reviews.state is not ReviewState.IMPOSSIBLE)
        self.changed.emit()

    @property
    def is_finding(self) -> bool:
        """Whether there are doubtful labels that nobody has decided about."""
        return not self.isHidden() and self._open_count() > 0

    def _open_count(self) -> int:
        return len(self._reviews.labels) - self._reviews.decided

    def _words(self) -> tuple[str, str, str]:
        """Return title, sentence and what the button says."""
        reviews = self._reviews
        if reviews.state is ReviewState.RUNNING:
            return _tr("Looking for doubtful labels…"), "", _tr("Cancel")
        if reviews.state is ReviewState.FAILED:
            return _tr("The labels could not be reviewed"), reviews.failure, _tr("Try again")
        if reviews.state is ReviewState.READY:
            return self._found_words()
        return (_tr("Labels can be reviewed"),
                _tr("The open run says which labels look wrong, of the images it has not learned from."),
                _tr("Look for doubtful labels"))

    def _found_words(self) -> tuple[str, str, str]:
        count, decided = len(self._reviews.labels), self._reviews.decided
        found = self._reviews.found
        judged = _tr("{count} images the network has not learned from were judged.").format(
            count=f"{found.result.reviewed:,}" if found is not None else "0")
        if not count:
            return _tr("No label looks doubtful"), judged, _tr("Look again")
        title = _tr("1 label looks doubtful") if count == 1 else _tr("{count} labels look doubtful").format(
            count=f"{count:,}")
        said = _tr("{decided} of {count} decided").format(decided=f"{decided:,}", count=f"{count:,}")
        return title, said if decided else judged, _tr("Review")

    def _on_button(self) -> None:
        reviews = self._reviews
        if reviews.state is ReviewState.RUNNING:
            reviews.cancel()
        elif reviews.labels:
            reviews.open()
        else:
            reviews.start()
