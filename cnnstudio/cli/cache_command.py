"""``cnnstudio cache``: how much the decoded images take, clearing them, and how much they may take."""

import argparse
from datetime import UTC, datetime

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.data.pixels.cache_limit import ENVIRONMENT_NAME, limit_bytes
from cnnstudio.errors import InputError
from cnnstudio.wording import translate
from cnnstudio.workspace.cache_job import CacheJob, CacheState


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("--clear", action="store_true", help=translate(
        "cli", "remove them; those a running program uses stay"))
    parser.add_argument("--limit", type=_gigabytes, metavar="GB", help=translate(
        "cli", "keep at most so many gigabytes from now on, 0 keeps none (8; {environment_name} in the environment "
        "comes first)", environment_name=ENVIRONMENT_NAME))
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Clear, set the limit, and tell what is kept."""
    job = CacheJob(paths.cache_dir(), wants_clear=arguments.clear, limit_gb=arguments.limit)
    state = context.result(job, CacheState)
    context.output.event(
        "cache", folder=state.directory, bytes=state.size, limit_bytes=state.limit, freed_bytes=state.cleared.freed,
        in_use=state.cleared.in_use,
        files=[{"file": kept.path.name, "bytes": kept.size, "used": _time(kept.used_s)} for kept in state.files])
    for line in _lines(state):
        context.output.text(line)
    if state.files:
        context.output.table([translate("cli", "File"), "MB", translate("cli", "Used last")],
                             [[kept.path.name, round(kept.size / 1e6), _time(kept.used_s)] for kept in state.files])
    return 0


def _lines(state: CacheState) -> list[str]:
    lines = []
    if state.cleared.freed or state.cleared.in_use:
        lines.append(translate("cli", "{freed:,.0f} MB were freed.", freed=state.cleared.freed / 1e6)
                     + (translate(
                         "cli", " {in_use:,} in use by a running program stay.",
                         in_use=state.cleared.in_use) if state.cleared.in_use else ""))
    lines.append(translate(
        "cli", "Decoded images take {size:,.0f} MB of at most {limit:,g} GB in {directory}", size=state.size / 1e6,
        limit=state.limit / 1e9, directory=state.directory))
    return lines


def _gigabytes(text: str) -> float:
    try:
        limit_bytes(text, text)
    except InputError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return float(text)


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).astimezone().isoformat(sep=" ", timespec="minutes")
