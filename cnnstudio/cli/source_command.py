"""``cnnstudio source``: a network as a PyTorch file that runs without this program."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.network_argument import usable_network
from cnnstudio.cli.run_argument import find_run, is_run
from cnnstudio.errors import RunError
from cnnstudio.export.image_loading import image_loading
from cnnstudio.export.pytorch_source import source, weight_names
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.names import quoted
from cnnstudio.storage import atomic_file, write_text
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from cnnstudio.runs.store import RunFolder


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("network", metavar="NAME_OR_FILE", help=translate(
        "cli", "a preset, a network file (.json) or a run"))
    parser.add_argument("--input", type=types.input_shape, metavar="C,H,W", help=translate(
        "cli", "input of a preset or file"))
    parser.add_argument("--classes", type=types.whole_number(2, 100_000), metavar="K",
                        help=translate("cli", "number of classes of a preset or file"))
    parser.add_argument("--out", type=types.path, metavar="FILE", help=translate("cli", "file to write (stdout)"))
    parser.add_argument("--weights", type=types.path, metavar="FILE", help=translate(
        "cli", "write a run's best weights too, as safetensors with the names of the source's Network"))
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the source to a file or to stdout, and a run's weights to a file."""
    graph, run_folder = _network(arguments)
    text = source(graph, image_loading=_image_loading(run_folder) if run_folder else "")
    if arguments.weights is not None:
        if run_folder is None:
            raise RunError(translate(
                "cli", "{network} is no run, and only a run has weights: leave --weights out.",
                network=quoted(arguments.network)))
        _write_weights(arguments.weights, graph, run_folder)
        context.output.event("weights", path=arguments.weights)
    if arguments.out is not None:
        write_text(arguments.out, text)
        context.output.event("source", path=arguments.out)
        context.output.text(translate("cli", "Written to {out}", out=arguments.out))
    elif arguments.json:
        context.output.event("source", source=text)
    else:
        sys.stdout.write(text)
    return 0


def _network(arguments: argparse.Namespace) -> "tuple[NetworkGraph, RunFolder | None]":
    if is_run(arguments.network, arguments.runs):
        from cnnstudio.network.document import from_document

        run_folder = find_run(arguments.network, arguments.runs)
        return from_document(run_folder.record.graph), run_folder
    return usable_network(arguments.network, arguments.input, arguments.classes), None


def _image_loading(run_folder: "RunFolder") -> str:
    record = run_folder.record
    return image_loading(record.preprocess, record.mean, record.std, record.class_names)


def _write_weights(path: Path, graph: NetworkGraph, run_folder: "RunFolder") -> None:
    """Write the weights of a run's best epoch so that ``Network().load_state_dict`` takes them as they are."""
    from cnnstudio.runs.tensor_file import write_tensors

    state = run_folder.load_module("best").state_dict()
    with atomic_file(path) as file:
        write_tensors(file, {name: state[key] for name, key in weight_names(graph, state).items()})
