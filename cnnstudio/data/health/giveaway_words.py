"""Says in words what a property tells of the classes, how sure that is, and what to do about it."""

import math

from cnnstudio.data.folder.file_properties import PropertyInfo
from cnnstudio.data.health.giveaways import Giveaway
from cnnstudio.wording import listed, translate

_NAMES = frozenset(("kind", "exif", "camera", "software", "sampling", "depth", "grey"))
"""Properties whose numbers stand for names and mean nothing to anybody."""


def title(found: Giveaway, whose: str | None) -> str:
    """Say the same in a few words with the number."""
    words = found.info.words
    what, share = words[:1].upper() + words[1:], _percent(found.accuracy)
    if whose is None:
        return translate("data", "{property} alone tells the classes apart: {share}", property=what, share=share)
    return translate("data", "{property} alone tells {whose}: {share}", property=what, whose=whose, share=share)


def headline(found: Giveaway, whose: str | None) -> str:
    """Say what tells which class, how well, and what a guess gets; without the full stop.

    Parameters
    ----------
    whose : the class's name; None for all classes
    """
    alone = translate(
        "data", "by the {title} alone: {accuracy} (by chance {chance})", title=found.info.words,
        accuracy=_percent(found.accuracy), chance=_percent(found.chance))
    return translate("data", "The classes can be told apart {alone}", alone=alone) if whose is None else translate(
        "data", "{whose} can be told from the rest {alone}", whose=whose, alone=alone)


def evidence(found: Giveaway) -> str:
    """Say what was measured, with its interval, its limit and what chance gives, in sentences."""
    low, high = found.interval
    said = [translate(
        "data", "A classifier that was given nothing but this number of each image, and judged on images it did not "
        "learn from, is right in {accuracy} (each class counts the same; 95 % interval {low} to {high}); with "
        "shuffled labels it never came above {limit} (p = {likelihood:.2g}).", accuracy=_percent(found.accuracy),
        low=_percent(low), high=_percent(high), limit=_percent(found.limit), likelihood=found.likelihood)]
    if found.class_index is not None and found.info.name not in _NAMES:
        said.append(translate(
            "data", "The middle value is {number}, of the other classes {other_number}.", number=_number(found.own),
            other_number=_number(found.rest)))
    if found.others:
        said.append(translate(
            "data", "The same goes for: {others}.", others=listed([info.words for info in found.others])))
    return " ".join(said)


def advice(info: PropertyInfo, whose: str | None) -> str:
    """Say what to do about it."""
    if info.origin == "scene":
        return translate(
            "data", "Look whether this belongs to the class or to how its images were taken. Random changes of "
            "brightness, colour and sharpness in the training make a network depend less on it.")
    which = translate(
        "data", "the classes differ") if whose is None else translate("data", "{whose} differs", whose=whose)
    if info.origin == "tones":
        return translate(
            "data", "Find out why {which} in this: other light, another exposure, a program that changed or enlarged "
            "the pictures? Take or treat all images alike, or train with random changes of brightness, contrast and "
            "sharpness.", which=which)
    return translate(
        "data", "Find out why {which} in this: another camera, another website, another program? Save all images in "
        "the same way, or collect some of each class from each source, and train again.", which=which)


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _number(value: float) -> str:
    return f"{value:,.4g}" if math.isfinite(value) else translate("data", "unknown")
