"""Gathers a run, its figures and its heatmaps for the report."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel

from cnnstudio.data.config import AugmentConfig
from cnnstudio.explain.explanation import method_info, png_bytes
from cnnstudio.export.report import ReportData, ReportExample, SettingsGroup, build_report
from cnnstudio.network.document import from_document
from cnnstudio.network.layer_table import rows
from cnnstudio.storage import write_text
from cnnstudio.training.choice_texts import choice_text
from cnnstudio.training.metrics import Evaluation
from cnnstudio.training.verdict import verdicts
from cnnstudio.wording import translate
from cnnstudio.workspace.augmentations import augment_rows
from cnnstudio.workspace.explanation_files import enlarged
from cnnstudio.workspace.explanation_job import ExplanationReady

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunRecord

_SHOWN_SIZE_PX = 112
_HEADINGS = {"preprocess": "Images", "split": "Split", "augment": "Augmentation", "train": "Training"}


def write_report(path: Path, record: "RunRecord", evaluation: Evaluation,
                 explained: Sequence[tuple[ExplanationReady, str]]) -> None:
    """Write the page; whole or not at all.

    Parameters
    ----------
    evaluation
        Of the best weights on the validation images.
    explained
        Explanations, each with its image's true class.

    Raises
    ------
    StorageError
        Naming ``path`` when it cannot be written.
    """
    write_text(path, build_report(report_data(record, evaluation, explained)))


def report_data(record: "RunRecord", evaluation: Evaluation,
                explained: Sequence[tuple[ExplanationReady, str]]) -> ReportData:
    """Return what the page shows of a run."""
    found = verdicts(
        record.history, baseline=evaluation.baseline, validation_images=evaluation.images,
        class_counts=[score.support for score in evaluation.per_class], class_names=record.class_names,
        recipe=record.train)
    graph = from_document(record.graph)
    groups = tuple(_settings(translate("workspace", title), getattr(record, name)) for name, title in _HEADINGS.items())
    return ReportData(
        title=record.name, created=_moment(record.created), folder=record.folder,
        network=rows(graph), graph=graph,
        settings=(*groups, *_heatmap_settings(explained)), history=record.history, evaluation=evaluation,
        examples=tuple(_example(ready, true_class) for ready, true_class in explained),
        verdict=" ".join(one.text for one in found), versions=tuple(record.versions.items()),
        network_name=record.network_name, evaluated_on=translate("workspace", "validation images"))


def _moment(created: str) -> str:
    """Return ``"2026-11-22 14:03 UTC"``."""
    return f"{datetime.fromisoformat(created).astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _settings(title: str, config: BaseModel) -> SettingsGroup:
    """Return every setting by its title; of random changes, those that were on."""
    if isinstance(config, AugmentConfig):
        return SettingsGroup(title, augment_rows(config))
    context = type(config).__name__
    return SettingsGroup(title, tuple((translate(context, info.title or name), _value(name, getattr(config, name)))
                                      for name, info in type(config).model_fields.items()))


def _value(name: str, value: object) -> str:
    if isinstance(value, bool):
        return translate("workspace", "yes") if value else translate("workspace", "no")
    return choice_text(name, str(value))


def _heatmap_settings(explained: Sequence[tuple[ExplanationReady, str]]) -> list[SettingsGroup]:
    """Return how the heatmaps were made, where there are some."""
    places = {(ready.explanation.method, ready.explanation.layer, ready.explanation.heatmap.raw.shape)
              for ready, _ in explained}
    return [SettingsGroup(translate("workspace", "Heatmaps"), (
        (translate("workspace", "Method"), translate("explain", method_info(method).title)),
        (translate("workspace", "Layer"), layer),
        (translate("workspace", "Cells"), " × ".join(map(str, cells))))) for method, layer, cells in sorted(places)]


def _example(ready: ExplanationReady, true_class: str) -> ReportExample:
    explanation = ready.explanation
    image, blended = enlarged(ready, _SHOWN_SIZE_PX)
    return ReportExample(
        image=png_bytes(image), overlay=png_bytes(blended), true_class=true_class,
        predicted=explanation.class_names[explanation.predicted],
        probability=float(explanation.probabilities[explanation.predicted]), target=explanation.target_name,
        title=ready.image_path.name if ready.image_path else "", evidence=explanation.evidence)
