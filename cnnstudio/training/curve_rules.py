"""The rules that judge a training by its losses and accuracies; each is stated in its docstring."""

from cnnstudio.training.judgement import Case, Verdict, named, percent
from cnnstudio.training.metrics import wilson_interval
from cnnstudio.wording import translate

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
    remedy = translate(
        "training", "Try a learning rate of {smaller_rate:g} instead of {rate:g}.", smaller_rate=case.smaller_rate,
        rate=case.rate)
    if losses[-1] > 1.1 * losses[0]:
        return Verdict("learning_rate_too_high", translate("training", "Learning rate too high"),
                       translate(
                           "training", "the training loss rose from {losse:.3g} in epoch 1 to {losses:.3g}.",
                           losse=losses[0], losses=losses[-1]), remedy)
    jumps = [now.epoch for before, now in zip(case.rows, case.rows[1:], strict=False)
             if now.train_loss > 1.1 * before.train_loss and now.train_loss - before.train_loss > 0.05 * losses[0]]
    if len(jumps) < max(2, len(losses) / 3):
        return None
    evidence = translate(
        "training", "the training loss jumped up by more than a tenth in {count} of {losses_count} epochs.",
        count=len(jumps), losses_count=len(losses))
    return Verdict("learning_rate_too_high", translate(
        "training", "Learning rate too high"), evidence, remedy, jumps[0])


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
    evidence = translate(
        "training", "of the {class_count:,} validation images of {class_name}, {recall} are right, while the largest "
        "class, {other_class_name}, has {class_counts:,}. Its images decide nearly the whole loss.",
        class_count=case.class_counts[missed[0]], class_name=_class_name(case, missed[0]),
        recall=percent(case.last.recalls[missed[0]] or 0.0), other_class_name=_class_name(case, largest),
        class_counts=case.class_counts[largest])
    if len(missed) > 1:
        evidence += translate(
            "training", " The same goes for {named}.", named=named([_class_name(case, one) for one in missed[1:]]))
    is_weighted = case.recipe is not None and case.recipe.class_weights == "balanced"
    first = (translate("training", "Train for more epochs, or add images of the rare classes.") if is_weighted else
             translate("training", "Set the class weights to balanced, or add images of the rare classes."))
    return Verdict("unbalanced", translate("training", "Rare classes are not learned"), evidence, first)


def _class_name(case: Case, number: int) -> str:
    return case.class_names[number] if number < len(case.class_names) else translate(
        "training", "class {number}", number=number)


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
    evidence = translate(
        "training", "the validation loss rose from {val_loss:.3g} to {recent:.3g} while the training loss fell from "
        "{train_loss:.3g} to {last_train_loss:.3g}.", val_loss=best.val_loss, recent=recent, train_loss=best.train_loss,
        last_train_loss=last.train_loss)
    remedy = translate(
        "training", "Try dropout, more augmentation or weight decay; the weights of epoch {epoch} are kept as the "
        "best.", epoch=best.epoch)
    return Verdict("overfitting", translate(
        "training", "Overfitting since epoch {since}", since=since), evidence, remedy, since)


def _learned_by_heart(case: Case) -> Verdict | None:
    accuracy, known = case.recent("val_accuracy"), case.recent("train_accuracy")
    high = accuracy
    if case.validation_images:
        high = wilson_interval(round(accuracy * case.validation_images), case.validation_images)[1]
    if known < high + 0.1:
        return None
    evidence = translate(
        "training", "in the last 3 epochs {train_accuracy} of the training images are right, and only {accuracy} of "
        "the validation images. The validation loss was {best_loss:.3g} in epoch {epoch} and is {val_loss:.3g} now.",
        train_accuracy=percent(known), accuracy=percent(accuracy), best_loss=case.best.val_loss, epoch=case.best.epoch,
        val_loss=case.recent("val_loss"))
    return Verdict("overfitting", translate("training", "Overfitting"), evidence,
                   translate(
                       "training", "Try more images, more augmentation, dropout or a pretrained network; the weights "
                       "of epoch {epoch} are kept as the best.", epoch=case.best.epoch))


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
    evidence = translate(
        "training", "the best validation accuracy is {accuracy}, and always answering the most frequent class gives "
        "{baseline}.", accuracy=percent(accuracy), baseline=percent(case.baseline))
    if unsure:
        evidence += translate(
            "training", " {validation_images:,} validation images are too few to tell these apart.",
            validation_images=case.validation_images)
    remedy = translate("training", "Check the labels, try another learning rate or a larger network.")
    if case.last.train_accuracy > accuracy + 0.15:
        evidence += translate(
            "training", " The training images are {train_accuracy} right: they are learned by heart.",
            train_accuracy=percent(case.last.train_accuracy))
        remedy = translate("training", "Check the labels, and try more images or augmentation.")
    title = (translate("training", "Not surely better than guessing") if unsure else
             translate("training", "No better than guessing"))
    return Verdict("guessing", title, evidence, remedy)


def underfitting(case: Case) -> Verdict | None:
    """Hold when after 5 epochs under half of the way to 100 % is gone, and the loss falls by under 3 % an epoch.

    The way from the baseline to 100 % training accuracy; the training loss, over the last 3 epochs.
    """
    if len(case.rows) < 5 or case.is_learned or case.fall_an_epoch >= 0.03:
        return None
    evidence = translate(
        "training", "after {epoch} epochs only {train_accuracy} of the training images are right, and the training "
        "loss falls by {value} an epoch.", epoch=case.last.epoch, train_accuracy=percent(case.last.train_accuracy),
        value=percent(max(0.0, case.fall_an_epoch)))
    return Verdict("underfitting", "Underfitting", evidence,
                   translate(
                       "training", "Try a larger learning rate, a larger network, or less augmentation, dropout and "
                       "weight decay."))


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
    evidence = translate(
        "training", "neither loss has fallen by a hundredth in 5 epochs (training {train_loss:.3g}, validation "
        "{val_loss:.3g}).", train_loss=case.last.train_loss, val_loss=case.last.val_loss)
    remedy = translate(
        "training", "Try a learning rate of {smaller_rate:g}, or a larger network if the training accuracy is too low.",
        smaller_rate=case.smaller_rate)
    return Verdict("plateau", translate(
        "training", "Plateau since epoch {since}", since=since), evidence, remedy, since)


def standstill(case: Case) -> Verdict | None:
    """Hold when the validation alone stands still: no lower loss for at least 5 epochs and half of the training.

    And the mean of the last 3 epochs lies a twentieth (and 0.02) above the lowest.
    """
    best, last = case.best, case.last
    since = last.epoch - best.epoch
    if since < max(5, last.epoch / 2) or case.recent("val_loss") - best.val_loss < max(0.02, 0.05 * best.val_loss):
        return None
    evidence = translate(
        "training", "the validation loss was {val_loss:.3g} then and has not been lower in {since} epochs (now "
        "{last_val_loss:.3g}).", val_loss=best.val_loss, since=since, last_val_loss=last.val_loss)
    remedy = translate(
        "training", "Try more images, augmentation or a smaller learning rate; the weights of epoch {epoch} are kept "
        "as the best.", epoch=best.epoch)
    return Verdict("plateau", translate(
        "training", "No better since epoch {epoch}", epoch=best.epoch), evidence, remedy, best.epoch + 1)


def few_validation_images(case: Case) -> Verdict | None:
    """Hold when the 95 % interval of the best epoch's accuracy is at least 20 points wide (Wilson, 1927)."""
    if not case.validation_images:
        return None
    accuracy = case.best.val_accuracy
    low, high = wilson_interval(round(accuracy * case.validation_images), case.validation_images)
    if high - low < WIDE_INTERVAL:
        return None
    evidence = translate(
        "training", "{accuracy} of {validation_images:,} images means anything from {low} to {high}, so that two "
        "trainings are hard to tell apart.", accuracy=percent(accuracy), validation_images=case.validation_images,
        low=percent(low), high=percent(high))
    return Verdict("few_validation_images", translate("training", "Few validation images"), evidence,
                   translate("training", "Raise the validation share, or train once for each of several folds."))


def healthy(case: Case) -> Verdict:
    """Say where the lowest validation loss was, when nothing else is to be said."""
    first, best, last = case.rows[0], case.best, case.last
    if best.val_loss > 0.99 * first.val_loss and last.val_loss < 1.01 * first.val_loss:
        return Verdict("healthy", translate("training", "Nothing to see yet"),
                       translate(
                           "training", "the validation loss has hardly moved from {val_loss:.3g}.",
                           val_loss=first.val_loss))
    if last.epoch == best.epoch:
        return Verdict("healthy", translate("training", "Learning well"),
                       translate(
                           "training", "the validation loss is at its lowest, {val_loss:.3g}; more epochs may help.",
                           val_loss=best.val_loss))
    return Verdict("healthy", translate("training", "No sign of trouble"), translate(
        "training", "the validation loss was lowest in epoch {epoch} ({val_loss:.3g}; now {last_val_loss:.3g}).",
        epoch=best.epoch, val_loss=best.val_loss, last_val_loss=last.val_loss))
