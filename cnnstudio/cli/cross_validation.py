"""Follows a training that is repeated, with other seeds or on every fold, and prints what all say together."""

from typing import Any

from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.cli.training_events import TrainingPrinter
from cnnstudio.runs.group_results import GroupSummary, accuracy_of, number_of
from cnnstudio.runs.group_words import meaning, members_text
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Job
from cnnstudio.workspace.repeated_training import MemberFailed, MemberStarted, RepeatEnded, RepeatStarted


def follow_repeat(job: Job, context: Context) -> None:
    """Run a `RepeatedTrainingJob` or `ContinueRepeatJob` and print as it goes."""
    printer, is_folds = TrainingPrinter(context), False
    for event in context.events(job):
        match event:
            case RepeatStarted():
                is_folds = event.kind == "folds"
            case MemberStarted():
                printer = TrainingPrinter(context)
                words = event.words if is_folds else translate(
                    "cli", "{words}, {number} of {count}", words=event.words, number=event.number, count=event.count)
                context.output.text(f"\n{words[:1].upper()}{words[1:]}")
            case MemberFailed():
                context.output.event("member_failed", number=event.number, message=event.message)
                context.output.warning(event.message)
            case RepeatEnded():
                print_group(event.summary, context)
            case _:
                printer.show(event)


def print_group(group: GroupSummary, context: Context) -> None:
    """Print each member's accuracy, then what they say together, and how the missing ones are trained."""
    context.output.event(group.group.kind, **group_fields(group))
    if len(group.complete) > 1:
        _print_table(group, context)
    if group.missing:
        context.output.text(translate(
            "cli", "\n{members} are trained. Go on with: cnnstudio train --resume {key}", members=members_text(group),
            key=group.group.key))


def _print_table(group: GroupSummary, context: Context) -> None:
    output, is_folds = context.output, group.group.kind == "folds"
    output.text(translate("cli", "\nAll folds") if is_folds else translate("cli", "\nAll seeds"))
    output.table([translate("cli", "Fold") if is_folds else translate("cli", "Seed"), translate(
        "cli", "Images"), translate("cli", "Accuracy"), translate("cli", "Run")],
                 [[number_of(one) if is_folds else one.train.seed if one.train else None, one.judged,
                   percent(accuracy_of(one)), one.path.name] for one in group.complete])
    for sentence in meaning(group):
        output.text(f"\n{sentence}")


def group_fields(group: GroupSummary) -> dict[str, Any]:
    """Return a group as plain values; mean, deviation and interval are null where there are none."""
    complete, spread = group.complete, group.spread
    fields: dict[str, Any] = {
        "group": group.group.key, "name": group.name, "kind": group.group.kind, "count": group.group.count,
        "complete": len(complete), "missing": list(group.missing), "status": group.status,
        "runs": [one.path for one in complete], "numbers": [number_of(one) for one in complete],
        "accuracies": [accuracy_of(one) for one in complete], "mean": spread.mean if spread else None,
        "deviation": spread.deviation if spread else None, "images": group.judged, "right": group.right,
        "interval": group.interval, "notes": group.notes, "tags": group.tags, "starred": group.starred}
    if group.group.kind == "folds":
        fields["folds"] = fields["numbers"]
    if group.group.kind == "seeds":
        fields["seeds"] = [one.train.seed if one.train else None for one in complete]
    return fields
