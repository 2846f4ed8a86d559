"""The command predict says what it found, and its JSON is what the table counts."""

import csv

from tests.helpers.predictions import make_pictures


def test_predict_counts_what_its_table_says(run_cli, small_run, tmp_path):
    folder = make_pictures(tmp_path / "new", 5)
    words = ("predict", small_run.path, folder, "--out", tmp_path / "out", "--csv", tmp_path / "t.csv", "--unsure",
             "0.99", "--sort-into", tmp_path / "sorted", "copies")
    answer = run_cli(*words, "--json")
    assert answer.status == 0
    event, = answer.of("predicted")
    rows = list(csv.DictReader((tmp_path / "t.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert event["classes"] == {name: sum(row["class"] == name for row in rows) for name in event["classes"]}
    assert event["unsure"] == sum(float(row["probability"]) < 0.99 for row in rows)
    assert sum(path.is_file() for path in (tmp_path / "sorted").rglob("*")) == 5
    again = run_cli(*words)
    assert again.status == 0
    assert "Going on: 5 of 5 images were answered before." in again.out


def test_predict_sorts_by_the_labels_given_in_the_window(run_cli, small_run, tmp_path):
    from cnnstudio.workspace.unsure_queue import QueueJob

    folder = make_pictures(tmp_path / "new", 5)
    out, into = tmp_path / "out", tmp_path / "labelled"
    words = ("predict", small_run.path, folder, "--out", out, "--labels", "--sort-into", into)
    assert "no labels of yours yet" in run_cli(*words).err
    queue = list(QueueJob(out, 1.0).run(lambda: False))[-1].queue
    given = {}
    for number in (2, 0, 2):
        given[queue.current.key.name] = queue.class_names[number]
        queue.give(number)
    queue.skip()
    queue.close()
    answer = run_cli(*words, "--json")
    event, = answer.of("labels")
    assert event["labels"] == {"cat": 1, "dog": 0, "owl": 2}
    assert event["copies"] == 3
    assert {path.name: path.parent.name for path in into.rglob("*.png")} == given
    assert "Labels of yours: 3, in" in run_cli(*words).out


def test_predict_refuses_another_manner_and_another_share(run_cli, small_run, tmp_path):
    folder = make_pictures(tmp_path / "new", 1)
    words = ("predict", small_run.path, folder, "--out", tmp_path / "out")
    assert "copies or links" in run_cli(*words, "--sort-into", tmp_path / "s", "moves").err
    assert run_cli(*words, "--unsure", "2").status == 2
    assert "is not a folder" in run_cli("predict", small_run.path, tmp_path / "gone", "--out", tmp_path / "o").err
