"""Says in words what a property tells of the classes, how sure that is, and what to do about it."""

import math

from cnnstudio.data.folder.file_properties import PropertyInfo
from cnnstudio.data.health.giveaways import Giveaway

_NAMES = frozenset(("kind", "exif", "camera", "software", "sampling", "depth", "grey"))
"""Properties whose numbers stand for names and mean nothing to anybody."""


def title(found: Giveaway, whose: str | None) -> str:
    """Say the same in a few words with the number."""
    what = f"{found.info.title[:1].upper()}{found.info.title[1:]} alone tells"
    return f"{what} {'the classes apart' if whose is None else whose}: {_percent(found.accuracy)}"


def headline(found: Giveaway, whose: str | None) -> str:
    """Say what tells which class, how well, and what a guess gets; without the full stop.

    Parameters
    ----------
    whose : the class's name; None for all classes
    """
    alone = f"by the {found.info.title} alone: {_percent(found.accuracy)} (by chance {_percent(found.chance)})"
    return f"The classes can be told apart {alone}" if whose is None else f"{whose} can be told from the rest {alone}"


def evidence(found: Giveaway) -> str:
    """Say what was measured, with its interval, its limit and what chance gives, in sentences."""
    low, high = found.interval
    said = [f"A classifier that was given nothing but this number of each image, and judged on images it did not "
            f"learn from, is right in {_percent(found.accuracy)} (each class counts the same; 95 % interval "
            f"{_percent(low)} to {_percent(high)}); with shuffled labels it never came above {_percent(found.limit)} "
            f"(p = {found.likelihood:.2g})."]
    if found.class_index is not None and found.info.name not in _NAMES:
        said.append(f"The middle value is {_number(found.own)}, of the other classes {_number(found.rest)}.")
    if found.others:
        said.append(f"The same goes for: {', '.join(info.title for info in found.others)}.")
    return " ".join(said)


def advice(info: PropertyInfo, whose: str | None) -> str:
    """Say what to do about it."""
    if info.origin == "scene":
        return ("Look whether this belongs to the class or to how its images were taken. Random changes of brightness, "
                "colour and sharpness in the training make a network depend less on it.")
    which = "the classes differ" if whose is None else f"{whose} differs"
    if info.origin == "tones":
        return (f"Find out why {which} in this: other light, another exposure, a program that changed or enlarged the "
                "pictures? Take or treat all images alike, or train with random changes of brightness, contrast and "
                "sharpness.")
    return (f"Find out why {which} in this: another camera, another website, another program? Save all images in the "
            "same way, or collect some of each class from each source, and train again.")


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _number(value: float) -> str:
    return f"{value:,.4g}" if math.isfinite(value) else "unknown"
