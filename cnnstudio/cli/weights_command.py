"""``cnnstudio weights``: list, download, add and remove the ImageNet weights of pretrained networks."""

import argparse
from pathlib import Path

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.network.published_weights import INCLUDED, LICENCE, PUBLISHED_WEIGHTS, published_weights
from cnnstudio.wording import translate
from cnnstudio.workspace.weights_job import DownloadWeightsJob, WeightsReady, added_weights, remove_weights


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("action", nargs="?", choices=("list", "download", "add", "remove"), default="list",
                        help=translate(
        "cli", "list those there are (the default), download NAME, add FILE that was fetched elsewhere, or remove "
        "NAME"))
    parser.add_argument("what", nargs="?", metavar="NAME_OR_FILE", help=translate(
        "cli", "a network's name, or the file to add"))
    types.add_json(parser)
    parser.set_defaults(complain=parser.error)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do what was asked for; nothing is ever downloaded otherwise."""
    if arguments.action == "list":
        _list(context)
        return 0
    if arguments.what is None:
        arguments.complain(translate("cli", "say which file to add") if arguments.action == "add" else
                           translate("cli", "say which network is meant"))
    _ACTIONS[arguments.action](arguments.what, context)
    return 0


def _list(context: Context) -> None:
    for info in PUBLISHED_WEIGHTS.values():
        context.output.event("weights", name=info.name, title=info.title, url=info.url, megabytes=info.megabytes,
                             top1=info.top1, here=info.is_here, path=info.path, licence=LICENCE)
    yes, no = translate("cli", "yes"), translate("cli", "no")
    context.output.table(
        [translate("cli", "Name"), "MB", translate("cli", "ImageNet top-1"), translate("cli", "Here"),
         translate("cli", "Address")],
        [[INCLUDED, "18.8", "", translate("cli", "comes with the program"), ""],
         *([info.name, f"{info.megabytes:.1f}", f"{info.top1:.1f} %", yes if info.is_here else no, info.url]
           for info in PUBLISHED_WEIGHTS.values())])
    context.output.text(translate("network", LICENCE))


def _download(name: str, context: Context) -> None:
    info = published_weights(name)
    if not info.is_here:
        info = context.result(DownloadWeightsJob(info), WeightsReady).info
    _tell("downloaded", info.name, info.path, context)


def _add(file: str, context: Context) -> None:
    info = added_weights(Path(file))
    _tell("added", info.name, info.path, context)


def _remove(name: str, context: Context) -> None:
    info = published_weights(name)
    if remove_weights(info):
        _tell("removed", info.name, info.path, context)
    else:
        context.output.text(translate("cli", "{title}'s weights were not on this computer.", title=info.title))


def _tell(what: str, name: str, path: Path, context: Context) -> None:
    context.output.event(what, name=name, path=path)
    said = {"downloaded": translate("cli", "Downloaded"), "added": translate("cli", "Added"),
            "removed": translate("cli", "Removed")}
    context.output.text(f"{said[what]}: {name}, {path}")


_ACTIONS = {"download": _download, "add": _add, "remove": _remove}
