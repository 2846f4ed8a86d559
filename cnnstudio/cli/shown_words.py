"""Words that stand for a state in files and JSON, as people read them in a table."""

from collections.abc import Mapping

from cnnstudio.wording import translate

_STATES = {
    "finished": "finished", "stopped": "stopped", "early_stopped": "stopped early", "failed": "failed",
    "unfinished": "unfinished", "running": "running", "pruned": "given up", "complete": "complete",
}
"""Of runs, groups of runs and combinations of a sweep."""
_SPLITS = {"train": "training", "validation": "validation", "test": "test", "all": "all", "unseen": "not learned from"}
_SEVERITIES = {"error": "Error", "warning": "Warning", "info": "Info"}
_PARTS = {"largest": "largest", "best": "best"}
_CHOSEN_ON = {"validation": "validation", "these images": "these images", "fixed": "fixed", "otsu": "Otsu"}
_PACKINGS = {"results": "results", "weights": "weights", "everything": "everything"}


def state_word(state: str) -> str:
    """Return how a run or a combination stands, in words."""
    return _word(_STATES, state)


def split_word(split: str) -> str:
    """Return what a part of the images is called."""
    return _word(_SPLITS, split)


def severity_word(severity: str) -> str:
    """Return how much a finding matters."""
    return _word(_SEVERITIES, severity)


def part_word(part: str) -> str:
    """Return which part of a heatmap gives the box."""
    return _word(_PARTS, part)


def chosen_on_word(what: str) -> str:
    """Return what a threshold was chosen on."""
    return _word(_CHOSEN_ON, what)


def packing_word(packing: str) -> str:
    """Return how much of a run is in a project file."""
    return _word(_PACKINGS, packing)


def _word(words: Mapping[str, str], key: str) -> str:
    """Return the word in the user's language; what has none stays as it is."""
    return translate("cli", words[key]) if key in words else key
