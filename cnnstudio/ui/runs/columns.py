"""The columns of the table of runs: what each is called, shows and sorts by."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from cnnstudio.data.config import AUGMENTATION_NAMES
from cnnstudio.runs import group_words
from cnnstudio.runs.group_results import GroupSummary, Row
from cnnstudio.training.choice_texts import choice_text
from cnnstudio.wording import mid_sentence

_CONTEXT = "runs"
_STATUS: dict[str, Any] = {
    "finished": QT_TRANSLATE_NOOP("runs", "finished"),
    "stopped": QT_TRANSLATE_NOOP("runs", "stopped"),
    "early_stopped": QT_TRANSLATE_NOOP("runs", "stopped early"),
    "failed": QT_TRANSLATE_NOOP("runs", "failed"),
    "unfinished": QT_TRANSLATE_NOOP("runs", "unfinished"),
}


@dataclass(frozen=True, slots=True)
class ColumnInfo:
    """One column."""

    name: str
    title: Any
    text: Callable[[Row], str]
    sort: Callable[[Row], Any]
    is_number: bool = False
    width_px: int = 100


def status_text(run: Row) -> str:
    """Return how a run ended, in words."""
    if isinstance(run, GroupSummary) and run.missing:
        text = QCoreApplication.translate(_CONTEXT, "{done} of {count} done")
        return text.format(done=len(run.complete), count=run.group.count)
    return translated(_STATUS.get(run.status, run.status)) if run.is_sound else translated("damaged")


def name_text(run: Row) -> str:
    """Return a run's name; of a group also how many trainings it is: ``"small · 5 seeds"``."""
    return f"{run.name} · {group_words.members_text(run)}" if isinstance(run, GroupSummary) else run.name


def translated(text: str) -> str:
    """Return a text of this page's tables in the user's language."""
    return QCoreApplication.translate(_CONTEXT, text)


def percent(share: float | None) -> str:
    """Return ``"94.2 %"``; empty for None."""
    return "" if share is None else f"{share * 100:.1f} %"


def accuracy_text(run: Row) -> str:
    """Return the accuracy with its 95 % interval, ``"94.2 % (91.0 – 96.3)"``, of a group ``"94.2 % ± 0.8 %"``."""
    if isinstance(run, GroupSummary):
        return group_words.accuracy_text(run)
    if run.interval is None:
        return percent(run.val_accuracy)
    low, high = (f"{bound * 100:.1f}" for bound in run.interval)
    return f"{percent(run.val_accuracy)} ({low} – {high})"


def created_text(run: Row) -> str:
    """Return the local time a run was started: ``"2026-11-22 14:03"``."""
    try:
        return datetime.fromisoformat(run.created).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return ""


def _train(name: str) -> Callable[[Row], Any]:
    """Return a reader of one field of the recipe."""
    return lambda run: getattr(run.train, name) if run.train is not None else None


def _number_text(read: Callable[[Row], Any]) -> Callable[[Row], str]:
    def text(run: Row) -> str:
        value = read(run)
        return "" if value is None else f"{value:,}" if isinstance(value, int) else f"{value:.4g}"

    return text


def _size_text(run: Row) -> str:
    if run.preprocess is None:
        return ""
    return f"{run.preprocess.width} × {run.preprocess.height} × {run.preprocess.channels}"


def _size_sort(run: Row) -> int:
    return run.preprocess.width * run.preprocess.height * run.preprocess.channels if run.preprocess else 0


def augmentation_text(run: Row) -> str:
    """Return the augmentations that were switched on: ``"mirror, rotate 15, zoom 0.2"``."""
    if run.augment is None:
        return ""
    parts = []
    for name in filter(run.augment.is_on, AUGMENTATION_NAMES):
        info, value = type(run.augment).model_fields[name], getattr(run.augment, name)
        title = mid_sentence(QCoreApplication.translate("AugmentConfig", info.title or name).split(" (")[0])
        parts.append(title if isinstance(value, bool) else f"{title} {value:g}")
    return ", ".join(parts) or translated("none")


def _named(column: str, read: Callable[[Row], Any]) -> Callable[[Row], str]:
    def text(run: Row) -> str:
        value = read(run)
        return "" if value is None else choice_text(column, value)

    return text


def _loss_text(run: Row) -> str:
    return "" if run.val_loss is None else f"{run.val_loss:.4f}"


def _numeric(name: str, title: Any, read: Callable[[Row], Any], width_px: int = 84) -> ColumnInfo:
    """Return a column of plain numbers."""
    return ColumnInfo(name, title, _number_text(read), read, is_number=True, width_px=width_px)


STAR = ColumnInfo("star", "", lambda _run: "", lambda run: run.starred, width_px=36)

COLUMNS: tuple[ColumnInfo, ...] = (
    STAR,
    ColumnInfo("name", QT_TRANSLATE_NOOP("runs", "Run"), name_text, lambda run: run.name.casefold(),
               width_px=320),
    ColumnInfo("accuracy", QT_TRANSLATE_NOOP("runs", "Validation accuracy"), accuracy_text,
               lambda run: run.val_accuracy, is_number=True, width_px=176),
    ColumnInfo("val_loss", QT_TRANSLATE_NOOP("runs", "Loss"), _loss_text, lambda run: run.val_loss, is_number=True,
               width_px=78),
    ColumnInfo("status", QT_TRANSLATE_NOOP("runs", "Status"), status_text, status_text, width_px=104),
    _numeric("epochs", QT_TRANSLATE_NOOP("runs", "Epochs"), lambda run: run.epochs if run.is_sound else None, 72),
    ColumnInfo("network", QT_TRANSLATE_NOOP("runs", "Network"), lambda run: run.network_name,
               lambda run: run.network_name, width_px=100),
    ColumnInfo("size", QT_TRANSLATE_NOOP("runs", "Image size"), _size_text, _size_sort, is_number=True, width_px=104),
    ColumnInfo("optimizer", QT_TRANSLATE_NOOP("runs", "Optimiser"), _named("optimizer", _train("optimizer")),
               _train("optimizer"), width_px=90),
    _numeric("learning_rate", QT_TRANSLATE_NOOP("runs", "Learning rate"), _train("learning_rate"), 122),
    _numeric("batch_size", QT_TRANSLATE_NOOP("runs", "Batch"), _train("batch_size"), 70),
    _numeric("weight_decay", QT_TRANSLATE_NOOP("runs", "Weight decay"), _train("weight_decay"), 124),
    ColumnInfo("augment", QT_TRANSLATE_NOOP("runs", "Augmentation"), augmentation_text, augmentation_text,
               width_px=180),
    ColumnInfo("tags", QT_TRANSLATE_NOOP("runs", "Tags"), lambda run: ", ".join(run.tags),
               lambda run: ", ".join(run.tags).casefold(), width_px=120),
    ColumnInfo("created", QT_TRANSLATE_NOOP("runs", "Started"), created_text, lambda run: run.created, width_px=136),
    ColumnInfo("notes", QT_TRANSLATE_NOOP("runs", "Notes"), lambda run: run.notes.replace("\n", " "),
               lambda run: run.notes, width_px=200),
)
