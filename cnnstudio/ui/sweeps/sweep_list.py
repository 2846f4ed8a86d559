"""The list of sweeps, the newest first, with how far each is and the best accuracy so far."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cnnstudio.ui.cards import plain_tip
from cnnstudio.workspace.sweep_jobs import SweepSummary

_WIDTH_PX = 208
_ITEM_PX = 58


class SweepList(QListWidget):
    """Names are data: they are shown as plain text."""

    sweep_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sweep_list")
        self.setAccessibleName(self.tr("Sweeps"))
        self.setFixedWidth(_WIDTH_PX)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._is_loading = False
        self.summaries: tuple[SweepSummary, ...] = ()
        self.currentItemChanged.connect(self._on_changed)

    @property
    def name(self) -> str:
        """The sweep that is chosen; empty without one."""
        item = self.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def set_sweeps(self, sweeps: Sequence[SweepSummary]) -> None:
        """Show ``sweeps``; the one that is chosen stays so."""
        chosen = self.name
        self._is_loading = True
        self.clear()
        self.summaries = tuple(sweeps)
        for sweep in sweeps:
            item = QListWidgetItem(f"{sweep.name}\n{self._state(sweep)}")
            item.setData(Qt.ItemDataRole.UserRole, sweep.name)
            item.setToolTip(plain_tip("\n".join(filter(None, (sweep.name, _when(sweep), sweep.folder, sweep.problem)))))
            item.setSizeHint(QSize(0, _ITEM_PX))
            self.addItem(item)
        self._is_loading = False
        if not self.choose(chosen) and self.count():
            self.setCurrentRow(0)

    def choose(self, name: str) -> bool:
        """Choose a sweep by its name; return whether it is there."""
        for place in range(self.count()):
            if self.item(place).data(Qt.ItemDataRole.UserRole) == name:
                self.setCurrentRow(place)
                return True
        return False

    def _state(self, sweep: SweepSummary) -> str:
        if sweep.problem:
            return self.tr("cannot be read")
        done, count = sweep.count("finished", "pruned", "failed"), sweep.count()
        text = self.tr("{done} of {count} done").format(done=f"{done:,}", count=f"{count:,}")
        return text if sweep.best is None else self.tr("{text}, best {best} %").format(
            text=text, best=f"{100 * sweep.best:.1f}")

    def _on_changed(self) -> None:
        if not self._is_loading and self.name:
            self.sweep_chosen.emit(self.name)


def _when(sweep: SweepSummary) -> str:
    try:
        return datetime.fromisoformat(sweep.created).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return ""
