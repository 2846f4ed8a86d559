"""``cnnstudio samples``: the image folders that come with the program."""

import argparse

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.data.samples import SAMPLES, unpack
from cnnstudio.wording import translate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    names = ", ".join(info.name for info in SAMPLES)
    parser.add_argument("name", nargs="?", metavar="NAME", help=translate(
        "cli", "sample to unpack ({names}); lists them when absent", names=names))
    parser.add_argument("--out", type=types.path, metavar="DIR", help=translate(
        "cli", "folder to unpack into (the program's own)"))
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """List the samples, or unpack one and print its path."""
    if arguments.name is None:
        for info in SAMPLES:
            context.output.event("sample", name=info.name, title=info.title, description=info.description,
                                 licence=info.licence)
        context.output.table([translate("cli", "Name"), translate("cli", "What"), translate("cli", "Licence")],
                             [[info.name, translate("data", info.description), info.licence] for info in SAMPLES])
        return 0
    path = unpack(arguments.name, arguments.out)
    context.output.event("sample", name=arguments.name, path=path)
    context.output.text(str(path))
    return 0
