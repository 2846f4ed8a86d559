"""``cnnstudio report``: all that is known of a run on one page or as a PDF, ready to be handed in."""

import argparse

from cnnstudio.cli import arguments as types
from cnnstudio.cli.context import Context
from cnnstudio.cli.run_argument import run_path
from cnnstudio.wording import translate
from cnnstudio.workspace.run_report_job import RunReported, RunReportJob


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the flags."""
    types.add_run(parser)
    parser.add_argument("--out", type=types.path, metavar="FILE", required=True,
                        help=translate("cli", "the report: a name that ends with .html or .pdf"))
    types.add_runs_directory(parser)
    types.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the report and say where it is."""
    job = RunReportJob(run_path(arguments.run, arguments.runs), arguments.out, arguments.runs)
    done = context.result(job, RunReported)
    context.output.event("report", path=done.path.absolute(), notes=list(done.notes))
    for note in done.notes:
        context.output.warning(note)
    context.output.text(translate("cli", "The report is in {path}", path=done.path.absolute()))
    return 0
