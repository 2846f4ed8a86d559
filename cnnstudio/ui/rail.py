"""The rail at the left: one button a page, in the order of the work."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.actions import PAGES, PageInfo, translated, with_shortcut
from cnnstudio.ui.icons import set_icon

WIDTH_PX = 84
_BUTTON_PX = QSize(WIDTH_PX - 12, 60)


class Rail(QFrame):
    """Buttons with icon and word; the page shown is the checked one."""

    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setMinimumWidth(WIDTH_PX)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)  # wider where words are longer
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(4)
        for info in PAGES:
            button = self._make_button(info)
            self._group.addButton(button)
            layout.addWidget(button)
        layout.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)

    def _make_button(self, info: PageInfo) -> QToolButton:
        title = translated(info.title)
        button = QToolButton(self)
        button.setObjectName(f"page_{info.name}")
        button.setText(title)
        button.setAccessibleName(title)
        button.setToolTip(with_shortcut(translated(info.help), (info.shortcut,)))
        button.setShortcut(QKeySequence(info.shortcut))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setMinimumSize(_BUTTON_PX)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        set_icon(button, info.icon, "quiet", size_px=24)
        self._buttons[info.name] = button
        return button

    def _on_clicked(self, button: QToolButton) -> None:
        self.page_requested.emit(button.objectName().removeprefix("page_"))

    def set_page(self, name: str) -> None:
        """Check the button of page ``name``; none for the welcome page."""
        self._group.setExclusive(False)
        for page, button in self._buttons.items():
            button.setChecked(page == name)
        self._group.setExclusive(True)
