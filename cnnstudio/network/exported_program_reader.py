"""Makes a network graph of a program that ``torch.export.save`` wrote, without unpickling or running anything in it."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from cnnstudio import storage
from cnnstudio.errors import NetworkError, StorageError
from cnnstudio.network.graph import NODE_LIMIT
from cnnstudio.network.import_assembly import Assembly, ImportedNetwork, Weights
from cnnstudio.network.import_rules import BATCH
from cnnstudio.network.names import quoted
from cnnstudio.network.torch_operations import apply
from cnnstudio.os_reasons import os_reason
from cnnstudio.wording import translate

PROGRAM_MEMBER = "models/model.json"
PROGRAM_LIMIT_BYTES = 8_000_000
"""The text of a network of 2,000 layers is shorter; read, it may become twenty times as large."""
DIRECTORY_LIMIT_BYTES = 4_000_000
SCHEMA_MAJOR = 8
"""Major version of torch's schema of exported programs that is known here (``torch/_export/serde/schema.py``)."""
_STEP_LIMIT = 5 * NODE_LIMIT
_END_OF_DIRECTORY = b"PK\x05\x06"
_END_OF_LARGE_DIRECTORY = b"PK\x06\x06"


def read_exported_program(path: Path) -> ImportedNetwork:
    """Return the network of a ``.pt2`` file as a graph; the weights stay in the file.

    Only the JSON text that describes the program is read, from the ZIP archive by its name and with a limit.

    Raises
    ------
    StorageError
        When the file cannot be read, is no exported program or is damaged.
    NetworkError
        When a part of it has no layer here; the sentence names the file, the place and the operation.
    """
    program = storage.parse_json(_program_text(path), path.name)
    assembly = Assembly(path.name)
    with assembly.at("", "program"):
        if program["schema_version"]["major"] != SCHEMA_MAJOR:
            raise NetworkError(translate(
                "network", "has version {major}, and {schema_major} is read here. Export the network as an ONNX file "
                "instead.", major=quoted(program['schema_version']['major']), schema_major=SCHEMA_MAJOR))
        graph = program["graph_module"]["graph"]
        specs = program["graph_module"]["signature"]["input_specs"]
        nodes = graph["nodes"]
        if len(nodes) > _STEP_LIMIT:
            raise NetworkError(translate(
                "network", "has {count:,} steps; at most {limit:,} can be read.", count=len(nodes), limit=_STEP_LIMIT))
    return _Reader(assembly, graph, specs).read()


def _program_text(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            _check_directory(file, path)
            with zipfile.ZipFile(file) as archive:
                return _member(archive, path)
    except OSError as error:
        raise StorageError(translate(
            "network", "Cannot read {path}: {reason}.", path=path, reason=os_reason(error))) from error
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise StorageError(translate(
            "network", "{path} is no exported program, or it is damaged. Export the network again.",
            path=path)) from error


def _check_directory(file: BinaryIO, path: Path) -> None:
    """Refuse an archive whose list of contents alone would fill the memory."""
    size = file.seek(0, 2)
    start = max(0, size - 66_000)
    file.seek(start)
    tail = file.read()
    sizes = [struct.unpack_from(layout, tail, tail.rfind(mark) + offset)[0]
             for mark, layout, offset, room in (
                 (_END_OF_DIRECTORY, "<L", 12, 22), (_END_OF_LARGE_DIRECTORY, "<Q", 40, 56))
             if 0 <= tail.rfind(mark) <= len(tail) - room]
    if any(DIRECTORY_LIMIT_BYTES < length != 0xFFFFFFFF for length in sizes):
        raise StorageError(translate("network", "{path} lists too many parts for an exported program.", path=path))


def _member(archive: zipfile.ZipFile, path: Path) -> bytes:
    """Return the JSON text of the program, if it is not too long."""
    found = [info for info in archive.infolist() if info.filename.endswith(f"/{PROGRAM_MEMBER}")]
    if len(found) != 1:
        raise StorageError(translate(
            "network", "{path} is no exported program: it has no single {program_member}. Save it with "
            "torch.export.save.", path=path, program_member=PROGRAM_MEMBER))
    with archive.open(found[0]) as file:
        text = file.read(PROGRAM_LIMIT_BYTES + 1)
    if len(text) > PROGRAM_LIMIT_BYTES:
        raise StorageError(translate("network", "{path} describes a network that is too large to be shown.", path=path))
    return text


class _Reader:
    """Goes through the program's steps in their order and adds the layers."""

    def __init__(self, assembly: Assembly, graph: Mapping[str, Any], specs: Any) -> None:
        self._assembly = assembly
        self._graph = graph
        self._specs = specs
        self._values: dict[str, Any] = {}

    def read(self) -> ImportedNetwork:
        """Return the graph."""
        with self._assembly.at("", "inputs"):
            images = [name for spec in self._specs for name in self._read_spec(spec)]
            if len(images) != 1:
                raise NetworkError(translate(
                    "network", "are {count} values, and a network here takes one image.", count=len(images)))
            self._assembly.batch, *sides = self._sides(images[0])
            if None in sides:
                raise NetworkError(translate(
                    "network", "leave the image size open. Export the network with a fixed one."))
        self._values[images[0]] = self._assembly.input(images[0], sides)
        for node in self._graph["nodes"]:
            with self._assembly.at("", translate("network", "a step")):
                place, operation, inside = _place(node), _operation(node), _modules_around(node)
            if operation not in _CHECKS:
                with self._assembly.at(place, operation, inside):
                    self._read_step(node, operation)
        self._assembly.output(self._result())
        return self._assembly.finish()

    def _read_spec(self, spec: Mapping[str, Any]) -> list[str]:
        """Remember the weights; return the name of what is no weight."""
        (kind, value), = spec.items()
        if kind == "user_input":
            return [str(value["arg"]["as_tensor"]["name"])]
        name = value["arg"]["name"]
        shape = self._sides(name)
        if not all(isinstance(side, int) and side >= 0 for side in shape):
            raise NetworkError(translate("network", "have weights of an open size. Export the network again."))
        known = value.get("parameter_name") or value.get("buffer_name") or name
        self._values[name] = Weights(str(known), tuple(shape))
        return []

    def _sides(self, name: str) -> list[Any]:
        """Return a tensor's shape with the batch; None where it is open."""
        return [side.get("as_int") for side in self._graph["tensor_values"][name]["sizes"]]

    def _read_step(self, node: Mapping[str, Any], operation: str) -> None:
        named = {entry["name"]: self._argument(entry["arg"]) for entry in node["inputs"]}
        outputs = [output["as_tensor"]["name"] if "as_tensor" in output else output["as_sym_int"]["as_name"]
                   for output in node["outputs"]]
        if not outputs or outputs[0] in self._values:
            raise NetworkError(translate(
                "network", "gives nothing, or a value that is there already. Export the network again."))
        if operation == "sym_size":
            sides = (BATCH, *self._assembly.shape(named["self"]))
            self._values[outputs[0]] = sides[named["dim"]]
        else:
            self._values[outputs[0]] = apply(self._assembly, operation, [], named)

    def _argument(self, argument: Mapping[str, Any]) -> Any:
        """Return an argument: a layer's output, weights, numbers, text, or a list of them."""
        (kind, value), = argument.items()
        if kind == "as_tensor":
            return self._known(value["name"])
        if kind in ("as_tensors", "as_optional_tensors"):
            return [self._known(part.get("as_tensor", part)["name"]) for part in value]
        if kind == "as_sym_int":
            return self._number(value)
        if kind == "as_sym_ints":
            return [self._number(part) for part in value]
        if kind in _PLAIN:
            return None if kind == "as_none" else value
        raise NetworkError(translate(
            "network", "has a setting of the type {kind}, which is not known here. Import a network without it.",
            kind=quoted(kind)))

    def _number(self, value: Mapping[str, Any]) -> Any:
        return value["as_int"] if "as_int" in value else self._known(value["as_name"])

    def _known(self, name: str) -> Any:
        if name not in self._values:
            raise NetworkError(translate(
                "network", "takes {name}, which nothing before it gives. Export the network again.", name=quoted(name)))
        return self._values[name]

    def _result(self) -> Any:
        with self._assembly.at("", "outputs"):
            results = [argument["as_tensor"]["name"] for argument in self._graph["outputs"]]
            if len(results) != 1:
                raise NetworkError(translate("network", "are {count}, and a network here has one.", count=len(results)))
            return self._values.get(results[0])


_OWN_MODULES = "torch.nn."
_CHECKS = frozenset({"_assert_scalar", "_assert_tensor_metadata"})
_PLAIN = frozenset({"as_none", "as_int", "as_ints", "as_float", "as_floats", "as_bool", "as_bools", "as_string",
                    "as_scalar_type", "as_memory_format", "as_device", "as_layout"})


def _operation(node: Mapping[str, Any]) -> str:
    """Return ``"conv2d"`` for ``"torch.ops.aten.conv2d.default"``; anything else whole."""
    target = str(node["target"])
    parts = target.split(".")
    return parts[3].removesuffix("_") if parts[:3] == ["torch", "ops", "aten"] and len(parts) == 5 else target


def _place(node: Mapping[str, Any]) -> str:
    """Return the path of the module a step belongs to, with the operation behind it where the module has several."""
    path, kind = (_modules(node) or [("", "")])[-1]
    if kind.startswith(_OWN_MODULES):
        return path
    return f"{path}.{_operation(node)}" if path else _operation(node)


def _modules_around(node: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the paths of the modules a step belongs to that are more than torch's own, the outermost first."""
    return tuple(path for path, kind in _modules(node) if path and not kind.startswith(_OWN_MODULES))


def _modules(node: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return path and class of the modules around a step: of ``"key,layer1.0,package.Block;key,..."``."""
    parts = [part.split(",") for part in str(node["metadata"].get("nn_module_stack", "")).split(";")]
    return [(part[1], part[2]) for part in parts if len(part) == 3]
