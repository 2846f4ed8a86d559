"""A curation as a versioned JSON document, written and read strictly.

Version 1 had an object with a decision for each file. Since version 2 a decision is said once, with the files it is
about: of 100,000 nearly all say the same as another, and a list of texts is read ten times as fast.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from operator import attrgetter
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.split import SPLITS
from cnnstudio.errors import StorageError
from cnnstudio.refused_values import refusal
from cnnstudio.wording import translate

SCHEMA_VERSION = 2
"""What is written; this and all older ones are read for ever."""
_FORMAT = "CNN Studio decisions"
_DEFAULT = Decision()
_FIELDS = tuple(one.name for one in fields(Decision))

_FIELDS_OF = attrgetter(*_FIELDS)
_FILES = "files"
"""Beside a decision's fields: which files it is about."""

_TEXT_LIMIT = 10_000
_PIECE = 1000
"""Names that are written at once."""


def _text(value: Any) -> str:
    """Check a name; pydantic's own strings refuse the stand-ins for bytes that file names may hold."""
    if not isinstance(value, str) or not 1 <= len(value) <= _TEXT_LIMIT:
        raise ValueError(f"a text of 1 to {_TEXT_LIMIT:,} characters is expected")
    return value


_Name = Annotated[Any, AfterValidator(_text)]


class _CurationDocument(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["CNN Studio decisions"]
    schema_version: Literal[1, 2]
    folder: _Name
    class_names: list[_Name]
    merged_classes: dict[_Name, _Name]
    kept_classes: list[_Name]
    decisions: Any
    """Read by `_of_groups` or `_of_files`: there may be 100,000."""


def to_json(curation: Curation, folder: str) -> Iterator[str]:
    """Yield the text of the document in pieces, a line an image, so that other threads get their turn.

    Parameters
    ----------
    folder : the image folder's path, for people and for checking
    """
    head = {"format": _FORMAT, "schema_version": SCHEMA_VERSION, "folder": folder,
            "class_names": list(curation.class_names), "merged_classes": dict(curation.merged_classes),
            "kept_classes": list(curation.kept_classes)}
    yield json.dumps(head)[:-1] + ',\n"decisions": ['
    groups: defaultdict[tuple[Any, ...], list[str]] = defaultdict(list)
    for relative, said in zip(curation.decisions, map(_FIELDS_OF, curation.decisions.values()), strict=True):
        groups[said].append(relative)
    separator = "\n"
    for said, files in groups.items():
        yield separator + json.dumps(_changed_fields(said) | {_FILES: []})[:-2]
        yield from _lines(files)
        separator = "]},\n"
    yield ("]}" if groups else "") + "\n]}\n"


def _changed_fields(said: tuple[Any, ...]) -> dict[str, Any]:
    return {name: value for name, value in zip(_FIELDS, said, strict=True) if value != getattr(_DEFAULT, name)}


def _lines(names: list[str]) -> Iterator[str]:
    """Yield a list's inside, a line a name."""
    separator = "\n"
    for start in range(0, len(names), _PIECE):
        yield separator + json.dumps(names[start:start + _PIECE], separators=(",\n", ": "))[1:-1]
        separator = ",\n"


def from_document(document: Any, name: str) -> tuple[Curation, str]:
    """Return the curation of a parsed document, and the path of its folder.

    Raises
    ------
    StorageError
        Beginning with ``name`` and saying which field cannot be used, or that the program is too old for it.
    """
    version = document.get("schema_version") if isinstance(document, Mapping) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise StorageError(translate(
            "data", "{name} was written by a newer version of CNN Studio (format {version}; this one reads "
            "{schema_version}).", name=name, version=version, schema_version=SCHEMA_VERSION))
    try:
        read = _CurationDocument.model_validate(document)
        decisions = (_of_files if read.schema_version == 1 else _of_groups)(read.decisions)
    except ValidationError as error:
        raise StorageError(translate(
            "data", "{name} cannot be read: {first_problem}.", name=name,
            first_problem=_first_problem(error))) from error
    except ValueError as error:
        raise StorageError(translate("data", "{name} cannot be read: {reason}.", name=name, reason=error)) from error
    curation = Curation(MappingProxyType(decisions), MappingProxyType(read.merged_classes), _unique(read.kept_classes),
                        _unique(read.class_names))
    return curation, read.folder


def _of_groups(groups: Any) -> dict[str, Decision]:
    """Check and return the decisions of version 2; files with the same one share it."""
    if not isinstance(groups, list):
        raise ValueError(_no_list("decisions"))  # noqa: TRY004 - as all that is refused
    decisions: dict[str, Decision] = {}
    count = 0
    for one in groups:
        if not isinstance(one, dict) or not isinstance(one.get(_FILES), list) or not one[_FILES]:
            raise ValueError(_no_list(_FILES))
        files = one[_FILES]
        _check_names(files)
        decisions |= dict.fromkeys(files, _decision(files[0], {name: one[name] for name in one if name != _FILES}))
        count += len(files)
    if count != len(decisions):
        raise ValueError(translate("data", "it decides twice about the same file"))
    return decisions


def _check_names(names: list[Any]) -> None:
    """Refuse what is no file's name; all at once, for there may be 100,000."""
    if set(map(type, names)) != {str} or not all(names) or max(map(len, names)) > _TEXT_LIMIT:
        for name in names:
            _text(name)


def _of_files(documents: Any) -> dict[str, Decision]:
    """Check and return the decisions of version 1; files with the same one share it."""
    if not isinstance(documents, dict):
        raise ValueError(_no_list("decisions"))  # noqa: TRY004 - as all that is refused
    known: dict[str, Decision] = {}
    decisions = {}
    for relative, one in documents.items():
        said = repr(one)
        found = known.get(said)
        if found is None:
            known[said] = found = _decision(relative, one)
        decisions[_text(relative)] = found
    return decisions


def _no_list(name: str) -> str:
    return translate("data", "{field} is no list of decisions and files", field=name)


def _decision(relative: str, one: Any) -> Decision:
    """Check and return a decision."""
    if not isinstance(one, dict) or not one.keys() <= _CHECKS.keys():
        raise ValueError(f"decisions, {relative!r}: no such decision")
    for name, value in one.items():
        if not _CHECKS[name](value):
            raise ValueError(f"decisions, {relative!r}, {name}: {value!r} cannot be used")
    return Decision(**one)


def _is_flag(value: Any) -> bool:
    return value is True or value is False


def _is_name(value: Any) -> bool:
    return value is None or (isinstance(value, str) and 1 <= len(value) <= _TEXT_LIMIT)


_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "excluded": _is_flag, "class_name": _is_name, "split": lambda value: value is None or value in SPLITS,
    "readable_part": _is_flag, "confirmed": _is_flag}
"""Field of a `Decision` -> whether a value is one."""


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _first_problem(error: ValidationError) -> str:
    problem = error.errors(include_url=False)[0]
    place = ", ".join(map(str, problem["loc"])) or translate("data", "the document")
    return f"{place}: {refusal(error)}"
