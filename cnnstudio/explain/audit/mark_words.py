"""What was found of a mark, in words, numbers and pictures."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import AuditCase, Floats, Pixels
from cnnstudio.explain.audit.map_words import ninth_words
from cnnstudio.explain.audit.one_pass import OnePass, Places
from cnnstudio.explain.audit.percentages import percent
from cnnstudio.explain.audit.report import Accuracy, AuditPicture, Figure, Suspicion
from cnnstudio.explain.audit.verdict import Reliance, Treatment
from cnnstudio.explain.target import Region
from cnnstudio.wording import translate

_SHOWN = 64
_EXAMPLES = 8
_AS_GOOD = 0.8
"""Share of a mark's effect from which its control is said to do the same."""

MarkKind = Literal["mark", "border", "tint", "patch"]


@dataclass(frozen=True, slots=True, eq=False)
class MarkFound:
    """A mark that was found, before it is put into words.

    Attributes
    ----------
    carries : (N,) which of the searched images carry it
    amounts : (N,) how clearly each does
    strength, limit : of the statistic that found it
    region : where; None where it lies anywhere
    picture : the mark, (h, w, C)
    """

    kind: MarkKind
    class_index: int
    carries: npt.NDArray[np.bool_]
    amounts: Floats
    treatment: Treatment
    strength: float
    limit: float
    region: Region | None
    picture: Pixels


def told(case: AuditCase, found: OnePass, mark: MarkFound, tried: Reliance, own: Places, without: Places) -> Suspicion:
    """Return the suspicion of a mark.

    Parameters
    ----------
    tried : what the mark does to the network
    own, without : audited images of the class with the mark and without it, the clearest first
    """
    name = case.class_names[mark.class_index]
    return Suspicion(
        "mark", mark.class_index, tried.level, headline(name, mark, tried, own, without),
        " ".join((_how_found(name, mark), _put_on(name, mark, tried), _taken_off(tried))), _advice(name, mark),
        _figures(name, mark, tried), None if mark.kind == "tint" else mark.region, _pictures(case, mark, own, without),
        tuple(map(int, own[:_SHOWN])), tuple(map(int, without[:_SHOWN])),
        _accuracy(found, own, mark.class_index), _accuracy(found, without, mark.class_index))


def headline(name: str, mark: MarkFound, tried: Reliance, own: Places, without: Places) -> str:
    """Return one sentence: what it is, where, and whether the network relies on it."""
    count = len(own) + len(without)
    carried = translate(
        "explain", "{count} of {other_count} images of {name} carry", count=len(own), other_count=count,
        name=name) if len(own) else translate(
        "explain", "Training images of {name} carry", name=name)
    used = (translate(
        "explain", ", and the network takes it for a sign of {name}", name=name) if tried.level == "relied on"
            else translate("explain", ", but the network hardly uses it"))
    return f"{carried} {_thing(mark)}{used}."


def _thing(mark: MarkFound) -> str:
    if mark.kind == "border":
        return translate("explain", "a border that other classes do not have")
    if mark.kind == "tint":
        return translate("explain", "a tint that other classes do not have")
    if mark.kind == "patch" or mark.region is None:
        return translate("explain", "the same small mark, at different places")
    return translate("explain", "the same mark {place}", place=place_words(mark.region))


def place_words(region: Region) -> str:
    """Say where a box lies: "in the lower right corner"."""
    x, y = (region[0] + region[2]) / 2, (region[1] + region[3]) / 2
    return ninth_words(min(int(y * 3), 2), min(int(x * 3), 2))


def _how_found(name: str, mark: MarkFound) -> str:
    if mark.kind == "tint":
        return translate(
            "explain", "In {strength} of the images of {name} the darkest or the lightest places are lighter, darker "
            "or differently coloured than in all but 4 % of the other images; up to {limit} can come by chance or by "
            "the scenes.", strength=percent(mark.strength), name=name, limit=percent(mark.limit))
    if mark.kind == "patch":
        return translate(
            "explain", "A patch recurs almost pixel for pixel in {strength} of those images of {name} that had no "
            "part in finding it, and in hardly any of other classes (limit {limit}).", strength=percent(mark.strength),
            name=name, limit=percent(mark.limit))
    return translate(
        "explain", "There the images of {name} differ from all others by {strength:.0f} standard deviations of what "
        "shuffled labels give (limit {limit:.1f}), and always in the same pixels, as an object does not.", name=name,
        strength=mark.strength, limit=mark.limit)


def _put_on(name: str, mark: MarkFound, tried: Reliance) -> str:
    if not tried.put_on:
        return translate("explain", "There were no recognised images of other classes to try it on.")
    in_colours = translate("explain", "the same in other colours")
    spoilt = in_colours if mark.kind == "tint" else translate("explain", "the same pixels in disorder")
    return translate(
        "explain", "Laid over {put_on} images of other classes, it moved the score of {name} against the best other "
        "class by {added:+.1f} and made {flips} of them {name}; {spoilt}: {control:+.1f} and "
        "{control_flips}.{other_control}", put_on=tried.put_on, name=name, added=tried.added,
        flips=percent(tried.flips), spoilt=spoilt, control=tried.control, control_flips=percent(tried.control_flips),
        other_control=control_words(mark, tried))


def control_words(mark: MarkFound, tried: Reliance) -> str:
    """Say what it means that the control does as much as the mark, which looks like a contradiction."""
    is_as_good = tried.control >= _AS_GOOD * tried.added > 0 and tried.flips > 0
    if mark.kind == "tint" or tried.level != "relied on" or not is_as_good:
        return ""
    return translate("explain", " So it is the mark's colours that count to the network, not its shape.")


def _taken_off(tried: Reliance) -> str:
    if not tried.taken_off:
        return translate("explain", "None of the audited images of the class carries it, so it was not taken off.")
    return translate(
        "explain", "Taken off {taken_off} images that carry it, the lead of the class fell by {lost:.1f} "
        "({control_lost:.1f} when the same was done elsewhere in the picture); its usual lead is {own_margin:.1f}.",
        taken_off=tried.taken_off, lost=tried.lost, control_lost=tried.control_lost, own_margin=tried.own_margin)


def _advice(name: str, mark: MarkFound) -> str:
    if mark.kind == "tint":
        return translate(
            "explain", "Take the images of {name} and the others with the same camera and light, or train with random "
            "changes of colour; then audit again.", name=name)
    return translate(
        "explain", "Crop it off or fill it in, in all images that carry it, or find images of {name} without it; then "
        "train and audit again. More images with the same mark will not help.", name=name)


def _figures(name: str, mark: MarkFound, tried: Reliance) -> tuple[Figure, ...]:
    unit: Literal["share", ""] = "share" if mark.kind in ("tint", "patch") else ""
    return (
        Figure("strength", translate(
            "explain", "How clearly it goes with the class"), mark.strength, unit, limit=mark.limit),
        Figure("added", translate(
            "explain", "Rise of the score of {name} on other images with it",
            name=name), tried.added, "logits", tried.control),
        Figure("flip_share", translate(
            "explain", "Other images that become {name} with it",
            name=name), tried.flips, "share", tried.control_flips),
        Figure("lost", translate(
            "explain", "Lead lost when the mark is taken off"), tried.lost, "logits", tried.control_lost),
        Figure("own_margin", translate("explain", "Usual lead of {name}", name=name), tried.own_margin, "logits"))


def _pictures(case: AuditCase, mark: MarkFound, own: Places, without: Places) -> tuple[AuditPicture, ...]:
    pictures = [AuditPicture(translate("explain", "The mark"), _rgb(mark.picture))]
    if len(own):
        shown = case.pixels[own[:_EXAMPLES]]
        pictures.append(AuditPicture(translate("explain", "With it"), _sheet(shown)))
        pictures.append(AuditPicture(translate("explain", "The same, taken off"), _sheet(mark.treatment.remove(shown))))
    if len(without):
        pictures.append(AuditPicture(translate(
            "explain", "Images of the class without it"), _sheet(case.pixels[without[:_EXAMPLES]])))
    return tuple(pictures)


def _sheet(pixels: Pixels) -> Pixels:
    """Return up to 8 images beside each other, four a row, (h, w, 3)."""
    count, height, width, channels = pixels.shape
    columns = min(count, 4)
    rows = -(-count // columns)
    whole = np.full((rows * columns, height, width, channels), 255, np.uint8)
    whole[:count] = pixels
    grid = whole.reshape(rows, columns, height, width, channels).swapaxes(1, 2)
    return _rgb(grid.reshape(rows * height, columns * width, channels))


def _rgb(pixels: Pixels) -> Pixels:
    return np.ascontiguousarray(np.repeat(pixels, 3, axis=2) if pixels.shape[2] == 1 else pixels[:, :, :3])


def _accuracy(found: OnePass, places: Places, class_index: int) -> Accuracy:
    rows = np.isin(found.places, places)
    return Accuracy(int((found.answers()[rows] == class_index).sum()), int(rows.sum()))
