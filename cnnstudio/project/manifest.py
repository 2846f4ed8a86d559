"""The manifest of a project file: its version, and size and SHA-256 of every member; itself protected by one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from cnnstudio import storage
from cnnstudio.errors import ProjectError
from cnnstudio.project.contents import FORMAT_VERSION
from cnnstudio.project.members import KINDS, MANIFEST, kind_of
from cnnstudio.project.strict_json import parse
from cnnstudio.project.texts import clean_line
from cnnstudio.wording import translate

FORMAT = "CNN Studio project"
_HASH = re.compile(r"[0-9a-f]{64}")


class NewerProjectError(ProjectError):
    """A project file that is sound, of a version that this program cannot read."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the manifest says of one member: bytes unpacked, and their SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class ProjectManifest:
    """The members of one state of a project.

    The hashes tell damage from soundness; they do not tell who wrote the file.
    """

    parts: Mapping[str, Part] = field(default_factory=dict)
    version: int = FORMAT_VERSION
    app_version: str = ""
    saved: str = ""

    def to_bytes(self) -> bytes:
        """Return the member's content: JSON with the SHA-256 of all the rest in it."""
        body = {"format": FORMAT, "schema_version": self.version, "app_version": self.app_version, "saved": self.saved,
                "members": {name: {"size": part.size, "sha256": part.sha256} for name, part in self.parts.items()}}
        return storage.dump_json(body | {"sha256": _body_hash(body)}).encode()


def _body_hash(body: Mapping[str, Any]) -> str:
    return storage.sha256(storage.dump_json(dict(body)).encode("utf-8", "surrogatepass"))


def read_manifest(data: bytes, name: str) -> ProjectManifest:
    """Read the member ``manifest.json`` of the project ``name``.

    Raises
    ------
    NewerProjectError
        When a newer version of the program wrote it.
    ProjectError
        When it is damaged or no manifest.
    """
    document = parse(data, f"{name}, {MANIFEST}", items=KINDS["manifest"].items)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ProjectError(translate("project", "{name} is not a project of CNN Studio.", name=name))
    version = document.get("schema_version")
    if isinstance(version, int) and version > FORMAT_VERSION:
        raise NewerProjectError(translate(
            "project", "{name} was saved by a newer version of CNN Studio (format {version}; this one reads {known}). "
            "Update the program to open it; until then it is left as it is.", name=name, version=version,
            known=FORMAT_VERSION))
    body = {key: value for key, value in document.items() if key != "sha256"}
    if document.get("sha256") != _body_hash(body) or type(version) is not int or version < 1:
        raise damaged(name, MANIFEST)
    return _parsed(document, name)


def _parsed(document: Mapping[str, Any], name: str) -> ProjectManifest:
    members = document.get("members")
    if not isinstance(members, dict):
        raise damaged(name, MANIFEST)
    parts = {member: _part(member, entry, name) for member, entry in members.items()}
    texts = [clean_line(value) if isinstance(value := document.get(key), str) else "" for key in
             ("app_version", "saved")]
    return ProjectManifest(parts, document["schema_version"], *texts)


def _part(member: str, entry: Any, name: str) -> Part:
    kind = kind_of(member)
    size, digest = (entry.get("size"), entry.get("sha256")) if isinstance(entry, dict) else (None, None)
    if kind is None or type(size) is not int or not 0 <= size <= kind.limit_bytes \
            or not isinstance(digest, str) or not _HASH.fullmatch(digest):
        raise damaged(name, MANIFEST)
    return Part(size, digest)


def damaged(name: str, member: str) -> ProjectError:
    """Return the error for a member whose content is not what the manifest says."""
    return ProjectError(translate(
        "project", "{name} is damaged: its part {part} is not what was saved. Take it from a copy or a backup.",
        name=name, part=member))
