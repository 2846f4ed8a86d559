"""The list of tables whose texts are translated where they are shown."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from cnnstudio.network.registry import layer_kinds

_FILE = Path(__file__).parents[3] / "packaging" / "translated_tables.py"


@pytest.fixture(name="tables", scope="module")
def tables_fixture() -> Iterator[ModuleType]:
    spec = importlib.util.spec_from_file_location("translated_tables", _FILE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["translated_tables"] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules["translated_tables"]


def test_each_table_gives_at_least_one_text(tables: ModuleType) -> None:
    given = {where for _context, _text, where in tables.table_texts()}
    assert given == {f"{table.module}.{table.name}" for table in tables.TABLES}


def test_the_texts_are_those_of_the_rows(tables: ModuleType) -> None:
    texts = {text for context, text, _where in tables.table_texts() if context == "LayerKind"}
    assert {kind.title for kind in layer_kinds().values()} <= texts
    parameters = [parameter for kind in layer_kinds().values() for parameter in kind.parameters]
    assert {parameter.help for parameter in parameters if parameter.help} <= texts


def test_a_field_that_is_not_there_is_told(tables: ModuleType) -> None:
    wrong = tables.TranslatedTable("cnnstudio.network.presets", "PRESETS", "Presets", ("titel",))
    with pytest.raises(AttributeError, match="titel"):
        list(tables._texts_of(wrong))
