"""``cnnstudio project``: what is in a project file, whether it is sound, runs in and out of it, and its backups."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.output import percent, printable
from cnnstudio.cli.run_argument import run_path
from cnnstudio.cli.shown_words import packing_word, state_word
from cnnstudio.errors import ProjectError
from cnnstudio.project.backups import Backup, backups_of, restore
from cnnstudio.project.contents import PACKINGS, FolderHint, PackedRun, ProjectContents, RunToPack
from cnnstudio.project.folder_hint import hint_to
from cnnstudio.project.origin import sealed
from cnnstudio.project.reading import ProjectCheck, check_project, read_project
from cnnstudio.project.saving import save_project
from cnnstudio.project.unpacking import unpack_run
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.store import RunFolder
from cnnstudio.wording import counted, translate


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.add_argument("action", choices=tuple(_ACTIONS), help=translate(
        "cli", "info: what is in it; check: compare every byte with its hash; pack: put RUNs into it (a new file "
        "takes its settings from the first); unpack: take RUNs out of it, all unless named; backups: list what it "
        "was before; restore: bring back backup number WHAT"))
    parser.add_argument("file", type=types.path, metavar="FILE", help=translate("cli", "a project file (.cnnstudio)"))
    parser.add_argument("what", nargs="*", metavar="WHAT", help=translate(
        "cli", "runs (names or folders), or the number of a backup"))
    parser.add_argument("--packing", choices=PACKINGS, default="weights", help=translate(
        "cli", "how much of each run to pack (weights); everything: a training can go on from it"))
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Do what was asked for; the status is 1 when a check finds damage."""
    return _ACTIONS[arguments.action](arguments, context)


def _info(arguments: argparse.Namespace, context: Context) -> int:
    contents = read_project(arguments.file)
    _print_contents(arguments.file, contents, context)
    return 0


def _check(arguments: argparse.Namespace, context: Context) -> int:
    with context.interruption.polite():
        check = check_project(arguments.file, should_stop=context.interruption.wanted)
    if not check.is_sound:
        raise ProjectError(check.problem)
    context.output.event("check", **_check_fields(check))
    parts = counted(check.members, translate("cli", "1 part"), translate("cli", "{count} parts"))
    context.output.text(translate("cli", "{file} is sound: {parts}, {size:,.2f} MB, all as saved.", file=arguments.file,
                                  parts=parts, size=check.size / 1e6))
    return 0


def _check_fields(check: ProjectCheck) -> dict[str, Any]:
    return {"file": check.path, "sound": check.is_sound, "bytes": check.size, "parts": check.members,
            "weights": check.weights, "memory_bytes": check.memory_bytes}


def _pack(arguments: argparse.Namespace, context: Context) -> int:
    if not arguments.what:
        raise ProjectError(translate("cli", "Say which runs to pack: their names or folders."))
    wishes = [RunToPack(run_path(word, arguments.runs), arguments.packing) for word in arguments.what]
    contents = (read_project(arguments.file) if arguments.file.exists()
                else _contents_of(RunFolder.load(wishes[0].path).record, arguments.file))
    with context.interruption.polite():
        saved = save_project(arguments.file, contents, runs_to_pack=wishes,
                             should_stop=context.interruption.wanted)
    _print_contents(arguments.file, saved, context)
    return 0


def _contents_of(record: RunRecord, project: Path) -> ProjectContents:
    """Return a new project with the settings a run was trained with."""
    hint: FolderHint | None = None
    if record.folder:
        count = sum(record.counts.values())
        hint = sealed(hint_to(Path(record.folder), project, fingerprint=record.fingerprint, images=count))
    return ProjectContents(
        name=project.stem, folder=hint, preprocess=record.preprocess, split=record.split, augment=record.augment,
        recipe=record.train, graph=record.graph, network_name=record.network_name)


def _unpack(arguments: argparse.Namespace, context: Context) -> int:
    directory = (arguments.runs or paths.runs_dir()).absolute()
    names = arguments.what or [one.run_id for one in read_project(arguments.file).runs]
    if not names:
        context.output.text(translate("cli", "There are no runs in {file}.", file=arguments.file))
    with context.interruption.polite():
        for name in names:
            folder = unpack_run(arguments.file, name, directory, should_stop=context.interruption.wanted)
            context.output.event("unpacked", run=name, folder=folder)
            context.output.text(str(folder))
    return 0


def _backups(arguments: argparse.Namespace, context: Context) -> int:
    found = backups_of(arguments.file)
    for number, backup in enumerate(found, start=1):
        context.output.event("backup", number=number, kept=backup.kept.isoformat(), bytes=backup.size, path=backup.path)
    if not found:
        context.output.text(translate("cli", "There are no backups of {file}.", file=arguments.file))
        return 0
    context.output.table([translate("cli", "Number"), translate(
        "cli", "Kept"), "MB"], [_backup_row(number, one) for number, one in enumerate(found, 1)])
    return 0


def _backup_row(number: int, backup: Backup) -> list[object]:
    return [number, f"{backup.kept.astimezone():%Y-%m-%d %H:%M:%S}", f"{backup.size / 1e6:,.2f}"]


def _restore(arguments: argparse.Namespace, context: Context) -> int:
    found = backups_of(arguments.file)
    wanted = arguments.what[0] if len(arguments.what) == 1 else ""
    if not wanted.isdecimal() or not 1 <= int(wanted) <= len(found):
        raise ProjectError(translate(
            "cli", "Say which backup to bring back by its number; 'cnnstudio project backups {file}' lists them.",
            file=arguments.file))
    backup = found[int(wanted) - 1]
    present = restore(backup.path, arguments.file)
    context.output.event("restored", file=arguments.file, kept=backup.kept.isoformat(),
                         present=None if present is None else present.path)
    context.output.text(translate("cli", "{file} is as it was at {time:%Y-%m-%d %H:%M:%S}; what it was until now is a "
                                  "backup itself.", file=arguments.file, time=backup.kept.astimezone()))
    return 0


def _print_contents(path: Path, contents: ProjectContents, context: Context) -> None:
    output = context.output
    output.event("project", file=path, name=contents.name, notes=contents.notes, network=contents.network_name,
                 layers=len(contents.graph["nodes"]), saved=contents.saved, app_version=contents.app_version,
                 folder=None if contents.folder is None else asdict(contents.folder),
                 decisions=contents.curation.counts, preprocess=contents.preprocess.model_dump(),
                 split=contents.split.model_dump(), augment=contents.augment.model_dump(),
                 recipe=contents.recipe.model_dump(), runs=[asdict(one) for one in contents.runs])
    for notice in contents.notices:
        output.warning(notice)
    output.text(translate("cli", "{name}: network {network} with {layers} layers, saved {saved}",
                          name=printable(contents.name), network=printable(contents.network_name),
                          layers=len(contents.graph["nodes"]), saved=contents.saved))
    if contents.folder is not None:
        output.text(translate("cli", "Images: {folder} ({count:,} when it was saved)",
                              folder=printable(contents.folder.absolute), count=contents.folder.images))
    if contents.runs:
        output.table([translate("cli", "Run"), translate(
            "cli", "Packed"), "MB", translate("cli", "Status"), translate("cli", "Epochs"), translate(
            "cli", "Val. accuracy")], [_row(one) for one in contents.runs])


def _row(run: PackedRun) -> list[object]:
    accuracy = None if run.val_accuracy is None else percent(run.val_accuracy)
    return [printable(run.run_id), packing_word(run.packing), f"{run.size / 1e6:,.2f}", state_word(run.status),
            run.epochs, accuracy]


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, Context], int]] = {
    "info": _info, "check": _check, "pack": _pack, "unpack": _unpack, "backups": _backups, "restore": _restore}
