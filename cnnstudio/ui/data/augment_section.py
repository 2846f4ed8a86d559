"""Random changes of one kind under a heading that opens and closes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described, label
from cnnstudio.ui.data.augment_row import AugmentRow
from cnnstudio.ui.icons import set_icon
from cnnstudio.ui.theme import font


class AugmentSection(QWidget):
    """A heading with the number of changes that are on, and their rows."""

    def __init__(self, name: str, title: str, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[AugmentRow] = []
        self._count = label(role="caption", name=f"augment_{name}_count")
        self.heading = described(QToolButton(self), f"augment_{name}_heading", title)
        self.heading.setText(title)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.heading.setFont(font(13, 600, tabular=False))
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(4, 0, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._lay_out()
        self.heading.clicked.connect(lambda: self.set_open(is_open=not self.is_open))
        self.set_open(is_open=is_open)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body)

    @property
    def body(self) -> QWidget:
        """The parent of the rows' widgets."""
        return self._body

    def add(self, row: AugmentRow) -> None:
        """Put a change below the others."""
        row.put_into(self._grid)
        self.rows.append(row)

    def refresh(self) -> None:
        """Count what is on, and open where something speaks against a change."""
        count = sum(row.switch.isChecked() for row in self.rows)
        self._count.setText(self.tr("{count} on").format(count=count) if count else "")
        if any(row.notice.warning is not None and row.notice.warning.severity == "warning" for row in self.rows):
            self.set_open(is_open=True)

    @property
    def is_open(self) -> bool:
        """Whether the rows are shown."""
        return not self._body.isHidden()

    def set_open(self, *, is_open: bool) -> None:
        """Show or hide the rows."""
        self._body.setVisible(is_open)
        state = self.tr("open") if is_open else self.tr("closed")
        self.heading.setAccessibleDescription(state)
        set_icon(self.heading, "down" if is_open else "right", "quiet", size_px=14)
