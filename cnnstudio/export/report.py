"""A training as one HTML page that needs nothing else: curves, confusion matrix, scores, heatmaps, settings."""

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cnnstudio.export import curves
from cnnstudio.export import network_drawing as drawing
from cnnstudio.export.curves import Chart, chart
from cnnstudio.export.page_template import page_template
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_table import LayerRow
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.metrics import ClassScore, Evaluation, wilson_interval
from cnnstudio.wording import translate

_SMALL_PX = 80
_COLUMNS, _LETTERS = 6, 1.16
"""Boxes a line in the drawing of the network, and how much wider than Inter's the letters of a reader may be."""
INFERNO = ("#000004", "#420a68", "#932667", "#dd513a", "#fca50a", "#fcffa4")
"""The default colour map in six steps, from no evidence to the strongest."""


@dataclass(frozen=True, slots=True)
class ReportExample:
    """One image with its heatmap."""

    image: bytes
    """PNG."""
    overlay: bytes
    """PNG of the same image under its heatmap."""
    true_class: str
    """Empty where it is not known."""
    predicted: str
    probability: float
    """Of the predicted class, 0 to 1."""
    target: str = ""
    """The class the heatmap is for; empty for the predicted one."""
    title: str = ""
    """File name."""
    evidence: str = ""
    """Where the evidence lies, in words."""

    @property
    def is_right(self) -> bool:
        """Whether the answer is the truth."""
        return self.true_class == self.predicted

    @property
    def is_small(self) -> bool:
        """Whether the picture is so small that its pixels should stay sharp squares when enlarged."""
        # The width stands in bytes 16 to 19 of every PNG (RFC 2083, section 4.1.1).
        return int.from_bytes(self.image[16:20], "big") < _SMALL_PX


@dataclass(frozen=True, slots=True)
class SettingsGroup:
    """Settings under one heading."""

    title: str
    rows: tuple[tuple[str, str], ...]
    """(name, value)."""


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table of texts under a heading of its own, with a sentence before it."""

    title: str
    lead: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class ReportText:
    """Paragraphs under a heading of their own."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ReportData:
    """Everything the page shows; all text may come from users and is escaped."""

    title: str
    created: str
    folder: str
    network: Sequence[LayerRow] = ()
    settings: tuple[SettingsGroup, ...] = ()
    history: Sequence[EpochEnded] = ()
    evaluation: Evaluation | None = None
    examples: tuple[ReportExample, ...] = ()
    verdict: str = ""
    """What the history says, in words."""
    versions: tuple[tuple[str, str], ...] = ()
    """(library, version)."""
    graph: NetworkGraph | None = None
    """The network itself, for its drawing; None for none."""
    network_name: str = ""
    evaluated_on: str = "validation images"
    heatmap_colors: tuple[str, ...] = INFERNO
    """CSS colours of the overlays' scale, from none to strongest."""
    parts: tuple[ReportTable | ReportText, ...] = ()
    """What stands after the examples, in this order."""


@dataclass(frozen=True, slots=True)
class _MatrixCell:
    count: int
    strength: float
    """Opacity of the shading."""
    is_right: bool
    hint: str


def build_report(data: ReportData) -> str:
    """Return the page: HTML with its styles, drawings and pictures inside, without scripts or links.

    Raises
    ------
    StorageError
        When the program's own template cannot be read.
    """
    template = page_template("report", percent=percent, count=_count, shape=_shape, png=_data_uri, seconds=_seconds)
    best = min(data.history, key=lambda row: row.val_loss, default=None)
    return template.render(
        data=data, evaluation=data.evaluation, best=best, charts=charts(data.history), area=curves,
        matrix=list(_matrix(data.evaluation)) if data.evaluation else [],
        intervals=[_recall_interval(data.evaluation, number) for number in range(len(data.evaluation.per_class))]
        if data.evaluation else [],
        strips=() if data.graph is None else drawing.network_drawing(data.graph, _COLUMNS, letters=_LETTERS),
        drawing=drawing,
        totals=(sum(row.weights for row in data.network), sum(row.multiply_adds for row in data.network)))


def charts(history: Sequence[EpochEnded]) -> tuple[Chart, ...]:
    """Return the plots of loss and accuracy over the epochs; none without epochs."""
    if not history:
        return ()
    best = min(history, key=lambda row: row.val_loss).epoch
    losses = (("training", [row.train_loss for row in history]), ("validation", [row.val_loss for row in history]))
    rates = (("training", [row.train_accuracy for row in history]),
             ("validation", [row.val_accuracy for row in history]))
    return (chart(translate("export", "Loss"), translate("export", "loss (nats)"), losses, best_epoch=best),
            chart(translate("export", "Accuracy"), translate(
                "export", "images right"), rates, best_epoch=best, highest=1.0, text=_axis_percent))


def percent(share: float | None) -> str:
    """Write a share with one decimal, or a dash where there is none."""
    return "–" if share is None else f"{100 * share:.1f} %"


def _axis_percent(share: float) -> str:
    return f"{100 * share:.4g} %"


def _count(number: int) -> str:
    return f"{number:,}"


def _seconds(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return translate(
        "export", "{minutes:,} min {rest} s", minutes=minutes, rest=rest) if minutes else f"{seconds:.1f} s"


def _shape(shape: Sequence[int] | None) -> str:
    return " × ".join(map(str, shape)) if shape else "?"


def _data_uri(png: bytes) -> str:
    return "data:image/png;base64," + base64.b64encode(png).decode("ascii")


def _matrix(evaluation: Evaluation) -> Iterator[tuple[ClassScore, list[_MatrixCell]]]:
    """Yield (true class, cells) with each cell shaded by its share of the row."""
    names = [score.name for score in evaluation.per_class]
    for place, (score, counts) in enumerate(zip(evaluation.per_class, evaluation.confusion, strict=True)):
        total = max(1, int(counts.sum()))
        yield score, [_cell(int(count), total, column == place, score.name, names[column])
                      for column, count in enumerate(counts)]


def _cell(count: int, total: int, is_right: bool, true: str, predicted: str) -> _MatrixCell:
    # At least 8 % where there is anything, so that a single mistake is seen; at most 50 %, so that text stays legible.
    strength = 0.08 + 0.42 * count / total if count else 0.0
    return _MatrixCell(count, round(strength, 3), is_right, translate(
        "export", "{true} taken for {predicted}: {count} of {total}", true=true, predicted=predicted, count=count,
        total=total))


def _recall_interval(evaluation: Evaluation, number: int) -> tuple[float, float] | None:
    """Return Wilson's 95 % interval of a class's recall; None for a class without images."""
    support = evaluation.per_class[number].support
    return wilson_interval(int(evaluation.confusion[number, number]), support) if support else None
