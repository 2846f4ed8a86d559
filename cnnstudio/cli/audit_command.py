"""``cnnstudio audit``: what each class of a run looks at, and whether it takes a shortcut."""

import argparse
from pathlib import Path

from cnnstudio import paths
from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.decisions import add_as_found
from cnnstudio.cli.explain_command import refuse_inside
from cnnstudio.cli.run_argument import find_run, run_path
from cnnstudio.cli.scan_arguments import add_scan_arguments, naming_flags, scan_options
from cnnstudio.errors import RunError
from cnnstudio.explain.audit.report import AuditReport, ClassCard, Suspicion, worst
from cnnstudio.explain.audit.words import figure_sentence, level_info, level_title, verdict
from cnnstudio.training.config import TrainConfig
from cnnstudio.wording import mid_sentence, translate
from cnnstudio.workspace.audit_job import AuditFinished, AuditJob, AuditStarted
from cnnstudio.workspace.audit_report_job import AuditReportJob, AuditReportWritten, images_of_split
from cnnstudio.workspace.file_audit_job import FileAuditJob, FilesAudited
from cnnstudio.workspace.image_choice import SPLIT_CHOICES, UNSEEN
from cnnstudio.workspace.kept_audit import KeptAudit
from cnnstudio.workspace.training_job import check_writable

STATUS = {"clean": 0, "in the data": 3, "relied on": 4}
"""The exit status by the worst level found."""
REPORT = "report.html"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    parser.epilog = translate(
        "cli", "Exit status: 0 nothing found, 3 something goes with a class in the images but is hardly used, 4 the "
        "network relies on it; 1, 2 and 130 as with every command.")
    parser.add_argument("run", metavar="RUN", nargs="?", default="", help=translate(
        "cli", "folder of a run, or its name in the runs folder; none with --files-only"))
    parser.add_argument("folder", type=types.path, metavar="FOLDER", help=translate(
        "cli", "image folder with the run's classes"))
    parser.add_argument("--files-only", action="store_true", help=translate(
        "cli", "look only for what the files tell of their class (size, JPEG quality, ...)"))
    parser.add_argument("--boxes", type=types.path, metavar="CSV",
                        help=translate("cli", "boxes around the objects (boxes.csv in the folder)"))
    parser.add_argument("--split", choices=(UNSEEN, *SPLIT_CHOICES), default=UNSEEN,
                        help=translate("cli", "which images (unseen: all the run did not learn from)"))
    parser.add_argument("--out", type=types.path, metavar="DIR", help=translate(
        "cli", "write {report} into this folder", report=REPORT))
    add_as_found(parser)
    add_scan_arguments(parser, with_fresh=False)
    types.add_field(parser, TrainConfig, "threads", default=0)
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Audit, print the verdict, write the page, and return a status that tells the level."""
    if arguments.files_only:
        return _files_only(arguments, context)
    if not arguments.run:
        raise RunError(translate(
            "cli", "Name the run to audit before the image folder, or say --files-only to look at the files alone."))
    find_run(arguments.run, arguments.runs)
    if arguments.out is not None:
        refuse_inside(arguments.out, arguments.folder)
        check_writable(arguments.out)
    job = AuditJob(run_path(arguments.run, arguments.runs), arguments.folder, cache_directory=paths.cache_dir(),
                   which=arguments.split, boxes=arguments.boxes, as_found=arguments.as_found,
                   options=scan_options(arguments), threads=arguments.threads)
    audit = _follow(job, arguments.folder, context)
    if arguments.out is not None:
        written = context.result(AuditReportJob(audit, arguments.out / REPORT), AuditReportWritten)
        context.output.event("report", path=written.path.absolute())
        context.output.text(translate("cli", "\nThe report is in {absolute}", absolute=written.path.absolute()))
    return STATUS[audit.report.level]


def _files_only(arguments: argparse.Namespace, context: Context) -> int:
    job = FileAuditJob(arguments.folder, as_found=arguments.as_found, options=scan_options(arguments))
    with naming_flags(arguments.folder):
        audited = context.result(job, FilesAudited)
    names = audited.folder.class_names
    for suspicion in audited.suspicions:
        _suspicion(AuditReport(names, audited.names, (), ()), suspicion, context)
    level = worst(one.level for one in audited.suspicions)
    context.output.event("files_audit", folder=str(arguments.folder), images=audited.read, level=level)
    said = translate(
        "cli", "{count} found",
        count=len(audited.suspicions)) if audited.suspicions else translate("cli", "nothing gives a class away")
    context.output.text(translate(
        "cli", "\nProperties of {read:,} files in {count:,} classes: {said}.", read=audited.read, count=len(names),
        said=said))
    return STATUS[level]


def _follow(job: AuditJob, folder: Path, context: Context) -> KeptAudit:
    """Run the audit and print what it finds."""
    finished: AuditFinished | None = None
    with naming_flags(folder):
        for event in context.events(job):
            if isinstance(event, AuditStarted):
                _started(event, context)
            elif isinstance(event, AuditFinished):
                finished = event
    if finished is None:
        raise TypeError("an audit ended without its result")
    if finished.problem:
        context.output.warning(finished.problem)
    _print(finished.audit, context)
    return finished.audit


def _started(event: AuditStarted, context: Context) -> None:
    context.output.event("audit_started", images=len(event.paths), split=event.split, notes=list(event.notes))
    for note in event.notes:
        context.output.warning(note)


def _print(audit: KeptAudit, context: Context) -> None:
    report = audit.report
    for card in report.cards:
        _card(report, card, context)
    for suspicion in report.suspicions:
        _suspicion(report, suspicion, context)
    info = level_info(report.level)
    context.output.event("audit", run=audit.run_name, folder=audit.folder, images=len(report.names), split=audit.split,
                         level=report.level, verdict=verdict(report), notes=list(audit.notes),
                         blind_spots=list(report.blind_spots), seconds=report.seconds)
    context.output.text(f"\n{info.sign} {verdict(report)}")
    context.output.text(f"  {images_of_split(len(report.names), audit.split)}, {report.seconds:,.0f} s")
    for spot in report.blind_spots:
        context.output.text(translate("cli", "  Not seen: {spot}", spot=spot))


def _card(report: AuditReport, card: ClassCard, context: Context) -> None:
    name, info = report.class_names[card.class_index], level_info(card.level)
    context.output.event(
        "class", name=name, level=card.level, images=card.images, right=card.accuracy.right, words=card.words,
        mean_map=card.mean_map, clusters=[{"images": len(one.members), "right": one.accuracy.right, "words": one.words}
                                          for one in card.clusters],
        directions=[{"share": one.share, "images": [report.names[place] for place in one.strongest[:9]]}
                    for one in card.directions])
    context.output.text(f"{info.sign} {name}: {mid_sentence(level_title(card.level))}")
    context.output.text(f"  {card.words}")


def _suspicion(report: AuditReport, one: Suspicion, context: Context) -> None:
    name = None if one.class_index is None else report.class_names[one.class_index]
    context.output.event(
        "suspicion", kind=one.kind, name=name, level=one.level, headline=one.headline, explanation=one.explanation,
        advice=one.advice, place=one.place, with_it=[report.names[place] for place in one.with_it],
        without_it=[report.names[place] for place in one.without_it],
        figures=[{"name": figure.name, "text": figure.text, "value": figure.value, "unit": figure.unit,
                  "control": figure.control, "limit": figure.limit} for figure in one.figures])
    info = level_info(one.level)
    context.output.text(f"\n{info.sign} {one.headline} ({level_title(one.level)})")
    context.output.text(f"  {one.explanation}")
    for figure in one.figures:
        context.output.text(f"  {figure_sentence(figure)}")
    context.output.text(f"  {one.advice}")
