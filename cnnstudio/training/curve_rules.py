"""The rules that judge a training by its losses and accuracies; each is stated in its docstring."""

from cnnstudio.training.judgement import Case, Verdict, named, percent
from cnnstudio.training.metrics import wilson_interval

RARE = 5.0
"""A class is rare when it has so many times fewer images than the largest."""
MISSED = 0.1
"""A class is missed when at most this share of its images is right."""
WIDE_INTERVAL = 0.2
"""A 95 % interval of the accuracy as wide as this cannot tell a good network from a middling one."""


def learning_rate_too_high(case: Case) -> Verdict | None:
    """Hold when the training loss is a tenth above that of epoch 1, or jumped in 2 and a third of the epochs.

    A jump is a rise by a tenth, and by a twentieth of the first epoch's loss.
    """
    losses = [row.train_loss for row in case.rows]
    remedy = f"Try a learning rate of {case.smaller_rate:g} instead of {case.rate:g}."
    if losses[-1] > 1.1 * losses[0]:
        return Verdict("learning_rate_too_high", "Learning rate too high",
                       f"the training loss rose from {losses[0]:.3g} in epoch 1 to {losses[-1]:.3g}.", remedy)
    jumps = [now.epoch for before, now in zip(case.rows, case.rows[1:], strict=False)
             if now.train_loss > 1.1 * before.train_loss and now.train_loss - before.train_loss > 0.05 * losses[0]]
    if len(jumps) < max(2, len(losses) / 3):
        return None
    evidence = f"the training loss jumped up by more than a tenth in {len(jumps)} of {len(losses)} epochs."
    return Verdict("learning_rate_too_high", "Learning rate too high", evidence, remedy, jumps[0])


def unbalanced(case: Case) -> Verdict | None:
    """Hold when for 3 epochs at most a tenth of a rare class's validation images was right, but half of the largest's.

    Rare: the largest class has at least 5 times as many validation images, and it has 3 itself.
    """
    rows = case.rows[-3:]
    if not case.class_counts or any(len(row.recalls) != len(case.class_counts) for row in rows):
        return None
    largest = max(range(len(case.class_counts)), key=lambda one: case.class_counts[one])
    missed = [one for one, count in enumerate(case.class_counts)
              if count >= 3 and count * RARE <= case.class_counts[largest]
              and all((row.recalls[one] or 0.0) <= MISSED for row in rows)]
    if not missed or (case.last.recalls[largest] or 0.0) < 0.5:
        return None
    evidence = (f"of the {case.class_counts[missed[0]]:,} validation images of {_class_name(case, missed[0])}, "
                f"{percent(case.last.recalls[missed[0]] or 0.0)} are right, while the largest class, "
                f"{_class_name(case, largest)}, has {case.class_counts[largest]:,}. "
                "Its images decide nearly the whole loss.")
    if len(missed) > 1:
        evidence += f" The same goes for {named([_class_name(case, one) for one in missed[1:]])}."
    is_weighted = case.recipe is not None and case.recipe.class_weights == "balanced"
    first = "Train for more epochs" if is_weighted else "Set the class weights to balanced"
    return Verdict("unbalanced", "Rare classes are not learned", evidence,
                   f"{first}, or add images of the rare classes.")


def _class_name(case: Case, number: int) -> str:
    return case.class_names[number] if number < len(case.class_names) else f"class {number}"


def overfitting(case: Case) -> Verdict | None:
    """Hold when since the lowest validation loss at least 3 epochs have passed, and the losses went apart.

    That is: the mean validation loss of the last 3 epochs lies a tenth (and 0.02) above the lowest, and the training
    loss is a twentieth below what it was then. Where it had no way left to go: the training accuracy of the last 3
    epochs lies a tenth above everything in the 95 % interval of their validation accuracy.
    """
    best, last = case.best, case.last
    if last.epoch - best.epoch < 3:
        return None
    recent = case.recent("val_loss")
    if recent - best.val_loss < max(0.02, 0.1 * best.val_loss):
        return None
    if last.train_loss > 0.95 * best.train_loss:
        return _learned_by_heart(case)
    since = best.epoch + 1
    evidence = (f"the validation loss rose from {best.val_loss:.3g} to {recent:.3g} while the training loss fell from "
                f"{best.train_loss:.3g} to {last.train_loss:.3g}.")
    remedy = (f"Try dropout, more augmentation or weight decay; the weights of epoch {best.epoch} are kept as the "
              "best.")
    return Verdict("overfitting", f"Overfitting since epoch {since}", evidence, remedy, since)


def _learned_by_heart(case: Case) -> Verdict | None:
    accuracy, known = case.recent("val_accuracy"), case.recent("train_accuracy")
    high = accuracy
    if case.validation_images:
        high = wilson_interval(round(accuracy * case.validation_images), case.validation_images)[1]
    if known < high + 0.1:
        return None
    evidence = (f"in the last 3 epochs {percent(known)} of the training images are right, and only {percent(accuracy)} "
                f"of the validation images. The validation loss was {case.best.val_loss:.3g} in epoch "
                f"{case.best.epoch} and is {case.recent('val_loss'):.3g} now.")
    return Verdict("overfitting", "Overfitting", evidence,
                   "Try more images, more augmentation, dropout or a pretrained network; the weights of epoch "
                   f"{case.best.epoch} are kept as the best.")


def guessing(case: Case) -> Verdict | None:
    """Hold when after 5 epochs the best validation accuracy's 95 % interval still reaches down to the baseline."""
    if case.baseline is None or len(case.rows) < 5:
        return None
    accuracy = max(row.val_accuracy for row in case.rows)
    low = accuracy
    if case.validation_images:
        low = wilson_interval(round(accuracy * case.validation_images), case.validation_images)[0]
    if low > case.baseline:
        return None
    unsure = accuracy > case.baseline
    evidence = (f"the best validation accuracy is {percent(accuracy)}, and always answering the most frequent class "
                f"gives {percent(case.baseline)}.")
    if unsure:
        evidence += f" {case.validation_images:,} validation images are too few to tell these apart."
    remedy = "Check the labels, try another learning rate or a larger network."
    if case.last.train_accuracy > accuracy + 0.15:
        evidence += f" The training images are {percent(case.last.train_accuracy)} right: they are learned by heart."
        remedy = "Check the labels, and try more images or augmentation."
    return Verdict("guessing", f"{'Not surely' if unsure else 'No'} better than guessing", evidence, remedy)


def underfitting(case: Case) -> Verdict | None:
    """Hold when after 5 epochs under half of the way to 100 % is gone, and the loss falls by under 3 % an epoch.

    The way from the baseline to 100 % training accuracy; the training loss, over the last 3 epochs.
    """
    if len(case.rows) < 5 or case.is_learned or case.fall_an_epoch >= 0.03:
        return None
    evidence = (f"after {case.last.epoch} epochs only {percent(case.last.train_accuracy)} of the training images are "
                f"right, and the training loss falls by {percent(max(0.0, case.fall_an_epoch))} an epoch.")
    return Verdict("underfitting", "Underfitting", evidence,
                   "Try a larger learning rate, a larger network, or less augmentation, dropout and weight decay.")


def plateau(case: Case) -> Verdict | None:
    """Hold when over the last 5 of at least 10 epochs neither loss came a hundredth below its lowest before.

    Only while the training accuracy is under 95 %.
    """
    if len(case.rows) < 10 or case.last.train_accuracy >= 0.95:
        return None
    earlier, recent = case.rows[:-5], case.rows[-5:]
    still = all(min(getattr(row, loss) for row in recent) > 0.99 * min(getattr(row, loss) for row in earlier)
                for loss in ("train_loss", "val_loss"))
    if not still:
        return None
    since = recent[0].epoch
    evidence = (f"neither loss has fallen by a hundredth in 5 epochs (training {case.last.train_loss:.3g}, validation "
                f"{case.last.val_loss:.3g}).")
    remedy = (f"Try a learning rate of {case.smaller_rate:g}, or a larger network if the training accuracy "
              "is too low.")
    return Verdict("plateau", f"Plateau since epoch {since}", evidence, remedy, since)


def standstill(case: Case) -> Verdict | None:
    """Hold when the validation alone stands still: no lower loss for at least 5 epochs and half of the training.

    And the mean of the last 3 epochs lies a twentieth (and 0.02) above the lowest.
    """
    best, last = case.best, case.last
    since = last.epoch - best.epoch
    if since < max(5, last.epoch / 2) or case.recent("val_loss") - best.val_loss < max(0.02, 0.05 * best.val_loss):
        return None
    evidence = (f"the validation loss was {best.val_loss:.3g} then and has not been lower in {since} epochs (now "
                f"{last.val_loss:.3g}).")
    remedy = ("Try more images, augmentation or a smaller learning rate; the weights of epoch "
              f"{best.epoch} are kept as the best.")
    return Verdict("plateau", f"No better since epoch {best.epoch}", evidence, remedy, best.epoch + 1)


def few_validation_images(case: Case) -> Verdict | None:
    """Hold when the 95 % interval of the best epoch's accuracy is at least 20 points wide (Wilson, 1927)."""
    if not case.validation_images:
        return None
    accuracy = case.best.val_accuracy
    low, high = wilson_interval(round(accuracy * case.validation_images), case.validation_images)
    if high - low < WIDE_INTERVAL:
        return None
    evidence = (f"{percent(accuracy)} of {case.validation_images:,} images means anything from {percent(low)} to "
                f"{percent(high)}, so that two trainings are hard to tell apart.")
    return Verdict("few_validation_images", "Few validation images", evidence,
                   "Raise the validation share, or train once for each of several folds.")


def healthy(case: Case) -> Verdict:
    """Say where the lowest validation loss was, when nothing else is to be said."""
    first, best, last = case.rows[0], case.best, case.last
    if best.val_loss > 0.99 * first.val_loss and last.val_loss < 1.01 * first.val_loss:
        return Verdict("healthy", "Nothing to see yet",
                       f"the validation loss has hardly moved from {first.val_loss:.3g}.")
    if last.epoch == best.epoch:
        return Verdict("healthy", "Learning well",
                       f"the validation loss is at its lowest, {best.val_loss:.3g}; more epochs may help.")
    return Verdict("healthy", "No sign of trouble", f"the validation loss was lowest in epoch {best.epoch} "
                                                    f"({best.val_loss:.3g}; now {last.val_loss:.3g}).")
