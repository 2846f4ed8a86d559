"""``cnnstudio network``: the layer table of a preset, a network file or one of torchvision's networks."""

import argparse
from pathlib import Path

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.network_argument import imported_name, read_network
from cnnstudio.cli.network_costs import print_costs, print_measurement
from cnnstudio.cli.network_difference import print_difference
from cnnstudio.errors import NetworkError
from cnnstudio.network import document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import PRESETS
from cnnstudio.network.shapes import CheckContext, analyse
from cnnstudio.wording import translate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    names = ", ".join(info.name for info in PRESETS)
    parser.add_argument("network", metavar="NAME_OR_FILE", help=translate(
        "cli", "a preset ({names}), a network file (.json, .onnx, .pt2), or torchvision:NAME", names=names))
    parser.add_argument("--input", type=types.input_shape, metavar="C,H,W",
                        help=translate("cli", "channels, height and width of the input (the network's own)"))
    parser.add_argument("--classes", type=types.whole_number(2, 100_000), metavar="K",
                        help=translate("cli", "number of classes (the network's own)"))
    parser.add_argument("--batch", type=types.whole_number(1, 4096), metavar="N", default=32,
                        help=translate("cli", "images a batch, for the memory (32)"))
    parser.add_argument("--measure", action="store_true", help=translate(
        "cli", "also run a few training steps and print the milliseconds an image on this machine"))
    parser.add_argument("--check", action="store_true",
                        help=translate("cli", "compare weights and output with torchvision's network of this name"))
    parser.add_argument("--difference", metavar="NAME_OR_FILE",
                        help=translate("cli", "say instead what is different in this other preset or network file"))
    parser.add_argument("--save", type=Path, metavar="FILE",
                        help=translate("cli", "also save the network as a file (.json) that the program opens"))
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print the table and totals; status 1 when a layer does not fit."""
    found = read_network(arguments.network, arguments.input, arguments.classes)
    graph = found.graph
    if arguments.difference is not None:
        other = read_network(arguments.difference, arguments.input, arguments.classes).graph
        return print_difference(graph, other, context)
    analysis = analyse(graph, context=CheckContext(arguments.batch))
    print_costs(graph, analysis, arguments.batch, context)
    for note in found.notes:
        context.output.text(translate("cli", "note: {note}", note=note))
    if arguments.save is not None:
        _save(arguments.save, graph, context)
    if not analysis.is_trainable:
        raise NetworkError(analysis.errors[0].message)
    if arguments.measure:
        print_measurement(graph, analysis, arguments.batch, context)
    return _check(arguments.network, context) if arguments.check else 0


def _save(path: Path, graph: NetworkGraph, context: Context) -> None:
    document.save(path, graph)
    context.output.event("saved", path=path)
    context.output.text(translate("cli", "Written to {path}", path=path))


def _check(name: str, context: Context) -> int:
    """Compare with torchvision and print what came out; status 1 when the two differ."""
    from cnnstudio.torch_network.torchvision_models import compare_import, compare_with_torchvision

    imported = imported_name(name)
    found = compare_with_torchvision(name) if imported is None else compare_import(imported)
    context.output.event("check", preset=found.preset, weights=found.weights,
                         torchvision_weights=found.torchvision_weights, same_shapes=found.same_shapes,
                         max_difference=found.max_difference, equal=found.is_equal)
    shapes = translate("cli", "the same shapes") if found.same_shapes else translate("cli", "other shapes")
    result = translate("cli", "equal") if found.is_equal else translate("cli", "NOT equal")
    context.output.text(translate(
        "cli", "\ntorchvision's {preset}: {weights:,} weights, {shapes}, logits of one image differ by at most "
        "{difference:g}: {result}", preset=found.preset, weights=found.torchvision_weights, shapes=shapes,
        difference=found.max_difference, result=result))
    return 0 if found.is_equal else 1
