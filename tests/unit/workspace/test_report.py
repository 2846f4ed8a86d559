"""Tests of what the report is given."""

from typing import Literal, get_args, get_origin

import pytest

from cnnstudio import languages, wording
from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.errors import StorageError
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.choice_texts import CHOICES
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace.explanation_job import ExplanationJob
from cnnstudio.workspace.report import report_data, write_report


@pytest.fixture
def record(small_run):
    return RunFolder.load(small_run.path).record


@pytest.fixture
def explained(small_run):
    ready, = ExplanationJob(small_run.path, small_run.folder.files[0].path, "dog", "conv2d_1").run(lambda: False)
    return [(ready, "cat")]


def test_the_report_is_given_all_that_is_known_of_the_run(record, explained):
    data = report_data(record, record.evaluation, explained)
    assert (data.title, data.network_name, data.folder) == (record.name, "small", record.folder)
    assert data.created == record.created[:16].replace("T", " ") + " UTC"
    assert data.history == record.history
    assert [row.kind for row in data.network][0::len(data.network) - 1] == ["Input", "Output"]
    titles = {group.title: dict(group.rows) for group in data.settings}
    assert set(titles) == {"Images", "Split", "Augmentation", "Training", "Heatmaps"}
    assert titles["Training"]["Batch size"] == "8"
    assert titles["Heatmaps"] == {"Method": "Grad-CAM", "Layer": "conv2d_1", "Cells": "16 × 16"}


def _choices():
    return {(name, choice) for config in (PreprocessConfig, SplitConfig, TrainConfig)
            for name, info in config.model_fields.items() if get_origin(info.annotation) is Literal
            for choice in get_args(info.annotation)}


def test_every_choice_of_a_setting_has_words():
    assert len(_choices()) > 30
    assert not _choices() - CHOICES.keys()


@pytest.fixture
def swedish():
    wording.set_translator(languages.catalogue("sv").translate, "sv")
    yield
    wording.set_translator(None)


def test_a_report_names_choices_in_the_language_of_the_user(swedish, record, explained):
    settings = report_data(record, record.evaluation, explained).settings
    shown = {value for group in settings for _, value in group.rows}
    assert languages.catalogue("sv").translate("field_texts", "Constant") in shown
    english = {CHOICES[record_choice] for record_choice in _choices()}
    same = {text for text in english if languages.catalogue("sv").translate("field_texts", text) == text}
    assert not (shown & english) - same
    assert not shown & {choice for _, choice in _choices()}, "no name that only files and commands know"


def test_each_example_has_its_true_predicted_and_explained_class(record, explained):
    example, = report_data(record, record.evaluation, explained).examples
    assert example.true_class == "cat"
    assert example.target == "dog"
    assert example.predicted in record.class_names
    assert example.title == "cat_0000.png"
    assert example.image.startswith(b"\x89PNG")
    assert example.overlay.startswith(b"\x89PNG")


def test_a_report_without_heatmaps_has_no_settings_of_them(record):
    assert "Heatmaps" not in {group.title for group in report_data(record, record.evaluation, []).settings}


def test_the_page_is_written_with_names_as_text(record, explained, tmp_path):
    named = record.model_copy(update={"name": "<script>alert(1)</script>"})
    write_report(tmp_path / "report.html", named, record.evaluation, explained)
    text = (tmp_path / "report.html").read_text("utf-8")
    assert "<script" not in text
    assert "&lt;script&gt;" in text


def test_a_report_that_cannot_be_written_is_named(record, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match=r"report\.html"):
        write_report(tmp_path / "file" / "report.html", record, record.evaluation, [])
