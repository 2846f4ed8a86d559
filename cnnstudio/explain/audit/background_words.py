"""What is found about backgrounds, as a suspicion in words with its figures and pictures."""

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.background_trial import Trial
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.exchange import Exchange
from cnnstudio.explain.audit.object_mask import GRID
from cnnstudio.explain.audit.one_pass import OnePass
from cnnstudio.explain.audit.percentages import percent
from cnnstudio.explain.audit.report import Accuracy, AuditPicture, Figure, Level, Pixels, Suspicion

_SHOWN = 4
_MOST_PLACES = 64

_ADVICE = (
    "Look at the pictures: is the background part of what makes the class? If not, add images of {whose} before the "
    "backgrounds of the others and the other way round, or cut the images close to the objects, train again and repeat "
    "the audit. If the class cannot be separated from its surroundings, say so where the network is used.")


def background_suspicion(case: AuditCase, found: OnePass, trial: Trial, exchange: Exchange, class_index: int | None,
                         level: Level) -> Suspicion:
    """Return the suspicion that the background of a class (None: of all) gives it away."""
    rows = np.ones(len(trial.labels), bool) if class_index is None else trial.labels == class_index
    name = "the classes" if class_index is None else case.class_names[class_index]
    place = np.searchsorted(trial.telling.classes, trial.labels)
    fits = trial.telling.belief.argmax(axis=1) == place
    order = np.argsort(-trial.telling.belief[np.arange(len(place)), place], kind="stable")
    with_it, without_it = ([int(trial.places[row]) for row in order if rows[row] and fits[row] == wanted]
                           for wanted in (True, False))
    return Suspicion(
        "background", class_index, level, _headline(name, level, exchange, class_index is None),
        _explanation(trial, exchange, class_index), _ADVICE.format(whose=name),
        _figures(found, trial, exchange, class_index), pictures=_pictures(case, trial, order[rows[order]]),
        with_it=tuple(with_it[:_MOST_PLACES]), without_it=tuple(without_it[::-1][:_MOST_PLACES]),
        accuracy_with=_accuracy(trial, rows & fits), accuracy_without=_accuracy(trial, rows & ~fits))


def _headline(name: str, level: Level, exchange: Exchange, is_all: bool) -> str:
    if level == "in the data":
        return f"The background alone tells {name} from the rest, but the network's answers hardly depend on it."
    whose = "on the background of another class an image" if is_all else f"before another class's background {name}"
    return (f"The network goes by the background of {name}: {whose} is recognised in {percent(exchange.swapped)} "
            f"of the images, before another background of its own class in {percent(exchange.kept)}.")


def _explanation(trial: Trial, exchange: Exchange, class_index: int | None) -> str:
    by_box = bool(trial.has_boxes.all())
    objects = "given boxes" if by_box else "estimates from colours and structure, see the pictures"
    swapped, followed, kept, gap = map(percent, (exchange.swapped, exchange.followed, exchange.kept, exchange.gap))
    least, most = map(percent, exchange.gap_range)
    return (f"The objects of {exchange.images} images were cut out ({objects}) and put on the background of another "
            f"image, its own object filled in. On a background of another class {swapped} kept theirs and {followed} "
            "took that of the background; on one of the same class, which suffers the same cutting and pasting, "
            f"{kept} kept it. The gap of {gap} lies between {least} and {most} (95 %); changes this one-sided come by "
            f"chance in {percent(exchange.chance, 2)} of cases. From the colours and the roughness of the background "
            f"alone {_told(trial, class_index)}. In photographs where the object reaches the rim, part of it counts as "
            "background: judge by the pictures.")


def _told(trial: Trial, class_index: int | None) -> str:
    telling = trial.telling
    if class_index is None:
        chance = percent(telling.chance)
        return f"{percent(telling.accuracy)} of the images are given the right class (by chance {chance})"
    value = telling.one_accuracy[int(np.searchsorted(telling.classes, class_index))]
    return f"this class is told from the rest with a balanced accuracy of {percent(value)} (by chance 50 %)"


def _figures(found: OnePass, trial: Trial, exchange: Exchange,
             class_index: int | None) -> tuple[Figure, ...]:
    telling = trial.telling
    told, chance, cut = telling.accuracy, telling.chance, telling.cut
    if class_index is not None:
        told = float(telling.one_accuracy[int(np.searchsorted(telling.classes, class_index))])
        chance, cut = 0.5, telling.one_cut
    rows = np.ones(len(trial.labels), bool) if class_index is None else trial.labels == class_index
    inside, area = evidence_inside(found, trial, rows)
    return (
        Figure("swap_gap", "images that lose their class on another class's background (control: on their own class's "
               "they lose it, counted off)", exchange.gap, "share", None, exchange.gap - exchange.gap_range[0]),
        Figure("kept_on_other", "objects recognised on another class's background", exchange.swapped, "share",
               exchange.kept),
        Figure("follows_background", "objects given the class of the background", exchange.followed, "share"),
        Figure("background_told", "balanced accuracy by the background's colours and roughness alone", told, "share",
               chance, cut),
        Figure("background_alone", "images given the class after their object was filled in (control: images of other "
               "classes)", exchange.alone, "share", exchange.alone_others),
        Figure("evidence_inside", "positive evidence that lies in the object (control: its share of the image)", inside,
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


def _pictures(case: AuditCase, trial: Trial, rows: npt.NDArray[np.int64]) -> tuple[AuditPicture, ...]:
    """Return examples: as they are, on a background of their class, on one of another class, without their object."""
    pictures: list[AuditPicture] = []
    for row in rows[:_SHOWN]:
        own, other = (case.class_names[int(trial.labels[place])] for place in (row, trial.other[row]))
        said = [case.class_names[int(logits[row].argmax())] for logits in (trial.plain, trial.kept, trial.swapped,
                                                                           trial.alone)]
        layers = trial.layers
        pictures += [
            _picture(f"{own}, answer {said[0]}", layers.pixels[row]),
            _picture(f"Before another background of {own}: {said[1]}", layers.swapped(row, int(trial.same[row]))),
            _picture(f"Before a background of {other}: {said[2]}", layers.swapped(row, int(trial.other[row]))),
            _picture(f"Without the object: {said[3]}", layers.scene(row))]
    return tuple(pictures)


def _picture(title: str, pixels: Pixels) -> AuditPicture:
    return AuditPicture(title, pixels if pixels.shape[2] == 3 else np.repeat(pixels[..., :1], 3, axis=2))
