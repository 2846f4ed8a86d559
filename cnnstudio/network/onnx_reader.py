"""Makes a network graph of an ONNX file without running or unpacking anything in it."""

from collections import Counter
from collections.abc import Mapping
from math import prod
from pathlib import Path
from typing import Any

from cnnstudio.errors import MissingLibraryError, NetworkError, StorageError
from cnnstudio.network.graph import NODE_LIMIT
from cnnstudio.network.import_assembly import Assembly, ImportedNetwork, Weights, Wire
from cnnstudio.network.names import quoted
from cnnstudio.network.onnx_operations import Step, apply_onnx
from cnnstudio.network.onnx_outline import SMALL_TENSOR_BYTES, read_outline
from cnnstudio.wording import translate

OPERATOR_LIMIT = 5 * NODE_LIMIT
"""Files hold numbers and shapes besides layers."""
USUAL_PX = 224
"""Height and width where the file leaves them open."""
_OWN_OPERATORS = frozenset({"", "ai.onnx"})


def read_onnx(path: Path) -> ImportedNetwork:
    """Return the network of an ONNX file as a graph; the weights stay in the file.

    Raises
    ------
    StorageError
        When the file cannot be read, is no ONNX file or is damaged.
    NetworkError
        When a part of it has no layer here; the sentence names the file, the place and the operation.
    MissingLibraryError
        When the library ``onnx`` is absent.
    """
    outline = read_outline(path)
    model = _parsed(outline, path)
    if len(model.graph.node) > OPERATOR_LIMIT:
        raise NetworkError(translate(
            "network", "{file} cannot be imported: it has {count:,} operations; at most {limit:,} can be read.",
            file=path.name, count=len(model.graph.node), limit=OPERATOR_LIMIT))
    reader = _Reader(model, path.name)
    return reader.read()


def _parsed(outline: bytes, path: Path) -> Any:
    try:
        import onnx
        from google.protobuf.message import DecodeError
    except ImportError as error:
        raise MissingLibraryError(translate(
            "network", "Opening an ONNX file needs the library onnx: pip install onnx")) from error
    try:
        model = onnx.ModelProto.FromString(outline)
    except (DecodeError, ValueError) as error:
        raise StorageError(translate(
            "network", "{path} is no ONNX file, or it is damaged. Export the network again.", path=path)) from error
    if not model.graph.node:
        raise StorageError(translate("network", "{path} holds no network. Export it again.", path=path))
    return model


class _Reader:
    """Goes through the operators in the file's order, which the format demands to be that of the data."""

    def __init__(self, model: Any, origin: str) -> None:
        self._graph = model.graph
        self._opset = max((entry.version for entry in model.opset_import if entry.domain in _OWN_OPERATORS), default=1)
        self._assembly = Assembly(origin)
        self._values: dict[str, Any] = {}
        self._uses = Counter(name for node in self._graph.node for name in node.input)
        self._notes: list[str] = []

    def read(self) -> ImportedNetwork:
        """Return the graph."""
        for tensor in self._graph.initializer:
            with self._assembly.at(tensor.name, "weights"):
                self._values[tensor.name] = _tensor(tensor, tensor.name)
        self._read_input()
        for node in self._graph.node:
            with self._assembly.at(node.name or (node.output[0] if node.output else ""), node.op_type):
                self._read_node(node)
        if len(self._graph.output) != 1:
            raise self._assembly.refusal(translate(
                "network", "it has {count} outputs, and a network here has one.", count=len(self._graph.output)))
        self._assembly.output(self._values.get(self._graph.output[0].name))
        found = self._assembly.finish()
        return ImportedNetwork(found.graph, (*self._notes, *found.notes))

    def _read_input(self) -> None:
        inputs = [value for value in self._graph.input if value.name not in self._values]
        if len(inputs) != 1:
            raise self._assembly.refusal(translate(
                "network", "it has {count} inputs, and a network here takes one image.", count=len(inputs)))
        dims = inputs[0].type.tensor_type.shape.dim
        sides = [dim.dim_value if dim.HasField("dim_value") else None for dim in dims]
        self._assembly.batch = sides[0] if sides else None
        if len(sides) == 4 and sides[1] is None:
            raise self._assembly.refusal(translate(
                "network", "it does not say how many channels its images have. Export it with a fixed number of "
                "channels."))
        if len(sides) == 4 and None in sides[2:]:
            self._notes.append(translate(
                "network", "The file leaves the image size open; {usual_px} pixels are taken.", usual_px=USUAL_PX))
        shape = [USUAL_PX if side is None else side for side in sides[1:]]
        self._values[inputs[0].name] = self._assembly.input(inputs[0].name, shape)

    def _read_node(self, node: Any) -> None:
        if node.domain not in _OWN_OPERATORS:
            raise NetworkError(translate(
                "network", "belongs to the collection {domain}, which is not known here. Export the network with "
                "ONNX's own operators.", domain=quoted(node.domain)))
        attributes = {attribute.name: _attribute(attribute) for attribute in node.attribute}
        if node.op_type == "Constant":
            value = _constant(attributes)
        else:
            inputs = [self._value(name) for name in node.input]
            only = bool(node.input) and self._uses[node.input[0]] == 1 and self._uses[node.input[-1]] == 1
            value = apply_onnx(node.op_type, Step(self._assembly, inputs, attributes, self._opset, is_only_use=only))
        for name in node.output[1:]:
            if name and (self._uses[name] or any(name == output.name for output in self._graph.output)):
                raise NetworkError(translate(
                    "network", "gives more than one result, and a layer here gives one. Import a network without it."))
        if not node.output or node.output[0] in self._values:
            raise NetworkError(translate("network", "gives a value that is there already. Export the network again."))
        self._values[node.output[0]] = value

    def _value(self, name: str) -> Any:
        if not name:
            return None
        if name not in self._values:
            raise NetworkError(translate(
                "network", "takes {name}, which nothing before it gives. Export the network again.", name=quoted(name)))
        return self._values[name]


def _tensor(tensor: Any, name: str) -> Any:
    """Return whole numbers, and single ones, as they are; anything that may be learned as weights."""
    import onnx

    shape = tuple(int(side) for side in tensor.dims)
    if any(side < 0 for side in shape):
        raise NetworkError(translate("network", "have a negative size. Export the network again."))
    if len(shape) > 1 or 8 * prod(shape) > SMALL_TENSOR_BYTES or tensor.data_location:
        return Weights(name, shape)
    values = onnx.numpy_helper.to_array(tensor).tolist()
    is_whole = tensor.data_type in (onnx.TensorProto.INT64, onnx.TensorProto.INT32)
    return values if is_whole or not shape else Weights(name, shape, tuple(values))


def _attribute(attribute: Any) -> Any:
    """Return an attribute in Python's types; a tensor as it is.

    Numbers are stored in single precision, seven digits: 1e-5 comes as 9.99999975e-06.
    """
    import onnx

    value = onnx.helper.get_attribute_value(attribute)
    if isinstance(value, float):
        return float(f"{value:.7g}")
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, (int, float, onnx.TensorProto)) else list(value)


def _constant(attributes: Mapping[str, Any]) -> Any:
    """Return the value of a Constant."""
    (name, value), = attributes.items()
    return _tensor(value, "") if name == "value" else value


__all__ = ["OPERATOR_LIMIT", "USUAL_PX", "Wire", "read_onnx"]
