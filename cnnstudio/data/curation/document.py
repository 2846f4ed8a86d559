"""A curation as a versioned JSON document, written and read strictly."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.split import SPLITS
from cnnstudio.errors import StorageError
from cnnstudio.refused_values import refusal
from cnnstudio.wording import translate

SCHEMA_VERSION = 1
_FORMAT = "CNN Studio decisions"
_DEFAULT = Decision()
_FIELDS = tuple(one.name for one in fields(Decision))

_TEXT_LIMIT = 10_000


def _text(value: Any) -> str:
    """Check a name; pydantic's own strings refuse the stand-ins for bytes that file names may hold."""
    if not isinstance(value, str) or not 1 <= len(value) <= _TEXT_LIMIT:
        raise ValueError(f"a text of 1 to {_TEXT_LIMIT:,} characters is expected")
    return value


_Name = Annotated[Any, AfterValidator(_text)]


class _CurationDocument(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    format: Literal["CNN Studio decisions"]
    schema_version: Literal[1]
    folder: _Name
    class_names: list[_Name]
    merged_classes: dict[_Name, _Name]
    kept_classes: list[_Name]
    decisions: dict[Any, Any]
    """Read by `_decision`: there may be 100,000."""


def to_json(curation: Curation, folder: str) -> Iterator[str]:
    """Yield the text of the document in pieces, a line an image, so that other threads get their turn.

    Parameters
    ----------
    folder : the image folder's path, for people and for checking
    """
    head = {"format": _FORMAT, "schema_version": SCHEMA_VERSION, "folder": folder,
            "class_names": list(curation.class_names), "merged_classes": dict(curation.merged_classes),
            "kept_classes": list(curation.kept_classes)}
    yield json.dumps(head)[:-1] + ',\n"decisions": {'
    separator = "\n"
    for relative, decision in curation.decisions.items():
        yield f"{separator}{json.dumps(relative)}: {json.dumps(_changed_fields(decision))}"
        separator = ",\n"
    yield "\n}}\n"


def _changed_fields(decision: Decision) -> dict[str, Any]:
    return {name: value for name in _FIELDS if (value := getattr(decision, name)) != getattr(_DEFAULT, name)}


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
        decisions = _decisions(read.decisions)
    except ValidationError as error:
        raise StorageError(translate(
            "data", "{name} cannot be read: {first_problem}.", name=name,
            first_problem=_first_problem(error))) from error
    except ValueError as error:
        raise StorageError(translate("data", "{name} cannot be read: {reason}.", name=name, reason=error)) from error
    curation = Curation(MappingProxyType(decisions), MappingProxyType(read.merged_classes), _unique(read.kept_classes),
                        _unique(read.class_names))
    return curation, read.folder


def _decisions(documents: Mapping[Any, Any]) -> dict[str, Decision]:
    """Check and return all decisions; of 100,000 nearly all say the same as another, which is then taken for both."""
    known: dict[str, Decision] = {}
    decisions = {}
    for relative, one in documents.items():
        said = repr(one)
        found = known.get(said)
        if found is None:
            known[said] = found = _decision(relative, one)
        decisions[_text(relative)] = found
    return decisions


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
