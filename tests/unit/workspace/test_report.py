"""Tests of what the report is given."""

import pytest

from cnnstudio.errors import StorageError
from cnnstudio.runs.store import RunFolder
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
    assert titles["Heatmaps"] == {"Method": "grad-cam", "Layer": "conv2d_1", "Cells": "16 × 16"}


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
