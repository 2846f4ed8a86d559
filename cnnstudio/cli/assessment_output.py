"""How commands print figures: of answers alone, and all of them with the probabilities."""

from typing import TYPE_CHECKING, Any

from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.training.comparison import Resolution, resolution
from cnnstudio.training.metrics import Evaluation, averages

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
    output.text(f"Balanced accuracy {percent(evaluation.balanced_accuracy)}, weighted F1 {evaluation.weighted_f1:.4f}"
                + "".join(f", among the first {k} {percent(share)}" for k, share in found.top_k.items()))
    if found.auc is not None and found.average_precision is not None:
        output.text(f"ROC area {found.auc:.4f}, average precision {found.average_precision:.4f} ({_ranked(found)})")
    _print_certainty(found, context)
    _print_classes(evaluation, context)
    _print_thresholds(found, context)


def _ranked(found: "Assessment") -> str:
    names = found.class_names
    return f"{names[1]} against {names[0]}" if len(names) == 2 else "mean of each class against the rest"


def _print_accuracy(evaluation: Evaluation, title: str, context: Context) -> None:
    low, high = evaluation.interval
    context.output.text(title)
    context.output.text(
        f"Accuracy {percent(evaluation.accuracy)} (95 % interval {percent(low)} to {percent(high)}), "
        f"always the most frequent class {percent(evaluation.baseline)}, macro F1 {evaluation.macro_f1:.4f}")
    context.output.text(resolution_sentence(resolution(int(evaluation.confusion.trace()), evaluation.images)))


def resolution_sentence(found: Resolution) -> str:
    """Say which differences between two trainings these images can tell."""
    if found.difference > found.images:
        return f"{found.images:,} images are too few to tell any two trainings apart."
    images = "image" if found.difference == 1 else "images"
    return (f"With {found.images:,} images, two trainings must differ by {found.points:.1f} points "
            f"({found.difference:,} {images}) to be told apart (95 %)."
            + (" More validation images would tell smaller differences." if found.is_coarse else ""))


def _print_certainty(found: "Assessment", context: Context) -> None:
    temperature, after = found.temperature, found.scaled
    context.output.text(f"Log loss {found.log_loss:.4f}, Brier score {found.brier:.4f}, calibration error "
                        f"{percent(found.reliability.error)} (a perfectly calibrated network: up to "
                        f"{percent(found.error_by_chance)} by chance)")
    if temperature is not None and after is not None:
        context.output.text(
            f"Temperature {temperature.value:.2f} would make the calibration error {percent(after.error)} and the log "
            f"loss {temperature.log_loss_after:.4f}, measured on images it was not fitted to")


def _print_classes(evaluation: Evaluation, context: Context) -> None:
    output = context.output
    output.text()
    output.table(["Class", "Precision", "Recall", "F1", "Images"],
                 [[item.name, item.precision, item.recall, item.f1, item.support] for item in evaluation.per_class])
    if len(evaluation.per_class) <= _MATRIX_LIMIT:
        output.text("\nConfusion matrix (row: true class, column: predicted class)")
        names = [item.name for item in evaluation.per_class]
        output.table(["", *names], [[name, *map(int, row)] for name, row in zip(names, evaluation.confusion,
                                                                               strict=True)])


def _print_thresholds(found: "Assessment", context: Context) -> None:
    context.output.text("\nAnswering only when sure enough")
    rows = [found.answers.at(threshold) for threshold in _THRESHOLDS]
    context.output.table(["At least", "Answered", "Right of them"],
                         [[f"{row.threshold * 100:.0f} %", percent(row.share),
                           "–" if row.accuracy is None else percent(row.accuracy)] for row in rows])
