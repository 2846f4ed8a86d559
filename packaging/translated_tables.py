"""Which texts of the core's tables are shown, and the context their translations are collected and looked up by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class TranslatedTable:
    """Texts that stay English in a table and are translated where they are shown.

    Attributes
    ----------
    module : where the table stands
    name : of the table, a class's attribute (``"CacheJob.title"``), or a function that returns the table
    context : what ``translate`` is given with each text
    fields : of its rows, ``"parameters.title"`` for rows in rows; empty when the table holds nothing but texts, in
        which case a single text, a sequence's items and a mapping's values count, also one in another
    """

    module: str
    name: str
    context: str
    fields: tuple[str, ...] = ()


def _settings(module: str, name: str) -> TranslatedTable:
    return TranslatedTable(f"cnnstudio.{module}", f"{name}.model_fields", name, ("title", "description"))


def _texts(module: str, *names: str) -> tuple[TranslatedTable, ...]:
    context = module.split(".", 1)[0]
    return tuple(TranslatedTable(f"cnnstudio.{module}", name, context) for name in names)


def _rows(module: str, name: str, *fields: str) -> TranslatedTable:
    return TranslatedTable(f"cnnstudio.{module}", name, module.split(".", 1)[0], fields)


TABLES: tuple[TranslatedTable, ...] = (
    TranslatedTable("cnnstudio.network.registry", "layer_kinds", "LayerKind",
                    ("title", "help", "parameters.title", "parameters.help")),
    TranslatedTable("cnnstudio.network.presets", "PRESETS", "Presets", ("title", "description")),
    _settings("data.config", "AugmentConfig"),
    _settings("data.config", "PreprocessConfig"),
    _settings("data.config", "SplitConfig"),
    _settings("training.config", "TrainConfig"),
    _settings("sweeps.plan", "SweepPlan"),
    _rows("data.samples", "SAMPLES", "title", "description"),
    _rows("data.folder.file_properties", "PROPERTIES", "title"),
    _rows("data.health.pictures", "LIGHT_CHECKS", "one", "many", "detail"),
    _rows("explain.explanation", "METHODS", "title", "help"),
    _rows("explain.color_maps", "COLOR_MAP_INFOS", "title", "warning"),
    _rows("explain.color_maps", "VISIONS", "title"),
    _rows("explain.map_files", "FILE_KINDS", "title", "help"),
    _rows("explain.trials.fills", "FILLS", "title", "help"),
    _rows("explain.audit.detectors", "DETECTORS", "title", "blind_spots"),
    _rows("explain.audit.words", "LEVELS", "title", "text"),
    _rows("training.optimizers", "OPTIMIZERS", "title", "help"),
    _rows("training.recipe", "GROUPS", "title"),
    _rows("training.recipe", "CONDITIONS", "reason"),
    _rows("cli.program", "COMMANDS", "help"),
)


def table_texts() -> Iterator[tuple[str, str, str]]:
    """Yield context, text and place of every text of `TABLES`, in their order; a text may come twice."""
    for table in TABLES:
        for text in _texts_of(table):
            if text.strip():
                yield table.context, text, f"{table.module}.{table.name}"


def _texts_of(table: TranslatedTable) -> Iterator[str]:
    found: Any = reduce(getattr, table.name.split("."), import_module(table.module))
    if callable(found):
        found = found()
    if not table.fields:
        yield from _plain(found)
    for row in _items(found) if table.fields else ():
        for field in table.fields:
            yield from _field(row, field.split("."))


def _field(row: Any, names: list[str]) -> Iterator[str]:
    value = getattr(row, names[0])
    if names[1:]:
        for inner in _items(value):
            yield from _field(inner, names[1:])
    elif value is not None:
        yield from _plain(value)


def _plain(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (Mapping, tuple, list, frozenset)):
        for item in _items(value):
            yield from _plain(item)


def _items(table: Any) -> Iterator[Any]:
    return iter(table.values() if isinstance(table, Mapping) else table)
