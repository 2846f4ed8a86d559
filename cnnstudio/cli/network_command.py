"""``cnnstudio network``: the layer table of a preset, a network file or one of torchvision's networks."""

import argparse
from pathlib import Path
from typing import Any

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.network_argument import imported_name, read_network
from cnnstudio.cli.network_difference import print_difference
from cnnstudio.errors import NetworkError
from cnnstudio.network import document
from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_table import LayerRow, rows
from cnnstudio.network.presets import PRESETS
from cnnstudio.network.shapes import Analysis, analyse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    names = ", ".join(info.name for info in PRESETS)
    parser.add_argument("network", metavar="NAME_OR_FILE",
                        help=f"a preset ({names}), a network file (.json, .onnx, .pt2), or torchvision:NAME")
    parser.add_argument("--input", type=types.input_shape, metavar="C,H,W",
                        help="channels, height and width of the input (the network's own)")
    parser.add_argument("--classes", type=types.whole_number(2, 100_000), metavar="K",
                        help="number of classes (the network's own)")
    parser.add_argument("--check", action="store_true",
                        help="compare weights and output with torchvision's network of this name")
    parser.add_argument("--difference", metavar="NAME_OR_FILE",
                        help="say instead what is different in this other preset or network file")
    parser.add_argument("--save", type=Path, metavar="FILE",
                        help="also save the network as a file (.json) that the program opens")
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the table and totals; status 1 when a layer does not fit."""
    found = read_network(arguments.network, arguments.input, arguments.classes)
    graph = found.graph
    if arguments.difference is not None:
        other = read_network(arguments.difference, arguments.input, arguments.classes).graph
        return print_difference(graph, other, context)
    analysis = analyse(graph)
    _print_table(graph, analysis, context)
    for note in found.notes:
        context.output.text(f"note: {note}")
    if arguments.save is not None:
        _save(arguments.save, graph, context)
    if not analysis.is_trainable:
        raise NetworkError(next(item.message for item in analysis.problems if item.severity == "error"))
    return _check(arguments.network, context) if arguments.check else 0


def _save(path: Path, graph: NetworkGraph, context: Context) -> None:
    document.save(path, graph)
    context.output.event("saved", path=path)
    context.output.text(f"Written to {path}")


def network_fields(graph: NetworkGraph, analysis: Analysis) -> dict[str, Any]:
    """Return the fields of the network event."""
    whole = total(node_costs(graph, analysis))
    return {
        "layers": [{"name": row.name, "kind": row.kind, "output_shape": row.output_shape, "weights": row.weights,
                    "multiply_adds": row.multiply_adds} for row in rows(graph)],
        "total": {"weights": whole.weights, "multiply_adds": whole.multiply_adds},
        "problems": [{"layer": item.node_id, "severity": item.severity, "message": item.message}
                     for item in analysis.problems],
    }


def _print_table(graph: NetworkGraph, analysis: Analysis, context: Context) -> None:
    fields = network_fields(graph, analysis)
    context.output.event("network", **fields)
    context.output.table(["Layer", "Kind", "Output shape", "Weights", "Multiply-adds"], [
        [row.name, row.kind, shape_text(row), row.weights, row.multiply_adds] for row in rows(graph)])
    totals = fields["total"]
    context.output.text(f"\n{totals['weights']:,} weights, {totals['multiply_adds']:,} multiply-adds an image")
    for problem in analysis.problems:
        context.output.text(f"{problem.severity}: {problem.message}")


def shape_text(row: LayerRow) -> str:
    """Return ``"32 × 30 × 30"``."""
    return " × ".join(map(str, row.output_shape)) if row.output_shape else "?"


def _check(name: str, context: Context) -> int:
    """Compare with torchvision and print what came out; status 1 when the two differ."""
    from cnnstudio.torch_network.torchvision_models import compare_import, compare_with_torchvision

    imported = imported_name(name)
    found = compare_with_torchvision(name) if imported is None else compare_import(imported)
    context.output.event("check", preset=found.preset, weights=found.weights,
                         torchvision_weights=found.torchvision_weights, same_shapes=found.same_shapes,
                         max_difference=found.max_difference, equal=found.is_equal)
    context.output.text(
        f"\ntorchvision's {found.preset}: {found.torchvision_weights:,} weights, "
        f"{'the same' if found.same_shapes else 'other'} shapes, logits of one image differ by at most "
        f"{found.max_difference:g}: {'equal' if found.is_equal else 'NOT equal'}")
    return 0 if found.is_equal else 1
