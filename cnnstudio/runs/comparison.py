"""What differs between two runs, in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from cnnstudio.runs.record import RunRecord

_CONFIGS = ("train", "preprocess", "split", "augment")
_LAYER_LIMIT = 12


def differences(a: RunRecord, b: RunRecord) -> list[str]:
    """Say what is different in run ``a`` from run ``b``, such as ``"Learning rate 0.01 instead of 0.001"``.

    Settings come first, then the network, the images and the versions of the libraries; results are not compared.
    """
    settings = [line for name in _CONFIGS for line in _config_lines(getattr(a, name), getattr(b, name))]
    return [*settings, *_network_lines(a, b), *_image_lines(a, b), *_version_lines(a.versions, b.versions)]


def _config_lines(a: BaseModel, b: BaseModel) -> Iterator[str]:
    for name, field in type(a).model_fields.items():
        if getattr(a, name) != getattr(b, name):
            yield _instead(field.title or name, getattr(a, name), getattr(b, name))


def _instead(what: str, a: Any, b: Any) -> str:
    return f"{what} {_words(a)} instead of {_words(b)}"


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list | tuple):
        return " × ".join(_words(item) for item in value)
    return str(value)


def _network_lines(a: RunRecord, b: RunRecord) -> Iterator[str]:
    if a.network_name != b.network_name:
        yield _instead("Network", a.network_name, b.network_name)
    ours, theirs = _layers(a.graph), _layers(b.graph)
    lines = [*_layer_lines(ours, theirs)]
    if len(lines) > _LAYER_LIMIT:
        yield f"A network of {len(ours)} layers instead of {len(theirs)}, different in {len(lines)} places"
    else:
        yield from lines
    if not lines and _wiring(a.graph) != _wiring(b.graph):
        yield "The same layers, wired in another way"


def _layers(graph: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {node["id"]: node for node in graph.get("nodes", [])}


def _wiring(graph: Mapping[str, Any]) -> set[tuple[str, str, int]]:
    return {(edge["source"], edge["target"], edge["port"]) for edge in graph.get("edges", [])}


def _layer_lines(ours: Mapping[str, Mapping[str, Any]], theirs: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for key, node in ours.items():
        other = theirs.get(key)
        if other is None or other["kind"] != node["kind"]:
            yield f"With the layer {_title(node)}"
        else:
            yield from _parameter_lines(node, other)
    for key, node in theirs.items():
        if key not in ours or ours[key]["kind"] != node["kind"]:
            yield f"Without the layer {_title(node)}"


def _title(node: Mapping[str, Any]) -> str:
    return f"{node['name']} ({node['kind']})"


def _parameter_lines(node: Mapping[str, Any], other: Mapping[str, Any]) -> Iterator[str]:
    mine, theirs = node["parameters"], other["parameters"]
    for name in {**mine, **theirs}:
        if mine.get(name) != theirs.get(name):
            yield f"{node['name']}: " + _instead(name.replace("_", " "), mine.get(name), theirs.get(name))


def _image_lines(a: RunRecord, b: RunRecord) -> Iterator[str]:
    if a.class_names != b.class_names:
        yield f"Classes {', '.join(a.class_names)} instead of {', '.join(b.class_names)}"
    if a.fingerprint != b.fingerprint:
        other_folder = a.folder != b.folder
        yield _instead("Images of", a.folder, b.folder) if other_folder else f"The images in {a.folder} have changed"
    for split in {**a.counts, **b.counts}:
        if a.counts.get(split, 0) != b.counts.get(split, 0):
            yield f"{a.counts.get(split, 0):,} {split} images instead of {b.counts.get(split, 0):,}"


def _version_lines(a: Mapping[str, str], b: Mapping[str, str]) -> Iterator[str]:
    for name in {**a, **b}:
        if a.get(name) != b.get(name):
            yield _instead(name, a.get(name, "unknown"), b.get(name, "unknown"))
