"""Tests of the report."""

from html.parser import HTMLParser

import numpy as np
import pytest

from cnnstudio.errors import StorageError
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.report import ReportPicture, report_html, write_report

PIXELS = np.full((4, 4, 3), 90, np.uint8)


class Page(HTMLParser):
    """Collects tags, addresses and text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.words = ""
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.addresses += [value for name, value in attrs if name in {"src", "href"}]
        if tag not in {"meta", "img", "br", "line", "polyline"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in {"line", "polyline"}:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


@pytest.fixture
def record(small_run):
    return RunFolder.load(small_run.path).record


def picture(**changes) -> ReportPicture:
    values = {"title": "cat_0001.png", "true_class": "cat", "predicted_class": "cat", "probability": 0.875,
              "target_class": "cat", "image": PIXELS, "overlay": PIXELS, "layer": "relu_2", "cells": (3, 5),
              "evidence": "All of it is central."}
    return ReportPicture(**values | changes)


def test_the_report_has_curves_matrix_classes_pictures_network_and_settings(record):
    page = Page(report_html(record, record.evaluation, [picture(), picture(predicted_class="dog")]))
    assert page.open == []
    assert page.tags.count("svg") == 2
    assert page.tags.count("polyline") == 4
    assert page.tags.count("img") == 4
    for words in ("Confusion matrix", "95 % interval", "Conv2d", "Learning rate", "All of it is central.", "87.5 %",
                  "(wrong)", "relu_2", "3 × 5", record.folder):
        assert words in page.words


def test_the_report_needs_nothing_but_itself(record):
    page = Page(report_html(record, record.evaluation, [picture()]))
    assert "script" not in page.tags
    assert all(address.startswith("data:image/png;base64,") for address in page.addresses)


def test_names_from_folders_are_text_and_nothing_else(record):
    bad = '<script>alert("x")</script>'
    named = record.model_copy(update={"name": bad, "network_name": bad, "folder": bad})
    page = Page(report_html(named, record.evaluation, [picture(title=bad, true_class=bad, evidence=bad)]))
    assert "script" not in page.tags
    assert page.words.count(bad) >= 5


def test_a_report_that_cannot_be_written_is_named(record, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match=r"report\.html"):
        write_report(tmp_path / "file" / "report.html", record, record.evaluation, [])
