"""Names for run folders: the time and the network, safe on every system and in every shell."""

import re
from collections.abc import Callable
from datetime import datetime

_UNSAFE = re.compile(r"""[<>:"/\\|?*\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069'`$&;!#%~(){}\[\]]+""")
_RUN_FOLDER = re.compile(r"\d{4}-\d\d-\d\d_\d\d\.\d\d\.\d\d_.+")
_LENGTH_LIMIT = 60


def folder_name(created: str, network_name: str) -> str:
    """Return a name such as ``"2026-11-22_14.03.05_small"``, in local time.

    Parameters
    ----------
    created : ISO 8601
    network_name : spaces, and what Windows refuses or a shell would interpret, become underscores
    """
    moment = datetime.fromisoformat(created).astimezone()
    words = "_".join(_UNSAFE.sub(" ", network_name).split())[:_LENGTH_LIMIT].strip("_.")
    return f"{moment:%Y-%m-%d_%H.%M.%S}_{words or 'network'}"


def free_name(wanted: str, is_taken: Callable[[str], bool]) -> str:
    """Return ``wanted``, or ``"wanted-2"``, ``"wanted-3"``, ... when it is taken."""
    name, number = wanted, 1
    while is_taken(name):
        number += 1
        name = f"{wanted}-{number}"
    return name


def looks_like_a_run(name: str) -> bool:
    """Whether `folder_name` could have made this name."""
    return _RUN_FOLDER.fullmatch(name) is not None
