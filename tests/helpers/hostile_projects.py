"""Project files that somebody made to do harm, by name."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cnnstudio.project.contents import FORMAT_VERSION
from tests.helpers.project_bytes import PNG, Parts, RawMember, manifest_bytes, zip_bytes

GIGABYTE = 1_000_000_000
LEFT_OUT = frozenset(("an unknown layer kind", "a class as a layer kind"))
"""Layers that a newer version might have: the project opens without its network and is never saved over."""


def hostile_projects() -> Mapping[str, bytes]:
    """Return what a file says by what is bad about it; none of them may be opened as if it were good."""
    return dict((*_layouts(), *_manifests(), *_documents(), *_networks(), *_contents()))


def _changed(change: Callable[[list[RawMember]], None], **oddities: Any) -> bytes:
    members = Parts.sound().members()
    change(members)
    return zip_bytes(members, **oddities)


def _added(name: bytes, data: bytes = b"x", **fields: Any) -> bytes:
    return _changed(lambda members: members.insert(0, RawMember(name, data, **fields)))


def _first(**fields: Any) -> bytes:
    def change(members: list[RawMember]) -> None:
        for name, value in fields.items():
            setattr(members[0], name, value)

    return _changed(change)


def _listed(name: str, data: bytes = b"{}") -> bytes:
    """Return a project whose manifest names one more member."""
    return Parts.sound().put(name, data).to_bytes()


def _layouts() -> Iterator[tuple[str, bytes]]:
    sound = Parts.sound().to_bytes()
    for name in (b"../evil.json", b"/etc/passwd", b"C:\\evil.json", b"..\\evil.json", b"thumbs/../../evil.png",
                 b"\\\\host\\share\\a.png", b"graph.json\x00.png", "gr\u0430ph.json".encode(), b"a.py", b"a.pkl",
                 b"thumbs/a.svg", b"index.html", b"graph.json/", b"CON", b"runs/0001/../../a-000001.json", b""):
        yield f"a member called {name!r}", _added(name)
        if name and name.isascii() and b"\0" not in name:
            yield f"a listed member called {name!r}", _listed(name.decode())
    yield "a member twice", _added(b"graph.json", b"{}")
    yield "a member twice in capitals", _added(b"GRAPH.json", b"{}")
    yield "a link", _first(attributes=0o120777 << 16)
    yield "a folder's attribute", _first(attributes=0x10)
    yield "a device's attribute", _first(attributes=0o060600 << 16)
    yield "an encrypted member", _first(flags=1)
    yield "a data descriptor", _first(flags=8)
    yield "an unknown method", _first(method=14, payload=b"abc")
    yield "a wrong CRC", _first(crc=1)
    yield "a size that lies upwards", _first(size=GIGABYTE)
    yield "a size that lies downwards", _first(size=3)
    yield "a packed size that lies", _first(packed=GIGABYTE)
    yield "zip64 sizes", _first(size=0xFFFFFFFF, packed=0xFFFFFFFF, extra=b"\x01\x00\x10\x00" + b"\xff" * 16)
    yield "an extra field", _first(extra=b"\x99\x99\x00\x00")
    yield "another local name", _first(local_name=b"graph_json12")
    yield "overlapping members", _changed(lambda members: setattr(members[1], "start", 0))
    yield "a start beyond the file", _changed(lambda members: setattr(members[1], "start", 0xFFFFFF00))
    yield "bytes between members", _changed(lambda members: setattr(members[1], "before", b"hidden"))
    yield "bytes before the directory", Parts.sound().to_bytes(between=b"hidden")
    yield "a program in front", Parts.sound().to_bytes(prefix=b"#!/bin/sh\nrm -rf ~\n")
    yield "a comment", Parts.sound().to_bytes(comment=b"PK\x05\x06" + bytes(18))
    yield "two files after each other", sound + sound
    yield "many members that are not there", Parts.sound().to_bytes(count=65_000)
    yield "a second disk", Parts.sound().to_bytes(disk=1)
    yield "a bomb", _bomb(200_000_000)
    yield "a bomb in a small size", _bomb(200_000_000, size=1000)
    yield "a bomb in proportion", _bomb(20_000_000, filler=b"[[],[1],{}],")
    yield "nothing", b""
    yield "an empty zip", zip_bytes([])
    yield "half a project", sound[:len(sound) // 2]
    yield "a picture", PNG
    yield "a pickle", b"cos\nsystem\n(S'touch /tmp/hacked'\ntR."


def _bomb(length: int, *, filler: bytes = b" ", size: int | None = None) -> bytes:
    data = filler * (length // len(filler))
    return _changed(lambda members: members.__setitem__(0, RawMember(b"project.json", data, 8, size=size)))


def _manifests() -> Iterator[tuple[str, bytes]]:
    parts = Parts.sound()

    def resealed(**changes: Any) -> bytes:
        return zip_bytes(parts.members(manifest=manifest_bytes(parts.files, changes)))

    yield "no manifest", zip_bytes(parts.members()[:-1])
    yield "a manifest of nothing", resealed(members={})
    yield "a manifest without its hash", zip_bytes(parts.members(manifest=manifest_bytes(parts.files, is_sealed=False)))
    yield "a newer version", resealed(schema_version=FORMAT_VERSION + 1)
    yield "a version far ahead", resealed(schema_version=10**18)
    yield "version 0", resealed(schema_version=0)
    yield "version true", resealed(schema_version=True)
    yield "version 1.0", resealed(schema_version=1.5)
    yield "another format", resealed(format="Something else")
    yield "a list for a manifest", zip_bytes(parts.members(manifest=b"[]"))
    yield "a manifest with a key twice", zip_bytes(parts.members(manifest=b'{"format": 1, "format": 2}'))
    hashes = {name: {"size": len(data), "sha256": "0" * 64} for name, data in parts.files.items()}
    yield "wrong hashes", resealed(members=hashes)
    yield "negative sizes", resealed(members={name: {"size": -1, "sha256": "0" * 64} for name in parts.files})


def _documents() -> Iterator[tuple[str, bytes]]:
    deep = b"[" * 100_000 + b"]" * 100_000
    for name in ("project.json", "graph.json", "curation.json"):
        for what, data in (("deep JSON", deep), ("33 levels", b"[" * 33 + b"]" * 33), ("NaN", b'{"name": NaN}'),
                           ("infinity", b'{"name": 1e999}'), ("a huge whole number", b'{"name": ' + b"9" * 5000 + b"}"),
                           ("a large whole number", b'{"name": ' + b"9" * 400 + b"}"),
                           ("no UTF-8", b'{"name": "\xff"}'),
                           ("a key twice", b'{"name": 1, "name": 2}'), ("a list", b"[]"), ("null", b"null"),
                           ("two million values", b"[" + b"0," * 2_000_000 + b"0]"), ("nothing", b"")):
            yield f"{what} in {name}", Parts.sound().put(name, data).to_bytes()
    for section, field, value in (
            ("preprocess", "height", 10**9), ("preprocess", "color", "__class__"), ("recipe", "epochs", -1),
            ("recipe", "batch_size", 2**62), ("recipe", "optimizer", "os.system"), ("split", "folds", "many"),
            ("augment", "rotate_deg", 1e308), ("folder", "images", -5)):
        parts = Parts.sound()
        document = parts.json("project.json")
        document[section] = (document[section] or {}) | {field: value}
        yield f"{section}.{field} out of its limits", parts.put("project.json", document).to_bytes()
    for field, value in (("name", 5), ("notes", ["a"]), ("runs", {}), ("runs", [None] * 5), ("folder", "C:\\"),
                         ("runs", [{"run_id": "../../evil", "packing": "results", "place": 1}]),
                         ("runs", [{"run_id": "a", "packing": "results", "place": 1}])):
        parts = Parts.sound()
        yield f"{field} is {str(value)[:30]}", parts.put(
            "project.json", parts.json("project.json") | {field: value}).to_bytes()


def _networks() -> Iterator[tuple[str, bytes]]:
    for what, change in (
            ("an unknown layer kind", {"kind": "Lambda"}), ("a class as a layer kind", {"kind": "os.system"}),
            ("a reserved id", {"id": "__class__"}), ("a huge kernel", {"parameters": {"kernel_size": [10**9, 10**9]}}),
            ("an infinite place", {"x": 1e300}), ("a field of its own", {"code": "import os"})):
        parts = Parts.sound()
        document = parts.json("graph.json")
        document["nodes"][1] |= change
        yield what, parts.put("graph.json", document).to_bytes()
    parts = Parts.sound()
    document = parts.json("graph.json")
    document["edges"].append({"source": document["nodes"][3]["id"], "target": document["nodes"][1]["id"], "port": 0})
    yield "a circle", parts.put("graph.json", document).to_bytes()
    parts = Parts.sound()
    document = parts.json("graph.json")
    document["nodes"] = document["nodes"] * 1000
    yield "8,000 layers", parts.put("graph.json", document).to_bytes()


def _contents() -> Iterator[tuple[str, bytes]]:
    huge = PNG[:16] + b"\x7f\xff\xff\xff" + PNG[20:]
    for what, data in (("no picture", b"GIF89a" + bytes(40)), ("a huge picture", huge),
                       ("a page", b"<svg onload='x'/>" + bytes(40))):
        yield f"{what} for a thumbnail", Parts.sound().put("thumbs/network.png", data).to_bytes()
    parts = Parts.sound()
    for number in range(40):
        parts.put(f"thumbs/n{number}.png", PNG)
    yield "too many thumbnails", parts.to_bytes()
    for key in ("../../etc/passwd", "/etc/passwd", "C:/Windows/a.png", "..\\a.png", "\\a.png", "a/../../b.png"):
        head = {"format": "CNN Studio decisions", "folder": "x", "class_names": [], "merged_classes": {},
                "kept_classes": []}
        for version, decisions in ((1, {"a.png": {}, key: {"excluded": True}}),
                                   (2, [{"excluded": True, "files": ["a.png", key, "b.png"]}])):
            document = head | {"schema_version": version, "decisions": decisions}
            yield (f"a decision about {key} in version {version}",
                   Parts.sound().put("curation.json", document).to_bytes())
    yield "files of a run nobody lists", Parts.sound().put("runs/0001/record-000001.json", b"{}").to_bytes()
