"""Asks which runs go into a project file, and how much of each, with the sizes."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cnnstudio.project.contents import PACKINGS, Packing, RunToPack
from cnnstudio.ui.cards import label

if TYPE_CHECKING:
    from cnnstudio.workspace.project_jobs import RunOffer

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RunsDialog(QDialog):
    """The runs on the open images, all chosen at first, with their results only."""

    chosen = Signal(object)
    """A tuple of `RunToPack`; the dialog was accepted."""

    def __init__(self, offers: "Sequence[RunOffer]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project_runs_dialog")
        self.setWindowTitle(self.tr("Runs in the project"))
        self.resize(560, 460)
        self._offers = tuple(offers)
        self._items = [QTreeWidgetItem() for _ in self._offers]
        self._group = QButtonGroup(self)
        self._radios = self._make_radios()
        self.list = self._make_list()
        self.all = self._make_all()
        self.total = label("", "quiet")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = buttons.addButton(self.tr("Save project"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setProperty("primary", True)
        save.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        said = label(self.tr("Which trainings on these images shall be in the file? They stay among your runs in any "
                             "case."), "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        for widget in (said, *self._radios.values(), self.all, self.list, self.total, buttons):
            column.addWidget(widget, 1 if widget is self.list else 0)
        self._group.buttonClicked.connect(self._show_sizes)
        self.list.itemChanged.connect(self._show_total)
        self.all.clicked.connect(self._on_all)
        self.finished.connect(self.deleteLater)
        self._show_sizes()

    @property
    def packing(self) -> Packing:
        """How much of each run goes in."""
        return next(packing for packing, radio in self._radios.items() if radio.isChecked())

    def wishes(self) -> tuple[RunToPack, ...]:
        """Return the runs that are chosen."""
        return tuple(RunToPack(offer.summary.path, self.packing) for offer in self._checked())

    def _make_radios(self) -> dict[Packing, QRadioButton]:
        titles = {"results": self.tr("Results only: settings, curves, answers"),
                  "weights": self.tr("With the trained weights, to look inside elsewhere"),
                  "everything": self.tr("Everything, also what a training needs to go on")}
        radios = {}
        for packing in PACKINGS:
            radios[packing] = radio = QRadioButton(titles[packing], self)
            radio.setObjectName(f"packing_{packing}")
            self._group.addButton(radio)
        radios["results"].setChecked(True)
        return radios

    def _make_list(self) -> QTreeWidget:
        result = QTreeWidget(self)
        result.setObjectName("project_runs")
        result.setAccessibleName(self.tr("Runs"))
        result.setHeaderLabels([self.tr("Run"), self.tr("Size")])
        result.setRootIsDecorated(False)
        result.setUniformRowHeights(True)
        for offer, item in zip(self._offers, self._items, strict=True):
            item.setText(0, offer.summary.name or offer.summary.path.name)
            item.setTextAlignment(1, _RIGHT)
            item.setCheckState(0, Qt.CheckState.Checked)
            result.addTopLevelItem(item)
        header = result.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return result

    def _make_all(self) -> QCheckBox:
        every = QCheckBox(self.tr("All {count} runs").format(count=f"{len(self._offers):,}"), self)
        every.setObjectName("all_runs")
        every.setToolTip(self.tr("Choose all runs, or none"))
        every.setVisible(len(self._offers) > 1)
        return every

    def _on_all(self) -> None:
        """Choose all unless all are chosen: a box that is half filled goes on to be full."""
        wished = Qt.CheckState.Unchecked if len(self._checked()) == len(self._offers) else Qt.CheckState.Checked
        self.list.blockSignals(True)
        for item in self._items:
            item.setCheckState(0, wished)
        self.list.blockSignals(False)
        self.list.viewport().update()
        self._show_total()

    def _checked(self) -> "list[RunOffer]":
        return [offer for offer, item in zip(self._offers, self._items, strict=True)
                if item.checkState(0) == Qt.CheckState.Checked]

    def _show_sizes(self) -> None:
        self.list.blockSignals(True)
        for offer, item in zip(self._offers, self._items, strict=True):
            item.setText(1, size_text(offer.sizes[self.packing]))
        self.list.blockSignals(False)
        self._show_total()

    def _show_total(self) -> None:
        chosen = self._checked()
        states = {0: Qt.CheckState.Unchecked, len(self._offers): Qt.CheckState.Checked}
        self.all.setCheckState(states.get(len(chosen), Qt.CheckState.PartiallyChecked))
        size = sum(offer.sizes[self.packing] for offer in chosen)
        self.total.setText(self.tr("The runs add {size} to the file.").format(size=size_text(size)))

    def _accept(self) -> None:
        self.chosen.emit(self.wishes())
        self.accept()


def size_text(size: int) -> str:
    """Return a number of bytes for people: ``"12 kB"``, ``"3.4 MB"``."""
    if size < 1_000_000:
        return f"{max(size, 0) / 1e3:,.0f} kB"
    return f"{size / 1e6:,.1f} MB"
