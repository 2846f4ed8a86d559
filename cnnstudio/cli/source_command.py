"""``cnnstudio source``: a network as a PyTorch file that runs without this program."""

import argparse
import sys

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.network_argument import usable_network
from cnnstudio.cli.run_argument import find_run, is_run
from cnnstudio.export.pytorch_source import source
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.storage import write_text


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("network", metavar="NAME_OR_FILE", help="a preset, a network file (.json) or a run")
    parser.add_argument("--input", type=types.input_shape, metavar="C,H,W", help="input of a preset or file")
    parser.add_argument("--classes", type=types.whole_number(2, 100_000), metavar="K",
                        help="number of classes of a preset or file")
    parser.add_argument("--out", type=types.path, metavar="FILE", help="file to write (stdout)")
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the source to a file or to stdout."""
    text = source(_graph(arguments))
    if arguments.out is not None:
        write_text(arguments.out, text)
        context.output.event("source", path=arguments.out)
        context.output.text(f"Written to {arguments.out}")
    elif arguments.json:
        context.output.event("source", source=text)
    else:
        sys.stdout.write(text)
    return 0


def _graph(arguments: argparse.Namespace) -> NetworkGraph:
    if is_run(arguments.network, arguments.runs):
        from cnnstudio.network.document import from_document

        return from_document(find_run(arguments.network, arguments.runs).record.graph)
    return usable_network(arguments.network, arguments.input, arguments.classes)
