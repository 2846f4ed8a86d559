"""Tests of labelling in the window: real keys, pictures that are there in time, damage, and what is kept."""

import csv
import time

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt

from cnnstudio.ui.predicting.class_keys import TypedName
from cnnstudio.ui.predicting.label_window import LabelWindow
from cnnstudio.workspace.label_journal import read_labels
from tests.helpers.predictions import make_pictures, predicted

NAMES = ("cat", "dog", "owl")
LETTERS = Qt.Key


def unsure(count, classes=3):
    """Return probabilities whose highest rises with the row, so that the order is that of the names."""
    rows = np.full((count, classes), 0.0)
    for number, row in enumerate(rows):
        top = 0.4 + 0.3 * number / count
        row[:] = (1 - top) / (classes - 1)
        row[number % classes] = top
    return rows


@pytest.fixture
def folder(tmp_path):
    return make_pictures(tmp_path / "new", 6, side=40)


@pytest.fixture
def shown(jobs):
    """Show a window, and close it at the end."""
    windows = []

    def show(out, below=0.9):
        windows.append(LabelWindow(out, below, jobs))
        windows[-1].show()
        return windows[-1]

    yield show
    for window in windows:
        window.close()
        window.deleteLater()


@pytest.fixture
def opened(qtbot, shown):
    """Show a window and wait for its first image."""
    def open_window(out, below=0.9):
        window = shown(out, below)
        qtbot.waitUntil(lambda: window.queue is not None, timeout=10_000)
        ready(qtbot, window)
        return window

    return open_window


def ready(qtbot, window):
    """Wait until the current image is on show."""
    qtbot.waitUntil(lambda: window.queue.current is None or window.view._accept.isEnabled(), timeout=10_000)


def press(qtbot, window, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.view.picture, key, modifier)
    ready(qtbot, window)


def text_of(window, name):
    return window.findChild(object, name).text()


def labels_in(out):
    return {key.name: number for key, number in read_labels(out / "labels.jsonl").decided.items()}


def test_keys_give_accept_skip_and_take_back(qtbot, opened, folder, tmp_path):
    out = predicted(tmp_path / "out", folder, unsure(6))
    window = opened(out)
    assert text_of(window, "label_step") == "Image 1 of 6"
    assert [button.row.name for button in window.view.keys.buttons if button.row] == list(NAMES)
    press(qtbot, window, LETTERS.Key_3)
    press(qtbot, window, LETTERS.Key_Space)          # image 1: the network says dog
    press(qtbot, window, LETTERS.Key_S)
    press(qtbot, window, LETTERS.Key_9)              # no class has this key
    assert text_of(window, "label_step") == "Image 4 of 6"
    assert text_of(window, "label_counts") == "2 labelled, 1 skipped"
    press(qtbot, window, LETTERS.Key_Backspace)
    press(qtbot, window, LETTERS.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text_of(window, "label_file") == "img00001.png"
    press(qtbot, window, LETTERS.Key_1)
    assert labels_in(out) == {"img00000.png": 2, "img00001.png": 0}
    qtbot.mouseClick(window.view.keys.buttons[1], Qt.MouseButton.LeftButton)
    ready(qtbot, window)
    press(qtbot, window, LETTERS.Key_Return)
    assert labels_in(out)["img00002.png"] == 1
    assert labels_in(out)["img00003.png"] == 0
    assert window.focusWidget() is window.view.picture


def test_the_end_writes_the_list_and_copies_and_offers_the_skipped_ones(qtbot, opened, folder, tmp_path):
    out = predicted(tmp_path / "out", folder, unsure(6))
    window = opened(out)
    for key in (LETTERS.Key_1, LETTERS.Key_S, *[LETTERS.Key_2] * 4):
        press(qtbot, window, key)
    assert window.ending.isVisible()
    qtbot.keyClick(window.focusWidget(), LETTERS.Key_Space)      # a key too many presses no button
    assert window.ending.isVisible()
    qtbot.keyClick(window.focusWidget(), LETTERS.Key_Backspace)
    ready(qtbot, window)
    assert text_of(window, "label_file") == "img00005.png"
    press(qtbot, window, LETTERS.Key_2)
    qtbot.waitUntil(lambda: "labels.csv" in text_of(window, "labels_written"), timeout=10_000)
    assert "2 of 5 labels are the network's answer" in text_of(window, "labels_written")   # images 0 and 4
    rows = list(csv.DictReader((out / "labels.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["path"], row["label"]) for row in rows] == [
        (f"img{n:05}.png", "cat" if n == 0 else "dog") for n in (0, 2, 3, 4, 5)]
    qtbot.mouseClick(window.ending.sort, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "5 copies" in text_of(window, "labels_written"), timeout=10_000)
    assert len(list((out / "labelled").rglob("*.png"))) == 5
    qtbot.mouseClick(window.ending.again, Qt.MouseButton.LeftButton)
    ready(qtbot, window)
    assert text_of(window, "label_file") == "img00001.png"


def test_closing_the_program_writes_the_list_of_the_labels_too(qtbot, window, folder, tmp_path):
    out = predicted(tmp_path / "out", folder, unsure(6))
    window.predicting.label(out, 0.9)
    labels = window.predicting.label_window
    qtbot.waitUntil(lambda: labels.queue is not None, timeout=10_000)
    ready(qtbot, labels)
    press(qtbot, labels, LETTERS.Key_3)
    assert not (out / "labels.csv").exists(), "in the midst of labelling"
    window.closing.is_agreed = True
    window.close()
    with (out / "labels.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["path"], row["label"]) == ("img00000.png", "owl")


def test_what_was_stopped_goes_on_in_another_window(qtbot, opened, folder, tmp_path):
    out = predicted(tmp_path / "out", folder, unsure(6))
    window = opened(out)
    press(qtbot, window, LETTERS.Key_1)
    window.close()
    assert labels_in(out) == {"img00000.png": 0}
    qtbot.waitUntil((out / "labels.csv").is_file, timeout=10_000)
    again = opened(out)
    assert text_of(again, "label_step") == "Image 2 of 6"
    qtbot.mouseClick(again.findChild(object, "label_stop"), Qt.MouseButton.LeftButton)
    assert "1 of 6 images have a label. Skipped: 0. Open: 5." in text_of(again, "labels_told")
    qtbot.mouseClick(again.ending.go_on, Qt.MouseButton.LeftButton)
    assert again.view.isVisible()


def test_damaged_and_vanished_images_are_told_and_passed_over(qtbot, opened, folder, tmp_path):
    out = predicted(tmp_path / "out", folder, unsure(6))
    (folder / "img00000.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    (folder / "img00002.png").unlink()
    window = opened(out)
    assert text_of(window, "label_file") == "img00001.png"
    assert text_of(window, "label_passed").startswith("img00000.png cannot be shown and is left out:")
    press(qtbot, window, LETTERS.Key_2)
    assert text_of(window, "label_file") == "img00003.png"
    assert "img00002.png" in text_of(window, "label_passed")
    for _ in range(3):
        press(qtbot, window, LETTERS.Key_2)
    assert "2. The first: img00000.png" in text_of(window, "labels_lost")
    assert len(labels_in(out)) == 4


def test_a_folder_that_is_gone_is_told_and_no_image_is_given_up(qtbot, shown, folder, tmp_path):
    out = predicted(tmp_path / "out", folder, unsure(6))
    folder.rename(tmp_path / "elsewhere")
    window = shown(out)
    qtbot.waitUntil(lambda: "is not there any more" in text_of(window, "label_error"), timeout=10_000)
    assert not window.queue.lost
    qtbot.keyClick(window.view.picture, LETTERS.Key_1)
    assert labels_in(out) == {}


def test_a_key_before_the_picture_is_there_labels_nothing(qtbot, shown, folder, tmp_path):
    out = predicted(tmp_path / "out", folder, unsure(6))
    window = shown(out)
    qtbot.waitUntil(lambda: window.queue is not None, timeout=10_000)
    window.view.show_picture(None)
    qtbot.keyClick(window.view.picture, LETTERS.Key_1)
    qtbot.keyClick(window.view.picture, LETTERS.Key_Space)
    assert labels_in(out) == {}


def test_a_folder_without_answers_is_told_in_a_sentence(qtbot, shown, tmp_path):
    window = shown(tmp_path)
    qtbot.waitUntil(lambda: "holds no answers of a prediction" in text_of(window, "label_error"), timeout=10_000)


def test_one_of_many_classes_is_found_by_its_first_letters(qtbot, opened, folder, tmp_path):
    names = [*(f"bird {n}" for n in range(10)), "sea lion", "seal", "sparrow"]
    out = predicted(tmp_path / "out", folder, unsure(6, 13), names)
    window = opened(out)
    assert window.view.keys.buttons[0].row.name == "bird 0"       # the likeliest has the first key
    for character in "sea":
        qtbot.keyClicks(window.view.picture, character)
    assert "Enter gives sea lion, seal" in text_of(window, "label_typing")
    press(qtbot, window, LETTERS.Key_Space)
    press(qtbot, window, LETTERS.Key_L)
    press(qtbot, window, LETTERS.Key_Return)
    assert labels_in(out) == {"img00000.png": 10}
    qtbot.keyClicks(window.view.picture, "se")
    press(qtbot, window, LETTERS.Key_Backspace)
    assert "s: Enter gives" in text_of(window, "label_typing")
    press(qtbot, window, LETTERS.Key_Escape)
    assert window.isVisible()
    press(qtbot, window, LETTERS.Key_Right)
    press(qtbot, window, LETTERS.Key_1)
    assert labels_in(out) == {"img00000.png": 10, "img00001.png": -1, "img00002.png": 2}


def test_names_that_begin_so_come_before_words_that_do():
    typed = TypedName(["golden seal", "Seal", "sea_lion", "lion"])
    typed.text = "se"
    assert typed.matches() == [1, 2, 0]
    typed.text = "lion"
    assert typed.matches() == [3, 2]
    assert not typed.would_fit("x")


def test_the_next_image_shows_at_once(qtbot, opened, tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    rng = np.random.default_rng(3)
    for number in range(8):
        small = rng.integers(0, 256, (150, 200, 3), dtype=np.uint8)
        Image.fromarray(small).resize((2000, 1500)).save(folder / f"p{number}.png", compress_level=1)
    out = predicted(tmp_path / "out", folder, unsure(8))
    window = opened(out)
    taken = []
    for _ in range(6):
        coming = window.queue.upcoming(2)[1].key
        qtbot.waitUntil(lambda key=coming: window.pictures.picture(key) is not None, timeout=10_000)
        start = time.thread_time()
        qtbot.keyClick(window.view.picture, LETTERS.Key_1)
        window.view.picture.repaint()
        taken.append(time.thread_time() - start)
        assert window.view.picture.image is not None     # no waiting: it was decoded before
    assert sorted(taken)[len(taken) // 2] < 0.05, taken
    print(f"key to picture, window's time: {[round(1000 * one, 1) for one in taken]} ms")
