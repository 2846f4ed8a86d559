"""An audit in words and signs: the three levels, figures with their control and limit, the verdict as a whole."""

import math
from dataclasses import dataclass

from cnnstudio.explain.audit.report import Accuracy, AuditReport, Figure, Level
from cnnstudio.wording import joined, translate


@dataclass(frozen=True, slots=True)
class LevelInfo:
    """A row of `LEVELS`.

    Attributes
    ----------
    sign : stands beside the words, so that no colour has to
    title : a few words
    text : what it means, a sentence
    """

    level: Level
    sign: str
    title: str
    text: str


LEVELS: tuple[LevelInfo, ...] = (
    LevelInfo("relied on", "✗", "Relies on a shortcut",
              "Something that need not belong to the class goes with it in the images, and the network's answers "
              "change when it is taken away or put into other images."),
    LevelInfo("in the data", "!", "In the images, hardly used",
              "Something that need not belong to the class goes with it in the images; the network's answers hardly "
              "depend on it, or no test could show that they do."),
    LevelInfo("clean", "✓", "Nothing found", "None of the detectors found a shortcut. That is no proof that there is "
                                             "none; see what this audit cannot see."),
)


def level_title(level: Level) -> str:
    """Return the few words that stand for a level."""
    return translate("explain", level_info(level).title)
"""The gravest first."""


def level_info(level: Level) -> LevelInfo:
    """Return the row of a level."""
    return next(info for info in LEVELS if info.level == level)


@dataclass(frozen=True, slots=True)
class FigureWords:
    """A figure as texts; ``control`` and ``limit`` are empty where there is none."""

    text: str
    value: str
    control: str
    limit: str


def figure_words(figure: Figure) -> FigureWords:
    """Write a figure's numbers in its unit."""
    values = (figure.value, figure.control, figure.limit)
    value, control, limit = ("" if one is None else number(one, figure.unit) for one in values)
    return FigureWords(figure.text, value, control, limit)


def figure_sentence(figure: Figure) -> str:
    """Return ``"images that change their class: 83.0 % (control 4.0 %, limit 10.0 %)"``."""
    words = figure_words(figure)
    compared = [f"{name} {text}" for name, text in (("control", words.control), ("limit", words.limit)) if text]
    return f"{words.text}: {words.value}" + (f" ({', '.join(compared)})" if compared else "")


def number(value: float, unit: str) -> str:
    """Write a number: a share as percent, anything else with three digits that count."""
    if not math.isfinite(value):
        return "–"
    if unit == "share":
        return f"{100 * value:.1f} %"
    return f"{value:.3g} {unit}".rstrip()


def accuracy_words(accuracy: Accuracy) -> str:
    """Return ``"9 of 10 right (90.0 %)"``."""
    share = f" ({100 * accuracy.right / accuracy.images:.1f} %)" if accuracy.images else ""
    return translate(
        "explain", "{right:,} of {images:,} right{share}", right=accuracy.right, images=accuracy.images, share=share)


def verdict(report: AuditReport) -> str:
    """Say in one or two sentences what was found of all classes."""
    names = report.class_names
    relied, found = ([one for one in report.suspicions if one.level == level] for level in ("relied on", "in the data"))
    images = len(report.names)
    if not relied and not found:
        return translate(
            "explain", "No shortcut was found in {images:,} images of {count:,} classes.", images=images,
            count=len(names))
    said = []
    if relied:
        said.append(translate(
            "explain", "The network relies on a shortcut for {whose}.", whose=_whose(report, "relied on")))
    if found:
        whose = _whose(report, "in the data")
        said.append(translate(
            "explain", "In the images of {whose} there is a shortcut that the network hardly uses.", whose=whose))
    return " ".join(said)


def _whose(report: AuditReport, level: Level) -> str:
    """Name the classes with a suspicion of this level; ``"all classes"`` for one about all of them."""
    indices = [one.class_index for one in report.suspicions if one.level == level]
    names = dict.fromkeys(translate(
        "explain", "all classes") if index is None else report.class_names[index] for index in indices)
    return joined(list(names))
