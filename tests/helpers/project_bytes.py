"""Project files put together byte by byte, sound or not, without the program's own writer."""

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cnnstudio.data.curation.decisions import Curation
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.project.contents import ProjectContents
from cnnstudio.project.documents import curation_bytes, project_document

PNG = (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
       b"\x00\x00\x00\x0cIDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82")


@dataclass
class RawMember:
    """One member with everything a header can say; None stands for the truth."""

    name: bytes
    data: bytes
    method: int = 0
    flags: int = 0
    attributes: int = 0o100600 << 16
    size: int | None = None
    packed: int | None = None
    crc: int | None = None
    start: int | None = None
    extra: bytes = b""
    local_name: bytes | None = None
    before: bytes = b""
    payload: bytes | None = None

    def packed_data(self) -> bytes:
        if self.payload is not None:
            return self.payload
        if self.method == 8:
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            return packer.compress(self.data) + packer.flush()
        return self.data


def zip_bytes(members: Sequence[RawMember], *, comment: bytes = b"", prefix: bytes = b"", between: bytes = b"",
              count: int | None = None, disk: int = 0) -> bytes:
    """Return a zip file as its members say."""
    body, rows = prefix, b""
    for member in members:
        packed = member.packed_data()
        crc = zlib.crc32(member.data) if member.crc is None else member.crc
        size = len(member.data) if member.size is None else member.size
        length = len(packed) if member.packed is None else member.packed
        body += member.before
        start = len(body) if member.start is None else member.start
        name = member.name if member.local_name is None else member.local_name
        body += struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, member.flags, member.method, 0, 33, crc, length, size,
                            len(name), len(member.extra)) + name + member.extra + packed
        rows += struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 788, 20, member.flags, member.method, 0, 33, crc, length,
                            size, len(member.name), len(member.extra), 0, 0, 0, member.attributes, start)
        rows += member.name + member.extra
    number = len(members) if count is None else count
    body += between
    return body + rows + struct.pack("<4s4H2IH", b"PK\x05\x06", disk, disk, number % 65536, number % 65536, len(rows),
                                     len(body), len(comment)) + comment


def manifest_bytes(parts: Mapping[str, bytes], changes: Mapping[str, Any] | None = None, *, is_sealed: bool = True,
                   members: Any = None) -> bytes:
    """Return a manifest that fits the members, with some fields changed."""
    said = {name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in parts.items()}
    body = {"format": "CNN Studio project", "schema_version": 2, "app_version": "0.1.0",
            "saved": "2026-11-23T00:00:00+00:00", "members": said if members is None else members, **(changes or {})}
    text = json.dumps(body, indent=1, ensure_ascii=False) + "\n"
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return (json.dumps(body | ({"sha256": digest} if is_sealed else {}), indent=1) + "\n").encode()


@dataclass
class Parts:
    """The members of a small sound project, to be changed."""

    files: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def sound(cls) -> "Parts":
        contents = ProjectContents(name="Pets", notes="two\nlines", network_name="tutorial")
        return cls({
            "project.json": json.dumps(project_document(contents)).encode(),
            "graph.json": json.dumps(to_document(preset("tutorial"))).encode(),
            "curation.json": curation_bytes(Curation().with_change(["cat/1.png"], excluded=True)),
            "thumbs/network.png": PNG})

    def json(self, name: str) -> Any:
        return json.loads(self.files[name])

    def put(self, name: str, value: Any) -> "Parts":
        self.files[name] = value if isinstance(value, bytes) else json.dumps(value).encode("utf-8", "surrogatepass")
        return self

    def members(self, *, manifest: bytes | None = None, method: int = 0) -> list[RawMember]:
        manifest = manifest_bytes(self.files) if manifest is None else manifest
        return [RawMember(name.encode(), data, method if name.endswith(".json") else 0)
                for name, data in (*self.files.items(), ("manifest.json", manifest))]

    def to_bytes(self, **oddities: Any) -> bytes:
        return zip_bytes(self.members(), **oddities)
