"""What a training will take is told on every page that asks, and never measured beside a training."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.network.edits import Rename, SetParameter
from cnnstudio.network.presets import preset
from cnnstudio.sweeps.effort import Effort
from cnnstudio.ui import measuring
from cnnstudio.ui.forecast_view import ForecastView, bytes_text, milliseconds, seconds_text
from cnnstudio.ui.measuring import Measurer, measurer_of
from cnnstudio.ui.training.sweep_effort import EffortView
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace import measure_job
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder
from tests.helpers.stub_jobs import EventsJob


@pytest.fixture(scope="module")
def pets(tmp_path_factory: pytest.TempPathFactory):
    return scan(make_folder(tmp_path_factory.mktemp("measuring") / "pets", {"cat": 10, "dog": 10}, 24))


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.setattr(measure_job, "TRAINING_S", 0.05)
    monkeypatch.setattr(measure_job, "FORWARD_S", 0.05)
    monkeypatch.setattr(measuring, "_WAIT_MS", 1)
    return Workspace(tmp_path / "runs")


@pytest.fixture
def view(qtbot: QtBot, workspace: Workspace, jobs: JobRunner) -> ForecastView:
    view = ForecastView(measurer_of(workspace, jobs))
    qtbot.addWidget(view)
    return view


def wait_measured(qtbot: QtBot, measurer: Measurer) -> None:
    qtbot.waitUntil(lambda: measurer.outlook.measurement is not None and not measurer.is_measuring, timeout=60_000)


def test_one_measurer_serves_all_pages_of_a_workspace(workspace: Workspace, jobs: JobRunner, tmp_path: Path) -> None:
    assert measurer_of(workspace, jobs) is measurer_of(workspace, jobs)
    assert measurer_of(Workspace(tmp_path), jobs) is not measurer_of(workspace, jobs)


def test_a_network_is_measured_by_itself_and_an_epoch_forecast(
        qtbot: QtBot, workspace: Workspace, jobs: JobRunner, view: ForecastView, pets) -> None:
    workspace.open_folder(pets)
    view.show()
    measurer = measurer_of(workspace, jobs)
    wait_measured(qtbot, measurer)
    found = measurer.outlook
    assert found.measurement.batch_size == workspace.train_config.batch_size
    assert found.epoch_s == pytest.approx(
        (16 * found.measurement.training_loop_ms + 4 * found.measurement.validation_loop_ms) / 1000)
    assert view.text_of("Learning") == f"{milliseconds(found.measurement.training_ms)} an image"
    assert view.text_of("One epoch").startswith("≈ ")
    assert view.text_of("Peak memory") == f"≈ {bytes_text(found.peak_bytes)}"
    assert view.words.endswith("Epoch and memory are forecasts.")


def test_what_was_measured_is_remembered_and_names_and_places_do_not_matter(
        qtbot: QtBot, workspace: Workspace, jobs: JobRunner, view: ForecastView, pets) -> None:
    workspace.open_folder(pets)
    view.show()
    measurer = measurer_of(workspace, jobs)
    wait_measured(qtbot, measurer)
    first = measurer.outlook.measurement
    conv = next(node for node in workspace.graph.nodes.values() if node.kind == "Conv2d")
    Rename(conv.id, "first look").apply(workspace.graph)
    with qtbot.waitSignal(measurer.changed):
        pass
    assert measurer.outlook.measurement is first
    SetParameter(conv.id, "out_channels", 5).apply(workspace.graph)
    qtbot.waitUntil(lambda: measurer.outlook.measurement is not first, timeout=60_000)
    wait_measured(qtbot, measurer)
    SetParameter(conv.id, "out_channels", conv.parameters["out_channels"]).apply(workspace.graph)


def test_without_images_only_the_button_measures(
        qtbot: QtBot, workspace: Workspace, jobs: JobRunner, view: ForecastView) -> None:
    view.show()
    measurer = measurer_of(workspace, jobs)
    with qtbot.waitSignal(measurer.changed):
        pass
    assert not measurer._later.isActive()
    assert "not measured yet" in view.words
    assert view.text_of("Peak memory")
    view._button.click()
    wait_measured(qtbot, measurer)
    assert view.text_of("One epoch") == ""
    assert view.text_of("Predicting")


def test_a_broken_network_has_no_forecast(
        qtbot: QtBot, workspace: Workspace, jobs: JobRunner, view: ForecastView) -> None:
    output = workspace.graph.output_node
    SetParameter(output.id, "classes", 99).apply(workspace.graph)
    view.show()
    with qtbot.waitSignal(measurer_of(workspace, jobs).changed):
        pass
    assert view.words == "Time and memory are told when the network has no errors."
    assert not view._button.isVisible()


def test_nothing_is_measured_beside_a_training_and_a_training_stops_it(
        qtbot: QtBot, workspace: Workspace, jobs: JobRunner, view: ForecastView, monkeypatch) -> None:
    view.show()
    measurer = measurer_of(workspace, jobs)
    measurer.measure()
    assert measurer.is_measuring
    gate = threading.Event()
    jobs.start(EventsJob([], gate=gate), slot="train")
    qtbot.waitUntil(lambda: not measurer.is_measuring and not jobs.is_running(measuring.SLOT), timeout=30_000)
    assert measurer.outlook.measurement is None
    assert not measurer.can_measure
    measurer.measure()
    assert not jobs.is_running(measuring.SLOT)
    gate.set()
    qtbot.waitUntil(lambda: not jobs.is_running("train"), timeout=10_000)


def test_too_little_memory_is_said_before_anything_runs(
        qtbot: QtBot, workspace: Workspace, jobs: JobRunner, view: ForecastView, monkeypatch) -> None:
    monkeypatch.setattr(measuring, "available_bytes", lambda: 1000)
    monkeypatch.setattr(measure_job, "available_bytes", lambda: 1000)
    view.show()
    measurer = measurer_of(workspace, jobs)
    with qtbot.waitSignal(measurer.changed):
        pass
    assert "more memory than this machine has free" in view.words
    view._button.click()
    qtbot.waitUntil(lambda: bool(measurer.failure), timeout=30_000)
    assert "GB are free" in measurer.failure


def test_frozen_layers_count_once_and_the_epochs_are_those_of_what_learns(
        qtbot: QtBot, workspace: Workspace, jobs: JobRunner, view: ForecastView, pets) -> None:
    workspace.open_folder(pets)
    workspace.set_preprocess(workspace.preprocess.model_copy(update={"height": 32, "width": 32}))
    workspace.replace_graph(preset("efficientnet-lite0", input_shape=(3, 32, 32), classes=2), "efficientnet-lite0")
    view.show()
    measurer = measurer_of(workspace, jobs)
    wait_measured(qtbot, measurer)
    found, behind = measurer.outlook, measurer.outlook.measurement.behind
    assert found.epoch_s == pytest.approx((16 * behind.training_loop_ms + 4 * behind.validation_loop_ms) / 1000)
    assert found.once_s == pytest.approx(20 * found.measurement.validation_loop_ms / 1000)
    assert view.text_of("Learning") == f"{milliseconds(behind.training_ms)} an image"
    assert view.text_of("Frozen layers, once") == f"≈ {seconds_text(found.once_s)}"
    total = found.once_s + found.epochs * found.epoch_s
    assert view.text_of(f"{found.epochs} epochs") == f"≈ {seconds_text(total)}"
    effort = EffortView()
    qtbot.addWidget(effort)
    effort.show_effort(Effort(3, 6, 60.0), found, "", varies=(), prunes=False)
    assert effort.text.endswith(f"≈ {seconds_text(6 * found.once_s + 60 * found.epoch_s)}")


def test_figures_are_no_finer_than_they_are_known() -> None:
    assert [milliseconds(value) for value in (0.341, 5.23, 48.2, 1234)] == ["0.34 ms", "5.2 ms", "48 ms", "1.2 s"]
    assert [seconds_text(value) for value in (2.41, 48.3, 480, 6600)] == ["2.4 s", "48 s", "8 min", "1 h 50 min"]
    assert [bytes_text(value) for value in (840e6, 1.24e9)] == ["840 MB", "1.2 GB"]
