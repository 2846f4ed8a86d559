"""Which texts of the core's tables are shown, and the context their translations are collected and looked up by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import reduce
from importlib import import_module
from typing import Any


@dataclass(frozen=True, slots=True)
class TranslatedTable:
    """Texts that stay English in a table and are translated where they are shown.

    Attributes
    ----------
    module : where the table stands
    name : of the table, a class's attribute (``"CacheJob.title"``), or a function that returns the table
    context : what ``translate`` is given with each text
    fields : of its rows, ``"parameters.title"`` for rows in rows; empty when the table holds nothing but texts, in
        which case a single text, a sequence's items and a mapping's values count, also one in another
    """

    module: str
    name: str
    context: str
    fields: tuple[str, ...] = ()


def _settings(module: str, name: str) -> TranslatedTable:
    return TranslatedTable(f"cnnstudio.{module}", f"{name}.model_fields", name, ("title", "description"))


def _texts(module: str, *names: str) -> tuple[TranslatedTable, ...]:
    context = module.split(".", 1)[0]
    return tuple(TranslatedTable(f"cnnstudio.{module}", name, context) for name in names)


def _rows(module: str, name: str, *fields: str) -> TranslatedTable:
    return TranslatedTable(f"cnnstudio.{module}", name, module.split(".", 1)[0], fields)


TABLES: tuple[TranslatedTable, ...] = (
    TranslatedTable("cnnstudio.network.registry", "layer_kinds", "LayerKind",
                    ("title", "help", "parameters.title", "parameters.help")),
    TranslatedTable("cnnstudio.network.presets", "PRESETS", "Presets", ("title", "description")),
    _settings("data.config", "AugmentConfig"),
    _settings("data.config", "PreprocessConfig"),
    _settings("data.config", "SplitConfig"),
    _settings("training.config", "TrainConfig"),
    _settings("sweeps.plan", "SweepPlan"),
    TranslatedTable("cnnstudio.training.choice_texts", "CHOICES", "field_texts"),
    _rows("data.samples", "SAMPLES", "title", "description"),
    _rows("data.folder.file_properties", "PROPERTIES", "title"),
    _rows("data.health.pictures", "LIGHT_CHECKS", "one", "many", "detail"),
    _rows("explain.explanation", "METHODS", "title", "help"),
    _rows("explain.color_maps", "COLOR_MAP_INFOS", "title", "warning"),
    _rows("explain.color_maps", "VISIONS", "title"),
    _rows("explain.map_files", "FILE_KINDS", "title", "help"),
    _rows("explain.trials.fills", "FILLS", "title", "help"),
    _rows("explain.audit.detectors", "DETECTORS", "title", "blind_spots"),
    _rows("explain.audit.words", "LEVELS", "title", "text"),
    _rows("training.optimizers", "OPTIMIZERS", "title", "help"),
    _rows("training.recipe", "GROUPS", "title"),
    _rows("training.recipe", "CONDITIONS", "reason"),
    _rows("cli.program", "COMMANDS", "help"),
    *_texts("cli.network_costs", "_TITLES"),
    *_texts("cli.shown_words", "_STATES", "_SPLITS", "_SEVERITIES", "_PARTS", "_CHOSEN_ON", "_PACKINGS"),
    *_texts("cli.usage_words", "ARGPARSE_WORDS"),
    _rows("network.difference_words", "EDITED", "added", "removed", "value", "switched", "kind", "name"),
    _rows("network.difference_words", "INSTEAD", "added", "removed", "value", "switched", "kind", "name"),
    *_texts("network.difference_words", "_COUNTED"),
    *_texts("network.preset_blocks", "_SMALL_STEM"),
    *_texts("network.published_weights", "LICENCE"),
    _rows("data.augment.cautions", "_FLIPS", "effect", "way", "otherwise"),
    *_texts("data.curation.decisions", "EXCLUDED", "_WORDS"),
    *_texts("data.decoding.heif_files", "_HELP"),
    *_texts("data.file_kinds", "_BEGINNINGS", "_TEXTS"),
    *_texts("data.listing.box_list", "EXPECTED"),
    *_texts("data.listing.reading", "BOXES_REASON", "EMPTY_CLASS"),
    *_texts("data.listing.walk", "SYSTEM_FILE", "_NO_IMAGE"),
    *_texts("data.split_groups", "_EXAMPLE"),
    *_texts("data.decoding.note_words", "NOTES"),
    *_texts("data.health.classes", "_MISSING"),
    *_texts("data.health.files", "_COUNTED"),
    *_texts("data.listing.layouts", "_TITLES"),
    *_texts("explain.audit.background_words", "_ADVICE", "_CONTROL"),
    *_texts("explain.audit.map_words", "_ROWS", "_COLUMNS"),
    *_texts("explain.audit.marks", "_SEARCHES"),
    *_texts("explain.heatmap", "_LEGEND_TITLES", "_PLACES"),
    *_texts("explain.walk", "WITHOUT_WALK"),
    *_texts("explain.pixels.fills", "FILL_NOTES"),
    *_texts("explain.pixels.guided", "EDGES_ONLY"),
    *_texts("explain.pixels.input_gradients", "_OF_THE_NORMALISED"),
    *_texts("explain.validation.change_checks", "_CLASS", "_MOVED", "_STABILITY", "_SUM"),
    *_texts("explain.validation.deletion_check", "_TITLE", "_FILL_WORDS", "_VERDICTS"),
    *_texts("explain.validation.randomisation_check", "_TITLE", "_RULE", "_VERDICTS"),
    TranslatedTable("cnnstudio.os_reasons", "REASONS", "core"),
    *_texts("runs.comparison", "_ANY_SPLIT", "_SPLITS"),
    *_texts("runs.group_words", "_KINDS"),
    *_texts("runs.images", "_OTHERS"),
    *_texts("runs.significance", "_NOTHING"),
    *_texts("sweeps.table", "LUCK"),
    *_texts("training.failures", "_KEPT"),
    _rows("training.device_causes", "CUDA_CAUSES", "reason"),
    _rows("training.device_causes", "MPS_CAUSES", "reason"),
    _rows("training.trainer", "_UNMEASURED", "reason"),
    *_texts("workspace.audit_report_job", "_SPLITS"),
    *_texts("workspace.image_choice", "_IMAGES", "_NOW"),
    *_texts("workspace.epoch_keeper", "_TOO_LARGE", "_NO_LONGER"),
    *_texts("workspace.full_disk", "GOES_ON"),
    *_texts("workspace.jobs", "COMPARING"),
    *_texts("workspace.prepared_training", "_SAVED_AGAIN"),
    *_texts("workspace.report", "_HEADINGS"),
    *_texts("workspace.resume_job", "_OLD"),
    *_texts("workspace.resuming", "_DECIDING"),
    *_texts("workspace.run_keeper", "_GONE", "_INTERRUPTED"),
    *_texts("workspace.weights_job", "_BY_HAND"),
    *_texts("workspace.audit_job", "OpenAuditJob.title"),
    *_texts("workspace.augment_preview_job", "AugmentPreviewJob.title"),
    *_texts("workspace.cache_job", "CacheJob.title"),
    *_texts("workspace.camera_job", "CameraJob.title"),
    *_texts("workspace.compare_job", "CompareJob.title"),
    *_texts("workspace.compared_look_job", "ComparedLookJob.title"),
    *_texts("workspace.demo_job", "DemoJob.title"),
    *_texts("workspace.device_job", "DevicesJob.title"),
    *_texts("workspace.epoch_look_job", "EpochLookJob.title"),
    *_texts("workspace.health_job", "HealthJob.title"),
    *_texts("workspace.interrupted_runs_job", "InterruptedRunsJob.title"),
    *_texts("workspace.interrupted_runs_job", "SetAsideJob.title"),
    *_texts("workspace.list_runs_job", "ListRunsJob.title"),
    *_texts("workspace.list_runs_job", "EarlierCurvesJob.title"),
    *_texts("workspace.map_copy_job", "MapPictureJob.title"),
    *_texts("workspace.map_copy_job", "MapScriptJob.title"),
    *_texts("workspace.measure_job", "MeasureJob.title"),
    *_texts("workspace.pinned_images_job", "PinnedImagesJob.title"),
    *_texts("workspace.preview_job", "PreviewJob.title"),
    *_texts("workspace.published_network_job", "PublishedNetworkJob.title"),
    *_texts("workspace.rate_job", "RateJob.title"),
    *_texts("workspace.runs_page_jobs", "AnnotateRunJob.title"),
    *_texts("workspace.runs_page_jobs", "AnnotateGroupJob.title"),
    *_texts("workspace.runs_page_jobs", "DeleteRunsJob.title"),
    *_texts("workspace.several_job", "SeveralJob.title"),
    *_texts("workspace.start_check_job", "CheckStartJob.title"),
    *_texts("workspace.sweep_jobs", "ListSweepsJob.title"),
    *_texts("workspace.sweep_jobs", "ReadSweepJob.title"),
    *_texts("workspace.sweep_plan_job", "SweepPlanJob.title"),
    *_texts("workspace.trial_job", "TrialJob.title"),
    *_texts("workspace.trial_job", "PatchJob.title"),
    *_texts("workspace.warm_up", "WarmUpJob.title"),
)


def table_texts() -> Iterator[tuple[str, str, str]]:
    """Yield context, text and place of every text of `TABLES`, in their order; a text may come twice."""
    for table in TABLES:
        for text in _texts_of(table):
            if text.strip():
                yield table.context, text, f"{table.module}.{table.name}"


def _texts_of(table: TranslatedTable) -> Iterator[str]:
    found: Any = reduce(getattr, table.name.split("."), import_module(table.module))
    if callable(found):
        found = found()
    if not table.fields:
        yield from _plain(found)
    rows = [found] if table.fields and not isinstance(found, (Mapping, tuple, list)) else found
    for row in _items(rows) if table.fields else ():
        for field in table.fields:
            yield from _field(row, field.split("."))


def _field(row: Any, names: list[str]) -> Iterator[str]:
    value = getattr(row, names[0])
    if names[1:]:
        for inner in _items(value):
            yield from _field(inner, names[1:])
    elif value is not None:
        yield from _plain(value)


def _plain(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (Mapping, tuple, list, frozenset)):
        for item in _items(value):
            yield from _plain(item)


def _items(table: Any) -> Iterator[Any]:
    return iter(table.values() if isinstance(table, Mapping) else table)
