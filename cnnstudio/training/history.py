"""The epochs of a training as rows: to and from JSON and CSV."""

import csv
import io
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import Annotated, Any

from pydantic import Field, TypeAdapter, ValidationError

from cnnstudio.errors import InputError
from cnnstudio.training.events import EpochEnded, LayerFigures
from cnnstudio.wording import translate

COLUMNS: tuple[str, ...] = tuple(
    field.name for field in fields(EpochEnded) if field.name not in ("layers", "recalls"))
"""What a row of a table holds: a number or a truth each."""
_LAYERS = TypeAdapter(tuple[LayerFigures, ...])
_RECALLS = TypeAdapter(tuple[Annotated[float, Field(ge=0, le=1)] | None, ...])


@dataclass(frozen=True, slots=True)
class History:
    """The rows of a training, epoch 1 first."""

    rows: tuple[EpochEnded, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[EpochEnded]:
        return iter(self.rows)

    def with_row(self, row: EpochEnded) -> "History":
        """Return a history with one more row."""
        return History((*self.rows, row))

    @property
    def best(self) -> EpochEnded | None:
        """The row with the lowest validation loss, the first of equal ones; None without rows."""
        return min(self.rows, key=lambda row: row.val_loss, default=None)

    @property
    def best_epoch(self) -> int:
        """The epoch of `best`; 0 without rows."""
        return self.best.epoch if self.best else 0

    def column(self, name: str) -> list[Any]:
        """Return one field of every row."""
        return [getattr(row, name) for row in self.rows]


def to_rows(history: Iterable[EpochEnded]) -> list[dict[str, Any]]:
    """Return one JSON object an epoch."""
    return [asdict(row) for row in history]


def from_rows(rows: object) -> History:
    """Read what `to_rows` wrote.

    Raises
    ------
    InputError
        Naming the row and the field that is missing or not a finite number; epochs must be 1, 2, 3, ...
    """
    if not isinstance(rows, list):
        raise InputError(translate("training", "The history is not a list of epochs."))
    history = History(tuple(_row(number, row) for number, row in enumerate(rows, start=1)))
    for number, row in enumerate(history, start=1):
        if row.epoch != number:
            raise InputError(translate(
                "training", "Row {number} of the history says it is epoch {epoch}.", number=number, epoch=row.epoch))
    return history


def to_csv(history: Iterable[EpochEnded]) -> str:
    """Return a table with a header line; numbers are written so that reading gives the same ones.

    What is known of each layer and each class is left out.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(to_rows(history))
    return text.getvalue()


def from_csv(text: str) -> History:
    """Read what `to_csv` wrote, into rows without layers and recalls; InputError as `from_rows`."""
    rows = [{name: _parsed(name, cell) for name, cell in row.items()} for row in csv.DictReader(io.StringIO(text))]
    return from_rows(rows)


def _parsed(name: str, cell: str) -> object:
    if name == "is_best":
        return {"True": True, "False": False}.get(cell, cell)
    try:
        return int(cell) if name == "epoch" else float(cell)
    except (TypeError, ValueError):
        return cell


def _row(number: int, row: object) -> EpochEnded:
    if not isinstance(row, Mapping):
        raise InputError(translate("training", "Row {number} of the history is not an object.", number=number))
    values = {name: _value(number, name, row.get(name)) for name in COLUMNS}
    return EpochEnded(**values, layers=_layers(number, row.get("layers", ())),
                      recalls=_recalls(number, row.get("recalls", ())))


def _layers(number: int, layers: object) -> tuple[LayerFigures, ...]:
    """Read the figures of the layers; what is wrong with them is said by their own type."""
    try:
        return _LAYERS.validate_python(layers)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise InputError(translate(
            "training", "Row {number} of the history: layers {place} cannot be used.", number=number,
            place=place)) from error


def _recalls(number: int, recalls: object) -> tuple[float | None, ...]:
    try:
        return _RECALLS.validate_python(recalls)
    except ValidationError as error:
        raise InputError(translate(
            "training", "Row {number} of the history: recalls is {recalls!r:.80}, which cannot be used.", number=number,
            recalls=recalls)) from error


def _value(number: int, name: str, value: object) -> Any:
    if name == "is_best":
        usable = isinstance(value, bool)
    elif name == "epoch":
        usable = isinstance(value, int) and not isinstance(value, bool)
    else:
        usable = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    if not usable:
        raise InputError(translate(
            "training", "Row {number} of the history: {name} is {value!r}, which cannot be used.", number=number,
            name=name, value=value))
    return value
