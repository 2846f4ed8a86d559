"""Tests of predicting a folder: the figures, what is kept of a try that ended early, copies and what is refused."""

import csv
import json

import numpy as np
import pytest

from cnnstudio.errors import ImageFolderError, JobCancelledError, StorageError
from cnnstudio.file_lock import take_lock
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.temperature import fit_temperature
from cnnstudio.workspace import predict_job
from cnnstudio.workspace.class_folders import ClassFolders, class_folder_names
from cnnstudio.workspace.predict_job import FolderPredicted, PredictionStarted, PredictJob, PredictWish, run_temperature
from cnnstudio.workspace.prediction_journal import PredictedImage, PredictionJournal
from cnnstudio.workspace.prediction_tables import figures
from tests.helpers.command_line import contents
from tests.helpers.predictions import expected, make_pictures


@pytest.fixture
def pictures(tmp_path):
    return make_pictures(tmp_path / "new", 9)


def predict(small_run, folder, out, **wish):
    events = list(PredictJob(PredictWish(small_run.path, folder, out, **wish)).run(lambda: False))
    assert isinstance(events[-1], FolderPredicted)
    return events


def rows_of(path):
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_every_file_gets_the_probabilities_the_network_gives_it(small_run, pictures, tmp_path):
    result = predict(small_run, pictures, tmp_path / "out", calibrated=False)[-1]
    run = RunFolder.load(small_run.path)
    rows = rows_of(tmp_path / "out/predictions.csv")
    assert [row["file"] for row in rows] == [f"img{number:05}.png" for number in range(9)]
    for row in rows:
        wanted = expected(run, pictures / row["file"])
        found = [float(row[f"p({name})"]) for name in run.record.class_names]
        assert found == pytest.approx(wanted.tolist(), abs=2e-6)
        assert row["class"] == run.record.class_names[int(wanted.argmax())]
        assert float(row["probability"]) == pytest.approx(wanted.max(), abs=2e-6)
        assert float(row["margin"]) == pytest.approx(np.sort(wanted)[-1] - np.sort(wanted)[-2], abs=3e-6)
        assert float(row["entropy"]) == pytest.approx(-(wanted * np.log(wanted)).sum(), abs=1e-5)
    assert sum(result.counts) == 9


def test_the_runs_temperature_is_used_and_told(small_run, pictures, tmp_path):
    run = RunFolder.load(small_run.path)
    kept = run.load_predictions()
    found = run_temperature(small_run.path)
    events = predict(small_run, pictures, tmp_path / "out")
    started, = (event for event in events if isinstance(event, PredictionStarted))
    assert started.temperature == found
    if found is not None:
        assert found == pytest.approx(fit_temperature(kept.labels, kept.probabilities), rel=1e-5)
    wanted = expected(run, pictures / "img00003.png", found or 1.0)
    assert events[-1].table.probability[3] == pytest.approx(wanted.max(), abs=2e-6)


def test_figures_of_an_answer_worked_by_hand():
    found = figures((0.5, 0.25, 0.25))
    assert (found.number, found.probability, found.margin) == (0, 0.5, 0.25)
    assert found.entropy == pytest.approx(1.5 * np.log(2))
    assert figures((0.0, 1.0)).entropy == 0


def test_a_stopped_prediction_goes_on_and_ends_with_the_same_bytes(small_run, pictures, tmp_path, monkeypatch):
    monkeypatch.setattr(predict_job, "CHUNK_IMAGES", 2)
    predict(small_run, pictures, tmp_path / "whole")
    asked = iter(range(1_000_000))
    with pytest.raises(JobCancelledError):
        list(PredictJob(PredictWish(small_run.path, pictures, tmp_path / "out")).run(lambda: next(asked) > 14))
    assert not (tmp_path / "out/predictions.csv").exists()
    again = predict(small_run, pictures, tmp_path / "out")
    started, = (event for event in again if isinstance(event, PredictionStarted))
    assert 0 < started.known < 9
    assert again[-1].known == started.known
    for name in ("predictions.csv", "answers.jsonl"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()


def test_a_changed_file_is_looked_at_again_and_the_others_are_not(small_run, pictures, tmp_path):
    predict(small_run, pictures, tmp_path / "out")
    make_pictures(tmp_path / "other", 1, seed=7)
    (pictures / "img00004.png").write_bytes((tmp_path / "other/img00000.png").read_bytes() + b" ")
    result = predict(small_run, pictures, tmp_path / "out", calibrated=True)[-1]
    assert result.known == 8
    run = RunFolder.load(small_run.path)
    wanted = expected(run, pictures / "img00004.png", result.temperature or 1.0)
    assert result.table.probability[4] == pytest.approx(wanted.max(), abs=2e-6)
    assert len(rows_of(tmp_path / "out/predictions.csv")) == 9


def test_a_file_that_cannot_be_read_is_told_with_its_reason(small_run, pictures, tmp_path):
    (pictures / "img00002.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    (pictures / "=cmd.png").write_bytes((pictures / "img00001.png").read_bytes())
    result = predict(small_run, pictures, tmp_path / "out", unsure=1.0)[-1]
    assert len(result.table.problems) == 1
    rows = rows_of(tmp_path / "out/predictions.csv")
    refused, = (row for row in rows if row["problem"])
    assert (refused["file"], refused["class"], refused["probability"]) == ("img00002.png", "", "")
    assert [row["file"] for row in rows if "cmd" in row["file"]] == ["'=cmd.png"]   # no formula
    unsure = [float(row["probability"]) for row in rows_of(tmp_path / "out/unsure.csv")]
    assert unsure == sorted(unsure)
    assert len(unsure) == 9
    assert json.loads((tmp_path / "out/summary.json").read_text())["refused"] == 1


def test_copies_lie_in_the_folder_of_their_class_and_the_images_stay(small_run, pictures, tmp_path):
    make_pictures(pictures / "inside", 9, seed=3)   # the same names
    before = contents(pictures)
    wish = {"recursive": True, "sort_into": tmp_path / "sorted"}
    result = predict(small_run, pictures, tmp_path / "out", **wish)[-1]
    copies = [path for path in (tmp_path / "sorted").rglob("*") if path.is_file()]
    assert len(copies) == len(result.table.names) == 18
    for name, number in zip(result.table.names, result.table.classes, strict=True):
        same = [path for path in copies if path.read_bytes() == (pictures / name).read_bytes()]
        assert [path.parent.name for path in same] == [result.class_names[number]]
    assert contents(pictures) == before
    first = contents(tmp_path / "sorted")
    predict(small_run, pictures, tmp_path / "out", **wish)
    assert contents(tmp_path / "sorted") == first


def test_links_lead_to_the_images(small_run, pictures, tmp_path):
    predict(small_run, pictures, tmp_path / "out", sort_into=tmp_path / "sorted", manner="links")
    links = [path for path in (tmp_path / "sorted").rglob("*.png") if path.is_symlink()]
    assert {path.resolve() for path in links} == {path.resolve() for path in pictures.iterdir()}


def test_a_file_that_is_in_the_way_is_left_alone(tmp_path):
    source = tmp_path / "a.png"
    source.write_bytes(b"one")
    (tmp_path / "to/cat").mkdir(parents=True)
    (tmp_path / "to/cat/a.png").write_bytes(b"another")
    assert ClassFolders(tmp_path / "to", ("cat",)).put(source, 0).name == "a-2.png"
    assert (tmp_path / "to/cat/a.png").read_bytes() == b"another"
    assert ClassFolders(tmp_path / "to", ("cat",)).put(source, 0).name == "a-2.png"   # the same copy, not a third


def test_class_folders_have_names_every_system_takes():
    names = class_folder_names(("cat", "CAT", "a/b", "..", "con", "", "x" * 300))
    assert names[:6] == ("cat", "CAT-2", "a_b", "class", "_con", "class-2")
    assert len(names[6]) == 80


def test_nothing_is_written_among_the_images(small_run, pictures, tmp_path):
    for wish in ({"out": pictures / "out"}, {"out": tmp_path / "o", "sort_into": pictures},
                 {"out": tmp_path / "o", "table": pictures / "x.csv"}):
        before = contents(pictures)
        with pytest.raises(StorageError, match="never changed"):
            list(PredictJob(PredictWish(small_run.path, pictures, **wish)).run(lambda: False))
        assert contents(pictures) == before


def test_answers_of_something_else_are_never_mixed_in(small_run, pictures, tmp_path):
    predict(small_run, pictures, tmp_path / "out")
    other = make_pictures(tmp_path / "other", 2)
    with pytest.raises(StorageError, match="another run, another folder"):
        predict(small_run, other, tmp_path / "out")


def test_two_programs_do_not_write_into_one_folder(small_run, pictures, tmp_path):
    (tmp_path / "out").mkdir()
    lock = take_lock(tmp_path / "out/predicting.lock")
    try:
        with pytest.raises(StorageError, match="Another window"):
            predict(small_run, pictures, tmp_path / "out")
    finally:
        lock.release()


def test_images_in_folders_inside_are_told_of(small_run, tmp_path):
    make_pictures(tmp_path / "new/inside", 2)
    with pytest.raises(ImageFolderError, match="2 in the folders inside"):
        predict(small_run, tmp_path / "new", tmp_path / "out")


@pytest.mark.parametrize("cut", [1, 10, 30])
def test_a_journal_cut_short_loses_its_last_line_only(tmp_path, cut):
    images = [PredictedImage(f"a{number}.png", 5, 6, (0.25, 0.75)) for number in range(3)]
    with PredictionJournal(tmp_path / "j", {"a": 1}) as journal:
        journal.add(images)
    whole = (tmp_path / "j").read_bytes()
    (tmp_path / "j").write_bytes(whole[:-cut])
    with PredictionJournal(tmp_path / "j", {"a": 1}) as journal:
        assert len(journal) == 2
        assert journal.get("a1.png") == images[1]
        journal.add(images[2:])
        assert journal.get("a2.png") == images[2]
    assert (tmp_path / "j").read_bytes() == whole
