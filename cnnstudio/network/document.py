"""The network graph as versioned JSON, read strictly."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from cnnstudio import storage
from cnnstudio.errors import NetworkError, StorageError
from cnnstudio.network.annotations import BLOCK_LIMIT, COMMENT_LIMIT, COMMENT_SIZE_PX
from cnnstudio.network.graph import NODE_LIMIT, Block, Comment, Edge, NetworkGraph, Node
from cnnstudio.network.names import clean_name, did_you_mean, quoted
from cnnstudio.network.registry import layer_kinds
from cnnstudio.wording import translate

SCHEMA_VERSION = 2
"""What this program writes; it reads this and older ones. Version 2 added blocks and comments."""
EDGE_LIMIT = 8 * NODE_LIMIT
_NODE_FIELDS = ("id", "kind", "name", "parameters", "x", "y")
_EDGE_FIELDS = ("source", "target", "port")
_BLOCK_FIELDS = ("id", "name", "members", "repeat", "folded", "x", "y")
_COMMENT_FIELDS = ("id", "text", "x", "y", "width", "height")
_REQUIRED_FIELDS = ("schema_version", "nodes", "edges")
_TOP_FIELDS = (*_REQUIRED_FIELDS, "blocks", "comments")

Argument = TypeVar("Argument")
Result = TypeVar("Result")


def to_document(graph: NetworkGraph) -> dict[str, Any]:
    """Return the graph as plain JSON values: version, nodes, blocks and comments in order, edges sorted."""
    return {
        "schema_version": SCHEMA_VERSION,
        "nodes": [_node_record(node) for node in graph.nodes.values()],
        "edges": [{"source": edge.source, "target": edge.target, "port": edge.port} for edge in graph.edges],
        "blocks": [_block_record(block) for block in graph.blocks.values()],
        "comments": [dataclasses.asdict(comment) for comment in graph.comments.values()],
    }


def from_document(document: Any) -> NetworkGraph:
    """Return the graph of a document.

    Raises
    ------
    NetworkError
        When a field is missing, unknown or of the wrong type, or the graph it describes is not valid; the message
        names the field, such as ``nodes[3].parameters``.
    """
    fields = _fields(document, translate("network", "the document"), _TOP_FIELDS, required=_REQUIRED_FIELDS)
    _check_version(fields["schema_version"])
    graph = NetworkGraph()
    for index, record in enumerate(_records(fields["nodes"], "nodes", NODE_LIMIT)):
        _located(f"nodes[{index}]", graph.add_node, _node(record, f"nodes[{index}]"))
    records = enumerate(_records(fields["edges"], "edges", EDGE_LIMIT))
    _located("edges", graph.connect_all, [_edge(record, f"edges[{index}]") for index, record in records])
    for index, record in enumerate(_records(fields.get("blocks", []), "blocks", BLOCK_LIMIT)):
        _located(f"blocks[{index}]", graph.add_block, _block(record, f"blocks[{index}]"))
    for index, record in enumerate(_records(fields.get("comments", []), "comments", COMMENT_LIMIT)):
        _located(f"comments[{index}]", graph.add_comment, _comment(record, f"comments[{index}]"))
    return graph


def newer_parts(document: Any) -> tuple[str, ...]:
    """Return what a newer version of the program wrote into a document that `from_document` refuses.

    Returns
    -------
    Kinds of layers that this version does not know, sorted, each quoted; or the version of a newer form of document;
    empty where there is neither.
    """
    if not isinstance(document, Mapping):
        return ()
    version, nodes = document.get("schema_version"), document.get("nodes")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        return (f"schema_version {quoted(version)}",)
    if not isinstance(nodes, list) or len(nodes) > NODE_LIMIT:
        return ()
    kinds = {kind for node in nodes if isinstance(node, Mapping) and isinstance(kind := node.get("kind"), str)}
    return tuple(quoted(kind) for kind in sorted(kinds - layer_kinds().keys()))


def save(path: Path, graph: NetworkGraph) -> None:
    """Save the graph as a JSON file, whole or not at all; raises `StorageError`."""
    storage.write_json(path, to_document(graph))


def load(path: Path) -> NetworkGraph:
    """Load a graph.

    Raises
    ------
    StorageError
        When the file cannot be read or is no JSON.
    NetworkError
        When it is JSON but no valid network; the message names the file and the field.
    """
    return _located(str(path), from_document, storage.read_json(path))


def dumps(graph: NetworkGraph) -> str:
    """Return the graph as JSON text, as the clipboard carries it."""
    return storage.dump_json(to_document(graph))


def loads(text: str) -> NetworkGraph:
    """Return the graph in a JSON text; raises `NetworkError` when it holds none."""
    if len(text) > storage.JSON_LIMIT_BYTES:
        raise NetworkError(translate("network", "The text is too long to be a network."))
    try:
        document = storage.parse_json(text, translate("network", "The text"))
    except StorageError as error:
        raise NetworkError(str(error)) from None
    return from_document(document)


def subgraph(graph: NetworkGraph, ids: Iterable[str]) -> NetworkGraph:
    """Return a new graph of some nodes, with the edges among them and the blocks that are wholly within."""
    wanted = {graph.find(node_id).id for node_id in ids}
    part = NetworkGraph()
    for node in graph.nodes.values():
        if node.id in wanted:
            part.add_node(node)
    part.connect_all([edge for edge in graph.edges if edge.source in wanted and edge.target in wanted])
    for block in graph.blocks.values():
        if block.members <= wanted:
            part.add_block(block)
    return part


def _node_record(node: Node) -> dict[str, Any]:
    parameters = {name: _as_lists(value) for name, value in node.parameters.items()}
    return {"id": node.id, "kind": node.kind, "name": node.name, "parameters": parameters, "x": node.x, "y": node.y}


def _as_lists(value: Any) -> Any:
    """Return pairs and matrices as lists, which JSON has."""
    return [_as_lists(item) for item in value] if isinstance(value, tuple) else value


def _node(record: Any, where: str) -> Node:
    fields = _fields(record, where, _NODE_FIELDS, required=("id", "kind"))
    name = _located(f"{where}.name", clean_name, _text(fields.get("name", fields["id"]), f"{where}.name"))
    parameters = _mapping(fields.get("parameters", {}), f"{where}.parameters")
    return Node(
        _text(fields["id"], f"{where}.id"), _text(fields["kind"], f"{where}.kind"), name, dict(parameters),
        _coordinate(fields.get("x", 0.0), f"{where}.x"), _coordinate(fields.get("y", 0.0), f"{where}.y"))


def _edge(record: Any, where: str) -> Edge:
    fields = _fields(record, where, _EDGE_FIELDS, required=("source", "target"))
    port = fields.get("port", 0)
    if not isinstance(port, int) or isinstance(port, bool):
        raise NetworkError(translate(
            "network", "{where}.port must be a whole number, not {port}.", where=where, port=quoted(port)))
    return Edge(_text(fields["source"], f"{where}.source"), _text(fields["target"], f"{where}.target"), port)


def _block_record(block: Block) -> dict[str, Any]:
    return {"id": block.id, "name": block.name, "members": sorted(block.members), "repeat": block.repeat,
            "folded": block.is_folded, "x": block.x, "y": block.y}


def _block(record: Any, where: str) -> Block:
    fields = _fields(record, where, _BLOCK_FIELDS, required=("id", "members"))
    repeat, folded = fields.get("repeat", 1), fields.get("folded", True)
    if not isinstance(repeat, int) or isinstance(repeat, bool):
        raise NetworkError(translate(
            "network", "{where}.repeat must be a whole number, not {repeat}.", where=where, repeat=quoted(repeat)))
    if not isinstance(folded, bool):
        raise NetworkError(translate(
            "network", "{where}.folded must be true or false, not {folded}.", where=where, folded=quoted(folded)))
    members = frozenset(
        _text(member, f"{where}.members") for member in _records(fields["members"], f"{where}.members", NODE_LIMIT))
    return Block(
        _text(fields["id"], f"{where}.id"), _text(fields.get("name", fields["id"]), f"{where}.name"), members, repeat,
        folded, _coordinate(fields.get("x", 0.0), f"{where}.x"), _coordinate(fields.get("y", 0.0), f"{where}.y"))


def _comment(record: Any, where: str) -> Comment:
    fields = _fields(record, where, _COMMENT_FIELDS, required=("id", "text"))
    box = [_coordinate(fields.get(name, default), f"{where}.{name}") for name, default in
           (("x", 0.0), ("y", 0.0), ("width", COMMENT_SIZE_PX[0]), ("height", COMMENT_SIZE_PX[1]))]
    return Comment(_text(fields["id"], f"{where}.id"), _text(fields["text"], f"{where}.text"), *box)


def _check_version(version: Any) -> None:
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise NetworkError(translate(
            "network", "schema_version must be a whole number from 1, not {version}.", version=quoted(version)))
    if version > SCHEMA_VERSION:
        raise NetworkError(
            translate(
                "network", "The network was saved by a newer version of the program (schema_version {version}); this "
                "one reads up to {schema_version}. Update the program to open it.", version=quoted(version),
                schema_version=SCHEMA_VERSION))


def _fields(value: Any, where: str, known: tuple[str, ...], *, required: tuple[str, ...]) -> Mapping[str, Any]:
    """Return a JSON object whose keys are all known and whose required keys are all there."""
    fields = _mapping(value, where)
    for name in fields:
        if name not in known:
            raise NetworkError(translate(
                "network", "{where} has an unknown field {name}.{suggestion}", where=where, name=quoted(name),
                suggestion=did_you_mean(name, known)))
    for name in required:
        if name not in fields:
            raise NetworkError(translate("network", "{where} lacks the field '{name}'.", where=where, name=name))
    return fields


def _mapping(value: Any, where: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise NetworkError(translate(
            "network", "{where} must be a JSON object, not {value}.", where=where, value=quoted(value)))
    return value


def _records(value: Any, where: str, limit: int) -> list[Any]:
    if not isinstance(value, list):
        raise NetworkError(translate(
            "network", "{where} must be a list, not {value}.", where=where, value=quoted(value)))
    if len(value) > limit:
        raise NetworkError(translate(
            "network", "{where} has {count:,} entries; at most {limit:,} are allowed.", where=where, count=len(value),
            limit=limit))
    return value


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str):
        raise NetworkError(translate("network", "{where} must be text, not {value}.", where=where, value=quoted(value)))
    return value


def _coordinate(value: Any, where: str) -> float:
    if not isinstance(value, (int, float)) or isinstance(value, bool) or not abs(value) < 1e9:
        raise NetworkError(translate(
            "network", "{where} must be a number of pixels, not {value}.", where=where, value=quoted(value)))
    return float(value)


def _located(where: str, function: Callable[[Argument], Result], argument: Argument) -> Result:
    """Call ``function`` and put the place in the document before what it complains about."""
    try:
        return function(argument)
    except NetworkError as error:
        raise type(error)(f"{where}: {error}") from None
