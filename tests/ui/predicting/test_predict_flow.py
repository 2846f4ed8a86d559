"""From the button in the dialog to the queue, in the real window."""

from PySide6.QtCore import Qt

from tests.helpers.predictions import make_pictures


def test_the_unsure_ones_are_labelled_from_the_dialog(qtbot, window, small_run, tmp_path):
    from cnnstudio.runs.store import RunFolder

    folder = make_pictures(tmp_path / "new", 4)
    window.workspace.runs.open(RunFolder.load(small_run.path))
    window.predicting.predict()
    dialog = window.predicting.dialog
    label = dialog.findChild(object, "predict_label")
    assert not label.isEnabled()
    dialog.folder.setText(str(folder))
    dialog.out.setText(str(tmp_path / "out"))
    dialog.unsure.setValue(1)
    qtbot.mouseClick(dialog.findChild(object, "predict_start"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 4 and label.isVisible(), timeout=20_000)
    qtbot.mouseClick(label, Qt.MouseButton.LeftButton)
    asked = window.predicting.label_window
    qtbot.waitUntil(lambda: asked.queue is not None and asked.view.picture.image is not None, timeout=20_000)
    assert asked.queue.total == 4
    asked.close()
    dialog.close()
    qtbot.waitUntil(lambda: not window.jobs.active(with_quiet=True), timeout=20_000)
