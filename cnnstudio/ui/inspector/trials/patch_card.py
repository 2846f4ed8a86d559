"""Pastes the copied part into many other images and says how many of them turn into the class it came from."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from cnnstudio.explain.trials.edits import Patch
from cnnstudio.ui.cards import SentenceLine, described, label
from cnnstudio.ui.images import to_pixmap
from cnnstudio.ui.inspector.trials.canvas import coloured, patch_pixmap

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.trial_job import PatchTried
    from cnnstudio.workspace.workspace import Workspace

SLOT = "patch"
IMAGES = 24
_THUMB_PX = 56
_PATH_ROLE = int(Qt.ItemDataRole.UserRole) + 1


class PatchCard(QFrame):
    """Hidden until a part was copied; then its picture, a button, and what came of it."""

    image_requested = Signal(object)
    """The `Path` of an image the user wants to look at."""

    def __init__(self, workspace: "Workspace", jobs: "JobRunner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("patch_card")
        self.setProperty("card", True)
        self._workspace, self._jobs = workspace, jobs
        self._run_path: Path | None = None
        self._patch: Patch | None = None
        self._class_index, self._class_name = 0, ""
        self._picture = described(label(), "patch_picture", self.tr("The copied part"))
        self._title = label("", "subheading", name="patch_title", wrap=True)
        self._words = label("", name="patch_words", wrap=True)
        self.error = SentenceLine("error", "bad", name="patch_error")
        self._button = described(QPushButton(self.tr("Paste into other images")), "patch_try",
                                 self.tr("Paste into other images"),
                                 self.tr("Pastes the part, where it was, into images of other classes and counts how "
                                         "many answers turn; beside it the same pixels shuffled."))
        self._list = self._make_list()
        self._build()
        self.hide()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(12)
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._words)
        head.addWidget(self._picture)
        head.addLayout(words, 1)
        head.addWidget(self._button)
        column.addLayout(head)
        column.addWidget(self.error)
        column.addWidget(self._list)
        self._button.clicked.connect(self.start)

    def _make_list(self) -> QListWidget:
        view = described(QListWidget(), "patch_images", self.tr("Images with the part pasted in"))
        view.setFlow(QListWidget.Flow.LeftToRight)
        view.setWrapping(False)
        view.setIconSize(QSize(_THUMB_PX, _THUMB_PX))
        view.setViewMode(QListWidget.ViewMode.IconMode)
        view.setMovement(QListWidget.Movement.Static)
        view.setFixedHeight(_THUMB_PX + 52)
        view.setHorizontalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.itemActivated.connect(self._on_item)
        view.itemClicked.connect(self._on_item)
        view.hide()
        return view

    def set_patch(self, run_path: Path, patch: Patch, class_index: int, class_name: str) -> None:
        """Offer a part that was cut out of an image the network calls a class."""
        self._run_path, self._patch = run_path, patch
        self._class_index, self._class_name = class_index, class_name
        side = Qt.AspectRatioMode.KeepAspectRatio
        self._picture.setPixmap(patch_pixmap(patch).scaled(_THUMB_PX, _THUMB_PX, side))
        self._title.setText(self.tr("Part of {name}").format(name=patch.source) if patch.source
                            else self.tr("The copied part"))
        self._words.setText(self.tr("Does it alone turn other images into {name}?").format(name=class_name))
        self._list.clear()
        self._list.hide()
        self.error.say("")
        self._button.setEnabled(bool(self._others()))
        self.show()

    def forget(self) -> None:
        """There is another run; a part belongs to the input of one."""
        self._jobs.cancel(SLOT)
        self._patch = None
        self.hide()

    def _others(self) -> list[Path]:
        """Return images of other classes, spread over the folder, always the same ones."""
        folder = self._workspace.folder
        if folder is None:
            return []
        others = [file.path for file in folder.files if folder.class_names[file.class_index] != self._class_name]
        order = np.random.default_rng(0).permutation(len(others))[:IMAGES]
        return [others[number] for number in order]

    def start(self) -> None:
        """Paste into other images in the background."""
        if self._patch is None or self._run_path is None:
            return
        from cnnstudio.workspace.trial_job import PatchJob

        self._button.setEnabled(False)
        self.error.say("")
        job = PatchJob(self._run_path, self._patch, self._others())
        self._jobs.start(job, slot=SLOT, on_event=self._on_event, on_failed=self._on_failed,
                         on_cancelled=self._on_cancelled)

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.trial_job import PatchTried

        if isinstance(event, PatchTried):
            self._button.setEnabled(True)
            self._show(event)

    def _on_failed(self, message: str, _details: str) -> None:
        self._button.setEnabled(True)
        self.error.say(message)

    def _on_cancelled(self) -> None:
        self._button.setEnabled(True)

    def _show(self, tried: "PatchTried") -> None:
        self._words.setText(self.words(tried))
        self._list.clear()
        gain = tried.after[:, self._class_index] - tried.before[:, self._class_index]
        for place in np.argsort(-gain, kind="stable"):
            self._list.addItem(self._item(tried, int(place)))
        self._list.show()

    def words(self, tried: "PatchTried") -> str:
        """Say how many images turned, and how many with the placebo."""
        others, turned, placebo = tried.turned(self._class_index)
        said = self.tr("{turned} of {others} images of other classes become {name} with it; {placebo} with the same "
                       "pixels shuffled.").format(turned=turned, others=others, placebo=placebo, name=self._class_name)
        if turned > max(2 * placebo, 0.2 * others):
            said += " " + self.tr("So this part alone is enough for many: look whether it belongs to the class.")
        return said

    def _item(self, tried: "PatchTried", place: int) -> QListWidgetItem:
        before, after = (float(found[place, self._class_index]) for found in (tried.before, tried.after))
        item = QListWidgetItem(QIcon(to_pixmap(coloured(tried.pixels[place]))), f"{before:.0%} → {after:.0%}".replace(
            "%", " %"))
        item.setData(_PATH_ROLE, tried.paths[place])
        item.setToolTip(self.tr("{file}: {name} {before} before, {after} with the part").format(
            file=tried.paths[place].name, name=self._class_name, before=f"{before:.1%}", after=f"{after:.1%}"))
        return item

    def _on_item(self, item: QListWidgetItem) -> None:
        self.image_requested.emit(item.data(_PATH_ROLE))
