"""How the images are distributed, as small charts: classes and splits, sizes, proportions, brightness."""

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cnnstudio.ui.data.bar_chart import ALL_PIECES, BarChart, BarData
from cnnstudio.ui.elided_label import ElidedLabel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cnnstudio.data.health.distributions import Distributions, Histogram
    from cnnstudio.ui.data.health_loader import Figures, HealthFacts

_NARROWEST_PX = 152
_MARGIN_PX, _GAP_PX, _ROW_GAP_PX = 16, 16, 8
_SPLIT_TOKENS = {"train": "train_curve", "validation": "val_curve", "test": "good", "undivided": "quiet"}
_HISTOGRAMS = ("width", "height", "aspect", "brightness")


def _tr(text: str) -> str:
    return QCoreApplication.translate("DistributionView", text)


class DistributionView(QWidget):
    """Charts in as many columns as there is room for; a click on a bar asks for its images."""

    class_requested = Signal(int, str)
    """A class index, and a split or an empty text for all."""
    rows_requested = Signal(str, object)
    """A title and the places in the scan, (M,) int64."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Distributions | None = None
        self._figures: Figures | None = None
        self.charts = {name: BarChart(f"chart_{name}", self) for name in ("classes", *_HISTOGRAMS)}
        self.charts["classes"].bar_chosen.connect(self._on_class)
        for name in _HISTOGRAMS:
            self.charts[name].bar_chosen.connect(partial(self._on_bar, name))
        self._kinds = ElidedLabel("", "caption", name="file_kinds")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(_GAP_PX)
        self._grid.setVerticalSpacing(_ROW_GAP_PX)
        self._columns = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, 4, _MARGIN_PX, 4)
        column.setSpacing(6)
        column.addLayout(self._grid)
        column.addWidget(self._kinds)
        column.addStretch(1)
        self._arrange(3)

    def show_facts(self, facts: "HealthFacts") -> None:
        """Show the distributions of ``facts``."""
        found = facts.distributions
        self._found, self._figures = found, facts.figures   # not the facts, which hold the folder they are about
        for name, data in bar_data(found).items():
            self.charts[name].set_data(data)
        kinds = "  ·  ".join(f"{kind} {count:,}" for kind, count in found.kinds)
        self._kinds.setText(_tr("Files: {kinds}").format(kinds=kinds))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Put as many charts beside each other as can be read."""
        super().resizeEvent(event)
        wanted = self._columns_in(event.size().width())
        if wanted != self._columns:
            self._arrange(wanted)

    def _columns_in(self, width_px: int) -> int:
        room = width_px - 2 * _MARGIN_PX + _GAP_PX
        return max(1, min(len(self.charts), room // (_NARROWEST_PX + _GAP_PX)))

    def height_at(self, width_px: int) -> int:
        """Return the height that shows all charts in a view of this width."""
        rows = -(-len(self.charts) // self._columns_in(width_px))
        chart = next(iter(self.charts.values())).sizeHint().height()
        return rows * (chart + _ROW_GAP_PX) + self._kinds.sizeHint().height() + _ROW_GAP_PX

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        spare = columns * -(-len(self.charts) // columns) - len(self.charts)
        place = 0
        for number, chart in enumerate(self.charts.values()):
            span = 1 + spare if number == 0 else 1  # the classes have the room that is left
            self._grid.addWidget(chart, place // columns, place % columns, 1, min(span, columns))
            place += min(span, columns)
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _on_class(self, bar: int, piece: int) -> None:
        if self._found is not None:
            splits = self._found.splits
            split = splits[piece] if piece != ALL_PIECES else ""
            self.class_requested.emit(bar, split if split in ("train", "validation", "test") else "")

    def _on_bar(self, name: str, bar: int, _piece: int) -> None:
        if self._found is None or self._figures is None:
            return
        histogram = _histograms(self._found)[name]
        values = _values(self._figures, name, histogram)
        title = _words(name, histogram, bar).rpartition(":")[0]
        self.rows_requested.emit(title, self._figures.rows[in_bar(values, histogram.edges, bar)])


def bar_data(found: "Distributions") -> dict[str, BarData]:
    """Return what each chart shows."""
    counts = np.array(found.per_class, np.int64).reshape(len(found.class_names), len(found.splits))
    tokens = tuple(_SPLIT_TOKENS[split] for split in found.splits)
    first, last = (found.class_names[0], found.class_names[-1]) if found.class_names else ("", "")
    result = {"classes": BarData(_tr("Classes"), counts, tokens, partial(_class_words, found), (first, "", last),
                                 found.splits if len(found.splits) > 1 else ())}
    for name, histogram in _histograms(found).items():
        result[name] = BarData(_title(name), np.array(histogram.counts, np.int64)[:, None], ("accent",),
                               partial(_words, name, histogram), _ticks(name, histogram))
    return result


def in_bar(values: "NDArray[np.float64]", edges: tuple[float, ...], bar: int) -> "NDArray[np.bool_]":
    """Return which values (N,) lie in a bar, as `numpy.histogram` counts: the last one holds its right edge too."""
    is_last = bar == len(edges) - 2
    return (values >= edges[bar]) & ((values < edges[bar + 1]) | (is_last & (values == edges[bar + 1])))


def _values(figures: "Figures", name: str, histogram: "Histogram") -> "NDArray[np.float64]":
    if name == "aspect":
        return np.clip(figures.widths / figures.heights, histogram.edges[0], histogram.edges[-1])
    return {"width": figures.widths, "height": figures.heights, "brightness": figures.brightness}[name]


def _histograms(found: "Distributions") -> "dict[str, Histogram]":
    return {"width": found.widths, "height": found.heights, "aspect": found.aspects, "brightness": found.brightness}


def _title(name: str) -> str:
    return {"width": _tr("Width, pixels"), "height": _tr("Height, pixels"), "aspect": _tr("Width : height"),
            "brightness": _tr("Brightness")}[name]


def _class_words(found: "Distributions", bar: int) -> str:
    parts = [f"{count:,} {split}" for split, count in zip(found.splits, found.per_class[bar], strict=True) if count]
    return f"{found.class_names[bar]}: " + (" · ".join(parts) or _tr("no images"))


def _words(name: str, histogram: "Histogram", bar: int) -> str:
    low, high = histogram.edges[bar], histogram.edges[bar + 1]
    count = histogram.counts[bar]
    images = _tr("1 image") if count == 1 else _tr("{count} images").format(count=f"{count:,}")
    return f"{_range_words(name, low, high)}: {images}"


def _range_words(name: str, low: float, high: float) -> str:
    if name == "aspect":
        return _tr("From {low} to {high}").format(low=_ratio(low), high=_ratio(high)).replace(":", "∶")
    if name == "brightness":
        return _tr("Brightness {low} to {high}").format(low=f"{low:.0%}", high=f"{high:.0%}")
    last = int(high) - 1
    side = _tr("Width") if name == "width" else _tr("Height")
    return f"{side} {int(low):,} px" if last <= low else f"{side} {int(low):,}–{last:,} px"


def _ratio(aspect: float) -> str:
    return f"{aspect:.2g} : 1" if aspect >= 1 else f"1 : {1 / aspect:.2g}"


def _ticks(name: str, histogram: "Histogram") -> tuple[str, str, str]:
    if name == "aspect":
        return _ratio(histogram.edges[0]), "1 : 1", _ratio(histogram.edges[-1])
    if name == "brightness":
        return _tr("dark"), "50%", _tr("bright")
    low, high = int(histogram.edges[0]), int(histogram.edges[-1]) - 1
    return ("", f"{low:,}", "") if high <= low else (f"{low:,}", "", f"{high:,}")
