"""What ``cnnstudio train --folds`` prints at the end: mean and deviation of the accuracy, and their meaning."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent
from cnnstudio.training.metrics import Evaluation, wilson_interval


@dataclass(frozen=True, slots=True, eq=False)
class FoldResult:
    """One training of several."""

    fold: int
    run: Path
    evaluation: Evaluation


def print_folds(results: Sequence[FoldResult], context: Context) -> None:
    """Print each fold's accuracy, then what they say together; nothing when there are fewer than two."""
    if len(results) < 2:
        return
    accuracies = [result.evaluation.accuracy for result in results]
    mean, deviation = statistics.mean(accuracies), statistics.stdev(accuracies)
    images = sum(result.evaluation.images for result in results)
    right = sum(int(result.evaluation.confusion.trace()) for result in results)
    low, high = wilson_interval(right, images)
    context.output.event(
        "folds", runs=[result.run for result in results], folds=[result.fold for result in results],
        accuracies=accuracies, mean=mean, deviation=deviation, images=images, right=right, interval=[low, high])
    output = context.output
    output.text("\nAll folds")
    output.table(["Fold", "Images", "Accuracy", "Run"],
                 [[one.fold, one.evaluation.images, percent(one.evaluation.accuracy), one.run.name] for one in results])
    output.text(f"\nAccuracy {percent(mean)} ± {percent(deviation)}: mean and standard deviation of {len(results)} "
                "folds. The deviation says how much the accuracy depends on which images are kept for validation; it "
                "is no error of the mean, for the trainings share most of their images.")
    output.text(f"Every image was judged by a network that had not learned from it: {right:,} of {images:,} are right, "
                f"{percent(right / images)} (95 % interval {percent(low)} to {percent(high)}).")
