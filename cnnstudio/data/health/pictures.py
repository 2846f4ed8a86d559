"""Checks of single pictures: size, proportions, light, sharpness and colour, against limits and their own folder."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.health.case import Case
from cnnstudio.data.health.finding import Finding, Severity, exclude, number
from cnnstudio.wording import translate

DARK, BRIGHT = 0.08, 0.93
"""Mean luma (0 to 1): below and above, hardly anything is to be seen in an ordinary photograph."""

LOW_CONTRAST = 0.03
"""Deviation of the luma (0 to 0.5), 8 of 255 values: fog, an empty wall, a lens cap."""

BLURRED = 25.0
"""Variance of the Laplacian at 128 pixels. The least of the sample's 104 photographs is 60, nineteen of twenty have
more than 220; blurred by three pixels at that size, all have less than 10."""

PECULIAR = 1 / 3
"""Only pictures with less than this share of what half of their folder has are reported: a folder of night skies is
dark, one of X-rays has little contrast, and neither is at fault."""

ENLARGED = 2.0
"""A picture that must be enlarged more than this, to be the network's input, is a blur of that size."""

EXTREME_ASPECT = 4.0
"""Cropping a picture of more than 4 : 1 to a square leaves less than a quarter of it, padding it fills three."""

USUAL_SIZE_SHARE = 0.8
"""When so many pictures share one size, others are worth a look: thumbnails, screenshots, previews."""

GREY_CLASS, COLOR_CLASS = 0.8, 0.2
"""A class is grey with more than the first share of grey pictures, and coloured with less than the second."""


@dataclass(frozen=True, slots=True)
class LightCheck:
    """A row of `LIGHT_CHECKS`: too little of a figure."""

    kind: str
    column: int
    """Of `Case.figures`."""
    limit: float
    one: str
    many: str
    detail: str
    is_from_top: bool = False
    """The figure counts downwards from 1."""


LIGHT_CHECKS: tuple[LightCheck, ...] = (
    LightCheck("dark", 0, DARK, "very dark picture", "very dark pictures", "Hardly anything can be seen in them."),
    LightCheck("bright", 0, 1 - BRIGHT, "very bright picture", "very bright pictures",
               "They are nearly white: overexposed, or empty pages.", is_from_top=True),
    LightCheck("low contrast", 1, LOW_CONTRAST, "picture with hardly any contrast",
               "pictures with hardly any contrast", "They show one grey nearly everywhere: fog, a wall, a lens cap."),
    LightCheck("blurred", 2, BLURRED, "blurred picture", "blurred pictures",
               "They have no sharp edge even when made small, unlike most others of this folder."),
)


def light(case: Case) -> Iterable[Finding]:
    """Report dark, bright, flat and blurred pictures, each under the first of these that fits."""
    told = np.zeros(len(case.files), np.bool_)
    for check in LIGHT_CHECKS:
        files = case.chosen(_is_low(case, check) & ~told)
        told |= _is_low(case, check)
        if files:
            title = number(len(files), translate("data", check.one), translate("data", check.many))
            yield Finding(check.kind, "warning", title,
                          translate("data", "{detail} Look whether they belong here.",
                                    detail=translate("data", check.detail)), tuple(file.path for file in files),
                          (exclude(translate("data", "Leave them out"), files),))


def _is_low(case: Case, check: LightCheck) -> NDArray[np.bool_]:
    """Return (N,) whether the figure is below the limit, and far below that of most of the folder."""
    values = case.figures[:, check.column]
    values = 1 - values if check.is_from_top else values
    if np.isnan(values).all():
        return np.zeros(len(values), np.bool_)
    return np.asarray((values < check.limit) & (values < PECULIAR * np.nanmedian(values)), np.bool_)


def too_small(case: Case) -> Iterable[Finding]:
    """Report pictures that must be enlarged much for the chosen input."""
    if case.preprocess is None:
        return
    wanted = np.array([case.preprocess.height, case.preprocess.width])
    is_small = np.any((case.sizes > 0) & (case.sizes * ENLARGED < wanted), axis=1)
    files = case.chosen(np.asarray(is_small, np.bool_))
    if files:
        is_most = len(files) > len(case.files) / 2
        advice = translate("data", "Choose a smaller image size.") if is_most else translate(
            "data", "Leave them out, or choose a smaller image size.")
        yield Finding(
            "too small", "warning", number(len(files), translate(
                "data", "picture is small"), translate("data", "pictures are small")),
            translate(
                "data", "They are enlarged more than {enlarged:.0f} times to {width} × {height} pixels, which shows "
                "nothing more. {advice}", enlarged=ENLARGED, width=case.preprocess.width, height=case.preprocess.height,
                advice=advice), tuple(file.path for file in files),
            () if is_most else (exclude(translate("data", "Leave them out"), files),))


def extreme_aspect(case: Case) -> Iterable[Finding]:
    """Report very long pictures."""
    shorter, longer = case.sizes.min(axis=1), case.sizes.max(axis=1)
    files = case.chosen((shorter > 0) & (longer > EXTREME_ASPECT * shorter))
    if files:
        yield Finding(
            "extreme aspect", "warning", number(len(files), translate("data", "very long picture"), translate(
                "data", "very long pictures")),
            translate(
                "data", "One side is more than {extreme_aspect:.0f} times the other: cropped, most of the picture is "
                "lost; padded, little is left of it; stretched, it is distorted.",
                extreme_aspect=EXTREME_ASPECT), tuple(file.path for file in files),
            (exclude(translate("data", "Leave them out"), files),))


def other_size(case: Case) -> Iterable[Finding]:
    """Report pictures of another size where nearly all have the same."""
    known = (case.sizes > 0).all(axis=1)
    codes = case.sizes[:, 0] * 2**32 + case.sizes[:, 1]
    counts = Counter(codes[known].tolist()).most_common(1)
    if counts and USUAL_SIZE_SHARE * known.sum() <= counts[0][1] < known.sum():
        files = case.chosen(known & (codes != counts[0][0]))
        height, width = divmod(counts[0][0], 2**32)
        yield Finding(
            "other size", "info",
            number(len(files), translate("data", "picture has another size than most"), translate(
                "data", "pictures have another size than most")),
            translate(
                "data", "Most are {width} × {height} pixels. Look whether these come from elsewhere: thumbnails, "
                "screenshots.", width=width, height=height),
            tuple(file.path for file in files), (exclude(translate("data", "Leave them out"), files),))


def grey(case: Case) -> Iterable[Finding]:
    """Report grey pictures among coloured ones, or the other way round, and classes told by colour alone."""
    known = case.figures[:, 3] == case.figures[:, 3]
    is_grey = case.figures[:, 3] == 1
    count, total = int(is_grey.sum()), int(known.sum())
    is_input_grey = case.preprocess is not None and case.preprocess.channels == 1
    if is_input_grey or not 0 < count < total:
        return
    few_are_grey = count * 2 <= total
    files = case.chosen(is_grey if few_are_grey else known & ~is_grey)
    words = (translate("data", "grey picture among coloured ones"), translate(
        "data", "grey pictures among coloured ones")) if few_are_grey else (
        translate("data", "coloured picture among grey ones"), translate("data", "coloured pictures among grey ones"))
    telling = _grey_classes(case, is_grey, known)
    severity: Severity = "warning" if telling else "info"
    detail = (translate(
        "data", "Nearly all images of {telling} are grey and those of other classes are not, so a network can tell "
        "the classes by that alone. Choose grey as the colour of the input.", telling=', '.join(telling))
              if telling else translate("data", "Make the input grey, or look whether these come from another source."))
    yield Finding("grey", severity, number(len(files), *words), detail, tuple(file.path for file in files),
                  () if telling else (exclude(translate("data", "Leave them out"), files),))


def _grey_classes(case: Case, is_grey: NDArray[np.bool_], known: NDArray[np.bool_]) -> list[str]:
    """Return the classes that are grey, when the others are coloured."""
    classes = len(case.folder.class_names)
    totals = np.bincount(case.classes[known], minlength=classes)
    shares = np.bincount(case.classes[is_grey], minlength=classes) / np.maximum(totals, 1)
    grey_ones = [name for name, share in zip(case.folder.class_names, shares, strict=True) if share >= GREY_CLASS]
    has_color = bool(((shares <= COLOR_CLASS) & (totals > 0)).any())
    return grey_ones if has_color else []
