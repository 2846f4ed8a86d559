"""Prints what is to be said of a training: a line when it changes, all of it at the end."""

from collections.abc import Iterable
from typing import Any

from cnnstudio.cli.context import Context
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.judgement import Verdict
from cnnstudio.training.verdict import verdicts
from cnnstudio.workspace.training_events import ValidationClasses


class VerdictPrinter:
    """Judges a training after each epoch and remembers what was said last."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._classes = ValidationClasses((), ())
        self._alarm = ""

    def note_classes(self, classes: ValidationClasses) -> None:
        """Take what the validation images are."""
        self._classes = classes

    def follow(self, rows: Iterable[EpochEnded]) -> None:
        """Print the most important verdict when it is another one than before, unless it says that all is well."""
        first = self._judge(rows)[0]
        alarm = first.kind if first.is_alarm else ""
        if alarm and alarm != self._alarm:
            self._context.output.event("verdict", **_fields(first))
            self._context.output.text(f"        {first.text}")
        self._alarm = alarm

    def fields(self, rows: Iterable[EpochEnded]) -> list[dict[str, Any]]:
        """Return everything that is to be said of the whole training, for JSON."""
        return [_fields(verdict) for verdict in self._judge(rows) if verdict.text]

    def end(self, rows: Iterable[EpochEnded]) -> None:
        """Print everything that is to be said of the whole training."""
        for number, verdict in enumerate(verdict for verdict in self._judge(rows) if verdict.text):
            self._context.output.text(f"{'' if number else chr(10)}{verdict.text}")

    def _judge(self, rows: Iterable[EpochEnded]) -> tuple[Verdict, ...]:
        counts = self._classes.counts
        images = sum(counts)
        return verdicts(rows, baseline=max(counts) / images if images else None, validation_images=images or None,
                        class_counts=counts, class_names=self._classes.names, recipe=self._classes.recipe)


def _fields(verdict: Verdict) -> dict[str, Any]:
    return {"kind": verdict.kind, "title": verdict.title, "evidence": verdict.evidence, "remedy": verdict.remedy,
            "since_epoch": verdict.since_epoch}
