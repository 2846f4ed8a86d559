"""What is found about backgrounds, as a suspicion in words with its figures and pictures."""

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.background_pairs import typical_of
from cnnstudio.explain.audit.background_trial import Answers, Trial
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.exchange import Exchange, exchange_of
from cnnstudio.explain.audit.object_mask import GRID
from cnnstudio.explain.audit.one_pass import OnePass
from cnnstudio.explain.audit.percentages import percent
from cnnstudio.explain.audit.report import Accuracy, AuditPicture, Figure, Level, Pixels, Suspicion
from cnnstudio.wording import translate

_SHOWN = 4
_MOST_PLACES = 64
_FEWEST_UNTYPICAL = 3   # images from which on an accuracy is said

_ADVICE = (
    "Look at the pictures: is the background part of what makes the class? If not, add images of {whose} before the "
    "backgrounds of the others and the other way round, or cut the images close to the objects, train again and repeat "
    "the audit. If the class cannot be separated from its surroundings, say so where the network is used.")


def background_suspicion(case: AuditCase, found: OnePass, trial: Trial, said: Answers, level: Level) -> Suspicion:
    """Return the suspicion that the background of a class gives it away."""
    exchange = exchange_of(said)
    name = case.class_names[exchange.class_index]
    rows = trial.labels == exchange.class_index
    typical, order = _typical(trial, exchange)
    with_it, without_it = ([int(trial.places[row]) for row in order if rows[row] and typical[row] == wanted]
                           for wanted in (True, False))
    with_right, without_right = _accuracy(trial, rows & typical), _accuracy(trial, rows & ~typical)
    return Suspicion(
        "background", exchange.class_index, level, _headline(name, level, exchange),
        " ".join([_explanation(trial, exchange), _untypical(without_right)]), translate("explain", _ADVICE, whose=name),
        (*_figures(found, trial, exchange), *_accuracy_figure(with_right, without_right)),
        pictures=_pictures(case, trial, said),
        with_it=tuple(with_it[:_MOST_PLACES]), without_it=tuple(without_it[::-1][:_MOST_PLACES]),
        accuracy_with=with_right, accuracy_without=without_right)


def _typical(trial: Trial, exchange: Exchange) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.int64]]:
    """Return whose background is typical of the class, (n,), and all rows, the most typical first."""
    place = int(np.searchsorted(trial.telling.classes, exchange.class_index))
    return typical_of(trial.telling, place), np.argsort(-trial.telling.belief[:, place], kind="stable")


def _headline(name: str, level: Level, exchange: Exchange) -> str:
    if level == "in the data":
        return translate(
            "explain", "The background alone tells {name} from the rest, but the network's answers hardly depend on "
            "it.", name=name)
    return translate(
        "explain", "The network goes by the background of {name}: before another background {name} is recognised in "
        "{swapped} of the images, before another one typical of {name} in {kept}.", name=name,
        swapped=percent(exchange.swapped), kept=percent(exchange.kept))


def _explanation(trial: Trial, exchange: Exchange) -> str:
    by_box = bool(trial.has_boxes.all())
    objects = translate("explain", "given boxes") if by_box else translate(
        "explain", "estimates from colours and structure, see the pictures")
    swapped, kept, gap, drawn, control = map(percent, (exchange.swapped, exchange.kept, exchange.gap, exchange.drawn,
                                                       exchange.drawn_control))
    least, most = map(percent, exchange.gap_range)
    told = percent(_told(trial, exchange))
    return translate(
        "explain", "{images} objects of the class and as many others were cut out ({objects}) and put on the "
        "background of another image, its own object filled in. {control} On a background typical of the class {kept} "
        "kept their class, on one that is not {swapped}; of the other objects {drawn} took the class on its "
        "background and {other_control} without. The gap of {gap} lies between {least} and {most} (95 %); changes "
        "this one-sided come by chance in {chance} of cases. From the colours and the roughness of the background "
        "alone this class is told from the rest with a balanced accuracy of {told} (by chance 50 %). In photographs "
        "where the object reaches the rim, part of it counts as background: judge by the pictures.",
        images=exchange.images, objects=objects,
        control=translate("explain", _CONTROL[exchange.is_matched]), kept=kept, swapped=swapped,
        drawn=drawn, other_control=control, gap=gap, least=least, most=most, chance=percent(exchange.chance, 2),
        told=told)


_CONTROL = {
    True: "Both backgrounds of a pair came from images of one class, so that what is left of their objects bears on "
          "both.",
    False: "The typical ones came from images of the class, the others from images of others, since hardly any image "
           "has the background of another class.",
}


def _untypical(accuracy: Accuracy) -> str:
    if accuracy.images < _FEWEST_UNTYPICAL:
        return translate(
            "explain", "Whether images before an untypical background are recognised cannot be said: only {images} of "
            "the class were looked at.", images=accuracy.images)
    return translate(
        "explain", "Of the class's images before an untypical background {right} of {images} are recognised as they "
        "are.", right=accuracy.right, images=accuracy.images)


def _accuracy_figure(with_it: Accuracy, without_it: Accuracy) -> tuple[Figure, ...]:
    if min(with_it.images, without_it.images) < _FEWEST_UNTYPICAL:
        return ()
    return (Figure("accuracy_untypical", translate(
        "explain", "accuracy on the class's images whose background is untypical of it (control: on the typical ones)"),
        without_it.right / without_it.images, "share",
        with_it.right / with_it.images),)


def _told(trial: Trial, exchange: Exchange) -> float:
    return float(trial.telling.one_accuracy[int(np.searchsorted(trial.telling.classes, exchange.class_index))])


def _figures(found: OnePass, trial: Trial, exchange: Exchange) -> tuple[Figure, ...]:
    inside, area = evidence_inside(found, trial, trial.labels == exchange.class_index)
    return (
        Figure("swap_gap", translate(
            "explain", "images that lose their class on a background untypical of it (control: on another typical one "
            "they lose it, counted off)"), exchange.gap, "share", None, exchange.gap - exchange.gap_range[0]),
        Figure("kept_on_other", translate(
            "explain", "objects recognised on an untypical background (control: on a typical one)"),
               exchange.swapped, "share", exchange.kept),
        Figure("follows_background", translate(
            "explain", "objects of other classes given the class on its background (control: on others)"),
               exchange.drawn, "share", exchange.drawn_control),
        Figure("background_told", translate(
            "explain", "balanced accuracy by the background's colours and roughness alone"),
               _told(trial, exchange), "share", 0.5, trial.telling.one_cut),
        Figure("background_alone", translate(
            "explain", "images given the class after their object was filled in (control: images of other classes)"),
               exchange.alone, "share", exchange.alone_others),
        Figure("evidence_inside", translate(
            "explain", "positive evidence that lies in the object (control: its share of the image)"), inside,
               "share", area))


def evidence_inside(found: OnePass, trial: Trial, rows: npt.NDArray[np.bool_]) -> tuple[float, float]:
    """Return the mean share of the positive evidence inside the objects, and the objects' mean share of the image."""
    order = np.argsort(found.places)
    places = order[np.searchsorted(found.places, trial.places[rows], sorter=order)]
    maps = np.maximum(found.maps[places], 0)
    height, width = maps.shape[1:]
    lines, columns = (((np.arange(size) + 0.5) * GRID / size).astype(int) for size in (height, width))
    masks = trial.layers.objects[rows][:, lines][:, :, columns]
    total = maps.sum(axis=(1, 2))
    seen = total > 0
    inside = (maps * masks).sum(axis=(1, 2))[seen] / total[seen]
    return float(inside.mean()) if seen.any() else float("nan"), float(masks.mean())


def _accuracy(trial: Trial, rows: npt.NDArray[np.bool_]) -> Accuracy:
    return Accuracy(int((trial.plain[rows].argmax(axis=1) == trial.labels[rows]).sum()), int(rows.sum()))


def _pictures(case: AuditCase, trial: Trial, said: Answers) -> tuple[AuditPicture, ...]:
    """Return examples: as they are, on a typical background, on one that is not, without their object."""
    pictures: list[AuditPicture] = []
    layers, pairs = trial.layers, said.pairs
    own = case.class_names[pairs.class_index]
    for number in np.sort(np.unique(pairs.own, return_index=True)[1])[:_SHOWN]:
        row = int(pairs.own[number])
        plain, kept, swapped, alone = (case.class_names[int(logits.argmax())] for logits in (
            trial.plain[row], said.kept[number], said.swapped[number], said.alone[number]))
        pictures += [
            _picture(translate("explain", "{own}, answer {plain}", own=own, plain=plain), layers.pixels[row]),
            _picture(translate("explain", "Before another background typical of {own}: {kept}", own=own, kept=kept),
                     layers.swapped(row, int(pairs.typical[0, number]))),
            _picture(translate("explain", "Before a background that is not: {swapped}", swapped=swapped),
                     layers.swapped(row, int(pairs.untypical[0, number]))),
            _picture(translate("explain", "Without the object: {alone}", alone=alone), layers.scene(row))]
    return tuple(pictures)


def _picture(title: str, pixels: Pixels) -> AuditPicture:
    return AuditPicture(title, pixels if pixels.shape[2] == 3 else np.repeat(pixels[..., :1], 3, axis=2))
