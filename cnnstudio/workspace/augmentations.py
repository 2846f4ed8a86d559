"""Ready-made strengths of augmentation, and augmentation written as text."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from pydantic import ValidationError

from cnnstudio.data.augment.cautions import Subject, augment_warnings, switched_off
from cnnstudio.data.config import AUGMENTATION_NAMES, AugmentConfig
from cnnstudio.errors import InputError
from cnnstudio.refused_values import refusal
from cnnstudio.wording import listed, mid_sentence, translate

AUGMENTATIONS: Mapping[str, AugmentConfig] = MappingProxyType({
    "none": AugmentConfig(),
    "light": AugmentConfig(flip_horizontal=True, rotate_deg=5, zoom=0.05, shift=0.05, brightness=0.1, contrast=0.1),
    "medium": AugmentConfig(flip_horizontal=True, rotate_deg=15, crop=0.2, zoom=0.1, shift=0.1, brightness=0.2,
                            contrast=0.2, saturation=0.2, hue=0.02),
    "strong": AugmentConfig(flip_horizontal=True, rotate_deg=25, crop=0.4, zoom=0.2, shift=0.1, shear_deg=10,
                            brightness=0.3, contrast=0.3, saturation=0.4, hue=0.05, grey=True, grey_p=0.1, blur=1.0,
                            blur_p=0.2, noise=0.02, noise_p=0.5, erase=0.25, erase_p=0.5),
})
"""Name -> settings, from nothing to strong. All but the first mirror, which suits photographs; see `suited`."""


class Suited(NamedTuple):
    """Ready-made settings without what would harm these images."""

    config: AugmentConfig
    left_out: tuple[str, ...]
    """The changes that were switched off, in the order of `AUGMENTATION_NAMES`."""


def suited(name: str, subject: Subject) -> Suited:
    """Return the ready-made settings ``name``, without the changes that are warned of or do nothing here."""
    config = AUGMENTATIONS[name]
    harmful = {change for warning in augment_warnings(config, subject) for change in warning.names}
    left_out = tuple(change for change in AUGMENTATION_NAMES if change in harmful)
    return Suited(switched_off(config, left_out), left_out)


def parse_augment(text: str, subject: Subject) -> Suited:
    """Read ``"medium"``, fitted to the images, or settings of one's own: ``"rotate_deg=15,flip_horizontal=true"``.

    Raises
    ------
    InputError
        When there is no such change or its value is out of range.
    """
    if text.strip() in AUGMENTATIONS:
        return suited(text.strip(), subject)
    return Suited(_own_settings(text), ())


def change_title(name: str) -> str:
    """Return what a change is called in a sentence: ``"mirror"`` for ``flip_horizontal``."""
    return mid_sentence(_title(name).split(" (")[0])


def _title(name: str) -> str:
    return translate("AugmentConfig", AugmentConfig.model_fields[name].title or name)


def augment_rows(config: AugmentConfig) -> tuple[tuple[str, str], ...]:
    """Return title and words of each change that is on: ``("Rotate (°)", "15, of 50 % of the images")``."""
    rows = []
    for name in filter(config.is_on, AUGMENTATION_NAMES):
        strength, probability = getattr(config, name), getattr(config, f"{name}_p")
        words = "" if isinstance(strength, bool) else f"{strength:g}"
        share = "" if probability >= 1 else translate(
            "workspace", "of {probability:g} % of the images", probability=probability * 100)
        rows.append((_title(name), listed(list(filter(None, (words, share)))) or translate("workspace", "yes")))
    return tuple(rows) or ((translate("workspace", "Random changes"), translate("workspace", "none")),)


def check_augment(text: str) -> str:
    """Return the text as it is.

    Raises
    ------
    InputError
        When `parse_augment` could not read it.
    """
    parse_augment(text, Subject())
    return text


def _own_settings(text: str) -> AugmentConfig:
    values: dict[str, str] = {}
    for part in filter(None, map(str.strip, text.split(","))):
        name, equals, value = (piece.strip() for piece in part.partition("="))
        if name not in AugmentConfig.model_fields or not equals:
            raise InputError(
                translate(
                    "workspace", "{part!r}: give {augmentations}, or changes as in "
                    "rotate_deg=15,flip_horizontal=true. There are {augmentation_names}, each with a probability such "
                    "as rotate_deg_p=0.5.", part=part, augmentations=', '.join(AUGMENTATIONS),
                    augmentation_names=', '.join(AUGMENTATION_NAMES)))
        values[name] = value
    try:
        return AugmentConfig.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError(f"{first['loc'][0]}={first['input']}: {refusal(error)}.") from None
