"""Edits as steps of the undo stack."""

from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.errors import NetworkError
from cnnstudio.network.document import to_document
from cnnstudio.network.edits import RemoveNodes, Rename, SetParameter
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.ui.undo import MERGE_WITHIN_S, EditCommand, push_edit
from cnnstudio.workspace.curation_edits import SetCuration
from cnnstudio.workspace.curation_store import finish_saving
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder


@pytest.fixture
def graph() -> NetworkGraph:
    return preset("small")


@pytest.fixture
def stack(qtbot: QtBot) -> QUndoStack:
    return QUndoStack()


def first_convolution(graph: NetworkGraph) -> str:
    return next(node.id for node in graph.nodes.values() if node.kind == "Conv2d")


def test_undo_gives_back_the_very_same_document(graph: NetworkGraph, stack: QUndoStack) -> None:
    before = to_document(graph)
    node = first_convolution(graph)
    push_edit(stack, graph, SetParameter(node, "out_channels", 5))
    push_edit(stack, graph, RemoveNodes((node,)))
    after = to_document(graph)
    assert after != before
    while stack.canUndo():
        stack.undo()
    assert to_document(graph) == before
    while stack.canRedo():
        stack.redo()
    assert to_document(graph) == after


def test_a_burst_in_a_spin_box_is_one_step_named_by_the_edit(graph: NetworkGraph, stack: QUndoStack) -> None:
    node = first_convolution(graph)
    before = graph.nodes[node].parameters["out_channels"]
    for channels in (10, 11, 12):
        push_edit(stack, graph, SetParameter(node, "out_channels", channels))
    assert stack.count() == 1
    assert stack.undoText() == SetParameter(node, "out_channels", 12).label
    stack.undo()
    assert graph.nodes[node].parameters["out_channels"] == before
    stack.redo()
    assert graph.nodes[node].parameters["out_channels"] == 12


def test_another_field_and_another_time_are_steps_of_their_own(graph: NetworkGraph, stack: QUndoStack) -> None:
    node = first_convolution(graph)
    edits = [SetParameter(node, "out_channels", 10), SetParameter(node, "bias", False), Rename(node, "first")]
    for edit in edits:
        push_edit(stack, graph, edit)
    assert stack.count() == 3
    for number, channels in enumerate((11, 12)):
        edit = SetParameter(node, "out_channels", channels)
        edit.apply(graph)
        stack.push(EditCommand(graph, edit, now_s=1e6 + number * (MERGE_WITHIN_S + 0.1)))
    assert stack.count() == 5


def test_a_refused_edit_is_raised_and_leaves_no_step(graph: NetworkGraph, stack: QUndoStack) -> None:
    with pytest.raises(NetworkError):
        push_edit(stack, graph, SetParameter(first_convolution(graph), "out_channels", -3))
    assert stack.count() == 0


def test_decisions_about_images_are_steps_between_those_of_the_network(stack: QUndoStack, tmp_path: Path) -> None:
    workspace = Workspace()
    workspace.open_folder(scan(make_folder(tmp_path, {"cat": 6, "dog": 6, "cow": 6}, 24)))
    push_edit(stack, workspace.graph, SetParameter(first_convolution(workspace.graph), "out_channels", 5))
    push_edit(stack, workspace, SetCuration.of(workspace, Curation().with_merged("cow", "cat"), "Merge cow into cat"))
    assert stack.undoText() == "Merge cow into cat"
    assert workspace.graph.output_node.parameters["classes"] == 2
    stack.undo()
    assert workspace.curation.is_empty
    assert workspace.graph.output_node.parameters["classes"] == 3
    assert stack.canRedo()
    stack.undo()
    stack.redo()
    stack.redo()
    assert workspace.folder.class_names == ("cat", "dog")
    finish_saving()
