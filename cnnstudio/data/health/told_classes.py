"""Reports classes that can be told by their files alone, without a look at what the pictures show."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cnnstudio.data.folder.file_properties import is_traited, known_properties
from cnnstudio.data.health.case import Case
from cnnstudio.data.health.finding import Finding, Severity
from cnnstudio.data.health.giveaway_words import advice, evidence, headline, title
from cnnstudio.data.health.giveaways import Giveaway, giveaways
from cnnstudio.wording import translate

FEWEST = 20
"""Images of a class below which a finding would often be chance or one series of pictures."""

_OWN_CHECK = "grey"
"""The property that another check reports."""


def told_by_files(case: Case) -> Iterable[Finding]:
    """Report each class that a property of its files gives away; by what the check took, so nothing is read."""
    chosen = _chosen(case)
    if not chosen:
        return
    files = [case.files[index] for index in chosen]
    properties = known_properties(files)
    del properties[_OWN_CHECK]
    labels, groups = case.classes[chosen], [file.group or file.digest for file in files]
    paths = [file.path for file in files]
    treated: set[int | None] = set()
    for found in giveaways(properties, labels, groups=groups, should_stop=case.should_stop):
        is_said = found.info.origin == "scene" and found.class_index in treated   # tones say it better
        if found.is_suspicious and not is_said:
            treated |= {found.class_index} if found.info.origin == "tones" else set()
            yield _finding(found, case.folder.class_names, labels, paths)
        if found.class_index is None:
            return   # all is said: that one class differs in more adds nothing


def _chosen(case: Case) -> list[int]:
    """Return the places of the files that were looked at closely, of classes with enough of them."""
    known = [index for index, file in enumerate(case.files) if is_traited(file)]
    counts = np.bincount(case.classes[known], minlength=len(case.folder.class_names))
    return [index for index in known if counts[case.class_of[index]] >= FEWEST]


def _finding(found: Giveaway, names: tuple[str, ...], labels: NDArray[np.int64], paths: list[Path]) -> Finding:
    whose = None if found.class_index is None else names[found.class_index]
    severity: Severity = "warning" if found.info.origin == "file" else "info"
    low, high = found.interval
    figures = {"accuracy": found.accuracy, "interval_low": low, "interval_high": high, "chance": found.chance,
               "shuffled_limit": found.limit, "p": found.likelihood}
    rows = found.telling.rows
    if found.class_index is not None:
        rows = rows[(labels[rows] == found.class_index) & found.telling.recognised(found.class_index)]
    return Finding(
        "told by files", severity, title(found, whose),
        translate(
            "data", "{headline}. A network can take the same short cut instead of looking at what is shown. {advice} "
            "{evidence}", headline=headline(found, whose), advice=advice(found.info, whose),
            evidence=evidence(found)), tuple(paths[row] for row in rows.tolist()), figures=figures)
