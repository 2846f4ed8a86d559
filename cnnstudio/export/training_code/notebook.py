"""Writes a training as a Jupyter notebook that explains itself and runs from top to bottom."""

import json
from collections.abc import Iterator
from typing import Any

from cnnstudio.export.training_code import notebook_text as words
from cnnstudio.export.training_code.augment_text import augment_code
from cnnstudio.export.training_code.batch_text import batch_code
from cnnstudio.export.training_code.folder_text import folder_code
from cnnstudio.export.training_code.loop_text import loop_code
from cnnstudio.export.training_code.plan import CodePlan
from cnnstudio.export.training_code.recipe_text import ending_code, loss_code, optimizer_code, rate_code
from cnnstudio.export.training_code.script import (
    constants,
    imports,
    needed_libraries,
    network_code,
    plain_note,
)
from cnnstudio.export.training_code.start_text import start_code

DEFINITIONS = "definitions"
"""Tag of the cells that only define things: they need no images, and no matplotlib."""

_Cell = tuple[str, str, bool]
"""``"markdown"`` or ``"code"``, the text, and whether it only defines things."""


def training_notebook(plan: CodePlan) -> str:
    """Return the JSON of a notebook, format 4.5, without outputs; raises as `training_script`."""
    cells = [_document(number, *cell) for number, cell in enumerate(_cells(plan), 1)]
    document = {
        "cells": cells, "nbformat": 4, "nbformat_minor": 5,
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
                     "language_info": {"name": "python"}}}
    return json.dumps(document, indent=1, ensure_ascii=True) + "\n"


def notebook_code(text: str, *, definitions_only: bool = False) -> str:
    """Return the code cells of a notebook's JSON as one program, those that only define things if asked."""
    cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]
    chosen = [cell for cell in cells if not definitions_only or DEFINITIONS in cell["metadata"].get("tags", ())]
    return "\n\n\n".join("".join(cell["source"]) for cell in chosen) + "\n"


def _document(number: int, kind: str, text: str, defines: bool) -> dict[str, Any]:
    lines = [line + "\n" for line in text.split("\n")]
    cell: dict[str, Any] = {
        "cell_type": kind, "id": f"cell-{number:02}", "metadata": {"tags": [DEFINITIONS]} if defines else {},
        "source": [*lines[:-1], lines[-1].rstrip("\n")]}
    return cell | {"execution_count": None, "outputs": []} if kind == "code" else cell


def _cells(plan: CodePlan) -> Iterator[_Cell]:
    yield from _beginning(plan)
    yield from _training(plan)
    yield from _looking(plan)


def _beginning(plan: CodePlan) -> Iterator[_Cell]:
    yield _says(_title(plan))
    yield _defines(imports(plan))
    yield _does("import matplotlib.pyplot as plt")
    yield _says(words.FOLDER_WORDS)
    yield _defines(words.FOLDER_CELL)
    yield _says(words.SETTINGS_WORDS)
    yield _defines(constants(plan))
    yield _says(words.LOAD_WORDS)
    yield _defines(_joined(folder_code(plan)))
    yield _does(words.LOAD_CELL)
    is_changed = not plan.augment.is_identity
    yield _says(words.BATCH_WORDS.replace("AUGMENTED", words.AUGMENTED_WORDS if is_changed else ""))
    yield _defines(_joined([*augment_code(plan), *batch_code(plan)]))
    yield _does(words.SHOW_CELL)


def _training(plan: CodePlan) -> Iterator[_Cell]:
    yield _says(words.NETWORK_WORDS)
    yield _defines(network_code(plan))
    yield _says(words.START_WORDS)
    yield _defines(_joined(start_code(plan)).replace("Path(__file__).with_name(START_WEIGHTS)", "Path(START_WEIGHTS)"))
    yield _says(words.RECIPE_WORDS)
    yield _defines(_joined([*loss_code(plan), rate_code(plan), optimizer_code(plan), *ending_code(plan)]))
    yield _says(words.TRAIN_WORDS)
    yield _defines(_joined(loop_code(plan)))
    yield _does(words.TRAIN_CELL)


def _looking(plan: CodePlan) -> Iterator[_Cell]:
    yield _says(words.CURVES_WORDS)
    yield _does(words.CURVES_CELL)
    yield _says(words.CONFUSION_WORDS)
    yield _does(words.CONFUSION_CELL)
    if plan.grad_cam_layer:
        yield _says(words.CAM_WORDS)
        yield _defines(f"LAYER = {plan.grad_cam_layer!a}\n\n\n{words.CAM_CELL}")
        yield _does(words.CAM_SHOW_CELL)


def _title(plan: CodePlan) -> str:
    needed = needed_libraries(plan)
    notes = "".join(f"\n* {plain_note(note)}" for note in plan.notes)
    names = " ".join([*(library.split()[0] for library in needed), "matplotlib"])
    return words.TITLE.replace("LIBRARIES", ", ".join(needed)).replace("NAMES", names).replace(
        "NOTES", f"\n\nWhat to know:\n{notes}" if notes else "")


def _says(text: str) -> _Cell:
    return "markdown", text, False


def _does(text: str) -> _Cell:
    return "code", text, False


def _defines(text: str) -> _Cell:
    return "code", text, True


def _joined(parts: list[str]) -> str:
    return "\n\n\n".join(parts)
