"""Writes what a run is and what it looks at as one HTML page that needs no other file."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from cnnstudio.explain.explanation import png_bytes
from cnnstudio.network.document import from_document
from cnnstudio.network.layer_table import rows
from cnnstudio.storage import write_text
from cnnstudio.training.metrics import Evaluation
from cnnstudio.training.verdict import verdict
from cnnstudio.workspace.report_curves import Curve, plot

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from cnnstudio.runs.record import RunRecord

_TEMPLATE = "report_template.html"


@dataclass(frozen=True, slots=True, eq=False)
class ReportPicture:
    """One image with its heatmap."""

    title: str
    """File name."""
    true_class: str
    predicted_class: str
    probability: float
    """Of the predicted class."""
    target_class: str
    """The class the heatmap is for."""
    image: "NDArray[np.uint8]"
    """(H, W, 3) RGB."""
    overlay: "NDArray[np.uint8]"
    """(H, W, 3) RGB."""
    layer: str
    """Where the heatmap was made."""
    cells: tuple[int, ...]
    """(h, w) of that layer's map."""
    evidence: str

    @property
    def is_right(self) -> bool:
        """Whether the answer is the truth."""
        return self.true_class == self.predicted_class


def write_report(path: Path, record: "RunRecord", evaluation: Evaluation, pictures: Sequence[ReportPicture]) -> None:
    """Write the page; whole or not at all.

    Raises
    ------
    StorageError
        Naming ``path`` when it cannot be written.
    """
    write_text(path, report_html(record, evaluation, pictures))


def report_html(record: "RunRecord", evaluation: Evaluation, pictures: Sequence[ReportPicture]) -> str:
    """Return the page: summary, curves, confusion matrix, classes, heatmaps, network, settings."""
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
                                     lstrip_blocks=True)
    environment.filters.update(percent=_percent, picture=_data_uri, times=_times, moment=_moment)
    template = environment.from_string(Path(__file__).with_name(_TEMPLATE).read_text("utf-8"))
    return template.render(
        record=record, evaluation=evaluation, pictures=pictures, verdict=verdict(record.history),
        layers=rows(from_document(record.graph)), curves=_curves(record), settings=_settings(record),
        cells=_cells(evaluation))


def _curves(record: "RunRecord") -> dict[str, str]:
    """Return the two plots as SVG, which the template takes as it is: it holds numbers and our own words only."""
    rows_ = record.history
    loss = plot("Loss by epoch", [Curve("train", [row.train_loss for row in rows_]),
                                  Curve("validation", [row.val_loss for row in rows_])])
    accuracy = plot("Accuracy by epoch", [Curve("train", [row.train_accuracy for row in rows_]),
                                          Curve("validation", [row.val_accuracy for row in rows_])],
                    limits=(0.0, 1.0), as_percent=True)
    return {"Loss": loss, "Accuracy": accuracy}


def _settings(record: "RunRecord") -> dict[str, list[tuple[str, Any]]]:
    """Return every setting by its title."""
    parts = {"Images": record.preprocess, "Split": record.split, "Augmentation": record.augment,
             "Training": record.train}
    return {title: [(str(info.title), getattr(config, name)) for name, info in type(config).model_fields.items()]
            for title, config in parts.items()}


def _cells(evaluation: Evaluation) -> list[tuple[str, list[tuple[int, float]]]]:
    """Return (class, [(count, share of its row)]) for each row of the confusion matrix."""
    names = [score.name for score in evaluation.per_class]
    return [(name, [(int(count), float(count) / max(1, int(row.sum()))) for count in row])
            for name, row in zip(names, evaluation.confusion, strict=True)]


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share * 100:.1f} %"


def _times(shape: Sequence[int] | None) -> str:
    return " × ".join(map(str, shape)) if shape else "?"


def _moment(created: str) -> str:
    """Return ``"2026-11-22 14:03 UTC"``."""
    return f"{datetime.fromisoformat(created).astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _data_uri(pixels: "NDArray[np.uint8]") -> str:
    return "data:image/png;base64," + base64.b64encode(png_bytes(pixels)).decode("ascii")
