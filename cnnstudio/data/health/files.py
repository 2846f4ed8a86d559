"""Checks of the files behind the pictures: damaged ones, those that have no class, and those that were converted."""

import re
from collections.abc import Iterable
from types import MappingProxyType

from cnnstudio.data.curation.decisions import Decision
from cnnstudio.data.file_kinds import IMAGE_ENDINGS
from cnnstudio.data.folder.image_folder import RefusedImage
from cnnstudio.data.health.case import Case
from cnnstudio.data.health.finding import Finding, Remedy, number
from cnnstudio.data.listing.walk import SYSTEM_FILE
from cnnstudio.wording import translate

CONVERSIONS: tuple[tuple[str, str], ...] = (
    ("transparent parts filled", r"transparent parts on "),
    ("CMYK to RGB", r"CMYK converted"),
    ("16-bit to 8-bit", r"16-bit "),
    ("numbers scaled", r"(values .+|its own range .+) scaled"),
    ("first of several frames", r"first of "),
    ("turned upright", r"turned upright"),
    ("another ending than its kind", r"\w+ named \."),
    ("only a part readable", r"the end of the file is missing|.*\bis missing\b"),
)
"""What is counted, and how the notes of the decoder about it begin."""
_OTHER = "otherwise"
_COUNTED = (*(words for words, _beginning in CONVERSIONS), _OTHER)

_TRUNCATED = "truncated"


def damaged(case: Case) -> Iterable[Finding]:
    """Report files that cannot be used; of those whose end is missing, the rest can be."""
    refused = case.folder.refused
    if not refused:
        return
    cut = [one.file.relative for one in refused if isinstance(one, RefusedImage) and _TRUNCATED in one.reason]
    remedy = Remedy(translate("data", "Use the readable part of {files}", files=number(
        len(cut), translate("data", "file"), translate("data", "files"))),
                    MappingProxyType({name: Decision(readable_part=True) for name in cut}), needs_rescan=True)
    yield Finding(
        "damaged", "warning", number(len(refused), translate(
            "data", "file cannot be used"), translate("data", "files cannot be used")),
        translate(
            "data", "They are left out. The first: {file}: {reason}.", file=refused[0].path.name,
            reason=refused[0].reason),
        tuple(one.path for one in refused), (remedy,) if cut else ())


def unused(case: Case) -> Iterable[Finding]:
    """Report images that lie where the folder's layout looks for none, such as a folder beside train and val."""
    folder = case.folder.origin
    aside = [one for one in folder.ignored
             if one.reason != SYSTEM_FILE and one.path.suffix.lower() in IMAGE_ENDINGS]
    if not aside:
        return
    first = aside[0]
    yield Finding(
        "unused", "info", number(len(aside), translate("data", "unused image"),
                                 translate("data", "unused images")),
        translate("data", "No class follows from where they lie. The first: {file}: {reason}. Move them into the "
                  "folder of a class if they are meant to be used.",
                  file=first.path.relative_to(folder.root).as_posix(), reason=first.reason),
        tuple(one.path for one in aside))


def converted(case: Case) -> Iterable[Finding]:
    """Count what was done to pictures so that they can be used."""
    noted = [file for file in case.files if file.notes]
    if not noted:
        return
    notes = [tuple(file.notes) for file in noted]
    kinds = {said: frozenset(_conversions(said)) for said in set(notes)}
    counts = [(words, sum(words in kinds[said] for said in notes)) for words, _ in (*CONVERSIONS, (_OTHER, ""))]
    yield Finding(
        "converted", "info", number(len(noted), translate(
            "data", "picture was converted"), translate("data", "pictures were converted")),
        "; ".join(f"{translate('data', words)}: {count:,}" for words, count in counts if count) + ".",
        tuple(file.path for file in noted))


def _conversions(notes: tuple[str, ...]) -> Iterable[str]:
    for note in notes:
        yield next((words for words, beginning in CONVERSIONS if re.match(beginning, note)), _OTHER)
