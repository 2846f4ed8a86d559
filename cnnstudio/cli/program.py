"""Reads the command line, runs one command and turns every ending into an exit status."""

import argparse
import contextlib
import importlib
import logging
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn, Protocol, cast

from cnnstudio import __version__
from cnnstudio.cli.context import Context, OpenWindow
from cnnstudio.cli.interruption import Interruption
from cnnstudio.cli.output import Output
from cnnstudio.cli.speaking import speak
from cnnstudio.cli.usage_words import HelpLayout, PlainHelpLayout, speak_of_usage
from cnnstudio.errors import CNNStudioError, JobCancelledError, ToldElsewhereError
from cnnstudio.wording import translate

SUCCESS, FAILURE, USAGE, INTERRUPTED = 0, 1, 2, 130
DESCRIPTION = "Build, train and look inside convolutional networks on your own image folders."
EPILOG = """Without a command the window opens; --sample NAME opens it with a sample.
'cnnstudio COMMAND --help' explains a command. Exit status: 0 well, 1 something you gave
cannot be used, 2 wrong usage, 130 interrupted."""


@dataclass(frozen=True, slots=True)
class CommandInfo:
    """A row of the table of commands."""

    name: str
    help: str
    module: str = ""
    """The module in cnnstudio.cli with ``add_arguments(parser)`` and ``run(arguments, context)``."""


COMMANDS = (
    CommandInfo("gui", "open the window, with a folder or a sample", "gui_command"),
    CommandInfo("demo", "train, evaluate and explain on the digits sample; writes report.html", "demo_command"),
    CommandInfo("scan", "look through an image folder: classes, layout, files that cannot be used", "scan_command"),
    CommandInfo("curation", "list, export, import or clear your decisions about the images of a folder",
                "curation_command"),
    CommandInfo("network", "print the layer table of a preset or a network file", "network_command"),
    CommandInfo("train", "train a network on an image folder", "train_command"),
    CommandInfo("rate", "suggest a learning rate for a training, by trying rising ones", "rate_command"),
    CommandInfo("evaluate", "test a run on an image folder", "evaluate_command"),
    CommandInfo("predict", "name the class of every image in a folder: table, sorted copies, the unsure ones",
                "predict_command"),
    CommandInfo("explain", "show where a run looks in images (heatmaps)", "explain_command"),
    CommandInfo("audit", "say what each class of a run looks at, and whether it takes a shortcut", "audit_command"),
    CommandInfo("localise", "tell where the object is in each image, from heatmaps, and how well known boxes are met",
                "localise_command"),
    CommandInfo("look", "say what a network trained on ImageNet's 1,000 classes sees in images, without training",
                "look_command"),
    CommandInfo("report", "write all that is known of a run as a page or a PDF", "report_command"),
    CommandInfo("review", "list images whose label looks wrong to a run", "review_command"),
    CommandInfo("runs", "list the runs", "runs_command"),
    CommandInfo("project", "show, check, pack and unpack a project file, or bring back what it was before",
                "project_command"),
    CommandInfo("sweep", "try settings and tell which combination learned best", "sweep_command"),
    CommandInfo("worker", "help with a sweep that was begun elsewhere", "worker_command"),
    CommandInfo("source", "write a network as PyTorch source", "source_command"),
    CommandInfo("export", "write a run as a training script or a notebook, and prove that it answers alike",
                "export_command"),
    CommandInfo("cache", "show, clear or limit the decoded images kept on this disk", "cache_command"),
    CommandInfo("weights", "list, download, add or remove the ImageNet weights of pretrained networks",
                "weights_command"),
    CommandInfo("samples", "list the samples, or unpack one and print its folder", "samples_command"),
    CommandInfo("devices", "list what a training can run on, why a GPU is not used, and test each", "devices_command"),
    CommandInfo("selftest", "check that this installation works", "selftest_command"),
)


class Command(Protocol):
    """What a command's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the flags."""

    def run(self, arguments: argparse.Namespace, context: Context) -> int:
        """Do the work and return the exit status."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint also reaches a program that reads JSON."""

    wants_json = False

    def error(self, message: str) -> NoReturn:
        if self.wants_json:
            Output(as_json=True).event("error", message=f"{self.prog}: {message}")
        super().error(message)


def main(argv: Sequence[str] | None = None, *, open_window: OpenWindow | None = None) -> int:
    """Run the command line ``argv`` (the process's own unless given) and return the exit status.

    Parameters
    ----------
    open_window
        What ``gui`` calls; the command line itself does not know the window.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    _let_streams_print_anything()
    context = Context(Output(as_json="--json" in words), Interruption(), open_window)
    try:
        with context.interruption.listening():
            return _run(words, context)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else SUCCESS
    except BrokenPipeError:
        _forget_stdout()
        return FAILURE


def _run(words: list[str], context: Context) -> int:
    """Parse and run one command; every error ends as one sentence."""
    try:
        command, arguments = _parse(speak(words))
        status = command.run(arguments, context)
    except (KeyboardInterrupt, JobCancelledError):
        context.output.error(translate("cli", "Stopped."))
        return INTERRUPTED
    except ToldElsewhereError:
        return INTERRUPTED if context.interruption.wanted() else FAILURE
    except CNNStudioError as error:
        context.output.error(str(error), getattr(error, "drawing", ""))
        return FAILURE
    except BrokenPipeError:
        raise
    except MemoryError:
        context.output.error(translate(
            "cli", "There is not enough memory for this. Try a smaller image size or batch size."))
        return FAILURE
    except Exception as error:  # noqa: BLE001 - the one place where nothing may get past
        context.output.error(log_unexpected(error))
        return FAILURE
    return INTERRUPTED if context.interruption.wanted() else status


def _parse(words: list[str]) -> tuple[Command, argparse.Namespace]:
    """Import only the module of the command that was asked for, so that help and usage errors are quick."""
    speak_of_usage()
    parser = _Parser(prog="cnnstudio", description=translate("cli", DESCRIPTION), epilog=translate("cli", EPILOG),
                     formatter_class=PlainHelpLayout)
    parser.add_argument("--language", metavar="CODE", help=translate("cli", "en, da, sv or de: the language to speak"))
    parser.add_argument("--version", action="version", version=f"CNN Studio {__version__}",
                        help=translate("cli", "show program's version number and exit"))
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    wanted = next((word for word in words if not word.startswith("-")), "")
    module: Any = None
    for info in COMMANDS:
        told = translate("cli", info.help)
        child = subparsers.add_parser(info.name, help=told, description=_capital(told) + ".",
                                      formatter_class=HelpLayout)
        if info.name == wanted:
            module = importlib.import_module(f"cnnstudio.cli.{info.module}")
            module.add_arguments(child)
            child.wants_json = parser.wants_json = "--json" in words
    arguments = parser.parse_args(words)
    return cast("Command", module), arguments


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def log_unexpected(error: BaseException) -> str:
    """Write an unexpected error with its traceback to the log and return the sentence for the user."""
    from cnnstudio import paths

    path = paths.log_file()
    logger = logging.getLogger("cnnstudio.unexpected")
    logger.propagate = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return translate("cli", "Something unexpected went wrong ({kind}: {error}), and {path} cannot be written.",
                         kind=type(error).__name__, error=error, path=path)
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger.addHandler(handler)
    try:
        words = " ".join(sys.argv[1:])
        logger.error("CNN Studio %s, Python %s, arguments: %s", __version__, sys.version, words, exc_info=error)
    finally:
        logger.removeHandler(handler)
        handler.close()
    return translate("cli", "Something unexpected went wrong ({kind}). The details are in {path}.",
                     kind=type(error).__name__, path=path)


def _let_streams_print_anything() -> None:
    """Print a name that the terminal's encoding lacks escaped, instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            with contextlib.suppress(OSError, ValueError):
                reconfigure(errors="backslashreplace")


def _forget_stdout() -> None:
    """Keep the interpreter from complaining at exit that the reader has gone."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        devnull = os.open(os.devnull, os.O_WRONLY)
        os.dup2(devnull, sys.stdout.fileno())
        os.close(devnull)
