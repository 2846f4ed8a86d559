"""Heatmaps leave the page as files, as a picture and as a script, and a line says so."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from cnnstudio.explain.map_files import FILE_KINDS
from cnnstudio.ui.image_filter import ImageFilter
from cnnstudio.ui.inspector.exporting.dialog import ExportDialog
from cnnstudio.ui.inspector.exporting.menu import EXPORT_ACTIONS
from cnnstudio.ui.inspector.image_input import to_pixels
from cnnstudio.ui.inspector.page import InspectorPage
from tests.helpers.runs import SmallRun

LONG_MS = 60_000


def trigger(page: InspectorPage, name: str) -> None:
    action = page.export_menu.findChild(QAction, name)
    assert action is not None
    action.trigger()


def dialog_of(page: InspectorPage) -> ExportDialog:
    dialog = page.exporter.dialog
    assert dialog is not None
    return dialog


def begin(page: InspectorPage, qtbot: QtBot, folder: Path) -> str:
    """Export into a folder; return what the line says at the end."""
    dialog = dialog_of(page)
    dialog.findChild(QLineEdit, "export_folder").setText(str(folder))
    dialog.begin.click()
    qtbot.waitUntil(lambda: bool(page.exporter.line.text) and not page.exporter.line.is_running, timeout=LONG_MS)
    return page.exporter.line.text


def test_the_heatmap_on_show_is_written_as_every_kind_of_file(looking: InspectorPage, tmp_path: Path,
                                                              qtbot: QtBot) -> None:
    trigger(looking, "export_this")
    for kind in FILE_KINDS:
        dialog_of(looking).findChild(QCheckBox, f"export_{kind.name}").setChecked(True)
    assert str(tmp_path / "out") in begin(looking, qtbot, tmp_path / "out")
    look = looking.presenter.newest
    assert look is not None
    files = {kind.name: next((tmp_path / "out").glob(f"*.{kind.ending}")) for kind in FILE_KINDS if kind.name != "json"}
    np.testing.assert_array_equal(np.load(files["raw"]), look.map.raw)
    with Image.open(files["overlay"]) as overlay:
        assert overlay.size == (look.image.width, look.image.height)
    with Image.open(files["tiff"]) as tiff:
        assert tiff.mode == "F"
        np.testing.assert_array_equal(np.asarray(tiff), np.load(files["npy"]))
    document = json.loads(next(path for path in (tmp_path / "out").glob("*.json")).read_text(encoding="utf-8"))
    assert (document["path"], document["layer"]) == (str(look.image.image), look.map.key.layer)


def test_the_list_is_written_with_scores_and_a_manifest(looking: InspectorPage, tmp_path: Path, qtbot: QtBot) -> None:
    rows = looking.body.images.shown
    trigger(looking, "export_list")
    text = begin(looking, qtbot, tmp_path / "all")
    assert f"heatmaps of {len(rows)} images" in text
    table = list(csv.DictReader((tmp_path / "all" / "scores.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert [Path(row["image"]).name for row in table] == [row.path.name for row in rows]
    assert json.loads((tmp_path / "all" / "manifest.json").read_text(encoding="utf-8"))["complete"] is True
    assert len(list((tmp_path / "all").glob("*.overlay.png"))) == len(rows)
    trigger(looking, "export_list")
    assert "finished export already" in begin(looking, qtbot, tmp_path / "all")


def test_a_picture_and_a_script_are_copied_and_a_line_says_so(looking: InspectorPage, tmp_path: Path, qtbot: QtBot,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    looking.body.pane.bar.menu.change(opacity=0.0)
    QGuiApplication.clipboard().clear()
    trigger(looking, "copy_overlay")
    qtbot.waitUntil(lambda: looking.exporter.line.text.startswith("Copied a picture"), timeout=LONG_MS)
    copied = to_pixels(QGuiApplication.clipboard().image())
    look = looking.presenter.newest
    assert look is not None
    np.testing.assert_array_equal(copied, look.image.pixels)    # without colours it is the image itself
    looking.body.pane.bar.menu.change(opacity=1.0)
    trigger(looking, "copy_overlay")
    qtbot.waitUntil(lambda: not np.array_equal(to_pixels(QGuiApplication.clipboard().image()), copied), timeout=LONG_MS)
    trigger(looking, "copy_script")
    qtbot.waitUntil(lambda: "Copied as Python" in looking.exporter.line.text, timeout=LONG_MS)
    text = QGuiApplication.clipboard().text()
    compile(text, "again.py", "exec")
    assert "# Grad-CAM of" in text
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "again.py"), ""))
    trigger(looking, "save_script")
    qtbot.waitUntil(lambda: "Saved a script" in looking.exporter.line.text, timeout=LONG_MS)
    assert (tmp_path / "again.py").read_text(encoding="utf-8") == text


def test_the_menu_offers_the_list_only_with_images_and_the_image_folder_never(looking: InspectorPage,
                                                                              small_run: SmallRun) -> None:
    menu = looking.export_menu
    assert [action.objectName() for action in menu.actions() if not action.isSeparator()] == [
        info.name for info in EXPORT_ACTIONS]
    looking.body.images.set_filter(ImageFilter(0, 0, "wrong"))    # what is taken for its own class is not wrong
    menu.aboutToShow.emit()
    assert not menu.findChild(QAction, "export_list").isEnabled()
    trigger(looking, "export_this")
    dialog = dialog_of(looking)
    assert dialog.begin.isEnabled()
    dialog.findChild(QLineEdit, "export_folder").setText(str(small_run.folder.root / "maps"))
    assert not dialog.begin.isEnabled()
    dialog.reject()


@pytest.fixture
def earlier(looking: InspectorPage, qtbot: QtBot) -> InspectorPage:
    """Give the page with the weights after the first epoch on show."""
    scrubber = looking.presenter.epochs
    scrubber.look_at(1)
    qtbot.waitUntil(lambda: 1 in scrubber.session.maps and looking.presenter.at_epoch is not None, timeout=LONG_MS)
    return looking


def test_an_earlier_epoch_is_written_and_named(earlier: InspectorPage, tmp_path: Path, qtbot: QtBot) -> None:
    shown, best = earlier.presenter.at_epoch[0], earlier.presenter.newest
    assert np.abs(shown.map.raw - best.map.raw).max() > 0.01 * np.abs(best.map.raw).max()    # the control
    trigger(earlier, "export_this")
    assert "after epoch 1" in dialog_of(earlier)._line.text
    begin(earlier, qtbot, tmp_path / "one")
    raw = np.load(next((tmp_path / "one").glob("*.raw.npy")))
    np.testing.assert_allclose(raw, shown.map.raw, rtol=0, atol=5e-6 * np.abs(raw).max())    # float32
    document = json.loads(next((tmp_path / "one").glob("*.json")).read_text(encoding="utf-8"))
    assert (document["epoch"], document["path"]) == (1, str(shown.image.image))


def test_the_list_of_an_earlier_epoch_names_it_in_the_manifest(earlier: InspectorPage, tmp_path: Path,
                                                               qtbot: QtBot) -> None:
    trigger(earlier, "export_list")
    begin(earlier, qtbot, tmp_path / "all")
    manifest = json.loads((tmp_path / "all" / "manifest.json").read_text(encoding="utf-8"))
    shown = earlier.presenter.at_epoch[0]
    assert (manifest["epoch"], manifest["complete"]) == (1, True)
    row = next(row for row in manifest["entries"] if row["path"] == str(shown.image.image))
    assert row["predicted_probability"] == pytest.approx(float(shown.image.probabilities.max()), abs=2e-6)    # rounded


def test_the_picture_of_an_earlier_epoch_is_copied_and_its_script_refused(earlier: InspectorPage,
                                                                          qtbot: QtBot) -> None:
    copied = []
    for choose in (lambda: None, lambda: earlier.body.strips.show_epochs(shown=False)):
        choose()
        QGuiApplication.clipboard().clear()
        earlier.body.pane.bar.menu.change(opacity=1.0, scale="own")
        earlier.exporter.line.say("")
        trigger(earlier, "copy_overlay")
        qtbot.waitUntil(lambda: earlier.exporter.line.text.startswith("Copied a picture"), timeout=LONG_MS)
        copied.append((to_pixels(QGuiApplication.clipboard().image()), earlier.exporter.line.text))
        if len(copied) == 1:
            trigger(earlier, "copy_script")
            assert "epoch 1 have no file" in earlier.exporter.line.text
    assert "after epoch 1" in copied[0][1]
    assert "epoch" not in copied[1][1]
    assert not np.array_equal(copied[0][0], copied[1][0])


def test_what_leaves_a_smoothed_page_says_that_it_is_of_one_picture(looking: InspectorPage, qtbot: QtBot) -> None:
    trigger(looking, "export_this")
    assert "single" not in dialog_of(looking)._line.text
    dialog_of(looking).reject()
    looking.live.smoother.share = 0.5
    trigger(looking, "export_this")
    assert "the map of the single one" in dialog_of(looking)._line.text
    dialog_of(looking).reject()
    trigger(looking, "copy_overlay")
    qtbot.waitUntil(lambda: "the map of the single one" in looking.exporter.line.text, timeout=LONG_MS)
