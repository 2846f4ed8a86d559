"""Starting a training from a run or a file, from the Train page: what is taken over, frozen, kept and told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.network.document import to_document
from cnnstudio.network.freezing import is_frozen
from cnnstudio.network.presets import preset
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.training.repeat_card import RepeatWish
from cnnstudio.ui.training.session import SessionState
from cnnstudio.ui.undo import push_edit
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun

PATIENCE_MS = 60_000


@pytest.fixture
def stack(workspace: Workspace) -> QUndoStack:
    """Let edits be steps of an undo stack, as the window does."""
    stack = QUndoStack()
    workspace.edit_graph = lambda edit: push_edit(stack, workspace.graph, edit)
    return stack


@pytest.fixture
def ready(qtbot: QtBot, page: TrainPage, workspace: Workspace, pets: ImageFolder, stack: QUndoStack,
          jobs: JobRunner) -> Iterator[TrainPage]:
    """Give the page with two classes and the network of the small run, which knows three."""
    workspace.open_folder(pets)
    workspace.set_preprocess(PreprocessConfig(height=16, width=16))
    workspace.replace_graph(preset("small", input_shape=(3, 16, 16), classes=2), "small")
    workspace.set_train_config(TrainConfig(epochs=1, batch_size=8, threads=1, device="cpu"))
    stack.clear()
    yield page
    qtbot.waitUntil(lambda: not jobs.active(with_quiet=True), timeout=PATIENCE_MS)


def words(page: TrainPage) -> str:
    found = page.findChild(QLabel, "start_words")
    assert found is not None
    return "" if found.isHidden() else found.text()


def button(page: TrainPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def take(qtbot: QtBot, page: TrainPage, path: Path) -> None:
    page.starts.take(path)
    qtbot.waitUntil(lambda: bool(words(page)), timeout=PATIENCE_MS)


def heads(page: TrainPage) -> tuple[list[str], list[str]]:
    """Return the layers with weights that may be frozen, all but the last one, and the last one."""
    graph = page._workspace.graph
    nodes = [graph.nodes[node_id] for node_id in graph.topological_order()]
    weighted = [node.name for node in nodes if "frozen" in node.parameters]
    return weighted[:-1], weighted[-1:]


def newest(page: TrainPage) -> RunRecord:
    return RunFolder.load(list_runs(page._workspace.runs.directory)[0].path).record


def messages(page: TrainPage) -> list[str]:
    told: list[str] = []
    page.message_requested.connect(lambda text, _kind: told.append(text))
    return told


def test_a_run_is_taken_layer_by_layer_and_the_line_says_which_not(
        qtbot: QtBot, ready: TrainPage, small_run: SmallRun, stack: QUndoStack) -> None:
    assert button(ready, "start_choice").text() == "Random weights"
    take(qtbot, ready, small_run.path)
    body, head = heads(ready)
    taken = f"{len(body)} of {len(body) + 1} layers are taken over"
    assert words(ready).startswith(f"{taken}; not {head[0]}: weight is 2 ×")
    assert "here and 3 ×" in words(ready)
    record = RunFolder.load(small_run.path).record
    assert button(ready, "start_choice").text() == (record.name or small_run.path.name)
    assert stack.count() == 0, "the network had layers in common, so it stays"


def test_layers_taken_over_are_frozen_with_one_click_and_let_go_with_another(
        qtbot: QtBot, ready: TrainPage, small_run: SmallRun, stack: QUndoStack) -> None:
    take(qtbot, ready, small_run.path)
    graph, freeze = ready._workspace.graph, button(ready, "freeze_taken")

    def frozen() -> list[str]:
        return [graph.nodes[name].name for name in graph.topological_order() if is_frozen(graph.nodes[name].parameters)]

    freeze.click()
    assert frozen() == heads(ready)[0]
    assert (stack.count(), freeze.text()) == (1, "Let the layers taken over learn")
    freeze.click()
    assert frozen() == []
    stack.undo()
    stack.undo()
    assert frozen() == []
    qtbot.waitUntil(lambda: freeze.text() == "Freeze the layers taken over", timeout=PATIENCE_MS)


def test_a_training_starts_there_keeps_what_is_frozen_and_says_so_in_its_record_after_a_stop_too(
        qtbot: QtBot, ready: TrainPage, small_run: SmallRun) -> None:
    take(qtbot, ready, small_run.path)
    button(ready, "freeze_taken").click()
    workspace = ready._workspace
    workspace.set_train_config(workspace.train_config.model_copy(update={"epochs": 200}))
    ready.start_training()
    assert not button(ready, "start_choice").isEnabled()
    qtbot.waitUntil(lambda: bool(ready.session.epochs), timeout=PATIENCE_MS)
    ready.stop_training()
    qtbot.waitUntil(lambda: ready.session.state is SessionState.STOPPED, timeout=PATIENCE_MS)
    body, head = heads(ready)
    begun = newest(ready)
    assert begun.start is not None
    assert (begun.start.path, sorted(begun.start.layers)) == (str(small_run.path), sorted(body))
    ready.going_on.go_on()
    qtbot.waitUntil(lambda: ready.session.state is SessionState.TRAINING, timeout=PATIENCE_MS)
    count = len(ready.session.epochs)
    qtbot.waitUntil(lambda: len(ready.session.epochs) > count, timeout=PATIENCE_MS)
    ready.stop_training()
    qtbot.waitUntil(lambda: ready.session.state is SessionState.STOPPED, timeout=PATIENCE_MS)
    again = newest(ready)
    assert again.start == begun.start
    assert len(again.history) > len(begun.history)
    before = RunFolder.load(small_run.path).load_module().state_dict()
    after = RunFolder.load(list_runs(workspace.runs.directory)[0].path).load_module("last").state_dict()
    ids = {node.name: node.id for node in workspace.graph.nodes.values()}
    for name in body:
        assert torch.equal(before[f"layers.{ids[name]}.weight"], after[f"layers.{ids[name]}.weight"])
    assert f"layers.{ids[head[0]]}.weight" in after


def test_a_network_with_nothing_in_common_gives_way_to_the_runs_in_one_step(
        qtbot: QtBot, ready: TrainPage, small_run: SmallRun, stack: QUndoStack) -> None:
    workspace = ready._workspace
    workspace.set_preprocess(PreprocessConfig(height=28, width=28, color="grey"))
    workspace.replace_graph(preset("tutorial", input_shape=(1, 28, 28), classes=2), "tutorial")
    stack.clear()
    before, told = to_document(workspace.graph), messages(ready)
    take(qtbot, ready, small_run.path)
    assert stack.count() == 1
    assert (workspace.network_name, workspace.preprocess.shape) == ("small", (3, 16, 16))
    output = workspace.graph.output_node
    assert output is not None
    assert output.parameters["classes"] == 2, "as many as the images have, not the run"
    assert any("Undo brings that back" in text for text in told)
    stack.undo()
    assert (to_document(workspace.graph), workspace.network_name) == (before, "tutorial")
    assert workspace.preprocess.shape == (1, 28, 28)
    qtbot.waitUntil(lambda: ready.starts.path is None, timeout=PATIENCE_MS)
    assert any("No layer of this network fits" in text and "random weights" in text for text in told)
    stack.redo()
    assert (workspace.network_name, workspace.preprocess.shape) == ("small", (3, 16, 16))


@pytest.mark.parametrize(("content", "reason"), [(b"nothing", "is not a file of weights"), (None, "no.safetensors")])
def test_a_file_that_cannot_be_read_is_named_with_what_to_do(
        qtbot: QtBot, ready: TrainPage, tmp_path: Path, content: bytes | None, reason: str) -> None:
    path, told = tmp_path / "no.safetensors", messages(ready)
    if content is not None:
        path.write_bytes(content)
    ready.starts.take(path)
    assert not button(ready, "start_training").isEnabled(), "nothing starts while it is being looked at"
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE_MS)
    assert reason in told[0]
    assert str(path) in told[0]
    assert "choose another run or file" in told[0]
    assert button(ready, "start_choice").text() == "Random weights"
    assert button(ready, "start_training").isEnabled()


def test_several_settings_are_not_tried_from_other_weights_and_the_reason_is_said(
        qtbot: QtBot, ready: TrainPage, small_run: SmallRun) -> None:
    attempt = button(ready, "try_settings")
    assert attempt.isEnabled()
    take(qtbot, ready, small_run.path)
    assert not attempt.isEnabled()
    assert "random weights" in attempt.toolTip()
    told = messages(ready)
    ready.sweeping.ask()
    assert ready.sweeping.dialog is None
    assert told == [attempt.toolTip()]
    ready.starts.clear()
    assert attempt.isEnabled()
    assert "each combination" in attempt.toolTip()


def test_the_chooser_lists_runs_and_takes_the_one_that_is_chosen(
        qtbot: QtBot, ready: TrainPage, small_run: SmallRun) -> None:
    ready._workspace.runs.directory = small_run.runs
    ready.start_line.ask_run()
    qtbot.waitUntil(lambda: ready.start_line.chooser is not None, timeout=PATIENCE_MS)
    chooser = ready.start_line.chooser
    assert chooser is not None
    rows = chooser.findChild(QListWidget, "run_chooser_list")
    assert rows is not None
    assert rows.count() == 1
    assert "% validation" in rows.item(0).text()
    chooser.accept()
    qtbot.waitUntil(lambda: ready.starts.path == small_run.path, timeout=PATIENCE_MS)


def test_each_of_several_trainings_starts_there(qtbot: QtBot, ready: TrainPage, small_run: SmallRun) -> None:
    take(qtbot, ready, small_run.path)
    ready.repeating.card.set_wish(RepeatWish("seeds", 3))
    where = ready.findChild(QLabel, "repeat_where")
    assert where is not None
    ready.start_training()
    qtbot.waitUntil(lambda: where.text().startswith("3 seeds are trained"), timeout=PATIENCE_MS)
    starts = [RunFolder.load(run.path).record.start for run in list_runs(ready._workspace.runs.directory)]
    assert [start.path for start in starts if start is not None] == [str(small_run.path)] * 3
