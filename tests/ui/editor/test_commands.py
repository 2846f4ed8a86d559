"""Copy, paste, duplicate, presets, files: each is one named undo step."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder
from cnnstudio.network.document import dumps
from cnnstudio.network.edits import Rename
from cnnstudio.network.graph import Edge
from cnnstudio.network.presets import preset
from cnnstudio.ui.editor.mime import LAYERS_FORMAT
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import key

CTRL = Qt.KeyboardModifier.ControlModifier


def test_copy_and_paste_keep_the_wires_among_the_layers(page: NetworkPage) -> None:
    page.session.select(["conv2d_1", "relu_1"])
    key(page, Qt.Key.Key_C, CTRL)
    assert json.loads(QGuiApplication.clipboard().text())["nodes"][0]["kind"] == "Conv2d"
    key(page, Qt.Key.Key_V, CTRL)
    graph = page.session.graph
    assert page.session.selected == ("conv2d_2", "relu_2")
    assert Edge("conv2d_2", "relu_2") in graph.edges
    assert (graph.nodes["conv2d_2"].x, graph.nodes["conv2d_2"].y) == (32, 144 + 32)
    assert graph.nodes["conv2d_2"].parameters == graph.nodes["conv2d_1"].parameters
    assert page.session.undo_stack.undoText() == "Paste 2 layers"
    key(page, Qt.Key.Key_V, CTRL)
    assert graph.nodes["conv2d_3"].x == 64
    assert page.session.undo_stack.count() == 2


def test_json_text_from_another_window_can_be_pasted(page: NetworkPage) -> None:
    QGuiApplication.clipboard().setText(dumps(preset("lenet5")))
    page.commands.paste()
    kinds = [node.kind for node in page.session.graph.nodes.values()]
    assert kinds.count("Conv2d") == 3
    assert kinds.count("Input") == kinds.count("Output") == 1     # there is one already


def test_pasting_something_else_says_so(page: NetworkPage) -> None:
    for text in ("hello", "", "{not json", '{"a": 1}', "[1, 2]"):
        page.messages.clear()
        QGuiApplication.clipboard().setText(text)
        page.commands.paste()
        assert page.messages == [("info", "The clipboard holds no layers.")]
    assert page.session.undo_stack.count() == 0


GARBAGE = {
    "deeply nested": '{"nodes": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "deeply nested with a version": '{"schema_version": 1, "nodes": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "huge number": '{"schema_version": 1' + "0" * 6000 + "}",
    "not a number": '{"schema_version": NaN}',
    "control characters": '{"schema_version": 1, "nodes": "\x00\x01"}',
    "lone surrogate": '{"schema_version": "\\ud800"}',
    "wrong types": '{"schema_version": 1, "nodes": {"a": 1}, "edges": 7}',
    "nodes of nothing": '{"schema_version": 1, "nodes": [null, 3, []], "edges": [null]}',
    "doubled key": '{"schema_version": 1, "schema_version": 2}',
    "very long": "{" + "x" * 6_000_000,
    "cut off": None,
}


@pytest.mark.parametrize("what", GARBAGE)
def test_pasting_garbage_is_a_sentence_and_changes_nothing(page: NetworkPage, what: str) -> None:
    before = page.session.graph.copy()
    text = GARBAGE[what] or dumps(preset("lenet5"))[:-40]
    for mime_type in ("text/plain", LAYERS_FORMAT):
        page.messages.clear()
        data = QMimeData()
        data.setData(mime_type, text.encode(errors="surrogatepass"))
        QGuiApplication.clipboard().setMimeData(data)
        key(page, Qt.Key.Key_V, CTRL)
        assert len(page.messages) == 1, page.messages
        assert page.messages[0][1]
    assert page.session.graph.is_equal(before)
    assert page.session.undo_stack.count() == 0


def test_pasting_a_damaged_network_names_the_field(page: NetworkPage) -> None:
    document = json.loads(dumps(preset("lenet5")))
    document["nodes"][1]["kind"] = "Conv3d"
    QGuiApplication.clipboard().setText(json.dumps(document))
    page.commands.paste()
    assert page.messages[-1][0] == "error"
    assert "Conv3d" in page.messages[-1][1]


def test_pasting_an_empty_clipboard_says_so(page: NetworkPage) -> None:
    QGuiApplication.clipboard().setMimeData(QMimeData())
    page.commands.paste()
    assert page.messages[-1][0] == "info"


def test_duplicate_and_cut(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    key(page, Qt.Key.Key_D, CTRL)
    assert page.session.selected == ("conv2d_2",)
    assert page.session.undo_stack.undoText() == "Duplicate layer"
    key(page, Qt.Key.Key_X, CTRL)
    assert "conv2d_2" not in page.session.graph.nodes
    page.commands.paste()
    assert page.session.graph.nodes[page.session.selected[0]].kind == "Conv2d"


def test_select_all_and_nothing(page: NetworkPage) -> None:
    key(page, Qt.Key.Key_A, CTRL)
    assert len(page.session.selected) == 6
    key(page, Qt.Key.Key_Escape)
    assert page.session.selected == ()


def test_disconnect_takes_all_wires_off(page: NetworkPage) -> None:
    page.session.select(["relu_1"])
    page.commands.disconnect_selected()
    assert page.session.graph.in_edges("relu_1") == page.session.graph.out_edges("relu_1") == []
    assert page.session.undo_stack.count() == 1


def test_arrange_is_one_step_and_nothing_when_arranged(page: NetworkPage) -> None:
    page.session.graph.move("relu_1", 500, 0)
    page.commands.arrange()
    assert page.session.undo_stack.undoText() == "Arrange"
    page.commands.arrange()
    assert page.session.undo_stack.count() == 1
    page.session.undo_stack.undo()
    assert page.session.graph.nodes["relu_1"].x == 500


def test_a_preset_is_one_step_that_can_be_undone(page: NetworkPage) -> None:
    before = page.session.graph.copy()
    assert page.commands.use_preset("lenet5", fitted=False)
    assert page.session.graph.nodes["input_1"].parameters["height"] == 32
    assert page.workspace.network_name == "lenet5"
    assert page.session.undo_stack.undoText() == "Use LeNet-5"
    page.session.undo_stack.undo()
    assert page.session.graph.is_equal(before)


def test_a_preset_is_fitted_to_the_open_images(page: NetworkPage) -> None:
    open_images(page)
    assert page.commands.use_preset("small", fitted=True)
    QApplication.processEvents()
    assert page.session.analysis.shapes["input_1"] == page.workspace.preprocess.shape
    assert page.session.graph.output_node.parameters["classes"] == 2
    assert page.session.analysis.is_trainable


def test_images_too_small_for_a_preset_are_a_sentence(page: NetworkPage) -> None:
    page.workspace.preprocess = page.workspace.preprocess.model_copy(update={"height": 8, "width": 8})
    assert not page.commands.use_preset("alexnet", fitted=True)
    assert page.messages[-1][0] == "error"
    assert "AlexNet" in page.messages[-1][1]
    assert page.session.undo_stack.count() == 0


def test_save_and_open_bring_the_same_network_back(page: NetworkPage, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    before = page.session.graph.copy()
    assert page.commands.save_file(file)
    assert page.messages[-1] == ("good", "Saved mine.json.")
    page.commands.use_preset("lenet5", fitted=False)
    assert page.commands.open_file(file)
    assert page.session.graph.is_equal(before)
    assert page.session.undo_stack.undoText() == "Open mine.json"


def test_a_file_that_cannot_be_read_or_written_is_a_sentence(page: NetworkPage, tmp_path: Path) -> None:
    assert not page.commands.open_file(tmp_path / "none.json")
    assert "none.json" in page.messages[-1][1]
    (tmp_path / "a file").write_text("")
    assert not page.commands.save_file(tmp_path / "a file" / "x.json")
    assert page.messages[-1][0] == "error"
    assert page.session.undo_stack.count() == 0


def open_images(page: NetworkPage) -> None:
    """Open two classes of images that need not exist for this."""
    names = [(index, f"{name}/{number}.png") for index, name in enumerate(("cat", "dog")) for number in range(6)]
    files = tuple(ImageFile(Path("/images") / name, name, index, None, digest=name) for index, name in names)
    folder = ImageFolder(Path("/images"), "class folders", ("cat", "dog"), files, (), ())
    page.workspace.open_folder(folder, name="pets", preprocess=page.workspace.preprocess)
    page.workspace.select_image(None)


def test_a_head_with_another_number_of_classes_than_the_folder_is_a_problem(page: NetworkPage) -> None:
    open_images(page)
    page.commands.use_preset("small", fitted=False)
    QApplication.processEvents()
    assert not page.session.analysis.is_trainable
    assert any("10" in problem.message and "2" in problem.message for problem in page.session.analysis.errors)


def test_undo_and_redo_of_another_network_change_its_name_too(page: NetworkPage) -> None:
    stack, names = page.session.undo_stack, []
    start = page.workspace.network_name
    page.commands.use_preset("lenet5", fitted=False)
    page.session.push(Rename("conv2d_1", "first"))
    page.commands.use_preset("tutorial", fitted=False)
    for index in (3, 2, 1, 0, 1, 2, 3):
        stack.setIndex(index)
        names.append(page.workspace.network_name)
    assert names == ["tutorial", "lenet5", "lenet5", start, "lenet5", "lenet5", "tutorial"]
    stack.setIndex(1)
    page.commands.use_preset("small", fitted=False)    # the way to the tutorial network is gone
    stack.undo()
    assert page.workspace.network_name == "lenet5"
    stack.redo()
    assert page.workspace.network_name == "small"
    page.workspace.replace_graph(preset("alexnet"), "another")
    assert page.workspace.network_name == "another"
    page.commands.use_preset("lenet5", fitted=False)
    stack.undo()
    assert page.workspace.network_name == "another"


def test_a_network_that_came_with_a_runs_settings_is_undone_with_its_name(page: NetworkPage) -> None:
    stack, workspace = page.session.undo_stack, page.workspace
    workspace.edit_graph = page.session.push    # as the window has it
    page.session.push(Rename("conv2d_1", "mine"))
    own, start = workspace.graph.copy(), workspace.network_name
    workspace.change_network(preset("alexnet"), "of the run")
    page.session.push(Rename("conv2d_1", "first"))
    assert workspace.network_name == "of the run"
    stack.setIndex(1)
    assert workspace.graph.is_equal(own)
    assert workspace.network_name == start
    stack.setIndex(2)
    assert workspace.network_name == "of the run"
    stack.undo()
    workspace.change_network(preset("lenet5"), "of another")
    stack.undo()
    stack.redo()
    assert workspace.network_name == "of another"
