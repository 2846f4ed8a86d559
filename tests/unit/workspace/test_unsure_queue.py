"""Tests of labelling what a network was unsure of: the order, what a kill leaves, the list and the copies."""

import contextlib
import csv
import json
import os
import random
import signal
import time
from itertools import islice

import numpy as np
import pytest

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.data.listing.scan_options import ScanOptions
from cnnstudio.errors import StorageError
from cnnstudio.workspace.label_journal import SKIPPED, ImageKey, LabelJournal, read_labels
from cnnstudio.workspace.predict_job import PredictJob, PredictWish
from cnnstudio.workspace.unsure_queue import QueueJob
from cnnstudio.workspace.write_labels_job import LabelsWritten, WriteLabelsJob
from tests.helpers.predictions import CLASSES, make_pictures, predicted


def open_queue(out, below=0.9):
    return list(QueueJob(out, below).run(lambda: False))[-1].queue


def written(out, **how):
    done = list(WriteLabelsJob(out, **how).run(lambda: False))[-1]
    assert isinstance(done, LabelsWritten)
    return done


@pytest.fixture
def folder(tmp_path):
    return make_pictures(tmp_path / "new", 6)


@pytest.fixture
def out(tmp_path, folder):
    rows = [(0.5, 0.3, 0.2), (0.95, 0.03, 0.02), (0.45, 0.44, 0.11), (0.35, 0.33, 0.32), (), (0.5, 0.5, 0.0)]
    return predicted(tmp_path / "out", folder, rows)


def numbers(queue):
    return [int(image.key.name[3:8]) for image in queue.upcoming(99)]


def test_the_least_sure_come_first_by_each_measure_worked_out_by_hand(out):
    queue = open_queue(out)
    assert numbers(queue) == [3, 2, 0, 5]          # 0.35, 0.45, 0.5 and 0.5; 1 is sure, 4 was refused
    queue.set_order("margin")
    assert numbers(queue) == [5, 2, 3, 0]          # 0, 0.01, 0.02, 0.2
    queue.set_order("entropy")
    assert numbers(queue) == [3, 0, 2, 5]          # 1.098, 1.030, 0.963, 0.693
    assert queue.current.suggestion == 0
    assert queue.current.guesses[:2] == ((0, 0.35), (1, 0.33))
    queue.close()


def test_the_order_is_that_of_the_list_of_unsure_answers(small_run, folder, tmp_path):
    result = list(PredictJob(PredictWish(small_run.path, folder, tmp_path / "p", unsure=0.999)).run(lambda: False))[-1]
    rows = list(csv.DictReader((tmp_path / "p/unsure.csv").read_text("utf-8-sig").splitlines()))
    queue = open_queue(tmp_path / "p", 0.999)
    assert [image.key.name for image in queue.upcoming(99)] == [row["file"] for row in rows]
    assert len(rows) == len(result.unsure) > 0
    for image, row in zip(queue.upcoming(99), rows, strict=True):
        assert queue.class_names[image.suggestion] == row["class"]
        assert image.margin == pytest.approx(float(row["margin"]), abs=1e-6)
        assert image.entropy == pytest.approx(float(row["entropy"]), abs=1e-6)
    queue.close()


def test_of_many_classes_the_nine_likeliest_of_the_image_are_offered(tmp_path, folder):
    rng = np.random.default_rng(4)
    rows = rng.dirichlet(np.ones(40), 6)
    queue = open_queue(predicted(tmp_path / "many", folder, rows, [f"c{n}" for n in range(40)]), 1.0)
    for image in queue.upcoming(99):
        row = rows[int(image.key.name[3:8])]
        assert [number for number, _ in image.guesses] == np.argsort(-row, kind="stable")[:9].tolist()
    queue.close()


def test_labels_skips_and_what_is_taken_back(out):
    queue = open_queue(out)
    queue.give(2)
    queue.skip()
    assert (numbers(queue), queue.labelled, queue.skipped, queue.done, queue.total) == ([0, 5], 1, 1, 2, 4)
    assert queue.take_back().key.name == "img00002.png"
    assert queue.take_back().key.name == "img00003.png"
    assert numbers(queue) == [3, 2, 0, 5]
    assert queue.take_back() is None
    queue.give(1)
    queue.lose(queue.current, "no such file")
    assert (numbers(queue), queue.done) == ([0, 5], 2)
    queue.skip()
    queue.skip()
    assert queue.current is None
    queue.ask_again()
    assert numbers(queue) == [0, 5]
    queue.close()


def test_what_was_decided_is_there_the_next_day_and_a_changed_file_is_asked_about_again(out, folder):
    queue = open_queue(out)
    queue.give(2)
    queue.give(1)
    queue.close()
    changed = ImageKey("img00003.png", 1, 1)
    again = open_queue(out)
    assert (numbers(again), again.labelled) == ([0, 5], 2)
    assert again.take_back().key.name == "img00002.png"     # of the day before
    again.close()
    status = (folder / "img00003.png").stat()
    assert read_labels(out / "labels.jsonl").decided == {
        ImageKey("img00003.png", status.st_size, status.st_mtime_ns): 2}
    with LabelJournal(out / "labels.jsonl", str(folder.resolve()), CLASSES) as journal:
        assert changed not in journal.decided


def test_a_killed_program_keeps_every_label_and_half_a_line_is_cut_off(out, folder):
    for killed in range(3):
        child = os.fork()
        if not child:
            queue = open_queue(out)
            queue.give(killed % 3)
            os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(child, 0)
        with (out / "labels.jsonl").open("ab") as file:
            file.write(b'["img00000.png", 12')
    queue = open_queue(out)
    assert [queue.label_of(image) for image in queue._images.values()].count(None) == 1
    assert list(read_labels(out / "labels.jsonl").decided.values()) == [0, 1, 2]
    queue.close()


def test_killed_at_any_instant_every_label_that_was_given_is_there(tmp_path):
    folder = make_pictures(tmp_path / "many", 120, side=4)
    out = predicted(tmp_path / "out", folder, [(0.4, 0.3, 0.3)] * 120)
    rng = random.Random(5)
    found, kills = {}, 0
    while len(found) < 120:
        count = rng.choice((0, 1, 3, 5, 9))
        given = labels_until_killed(out, kills % 3, count, rng.uniform(0, 0.0005 if count else 0.03))
        kills += 1
        found |= given
        kept = labels_kept(out)
        assert found.items() <= kept.items()
        assert len(kept) - len(found) <= 1        # at most the one that was being given
        found = kept
    assert kills > 10


def labels_until_killed(out, label, count, wait_s):
    """Return the labels a process had given when it was killed: ``count``, and perhaps one more ``wait_s`` after them.

    It gives no more than that: how many there are must not hang on how busy the machine is.
    """
    reading, telling = os.pipe()
    waiting, asking = os.pipe()
    child = os.fork()
    if not child:
        queue = open_queue(out)
        while queue.current is not None and os.read(waiting, 1):
            name = queue.current.key.name
            queue.give(label)
            os.write(telling, f"{name}\n".encode())     # from now on it counts as given
        os._exit(0)
    os.close(telling)
    os.write(asking, bytes(count + 1))
    with os.fdopen(reading) as told:
        names = [line.strip() for line in islice(told, count)]
        time.sleep(wait_s)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        names += [line.strip() for line in told]
    os.close(waiting)
    os.close(asking)
    return dict.fromkeys(names, label)


def labels_kept(out):
    """Return the labels in the journal by file; a process killed at its very beginning leaves none that can be read."""
    with contextlib.suppress(StorageError):
        return {key.name: number for key, number in read_labels(out / "labels.jsonl").decided.items()}
    return {}


@pytest.mark.parametrize("left", [b"", b'{"version": 1, "fol'])
def test_what_a_kill_at_the_very_beginning_leaves_is_no_label_yet(out, left):
    (out / "labels.jsonl").write_bytes(left)
    with pytest.raises(StorageError, match="no labels of yours yet"):
        written(out)
    queue = open_queue(out)
    queue.give(1)
    queue.close()
    assert list(read_labels(out / "labels.jsonl").decided.values()) == [1]


def test_labels_behind_a_damaged_first_line_are_not_thrown_away(out):
    queue = open_queue(out)
    queue.give(1)
    queue.close()
    damaged = (out / "labels.jsonl").read_bytes().replace(b'"version"', b'"version', 1)
    (out / "labels.jsonl").write_bytes(damaged)
    with pytest.raises(StorageError, match="is damaged: its first line"):
        open_queue(out)
    assert (out / "labels.jsonl").read_bytes() == damaged


def test_nobody_labels_beside_another_and_other_classes_are_refused(out, folder):
    queue = open_queue(out)
    with pytest.raises(StorageError, match="Another window labels"):
        open_queue(out)
    queue.close()
    open_queue(out).close()
    with pytest.raises(StorageError, match="labels for another folder or other classes"):
        LabelJournal(out / "labels.jsonl", str(folder.resolve()), ("cat", "dog"))


def test_a_full_disk_is_told_and_leaves_no_half_line(out, folder):
    if not os.path.exists("/dev/full"):  # noqa: PTH110
        pytest.skip("only Linux has a device that is always full")
    queue = open_queue(out)
    queue.give(0)
    before = (out / "labels.jsonl").read_bytes()
    kept, queue._journal._file = queue._journal._file, open("/dev/full", "ab", buffering=0)  # noqa: PTH123, SIM115
    with pytest.raises(StorageError, match="labels given before are kept"):
        queue.give(1)
    assert numbers(queue)[0] == 2
    queue._journal._file.close()
    queue._journal._file = kept
    queue.give(1)
    assert (out / "labels.jsonl").read_bytes().startswith(before)
    assert queue.labelled == 2
    queue.close()


def test_a_folder_without_a_prediction_and_a_damaged_one_are_refused_in_a_sentence(tmp_path):
    with pytest.raises(StorageError, match="holds no answers of a prediction"):
        open_queue(tmp_path)
    (tmp_path / "answers.jsonl").write_text("not that\n")
    with pytest.raises(StorageError, match="is damaged"):
        open_queue(tmp_path)
    (tmp_path / "answers.jsonl").write_text(json.dumps({"version": 1, "origin": {"folder": 3}}) + "\n")
    with pytest.raises(StorageError, match="is damaged"):
        open_queue(tmp_path)
    with pytest.raises(StorageError, match="no labels of yours"):
        written(tmp_path)


def test_the_list_is_read_back_as_an_image_folder_with_these_labels(tmp_path, folder):
    (folder / "in, side").mkdir()
    (folder / "img00001.png").rename(folder / "in, side/=ä 1.png")
    names = ("=cmd", "Größe, groß", 'the "owl"')
    out = predicted(tmp_path / "out", folder, [(0.4, 0.3, 0.3)] * 6, names)
    queue = open_queue(out)
    wanted = {}
    for number in (0, 1, 2, 1, 0):
        wanted[queue.current.key.name] = names[number]
        queue.give(number)
    queue.skip()
    queue.close()
    done = written(out)
    assert (done.counts, done.agreeing, done.copies) == ((2, 2, 1), 2, 0)
    found = scan(folder, options=ScanOptions("csv", csv_file=done.path))
    assert {image.relative: found.class_names[image.class_index] for image in found.files} == wanted
    assert len(wanted) == 5


def test_copies_are_compared_missing_ones_told_and_another_label_leaves_a_note(out, folder, tmp_path):
    queue = open_queue(out)
    for number in (2, 1, 0, SKIPPED):
        queue.give(number)
    into = tmp_path / "labelled"
    done = written(out, sort_into=into)
    assert sorted(path.relative_to(into).as_posix() for path in into.rglob("*.png")) == [
        "cat/img00000.png", "dog/img00002.png", "owl/img00003.png"]
    assert all((folder / path.name).read_bytes() == path.read_bytes() for path in into.rglob("*.png"))
    assert (done.copies, done.missing, done.stale) == (3, (), ())
    queue.take_back()
    queue.take_back()
    queue.give(2)                                     # image 0, now an owl
    (folder / "img00003.png").unlink()
    done = written(out, sort_into=into)
    assert done.stale == (into / "cat/img00000.png",)
    assert done.missing == ("img00003.png",)
    assert len(list(into.rglob("*.png"))) == 4
    queue.close()
    with pytest.raises(StorageError, match="lies inside the image folder"):
        written(out, sort_into=folder / "sorted")
