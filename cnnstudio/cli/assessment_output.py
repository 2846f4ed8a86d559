"""How commands print figures: of answers alone, and all of them with the probabilities."""

from typing import TYPE_CHECKING, Any

from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.training.comparison import Resolution, resolution
from cnnstudio.training.metrics import Evaluation, averages
from cnnstudio.wording import counted, translate

if TYPE_CHECKING:
    from cnnstudio.training.assessment import Assessment

_MATRIX_LIMIT = 20
_THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.99)


def evaluation_fields(evaluation: Evaluation) -> dict[str, Any]:
    """Return the figures of the answers alone as plain values."""
    return {
        "images": evaluation.images, "accuracy": evaluation.accuracy, "interval": list(evaluation.interval),
        "baseline": evaluation.baseline, "macro_f1": evaluation.macro_f1, **averages(evaluation),
        "classes": {score.name: {"precision": score.precision, "recall": score.recall, "f1": score.f1,
                                 "support": score.support} for score in evaluation.per_class},
        "confusion_matrix": evaluation.confusion,
    }


def assessment_fields(found: "Assessment") -> dict[str, Any]:
    """Return every figure as plain values."""
    from cnnstudio.training.assessment import to_fields

    return evaluation_fields(found.evaluation) | to_fields(found)


def print_evaluation(evaluation: Evaluation, title: str, context: Context) -> None:
    """Print the figures of the answers alone for people."""
    _print_accuracy(evaluation, title, context)
    _print_classes(evaluation, context)


def print_assessment(found: "Assessment", title: str, context: Context) -> None:
    """Print every figure for people."""
    output, evaluation = context.output, found.evaluation
    _print_accuracy(evaluation, title, context)
    output.text(translate(
        "cli", "Balanced accuracy {balanced_accuracy}, weighted F1 {weighted_f1:.4f}",
        balanced_accuracy=percent(evaluation.balanced_accuracy), weighted_f1=evaluation.weighted_f1)
                + "".join(f", among the first {k} {percent(share)}" for k, share in found.top_k.items()))
    if found.auc is not None and found.average_precision is not None:
        output.text(translate(
            "cli", "ROC area {auc:.4f}, average precision {average_precision:.4f} ({ranked})", auc=found.auc,
            average_precision=found.average_precision, ranked=_ranked(found)))
    _print_certainty(found, context)
    _print_classes(evaluation, context)
    _print_thresholds(found, context)


def _ranked(found: "Assessment") -> str:
    names = found.class_names
    return translate("cli", "{name} against {names}", name=names[1], names=names[0]) if len(names) == 2 else translate(
        "cli", "mean of each class against the rest")


def _print_accuracy(evaluation: Evaluation, title: str, context: Context) -> None:
    low, high = evaluation.interval
    context.output.text(title)
    context.output.text(
        translate(
            "cli", "Accuracy {accuracy} (95 % interval {low} to {high}), always the most frequent class {baseline}, "
            "macro F1 {macro_f1:.4f}", accuracy=percent(evaluation.accuracy), low=percent(low), high=percent(high),
            baseline=percent(evaluation.baseline), macro_f1=evaluation.macro_f1))
    context.output.text(resolution_sentence(resolution(int(evaluation.confusion.trace()), evaluation.images)))


def resolution_sentence(found: Resolution) -> str:
    """Say which differences between two trainings these images can tell."""
    if found.difference > found.images:
        return translate("cli", "{images:,} images are too few to tell any two trainings apart.", images=found.images)
    difference = counted(found.difference, translate("cli", "1 image"), translate("cli", "{count} images"))
    return (translate(
        "cli", "With {images:,} images, two trainings must differ by {points:.1f} points ({difference}) to be told "
        "apart (95 %).", images=found.images, points=found.points, difference=difference)
            + (translate("cli", " More validation images would tell smaller differences.") if found.is_coarse else ""))


def _print_certainty(found: "Assessment", context: Context) -> None:
    temperature, after = found.temperature, found.scaled
    context.output.text(translate(
        "cli", "Log loss {log_loss:.4f}, Brier score {brier:.4f}, calibration error {reason} (a perfectly calibrated "
        "network: up to {error_by_chance} by chance)", log_loss=found.log_loss, brier=found.brier,
        reason=percent(found.reliability.error), error_by_chance=percent(found.error_by_chance)))
    if temperature is not None and after is not None:
        context.output.text(
            translate(
                "cli", "Temperature {value:.2f} would make the calibration error {reason} and the log loss "
                "{log_loss_after:.4f}, measured on images it was not fitted to", value=temperature.value,
                reason=percent(after.error), log_loss_after=temperature.log_loss_after))


def _print_classes(evaluation: Evaluation, context: Context) -> None:
    output = context.output
    output.text()
    output.table([translate(
        "cli", "Class"), translate("cli", "Precision"), translate("cli", "Recall"), "F1", translate("cli", "Images")],
                 [[item.name, item.precision, item.recall, item.f1, item.support] for item in evaluation.per_class])
    if len(evaluation.per_class) <= _MATRIX_LIMIT:
        output.text(translate("cli", "\nConfusion matrix (row: true class, column: predicted class)"))
        names = [item.name for item in evaluation.per_class]
        output.table(["", *names], [[name, *map(int, row)] for name, row in zip(names, evaluation.confusion,
                                                                               strict=True)])


def _print_thresholds(found: "Assessment", context: Context) -> None:
    context.output.text(translate("cli", "\nAnswering only when sure enough"))
    rows = [found.answers.at(threshold) for threshold in _THRESHOLDS]
    context.output.table([translate("cli", "At least"), translate(
        "cli", "Answered"), translate("cli", "Right of them")],
                         [[f"{row.threshold * 100:.0f} %", percent(row.share),
                           "–" if row.accuracy is None else percent(row.accuracy)] for row in rows])
