"""What is wrong with an image folder, or may become so, in words."""

from collections.abc import Callable, Iterable

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.collector import held_back
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.health.case import Case
from cnnstudio.data.health.classes import empty_class, imbalance, missing_class, similar_names, too_few
from cnnstudio.data.health.copies import conflict, duplicates, leak, near_conflict, near_duplicates, near_leak
from cnnstudio.data.health.files import converted, damaged, unused
from cnnstudio.data.health.finding import Finding, Remedy, Severity
from cnnstudio.data.health.names import name_groups
from cnnstudio.data.health.pictures import extreme_aspect, grey, light, other_size, too_small
from cnnstudio.data.health.told_classes import told_by_files
from cnnstudio.data.split import Splits
from cnnstudio.data.thread_pool import never_stop

__all__ = ["CHECKS", "Finding", "Remedy", "Severity", "findings"]

CHECKS: tuple[Callable[[Case], Iterable[Finding]], ...] = (
    conflict, leak, near_leak, near_conflict, missing_class, empty_class, damaged, similar_names, name_groups,
    imbalance, too_few, told_by_files, too_small, extreme_aspect, light, grey, other_size, duplicates, near_duplicates,
    unused, converted)
"""All checks; of findings of one severity, those of the earlier check come first."""

_GRAVITY: dict[Severity, int] = {"error": 0, "warning": 1, "info": 2}


def findings(folder: ImageFolder, splits: Splits | None = None,
             preprocess: PreprocessConfig | None = None, *,
             should_stop: Callable[[], bool] = never_stop) -> tuple[Finding, ...]:
    """Return what there is to know about a folder, the gravest first; empty when all is well.

    Parameters
    ----------
    folder : as it is used, decisions included
    splits : how its images are divided; without it only splits that the folder or the user gives are looked at
    preprocess : what the network is given, for pictures that are too small for it

    Raises
    ------
    JobCancelledError
        ``should_stop`` said so.
    """
    case = Case(folder, splits, preprocess, should_stop)
    with held_back():
        found = [finding for check in CHECKS for finding in check(case)]
    return tuple(sorted(found, key=lambda finding: _GRAVITY[finding.severity]))
