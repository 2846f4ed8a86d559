"""What is said of one run or group in the panel beside the table: titles, texts and tips."""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnstudio.runs.group_results import GroupSummary, Row
from cnnstudio.runs.start import RunStart
from cnnstudio.runs.summaries import RunSummary
from cnnstudio.training.recipe import is_read
from cnnstudio.ui.field_texts import field_title, value_text
from cnnstudio.ui.runs.columns import accuracy_text, augmentation_text, created_text, percent, status_text

FLATTERING: Any = QT_TRANSLATE_NOOP(
    "run_facts", "The best epoch was chosen on these same images, so this figure is slightly flattering. Test images, "
                 "which played no part, tell the rest.")
KEPT: Any = QT_TRANSLATE_NOOP("run_facts", "Weights of single epochs, to look back at under Epochs in Look inside.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("run_facts", text)


def fact_texts(run: Row) -> list[tuple[str, str, str]]:
    """Return title, text and tip of each thing that is known."""
    facts = _of_group(run) if isinstance(run, GroupSummary) else _of_run(run)
    return [fact for fact in facts if fact[1]]


def _of_run(run: Row) -> list[tuple[str, str, str]]:
    if isinstance(run, GroupSummary):
        return []
    counts = ", ".join(f"{count:,} {split}" for split, count in run.counts if count)
    best = _tr("{best} of {all}").format(best=run.best_epoch, all=run.epochs)
    return [
        (_tr("Validation"), accuracy_text(run), _tr(FLATTERING)), (_tr("Training"), percent(run.train_accuracy), ""),
        (_tr("Status"), run.message or status_text(run), ""), (_tr("Best epoch"), best, _tr(FLATTERING)),
        (_tr("Network"), run.network_name, ""), (_tr("Started from"), *_start_texts(run.start)),
        (_tr("Images"), counts, ""), (_tr("Kept epochs"), _kept_text(run), _tr(KEPT)), *_common(run)]


def _kept_text(run: RunSummary) -> str:
    """Return how many epochs can be looked back at, and the room their weights take."""
    return _tr("{count} ({size} MB)").format(
        count=run.kept_epochs, size=f"{run.kept_bytes / 1e6:,.1f}") if run.kept_epochs else ""


def _start_texts(start: RunStart | None) -> tuple[str, str]:
    """Return what a run started from, and its layers in a tip."""
    if start is None:
        return "", ""
    all_layers = len(start.layers) + len(start.differences)
    text = _tr("{name}: {count} of {all} layers").format(name=start.source, count=len(start.layers), all=all_layers)
    lines = [_tr("Taken over: {layers}").format(layers=", ".join(start.layers))]
    if start.differences:
        lines.append(_tr("Not: {differences}").format(differences="; ".join(start.differences)))
    return text, "\n".join((*lines, start.path))


def _of_group(group: GroupSummary) -> list[tuple[str, str, str]]:
    return [(_tr("Training"), percent(group.train_accuracy), ""), (_tr("Status"), status_text(group), ""),
            (_tr("Network"), group.network_name, ""), *_common(group)]


def _common(run: Row) -> list[tuple[str, str, str]]:
    return [(_tr("Folder"), run.folder, ""), (_tr("Started"), created_text(run), ""),
            (_tr("Recipe"), _recipe_text(run), ""), (_tr("Augmentation"), augmentation_text(run), "")]


def _recipe_text(run: Row) -> str:
    """Return the settings that the training reads, one after the other: ``"Epochs 10, Batch size 32, ..."``."""
    recipe = run.train
    if recipe is None:
        return ""
    return ", ".join(f"{field_title(name)} {value_text(name, getattr(recipe, name))}"
                     for name in type(recipe).model_fields if is_read(recipe, name))
