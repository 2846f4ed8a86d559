"""Whether two runs really differ, said in words: on the same images by McNemar's test, else by their intervals."""

from dataclasses import dataclass

import numpy as np

from cnnstudio.runs.images import RunImages
from cnnstudio.runs.predictions import RunPredictions
from cnnstudio.runs.record import RunRecord
from cnnstudio.training.comparison import McNemar, mcnemar
from cnnstudio.training.metrics import Evaluation


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What is kept of a run's answers to its validation images; None where a run does not know."""

    record: RunRecord
    images: RunImages | None
    predictions: RunPredictions | None

    def right_of(self) -> dict[tuple[str, str], tuple[str, bool]]:
        """Return for each validation image, by name and content: its class, and whether the answer was right."""
        images, predictions = self.images, self.predictions
        if images is None or predictions is None or int(predictions.indices.max()) >= len(images):
            return {}
        right = predictions.probabilities.argmax(axis=1) == predictions.labels
        return {(images.relative[row], images.digest[row]): (self.record.class_names[label], bool(is_right))
                for row, label, is_right in zip(predictions.indices.tolist(), predictions.labels.tolist(),
                                                right.tolist(), strict=True)}


@dataclass(frozen=True, slots=True)
class Significance:
    """Whether the first run is better or worse than the second.

    Attributes
    ----------
    verdict : a sentence or two with the figures
    test : on the images both were validated on; None when there are too few of them or nothing is known of them
    """

    verdict: str
    test: McNemar | None = None


def compare_answers(first: Answers, second: Answers) -> Significance:
    """Say whether the difference of two runs' accuracies is more than chance.

    The same images are those of the same name and content with the same class. When these are all images of both runs,
    McNemar's exact test decides; when only some are, it is made on these, and said so; when none are, the 95 %
    intervals of both accuracies are laid beside each other, which is a coarser look.
    """
    one, two = first.right_of(), second.right_of()
    shared = [image for image, answer in one.items() if image in two and two[image][0] == answer[0]]
    if shared:
        return _by_test([one[image][1] for image in shared], [two[image][1] for image in shared],
                        all_images=max(len(one), len(two)))
    if first.record.evaluation is None or second.record.evaluation is None:
        return Significance("Nothing can be said: a run without an evaluation has no accuracy to compare.")
    return _by_intervals(first.record.evaluation, second.record.evaluation)


def _by_test(first: list[bool], second: list[bool], all_images: int) -> Significance:
    truth = np.ones(len(first), np.int64)
    test = mcnemar(truth, np.array(first, np.int64), np.array(second, np.int64))
    low, high = (f"{100 * bound:+.1f}" for bound in test.interval)
    where = (f"the same {test.images:,} images" if test.images == all_images else
             f"the {test.images:,} images that both were validated on (of {all_images:,})")
    counted = (f"On {where} A alone is right {_times(test.only_first)}, B alone {_times(test.only_second)}. The "
               f"difference is {100 * test.difference:+.1f} points (95 % interval {low} to {high}).")
    if test.is_significant:
        better = "A" if test.difference > 0 else "B"
        return Significance(f"{counted} {better} is really better: two equally good networks differ as much in "
                            f"{_chance(test.p_value)} of the cases (McNemar's exact test).", test)
    return Significance(f"{counted} That can be chance: two equally good networks differ as much in "
                        f"{_chance(test.p_value)} of the cases (McNemar's exact test).", test)


def _by_intervals(first: Evaluation, second: Evaluation) -> Significance:
    (low_a, high_a), (low_b, high_b) = first.interval, second.interval
    shown = (f"They were validated on different images. The 95 % intervals are {_range(low_a, high_a)} for A and "
             f"{_range(low_b, high_b)} for B.")
    if high_a < low_b or high_b < low_a:
        return Significance(f"{shown} They do not overlap: the difference is hardly chance, but the images differ too.")
    return Significance(f"{shown} They overlap: which is better cannot be told. Train both with the same split.")


def _times(count: int) -> str:
    return "once" if count == 1 else "never" if count == 0 else f"{count:,} times"


def _chance(p_value: float) -> str:
    return "less than 0.1 %" if p_value < 0.001 else f"{100 * p_value:.1f} %"


def _range(low: float, high: float) -> str:
    return f"{100 * low:.1f} to {100 * high:.1f} %"
