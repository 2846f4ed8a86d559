"""Curves of runs with the choice of what is drawn: loss or accuracy, training or validation, over epochs or time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from cnnstudio.ui.cards import described
from cnnstudio.ui.many_curves import ManyCurve, ManyCurves

if TYPE_CHECKING:
    from cnnstudio.runs.curves import MeanCurve, RunCurve

_PLOT_PX = 230


@dataclass(frozen=True, slots=True, eq=False)
class CurveOwner:
    """A run or group whose curves are drawn."""

    name: str
    """At the ends of its curves."""
    curves: "Sequence[RunCurve]"
    mean: "MeanCurve | None" = None
    """Drawn with its band over the faint ``curves``, when there is one."""


class CurveChooser(QWidget):
    """The plot below the choices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curve_chooser")
        self._owners: tuple[CurveOwner, ...] = ()
        self.plot = ManyCurves("run_curves", self.tr("Curves of the runs"))
        self.plot.setMinimumHeight(_PLOT_PX)
        self._what = self._choice("curve_figure", self.tr("What is drawn"), (
            ("accuracy", self.tr("Accuracy")), ("loss", self.tr("Loss"))))
        self._split = self._choice("curve_split", self.tr("Of which images"), (
            ("val", self.tr("validation")), ("train", self.tr("training")), ("both", self.tr("both, training faint"))))
        self._axis = self._choice("curve_axis", self.tr("Over what"), (
            ("epochs", self.tr("over epochs")), ("seconds", self.tr("over seconds of training"))))
        self._log = described(QCheckBox(self.tr("log")), "curve_log", self.tr("Logarithmic scale"),
                              self.tr("Logarithmic scale: small losses late in a training become visible"))
        self._log.toggled.connect(self._draw)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._what, self._split, self._axis, self._log):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.plot, 1)

    def _choice(self, name: str, title: str, choices: Sequence[tuple[str, str]]) -> QComboBox:
        box = described(QComboBox(), name, title)
        for key, text in choices:
            box.addItem(text, key)
        box.currentIndexChanged.connect(self._draw)
        return box

    def show_owners(self, owners: Sequence[CurveOwner]) -> None:
        """Show the curves of ``owners``."""
        self._owners = tuple(owners)
        self.plot.set_hidden(())
        self._draw()

    def set_hidden(self, owners: Collection[int]) -> None:
        """Hide the curves of some."""
        self.plot.set_hidden(owners)

    def _draw(self, *_: object) -> None:
        what, is_loss = self._what.currentData(), self._what.currentData() == "loss"
        self._log.setVisible(is_loss)
        splits = ("train", "val") if self._split.currentData() == "both" else (self._split.currentData(),)
        curves = [curve for number, owner in enumerate(self._owners) for split in splits
                  for curve in self._curves(number, owner, f"{split}_{what}", is_beside=split != splits[-1])]
        title = self.tr("epoch") if self._axis.currentData() == "epochs" else self.tr("seconds of training")
        self.plot.show_curves(curves, title, is_percent=not is_loss, is_log=is_loss and self._log.isChecked())

    def _curves(self, number: int, owner: CurveOwner, figure: str, *, is_beside: bool) -> list[ManyCurve]:
        """Return an owner's lines: its own, or those of its members with mean and band."""
        axis = self._axis.currentData()
        is_one = len(owner.curves) == 1 and owner.mean is None
        lines = [ManyCurve(number, owner.name if is_one and not is_beside else "", getattr(curve, axis),
                           curve.values[figure], is_faint=is_beside or not is_one)
                 for curve in owner.curves]
        if owner.mean is None:
            return lines
        mean = owner.mean
        spread = mean.deviations[figure] if np.any(mean.deviations[figure]) else None
        return [*([] if is_beside else lines),
                ManyCurve(number, "" if is_beside else owner.name, getattr(mean, axis), mean.values[figure],
                          is_faint=is_beside, spread=None if is_beside else spread)]
