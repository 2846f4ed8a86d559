"""The job behind the dialog, and what its result says in the user's language."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cnnstudio.ui.exporting.outcome import ExportOutcome
from cnnstudio.ui.workers import LazyJob

if TYPE_CHECKING:
    from cnnstudio.ui.exporting.dialog import ExportOrder
    from cnnstudio.workspace.jobs import Job

_VERDICTS = {"equal": "good", "not checked": "warning", "not equal": "bad"}


def export_job(order: "ExportOrder") -> "Job":
    """Return the job that carries out an order; what it needs is imported in its thread."""
    title = QCoreApplication.translate("exporting", "Exporting {name}").format(name=order.run.name)
    return LazyJob(title, lambda: job_of(order))


def job_of(order: "ExportOrder") -> "Job":
    """Return the job itself; ValueError when there is no such format."""
    from cnnstudio.workspace.network_export_job import NetworkExportJob
    from cnnstudio.workspace.training_code_job import TrainingCodeJob

    match order.format:
        case "script" | "notebook" as kind:
            return TrainingCodeJob(order.run, kind, order.path, order.images)
        case "pytorch" | "onnx" as kind:
            return NetworkExportJob(order.run, kind, order.path, order.images)
    raise ValueError(order.format)


def outcome_of(event: object) -> ExportOutcome | None:
    """Return what the job's last event says came of it; None for any other event."""
    from cnnstudio.workspace.training_code_job import CodeExported

    if not isinstance(event, CodeExported):
        return None
    verdict = _VERDICTS[event.parity.verdict]
    return ExportOutcome(verdict, event.parity.sentence, _advice(verdict, event.path.name), event.path,
                         event.certificate)


def _advice(verdict: str, name: str) -> str:
    if verdict == "bad":
        return QCoreApplication.translate(
            "exporting", "Do not use it: it does not answer as the program does, so it is kept as {name}. Please "
            "report this with the certificate.").format(name=name)
    if verdict == "warning":
        return QCoreApplication.translate(
            "exporting", "It was written, but nothing is known of how it answers.")
    return ""
