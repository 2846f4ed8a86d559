"""What a project holds, to and from the JSON of its members: every field typed, bounded and cleaned."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from operator import itemgetter
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.curation.document import from_document as curation_from_document
from cnnstudio.data.curation.document import to_json as curation_to_json
from cnnstudio.errors import NetworkError, ProjectError, StorageError
from cnnstudio.network.document import from_document as graph_from_document
from cnnstudio.network.document import newer_parts
from cnnstudio.network.document import to_document as graph_to_document
from cnnstudio.project.contents import FolderHint, PackedRun, Packing, ProjectContents
from cnnstudio.project.members import RUNS_LIMIT
from cnnstudio.project.texts import clean_line, clean_notes, is_plain_path
from cnnstudio.refused_values import refusal
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import joined, translate

_RUN_ID = re.compile(r"[^\x00-\x1f\x7f<>:\"/\\|?*]{1,120}")
_HEX = r"[0-9a-f]*"
_CURATION_FOLDER = "project"
"""Stands where a curation of the program's own data has the folder's path."""


def _line(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(translate("project", "a text is expected"))  # noqa: TRY004 - pydantic wants ValueError
    return clean_line(value)


def _notes(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError(translate("project", "a text is expected"))  # noqa: TRY004 - pydantic wants ValueError
    return clean_notes(value)


def _path(value: Any) -> str:
    if not isinstance(value, str) or not is_plain_path(value):
        raise ValueError(translate("project", "a path of at most 4,000 ordinary characters is expected"))
    return value


def _run_id(value: Any) -> str:
    """Check a folder name: what is no name on every system, or leads elsewhere, is refused."""
    if not isinstance(value, str) or not _RUN_ID.fullmatch(value) or clean_line(value) != value \
            or value.startswith(".") or value.endswith("."):
        raise ValueError(translate("project", "a folder name is expected"))
    return value


def _moment(value: str) -> str:
    if value:
        datetime.fromisoformat(value)
    return value


Line = Annotated[Any, AfterValidator(_line)]
Moment = Annotated[Any, AfterValidator(_line), AfterValidator(_moment)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _FolderDocument(_Strict):
    relative: Annotated[Any, AfterValidator(_path)] = ""
    absolute: Annotated[Any, AfterValidator(_path)] = ""
    fingerprint: str = Field("", pattern=_HEX + "$", max_length=128)
    images: int = Field(0, ge=0, le=100_000_000)
    seal: str = Field("", pattern=_HEX + "$", max_length=64)


class _RunDocument(_Strict):
    run_id: Annotated[Any, AfterValidator(_run_id)]
    packing: Packing
    size: int = Field(0, ge=0, le=4_000_000_000)
    name: Line = ""
    created: Moment = ""
    status: Line = ""
    network_name: Line = ""
    epochs: int = Field(0, ge=0, le=1_000_000)
    val_accuracy: float | None = Field(None, ge=0, le=1)
    place: int = Field(ge=1, le=9999)


def _records(value: Any) -> Any:
    if not isinstance(value, list) or len(value) > RUNS_LIMIT:
        raise ValueError(translate("project", "a list of at most {limit} runs is expected", limit=RUNS_LIMIT))
    return value


class _ProjectDocument(_Strict):
    name: Line = ""
    notes: Annotated[Any, AfterValidator(_notes)] = ""
    network_name: Line = ""
    folder: _FolderDocument | None = None
    runs: Annotated[list[_RunDocument], BeforeValidator(_records)] = []
    preprocess: PreprocessConfig = PreprocessConfig()
    split: SplitConfig = SplitConfig()
    augment: AugmentConfig = AugmentConfig()
    recipe: TrainConfig = TrainConfig()


_SECTIONS: Mapping[str, type[BaseModel]] = {
    "folder": _FolderDocument, "preprocess": PreprocessConfig, "split": SplitConfig, "augment": AugmentConfig,
    "recipe": TrainConfig}
"""Fields of the document that have fields of their own, some of which a newer version may have added."""
_NAMED_PARTS = 5
"""So many unknown kinds of layers are named."""
_TOP = "project"
"""Where unknown fields of the document itself are kept."""


def project_document(contents: ProjectContents) -> dict[str, Any]:
    """Return the content of ``project.json``; what a newer version had written is in it again."""
    folder = contents.folder
    document: dict[str, Any] = {
        "name": clean_line(contents.name), "notes": clean_notes(contents.notes),
        "network_name": clean_line(contents.network_name),
        "folder": None if folder is None else {name: getattr(folder, name) for name in _FolderDocument.model_fields},
        "runs": [{name: getattr(run, name) for name in _RunDocument.model_fields} for run in contents.runs],
        **{name: getattr(contents, name).model_dump(mode="json") for name in
           ("preprocess", "split", "augment", "recipe")}}
    for section, unknown in contents.unknown.items():
        target = document if section == _TOP else document.get(section)
        if isinstance(target, dict):
            target.update({key: value for key, value in unknown.items() if key not in target})
    return document


def to_bytes(document: Any) -> bytes:
    """Return strict JSON; ASCII alone, so that names of files that are no text survive."""
    return (json.dumps(document, indent=1, allow_nan=False) + "\n").encode("ascii")


def graph_bytes(contents: ProjectContents) -> bytes:
    """Return the content of ``graph.json``, after checking that it is a network.

    Raises
    ------
    NetworkError
        When it is none.
    """
    return to_bytes(graph_to_document(graph_from_document(contents.graph)))


class _Newest:
    """The curation that was written last, with its text: a journal writes the same one again and again."""

    pair: tuple[Curation, bytes] = (Curation(), b"")


def curation_bytes(curation: Curation) -> bytes:
    """Return the content of ``curation.json``."""
    known, data = _Newest.pair     # at once, for several threads save
    if known is not curation:
        data = "".join(curation_to_json(curation, _CURATION_FOLDER)).encode("ascii")
        _Newest.pair = curation, data
    return data


def read_curation(document: Any, name: str) -> Curation:
    """Return the decisions of ``curation.json``.

    Raises
    ------
    ProjectError
        Beginning with ``name`` and saying which field cannot be used.
    """
    try:
        curation, _folder = curation_from_document(document, name)
    except StorageError as error:
        raise ProjectError(_one_line(str(error))) from None
    if _any_leads_elsewhere(curation.decisions):
        raise ProjectError(translate("project", "{name} cannot be used: a decision is about a file outside the image "
                                     "folder.", name=name))
    return curation


def _any_leads_elsewhere(names: Collection[str]) -> bool:
    """Whether a name is of a file outside the folder; 100,000 are looked at one by one only where there is cause."""
    together = "\0".join(names)
    is_odd = not {"/", "\\"}.isdisjoint(map(itemgetter(0), names)) or ":" in together or ".." in together
    return is_odd and any(map(_leads_elsewhere, names))


def _leads_elsewhere(relative: str) -> bool:
    if relative.startswith(("/", "\\")) or relative[1:2] == ":":
        return True
    return ".." in relative and ".." in relative.replace("\\", "/").split("/")


def read_graph(document: Any, name: str) -> dict[str, Any]:
    """Return the network document of ``graph.json`` in its normal form.

    Raises
    ------
    ProjectError
        Beginning with ``name`` and naming the layer kind or the field that this version cannot use.
    """
    try:
        return graph_to_document(graph_from_document(document))
    except NetworkError as error:
        raise ProjectError(translate("project", "The network in {name} cannot be opened: {reason}", name=name,
                                     reason=_one_line(str(error)))) from None


def newer_network(document: Any, name: str) -> str:
    """Return why ``graph.json`` is a newer version's, in a sentence; empty where it is not."""
    parts = newer_parts(document)
    if not parts:
        return ""
    listed = joined([_one_line(part) for part in parts[:_NAMED_PARTS]])
    return translate("project", "The network in {name} is of a newer version of CNN Studio: this one does not know "
                     "{parts}.", name=name, parts=listed)


def read_project_document(document: Any, name: str) -> ProjectContents:
    """Return what ``project.json`` says: everything but graph, curation and thumbnails.

    Raises
    ------
    ProjectError
        Beginning with ``name`` and naming the field that cannot be used.
    """
    if not isinstance(document, dict):
        raise ProjectError(translate("project", "{name} is not the description of a project.", name=name))
    unknown = dict(_taken_unknown(document))
    try:
        read = _ProjectDocument.model_validate(document | {"runs": _json_rows(document.get("runs", []))})
    except ValidationError as error:
        raise ProjectError(translate("project", "{name} cannot be used: {problem}.", name=name,
                                     problem=_first_problem(error))) from None
    runs = tuple(PackedRun(**run.model_dump()) for run in read.runs)
    _refuse_doubles(runs, name)
    fields = {key: getattr(read, key) for key in _ProjectDocument.model_fields} | {
        "runs": runs, "unknown": unknown, "notices": tuple(_notices(unknown)),
        "folder": None if read.folder is None else FolderHint(**read.folder.model_dump())}
    return ProjectContents(**fields)


def _json_rows(rows: Any) -> Any:
    """Leave out what a newer version says of a run: it is found in the run itself."""
    known = _RunDocument.model_fields
    return [{key: row[key] for key in row if key in known} if isinstance(row, dict) else row for row in rows] \
        if isinstance(rows, list) else rows


def _taken_unknown(document: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Take fields that only a newer version knows out of a document; yield them by section."""
    models: Mapping[str, type[BaseModel]] = {_TOP: _ProjectDocument, **_SECTIONS}
    for section, model in models.items():
        target = document if section == _TOP else document.get(section)
        if isinstance(target, dict):
            names = [key for key in target if key not in model.model_fields]
            if names:
                yield section, {key: target.pop(key) for key in names}


def _notices(unknown: Mapping[str, Any]) -> Iterator[str]:
    if unknown:
        yield translate("project", "A newer version of CNN Studio saved this project. What this version does not know "
                        "is not used, and is kept when the project is saved.")


def _refuse_doubles(runs: tuple[PackedRun, ...], name: str) -> None:
    for values in ([run.run_id.casefold() for run in runs], [run.place for run in runs]):
        if len(set(values)) != len(values):
            raise ProjectError(translate("project", "{name} cannot be used: it names a run twice.", name=name))


def _first_problem(error: ValidationError) -> str:
    problem = error.errors(include_url=False)[0]
    place = ".".join(map(str, problem["loc"])) or "?"
    return _one_line(f"{place}: {refusal(error)}")


def _one_line(text: str) -> str:
    """Return a reason as one short line without what a stranger's file may have put into it."""
    line = " ".join(clean_line(part) for part in text[:600].splitlines())
    return line if len(line) <= 400 else line[:399] + "…"


