"""Tests of the report of a run: every number is the record's, worked out once more here."""

import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.health.checks import findings
from cnnstudio.data.health.finding import Finding
from cnnstudio.data.split import split
from cnnstudio.errors import InputError
from cnnstudio.export.pdf_fonts import MISSING, drawable, register_fonts
from cnnstudio.export.report import ReportTable, ReportText
from cnnstudio.runs.store import RunFolder
from cnnstudio.sweeps.study import Sweep, address_in
from cnnstudio.workspace.report_health import checked_images
from cnnstudio.workspace.report_tried import tried
from cnnstudio.workspace.run_report_job import RunReported, RunReportJob, full_report
from tests.helpers.runs import TRAIN, training_job
from tests.unit.sweeps.plans import plan


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
        for part, text in zip(table.headers[1:-1], row[1:-1], strict=True):
            wanted = np.sum((np.array(images.class_name) == row[0]) & (np.array(images.split) == part))
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


def test_what_the_check_of_the_folder_finds_stands_in_the_report(run, tmp_path):
    notes = []
    found = outcome_of(checked_images(run, notes, lambda: False))
    folder = scan(Path(run.record.folder))
    assert not notes
    assert [(one.kind, one.title) for one in found] == [
        (one.kind, one.title) for one in findings(folder, split(folder, run.record.split), run.record.preprocess)]
    planted = Finding("leak", "error", "2 pictures in two splits", "They are seen before the test.",
                      tuple(folder.files[number].path for number in range(6)))
    table = parts_of(full_report(run, [], run.path.parent, [], [planted]), ReportTable)[
        "What the check of the images found"]
    row, = table.rows
    assert row[:3] == ("Error", planted.title, planted.detail)
    assert row[3] == ", ".join(one.relative for one in folder.files[:4]) + ", and 2 more"
    texts = parts_of(full_report(run, [], run.path.parent, [], ()), ReportText)
    assert "nothing to tell" in texts["What the check of the images found"].paragraphs[0]
    assert "What the check of the images found" not in parts_of(full_report(run, [], run.path.parent, []), ReportText)


def test_copies_and_damage_in_the_folder_of_a_run_are_found_and_images_that_are_gone_told(tmp_path):
    from tests.helpers.images import make_folder

    root = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8}, 24)
    first, second = sorted((root / "cat").iterdir())[:2]
    shutil.copy(first, root / "dog/copy.png")              # the same picture under two classes
    (root / "cat/broken.png").write_bytes(second.read_bytes()[:60])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
        saved = list(training_job(scan(root), tmp_path, train=TRAIN.model_copy(update={"epochs": 1})).run(
            lambda: False))[-1]
        run = RunFolder.load(saved.path)
        notes = []
        found = outcome_of(checked_images(run, notes, lambda: False))
        assert {"conflict", "damaged"} <= {one.kind for one in found}
        assert not notes
        first.unlink()
        assert outcome_of(checked_images(run, notes, lambda: False)) is None
    assert "The images were not checked." in notes[0]
    assert first.name in notes[0]


def outcome_of(events):
    """Run a generator of events and return what it returns."""
    while True:
        try:
            next(events)
        except StopIteration as end:
            return end.value


def test_combinations_of_sweeps_that_left_no_run_are_listed(run, tmp_path):
    runs = tmp_path / "runs"
    shutil.copytree(run.path, runs / run.path.name)
    here = RunFolder.load(runs / run.path.name)
    settings = {"folder": run.record.folder, "networks": {"small": run.record.graph}}
    sweep = Sweep.create(address_in(runs), plan("learning_rate=0.1,0.01,0.001,5", "epochs=2", **settings))
    trials = [sweep.next_trial() for _ in range(4)]
    trials[0].finish([0.9], [run.path.name])
    trials[1].give_up([0.25], [], "worse than the middle of the others")
    trials[2].fail([], "the loss is not a number")
    elsewhere = Sweep.create(address_in(runs), plan("optimizer=sgd", name="second", folder="/other"))
    elsewhere.next_trial().fail([], "not here")
    notes = []
    table, = tried(here, runs, notes)
    assert not notes
    assert table.rows[0][0].startswith("→ ")
    assert table.rows[1:] == (
        ("first, number 2", "small", "learning rate 0.01, epochs 2", "–", "25.0 %", "–",
         "given up: worse than the middle of the others"),
        ("first, number 3", "small", "learning rate 0.001, epochs 2", "–", "–", "–",
         "failed: the loss is not a number"))
    assert "2 more combinations of sweeps left no run" in table.lead
    (runs / "sweeps.db").write_bytes(b"no database")
    table, = tried(here, runs, notes)
    assert len(table.rows) == 1
    assert "cannot be used" in notes[0]


def test_one_thread_is_one_thread(run):
    texts = parts_of(full_report(run, [], run.path.parent, []), ReportText)["How to repeat it"].paragraphs
    assert "Computed on cpu with 1 thread in float32." in texts[1]
    with_two = replace_threads(run, 2)
    assert "with 2 threads in" in parts_of(full_report(with_two, [], run.path.parent, []), ReportText)[
        "How to repeat it"].paragraphs[1]


def replace_threads(run, threads):
    other = RunFolder.load(run.path)
    other.record = run.record.model_copy(update={"threads": threads})
    return other


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
