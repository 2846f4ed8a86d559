"""What a history of epochs says about a training, in words, from stated rules with their evidence."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from cnnstudio.training.events import EpochEnded
from cnnstudio.training.metrics import wilson_interval

VerdictKind = Literal["too_early", "healthy", "learning_rate_too_high", "guessing", "overfitting", "underfitting",
                      "plateau"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One judgement of a training."""

    kind: VerdictKind
    text: str
    """A sentence or two with the evidence and what to try; nothing for ``"too_early"``."""
    since_epoch: int = 0
    """First epoch it holds for; 0 when the whole training is meant."""

    @property
    def is_alarm(self) -> bool:
        """Whether the user should do something."""
        return self.kind not in ("too_early", "healthy")


@dataclass(frozen=True, slots=True)
class _Case:
    """What the rules look at."""

    rows: Sequence[EpochEnded]
    baseline: float | None
    validation_images: int | None

    @property
    def best(self) -> EpochEnded:
        return min(self.rows, key=lambda row: row.val_loss)

    @property
    def last(self) -> EpochEnded:
        return self.rows[-1]


def verdict(history: Iterable[EpochEnded], *, baseline: float | None = None,
            validation_images: int | None = None) -> Verdict:
    """Judge a training by the first of these rules that applies.

    1. *Too early*: fewer than 3 epochs.
    2. *Learning rate too high*: the training loss of the last epoch is above that of the first by a tenth, or it
       rose by a tenth (and by a twentieth of the first epoch's) in at least 2 and a third of the epochs.
    3. *Overfitting since epoch N*: since the lowest validation loss, in the epoch before N, at least 3 epochs have
       passed; the mean validation loss of the last 3 lies a tenth (and 0.02) above the lowest, and the training
       loss is a twentieth below what it was then.
    4. *No better than guessing*: after at least 5 epochs the best validation accuracy's 95 % interval still reaches
       down to the baseline.
    5. *Underfitting*: after at least 5 epochs under half of the way from the baseline to 100 % training accuracy is
       gone, and the training loss fell by less than 3 % an epoch over the last 3.
    6. *Plateau*: over the last 5 of at least 10 epochs neither loss came a hundredth below its lowest before, and
       the training accuracy is still under 95 %.
    7. *Standstill* (a plateau of the validation): for at least 5 epochs and half of the training no validation loss
       was below its lowest, and the mean of the last 3 lies a twentieth (and 0.02) above it.
    8. *Healthy*, otherwise.

    Parameters
    ----------
    history : the epochs so far, epoch 1 first
    baseline : accuracy of always answering the most frequent class of the validation images, 0 to 1; without it
        rule 4 is left out and rule 5 takes 0
    validation_images : for the interval of rule 4; without it the accuracy itself is compared
    """
    case = _Case(tuple(history), baseline, validation_images)
    if len(case.rows) < 3:
        return Verdict("too_early", "")
    return next((found for rule in _RULES if (found := rule(case)) is not None), _healthy(case))


def _learning_rate_too_high(case: _Case) -> Verdict | None:
    losses = [row.train_loss for row in case.rows]
    rate = case.last.learning_rate
    remedy = f"Try a learning rate of {rate / 10:g} instead of {rate:g}."
    if losses[-1] > 1.1 * losses[0]:
        text = f"the training loss rose from {losses[0]:.3g} in epoch 1 to {losses[-1]:.3g}. {remedy}"
        return Verdict("learning_rate_too_high", f"Learning rate too high: {text}")
    jumps = [now.epoch for before, now in zip(case.rows, case.rows[1:], strict=False)
             if now.train_loss > 1.1 * before.train_loss and now.train_loss - before.train_loss > 0.05 * losses[0]]
    if len(jumps) < max(2, len(losses) / 3):
        return None
    text = f"the training loss jumped up by more than a tenth in {len(jumps)} of {len(losses)} epochs. {remedy}"
    return Verdict("learning_rate_too_high", f"Learning rate too high: {text}", jumps[0])


def _guessing(case: _Case) -> Verdict | None:
    if case.baseline is None or len(case.rows) < 5:
        return None
    accuracy = max(row.val_accuracy for row in case.rows)
    low = accuracy
    if case.validation_images:
        low = wilson_interval(round(accuracy * case.validation_images), case.validation_images)[0]
    if low > case.baseline:
        return None
    unsure = accuracy > case.baseline
    text = (f"{'Not surely' if unsure else 'No'} better than guessing: the best validation accuracy is "
            f"{_percent(accuracy)}, and always answering the most frequent class gives {_percent(case.baseline)}. ")
    if unsure:
        text += f"{case.validation_images:,} validation images are too few to tell these apart. "
    if case.last.train_accuracy > accuracy + 0.15:
        return Verdict("guessing", text + f"The training images are {_percent(case.last.train_accuracy)} right: they "
                                          "are learned by heart. Try more images or augmentation.")
    return Verdict("guessing", text + "Check the labels, try another learning rate or a larger network.")


def _overfitting(case: _Case) -> Verdict | None:
    best, last = case.best, case.last
    if last.epoch - best.epoch < 3:
        return None
    recent = math.fsum(row.val_loss for row in case.rows[-3:]) / 3
    rise = recent - best.val_loss
    if rise < max(0.02, 0.1 * best.val_loss) or last.train_loss > 0.95 * best.train_loss:
        return None
    since = best.epoch + 1
    text = (f"Overfitting since epoch {since}: the validation loss rose from {best.val_loss:.3g} to {recent:.3g} while "
            f"the training loss fell from {best.train_loss:.3g} to {last.train_loss:.3g}. Try dropout, more "
            f"augmentation or weight decay; the weights of epoch {best.epoch} are kept as the best.")
    return Verdict("overfitting", text, since)


def _underfitting(case: _Case) -> Verdict | None:
    baseline, accuracy = case.baseline or 0.0, case.last.train_accuracy
    if len(case.rows) < 5 or accuracy - baseline >= 0.5 * (1 - baseline):
        return None
    fall = 1 - (case.last.train_loss / case.rows[-4].train_loss) ** (1 / 3) if case.rows[-4].train_loss else 0.0
    if fall >= 0.03:
        return None
    text = (f"Underfitting: after {case.last.epoch} epochs only {_percent(accuracy)} of the training images are right, "
            f"and the training loss falls by {_percent(max(0.0, fall))} an epoch. Try a larger learning rate, a larger "
            "network, or less augmentation, dropout and weight decay.")
    return Verdict("underfitting", text)


def _plateau(case: _Case) -> Verdict | None:
    if len(case.rows) < 10 or case.last.train_accuracy >= 0.95:
        return None
    earlier, recent = case.rows[:-5], case.rows[-5:]
    still = all(min(getattr(row, loss) for row in recent) > 0.99 * min(getattr(row, loss) for row in earlier)
                for loss in ("train_loss", "val_loss"))
    if not still:
        return None
    since = recent[0].epoch
    text = (f"Plateau since epoch {since}: neither loss has fallen by a hundredth in 5 epochs (training "
            f"{case.last.train_loss:.3g}, validation {case.last.val_loss:.3g}). Try a learning rate of "
            f"{case.last.learning_rate / 10:g}, or a larger network if the training accuracy is too low.")
    return Verdict("plateau", text, since)


def _standstill(case: _Case) -> Verdict | None:
    best, last = case.best, case.last
    since = last.epoch - best.epoch
    recent = math.fsum(row.val_loss for row in case.rows[-3:]) / 3
    if since < max(5, last.epoch / 2) or recent - best.val_loss < max(0.02, 0.05 * best.val_loss):
        return None
    text = (f"No better since epoch {best.epoch}: the validation loss was {best.val_loss:.3g} then and has not been "
            f"lower in {since} epochs (now {last.val_loss:.3g}). Try more images, augmentation or a smaller learning "
            f"rate; the weights of epoch {best.epoch} are kept as the best.")
    return Verdict("plateau", text, best.epoch + 1)


def _healthy(case: _Case) -> Verdict:
    first, best, last = case.rows[0], case.best, case.last
    if best.val_loss > 0.99 * first.val_loss and last.val_loss < 1.01 * first.val_loss:
        text = f"Nothing to see yet: the validation loss has hardly moved from {first.val_loss:.3g}."
    elif last.epoch == best.epoch:
        text = f"Learning well: the validation loss is at its lowest, {best.val_loss:.3g}; more epochs may help."
    else:
        text = (f"No sign of trouble: the validation loss was lowest in epoch {best.epoch} ({best.val_loss:.3g}; now "
                f"{last.val_loss:.3g}).")
    return Verdict("healthy", text)


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


_RULES: tuple[Callable[[_Case], Verdict | None], ...] = (
    _learning_rate_too_high, _overfitting, _guessing, _underfitting, _plateau,
    _standstill)
