"""Tests of the report of a run: every number is the record's, worked out once more here."""

import re
import shutil
import subprocess

import numpy as np
import pytest

from cnnstudio.errors import InputError
from cnnstudio.export.pdf_fonts import MISSING, drawable, register_fonts
from cnnstudio.export.report import ReportTable, ReportText
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.run_report_job import RunReported, RunReportJob, full_report


@pytest.fixture(scope="module")
def run(small_run, tmp_path_factory):
    home = tmp_path_factory.mktemp("annotated")
    copy = RunFolder.load(shutil.copytree(small_run.path, home / small_run.path.name))
    copy.annotate(notes="Tried <b>first</b>.", tags=["final"])
    return copy


def parts_of(data, kind):
    return {part.title: part for part in data.parts if isinstance(part, kind)}


def test_the_images_are_counted_as_in_the_split(run):
    table = parts_of(full_report(run, [], run.path.parent, []), ReportTable)["The images"]
    images = run.load_images()
    for row in table.rows[:-1]:
        for split, text in zip(table.headers[1:-1], row[1:-1], strict=True):
            wanted = np.sum((np.array(images.class_name) == row[0]) & (np.array(images.split) == split))
            assert int(text) == wanted
    assert int(table.rows[-1][-1]) == len(images) == 30


def test_all_tried_combinations_stand_with_their_accuracy(run):
    table = parts_of(full_report(run, [], run.path.parent, []), ReportTable)["All tried combinations"]
    row, = table.rows
    kept = run.load_predictions()
    accuracy = float((kept.probabilities.argmax(axis=1) == kept.labels).mean())
    assert row[4] == f"{100 * accuracy:.1f} %"
    assert row[0].startswith("→ ")
    assert "learning rate 0.003" in row[2]
    assert row[6] == "final Tried <b>first</b>."


def test_what_is_missing_is_said(run):
    texts = parts_of(full_report(run, [], run.path.parent, ["One thing."]), ReportText)
    assert "One thing." in texts["What this report does not show"].paragraphs
    assert texts["Notes"].paragraphs == ("Tried <b>first</b>.", "final")


def test_the_page_and_the_pdf_hold_the_same_figures_and_no_markup_of_the_user(run, tmp_path):
    for name in ("r.html", "r.pdf"):
        done = list(RunReportJob(run.path, tmp_path / name, run.path.parent).run(lambda: False))[-1]
        assert isinstance(done, RunReported)
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "<b>first</b>" not in page
    assert "&lt;b&gt;first&lt;/b&gt;" in page
    assert page.count('class="twins') == 6   # six right answers; none is wrong
    pdf = (tmp_path / "r.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", "-layout", str(tmp_path / "r.pdf"), "-"], capture_output=True, text=True,
                              check=True).stdout
        found = run.record.evaluation
        assert f"{100 * found.accuracy:.1f} % right on {found.images} validation images" in text
        assert "Tried <b>first</b>." in text
        weights = sum(tensor.numel() for tensor in run.load_module().parameters())
        assert re.search(rf"Total\s+{weights:,}\b", text)
        assert f"{weights + 1:,}" not in text   # the control


def test_another_ending_is_refused_before_any_work(small_run, tmp_path):
    with pytest.raises(InputError, match=r"neither with \.html nor with \.pdf"):
        list(RunReportJob(small_run.path, tmp_path / "r.docx").run(lambda: False))
    assert not list(tmp_path.iterdir())


def test_characters_without_a_font_are_a_sign_and_asian_ones_get_the_readers_font():
    register_fonts()
    assert drawable("Größe × → ✓") == "Größe × → ✓"
    assert drawable("猫") == MISSING
    assert drawable("a猫", as_markup=True) == 'a<font name="STSong-Light">猫</font>'
    assert drawable("\U0001f408", as_markup=True) == MISSING
