"""What is selected, below the grid: its facts, what is like it, and the buttons for what is done most."""

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.data.contents import LEFT_OUT, FolderContents
from cnnstudio.ui.data.image_actions import ImageActions
from cnnstudio.ui.data.image_words import facts, summary
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.icons import set_icon


class ImageDetails(QFrame):
    """One card of two lines; the same height whatever is selected, so that the grid does not jump."""

    rows_requested = Signal(str, object)
    """A title and the rows of the contents to show: the copies of an image, or those like it."""

    def __init__(self, actions: ImageActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("image_details")
        self.setProperty("card", True)
        self._actions = actions
        self._contents: FolderContents | None = None
        self._alike: dict[str, np.ndarray] = {}
        self._name = ElidedLabel("", "subheading", name="selected_image", where=Qt.TextElideMode.ElideMiddle)
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts = ElidedLabel("", "quiet", name="image_facts")
        self._links = {key: self._make_link(key) for key in ("copies", "alike")}
        self._exclude = self._make_button("exclude")
        self._bring_back = self._make_button("bring_back")
        self._class = self._make_menu_button("class_button", self.tr("Class"), "tag")
        self._split = self._make_menu_button("split_button", self.tr("Split"), "data")
        self._look = self._make_look()
        self._fill()
        self.show_rows(None, np.array([], np.int64))

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 8, 8)
        column.setSpacing(2)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(4)
        above.addWidget(self._name, 1)
        for widget in (self._exclude, self._bring_back, self._class, self._split, self._look):
            above.addWidget(widget)
        below.setSpacing(8)
        below.addWidget(self._facts, 1)
        for link in self._links.values():
            below.addWidget(link)
        column.addLayout(above)
        column.addLayout(below)

    def _make_link(self, key: str) -> QPushButton:
        link = described(QPushButton(self), f"show_{key}")
        link.setProperty("flat", True)
        link.clicked.connect(self._on_link)
        return link

    def _make_button(self, name: str) -> QToolButton:
        button = described(QToolButton(self), f"details_{name}")
        action = self._actions.actions[name]
        button.setDefaultAction(action)
        button.setAccessibleName(action.text())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _make_menu_button(self, name: str, title: str, icon: str) -> QToolButton:
        button = described(QToolButton(self), name, title)
        button.setText(title)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(button, icon)
        button.clicked.connect(self._on_menu_button)
        return button

    def _make_look(self) -> QPushButton:
        button = described(QPushButton(self.tr("Look inside"), self), "look_inside",
                           self.tr("Look inside with the selected image"))
        set_icon(button, "look")
        button.clicked.connect(self._actions.actions["look"].trigger)
        return button

    def show_rows(self, contents: FolderContents | None, rows: "np.ndarray") -> None:
        """Describe the selected rows of ``contents``."""
        self._contents = contents
        self._alike = {}
        count = len(rows)
        if contents is None or not count:
            self._name.setText("")
            self._facts.setText(self.tr("Nothing is selected. Click an image; Ctrl, Shift or a frame select more.")
                                if contents is not None else "")
        elif count == 1:
            self._show_one(contents, int(rows[0]))
        else:
            self._name.setText(self.tr("{count} images selected").format(count=f"{count:,}"))
            self._facts.setText(summary(contents, rows))
        self._show_links()
        self._show_buttons(contents, rows)

    def _show_one(self, contents: FolderContents, row: int) -> None:
        file = contents.file(row)
        self._name.setText(file.relative if file is not None else contents.path(row).name)
        self._facts.setText(facts(contents, row))
        copies, alike = contents.scan.alike(row)
        self._alike = {"copies": np.append(row, copies), "alike": np.append(row, alike)}

    def _show_links(self) -> None:
        texts = {"copies": (self.tr("1 copy"), self.tr("{count} copies")),
                 "alike": (self.tr("1 like it"), self.tr("{count} like it"))}
        for key, link in self._links.items():
            count = len(self._alike.get(key, ())) - 1
            one, many = texts[key]
            link.setVisible(count > 0)
            link.setText(one if count == 1 else many.format(count=f"{count:,}"))

    def _show_buttons(self, contents: FolderContents | None, rows: "np.ndarray") -> None:
        is_out = contents is not None and bool(len(rows)) and all(contents.state(int(row)) == LEFT_OUT
                                                                  for row in rows[:1])
        self._exclude.setVisible(not is_out)
        self._bring_back.setVisible(is_out)
        has_images = self._actions.actions["choose_class"].isEnabled()
        self._class.setEnabled(has_images)
        self._split.setEnabled(has_images)
        self._look.setEnabled(self._actions.actions["look"].isEnabled())

    def _on_link(self) -> None:
        key = next(key for key, link in self._links.items() if link is self.sender())
        title = self.tr("Copies of one picture") if key == "copies" else self.tr("Pictures that look alike")
        self.rows_requested.emit(title, self._alike[key])

    def _on_menu_button(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            menu = (self._actions.class_menu if button is self._class else self._actions.split_menu)(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
