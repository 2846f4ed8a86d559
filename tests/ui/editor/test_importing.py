"""Networks of torchvision and of other programs' files come onto the canvas as one undo step, or say why not."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QToolButton

from cnnstudio.network.document import dumps
from cnnstudio.network.torchvision_names import MODELS
from cnnstudio.ui.editor.import_dialog import ImportDialog
from cnnstudio.workspace.workspace import Workspace


def wait_for_import(qtbot, page):
    """Wait until no import runs."""
    qtbot.waitUntil(lambda: not page.jobs.is_running("import"), timeout=60_000)


def onnx_file(path: Path) -> Path:
    """Write a small network as another program would."""
    onnx = pytest.importorskip("onnx")
    helper = onnx.helper
    image = helper.make_tensor_value_info("x", onnx.TensorProto.FLOAT, ("N", 3, 8, 8))
    logits = helper.make_tensor_value_info("z", onnx.TensorProto.FLOAT, ("N", 4))
    nodes = [helper.make_node("Relu", ["x"], ["a"], name="<b>first</b>\u202e"),
             helper.make_node("Flatten", ["a"], ["y"]),
             helper.make_node("Gemm", ["y", "w"], ["z"])]
    weights = onnx.numpy_helper.from_array(np.ones((192, 4), np.float32), "w")
    path.write_bytes(helper.make_model(helper.make_graph(nodes, "g", [image], [logits], [weights])).SerializeToString())
    return path


def test_a_network_of_torchvision_replaces_the_canvas_as_one_undo_step(page, qtbot):
    pytest.importorskip("torchvision", exc_type=ImportError)
    before, stack = dumps(page.session.graph), page.session.undo_stack
    page.importer.import_torchvision("squeezenet1_1")
    wait_for_import(qtbot, page)
    assert len(page.session.graph.nodes) == 68
    assert page.workspace.network_name == "squeezenet1_1"
    assert (stack.count(), stack.undoText()) == (1, "Import squeezenet1_1")
    assert page.messages[-1] == ("good", "Imported squeezenet1_1: 68 layers.")
    stack.undo()
    assert dumps(page.session.graph) == before
    stack.redo()
    assert len(page.session.graph.nodes) == 68


def test_a_file_of_another_program_is_opened_like_any_network(page, qtbot, tmp_path, monkeypatch):
    path = onnx_file(tmp_path / "theirs.onnx")
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: asked.append(given[3]) or (str(path), ""))
    qtbot.mouseClick(page.toolbar.findChild(QToolButton, "open_network"), Qt.MouseButton.LeftButton)
    wait_for_import(qtbot, page)
    assert asked == ["Network (*.json *.onnx *.pt2)"]
    assert [node.kind for node in page.session.graph.nodes.values()] == ["Input", "ReLU", "Flatten", "Linear", "Output"]
    assert page.session.graph.nodes["relu_1"].name == "<b>first</b>"
    assert page.session.undo_stack.undoText() == "Import theirs"


def test_a_damaged_file_leaves_the_network_and_says_why(page, qtbot, tmp_path):
    before = dumps(page.session.graph)
    for ending in (".onnx", ".pt2"):
        path = tmp_path / f"theirs{ending}"
        path.write_bytes(b"nothing of the kind")
        page.commands.open_file(path)
        wait_for_import(qtbot, page)
        severity, text = page.messages[-1]
        assert severity == "error"
        assert f"theirs{ending}" in text
    assert dumps(page.session.graph) == before
    assert page.session.undo_stack.count() == 0


def test_the_bar_opens_the_list_and_enter_imports_what_is_found(page, qtbot):
    pytest.importorskip("torchvision", exc_type=ImportError)
    qtbot.mouseClick(page.toolbar.findChild(QToolButton, "import_network"), Qt.MouseButton.LeftButton)
    dialog = page.findChild(ImportDialog)
    qtbot.waitExposed(dialog)
    assert len(dialog.shown()) == len(MODELS)
    qtbot.keyClicks(dialog.search, "squeeze 1_1")
    assert [item.text(0) for item in dialog.shown()] == ["squeezenet1_1"]
    assert dialog.shown()[0].text(1) == "1,235,496"
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    wait_for_import(qtbot, page)
    assert page.workspace.network_name == "squeezenet1_1"


@pytest.fixture
def dialog(qtbot, themed):
    """Show the list on its own."""
    dialog = ImportDialog(Workspace())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_arrow_keys_move_through_what_is_found_while_the_name_is_typed(dialog, qtbot):
    qtbot.keyClicks(dialog.search, "resnet")
    names = [item.text(0) for item in dialog.shown()]
    assert dialog.list.currentItem().text(0) == names[0]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.currentItem().text(0) == names[1]
    qtbot.keyClick(dialog.search, Qt.Key.Key_Up)
    qtbot.keyClick(dialog.search, Qt.Key.Key_Up)
    assert dialog.list.currentItem().text(0) == names[-1]


def test_a_name_nobody_has_imports_nothing(dialog, qtbot):
    chosen = []
    dialog.chosen.connect(lambda name, fitted: chosen.append((name, fitted)))
    qtbot.keyClicks(dialog.search, "transformer")
    assert dialog.nothing.isVisible()
    assert not dialog.button.isEnabled()
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)
    assert chosen == []
    assert dialog.isVisible()


def test_without_open_images_nothing_is_fitted(dialog, qtbot):
    chosen = []
    dialog.chosen.connect(lambda name, fitted: chosen.append((name, fitted)))
    assert not dialog.fit.isVisible()
    qtbot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    assert chosen == [(MODELS[0].name, False)]


def test_listing_the_networks_needs_neither_torch_nor_onnx():
    code = ("import sys; import cnnstudio.ui.editor.import_dialog, cnnstudio.ui.editor.importing; "
            "print([name for name in ('torch', 'torchvision', 'onnx') if name in sys.modules])")
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"
