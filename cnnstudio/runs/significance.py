"""Whether two runs or groups really differ, in words: on the same images by McNemar's test, seeds by Welch's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from cnnstudio.runs.images import RunImages
from cnnstudio.runs.predictions import RunPredictions
from cnnstudio.runs.record import RunRecord
from cnnstudio.training.comparison import McNemar, mcnemar
from cnnstudio.training.metrics import wilson_interval
from cnnstudio.training.repeats import Spread, Welch, welch
from cnnstudio.wording import joined, translate

_Right = Mapping[tuple[str, str], tuple[str, bool]]
_NOTHING = "Nothing can be said: a run without an evaluation has no accuracy to compare."


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


@dataclass(frozen=True, slots=True, eq=False)
class Contestant:
    """A run, or a group of seeds or folds, that is compared with another.

    Attributes
    ----------
    letter : what the sentences call it: ``"A"``
    kind : ``"run"``, ``"seeds"`` or ``"folds"``
    answers : of the run, or of the complete members of the group
    """

    letter: str
    kind: str
    answers: Sequence[Answers]

    @property
    def accuracies(self) -> list[float]:
        """Of those that were evaluated."""
        return [one.record.evaluation.accuracy for one in self.answers if one.record.evaluation is not None]

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval over all images judged; None when there are none."""
        found = [one.record.evaluation for one in self.answers if one.record.evaluation is not None]
        right = sum(int(evaluation.confusion.trace()) for evaluation in found)
        return wilson_interval(right, sum(evaluation.images for evaluation in found)) if found else None

    def right_of(self) -> _Right:
        """Return what `Answers.right_of` does; of folds for all images, each of which one of them has judged."""
        merged: dict[tuple[str, str], tuple[str, bool]] = {}
        for one in self.answers:
            merged |= one.right_of()
        return merged


@dataclass(frozen=True, slots=True)
class Significance:
    """Whether the first run is better or worse than the second.

    Attributes
    ----------
    verdict : a sentence or two with the figures
    test : on the images both were validated on; None when there are too few of them or nothing is known of them
    welch : of two groups of seeds
    """

    verdict: str
    test: McNemar | None = None
    welch: Welch | None = None


def compare_answers(first: Answers, second: Answers) -> Significance:
    """Say whether the difference of two runs' accuracies is more than chance: `compare` for runs A and B."""
    return compare(Contestant("A", "run", (first,)), Contestant("B", "run", (second,)))


def compare(first: Contestant, second: Contestant) -> Significance:
    """Say whether the difference of two runs or groups is more than chance.

    Two groups of seeds are compared by Welch's test on their accuracies. All others are compared image by image: the
    same images are those of the same name and content with the same class. When these are all images of both, McNemar's
    exact test decides; when only some are, it is made on these, and said so; when none are, the 95 % intervals of both
    accuracies are laid beside each other, which is a coarser look.
    """
    if "seeds" in (first.kind, second.kind):
        return _by_seeds(first, second)
    one, two = first.right_of(), second.right_of()
    shared = [image for image, answer in one.items() if image in two and two[image][0] == answer[0]]
    if shared:
        return _by_test(first, second, [one[image][1] for image in shared], [two[image][1] for image in shared],
                        all_images=max(len(one), len(two)))
    return _by_intervals(first, second)


def _by_seeds(first: Contestant, second: Contestant) -> Significance:
    alone = next((one for one in (first, second) if len(one.accuracies) < 2 or one.kind != "seeds"), None)
    if alone is not None and alone.kind == "folds":
        return Significance(translate(
            "runs", "Seeds and folds cannot be compared: the folds were judged on other images. Train both with "
            "seeds, or both on the same folds."))
    if alone is not None:
        return Significance(translate(
            "runs", "{letter} is one training, and nobody knows what chance did in it. Train it with several seeds "
            "too, then both can be compared.", letter=alone.letter))
    found = welch(first.accuracies, second.accuracies)
    low, high = (f"{100 * bound:+.1f}" for bound in found.interval)
    means = joined([translate("runs", "{letter} has a mean of {spread}", letter=one.letter, spread=_spread(one))
                    for one in (first, second)])
    counted = translate(
        "runs", "{means}. The difference is {difference:+.1f} points (95 % interval {low} to {high}).", means=means,
        difference=100 * found.difference, low=low, high=high)
    images = "" if _same_images(first, second) else (
        translate("runs", " They were validated on different images, which may make a difference of its own."))
    if found.is_significant:
        better = first.letter if found.difference > 0 else second.letter
        return Significance(translate(
            "runs", "{counted} {better} is really better: seeds alone make such a difference in {chance} of the cases "
            "(Welch's test).{images}", counted=counted, better=better, chance=_chance(found.p_value),
            images=images), welch=found)
    return Significance(translate(
        "runs", "{counted} That can be the luck of the seeds: it happens in {chance} of the cases when both are "
        "equally good (Welch's test).{images}", counted=counted, chance=_chance(found.p_value),
        images=images), welch=found)


def _spread(one: Contestant) -> str:
    spread = Spread(tuple(one.accuracies))
    return translate(
        "runs", "{mean:.1f} % ± {deviation:.1f} % ({count} seeds)", mean=100 * spread.mean,
        deviation=100 * (spread.deviation or 0.0), count=spread.count)


def _same_images(first: Contestant, second: Contestant) -> bool:
    keys = {one.record.images_key for contestant in (first, second) for one in contestant.answers}
    return len(keys) == 1 and "" not in keys


def _by_test(one: Contestant, other: Contestant, first: list[bool], second: list[bool],
             all_images: int) -> Significance:
    truth = np.ones(len(first), np.int64)
    test = mcnemar(truth, np.array(first, np.int64), np.array(second, np.int64))
    low, high = (f"{100 * bound:+.1f}" for bound in test.interval)
    where = (translate("runs", "the same {images:,} images", images=test.images) if test.images == all_images else
             translate(
                 "runs", "the {images:,} images that both were validated on (of {all_images:,})", images=test.images,
                 all_images=all_images))
    counted = translate(
        "runs", "On {where} {letter} alone is right {times}, {other_letter} alone {other_times}. The difference is "
        "{difference:+.1f} points (95 % interval {low} to {high}).", where=where, letter=one.letter,
        times=_times(test.only_first), other_letter=other.letter, other_times=_times(test.only_second),
        difference=100 * test.difference, low=low, high=high)
    if test.is_significant:
        better = one.letter if test.difference > 0 else other.letter
        return Significance(translate(
            "runs", "{counted} {better} is really better: two equally good networks differ as much in {chance} of the "
            "cases (McNemar's exact test).", counted=counted, better=better, chance=_chance(test.p_value)), test)
    return Significance(translate(
        "runs", "{counted} That can be chance: two equally good networks differ as much in {chance} of the cases "
        "(McNemar's exact test).", counted=counted, chance=_chance(test.p_value)), test)


def _by_intervals(first: Contestant, second: Contestant) -> Significance:
    a, b = first.interval, second.interval
    if a is None or b is None:
        return Significance(translate("runs", _NOTHING))
    shown = translate(
        "runs", "They were validated on different images. The 95 % intervals are {range} for {letter} and "
        "{other_range} for {second_letter}.", range=_range(*a), letter=first.letter, other_range=_range(*b),
        second_letter=second.letter)
    if a[1] < b[0] or b[1] < a[0]:
        return Significance(translate(
            "runs", "{shown} They do not overlap: the difference is hardly chance, but the images differ too.",
            shown=shown))
    return Significance(translate(
        "runs", "{shown} They overlap: which is better cannot be told. Train both with the same split.", shown=shown))


def _times(count: int) -> str:
    if count < 2:
        return translate("runs", "once") if count else translate("runs", "never")
    return translate("runs", "{count:,} times", count=count)


def _chance(p_value: float) -> str:
    return translate("runs", "less than 0.1 %") if p_value < 0.001 else f"{100 * p_value:.1f} %"


def _range(low: float, high: float) -> str:
    return translate("runs", "{low:.1f} to {high:.1f} %", low=100 * low, high=100 * high)
