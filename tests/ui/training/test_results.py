"""The Results tab: its sections, what they say in words, and results of whatever run is open."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QSlider, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.runs.manifest import Manifest, read_manifest
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.assessment import Assessment, assess
from cnnstudio.training.comparison import resolution
from cnnstudio.ui.theme import theme
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.training.results_view import ResultsView
from cnnstudio.ui.training.share_plot import SharePlot
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun
from tests.unit.training.answers import made_answers, softmax

SECTIONS = ("overview", "figures", "ranking", "certainty", "threshold")


def made(count: int = 120, classes: int = 2, sharpness: float = 3.0) -> Assessment:
    labels, logits = made_answers(3, count, classes, sharpness=sharpness, skill=2.5)
    return assess(labels, softmax(logits), [f"class {number}" for number in range(classes)])


@pytest.fixture
def results(qtbot: QtBot) -> ResultsView:
    view = ResultsView()
    qtbot.addWidget(view)
    view.resize(572, 520)
    view.show()
    return view


def text(view: QWidget, name: str) -> str:
    found = view.findChild(QLabel, name)
    assert found is not None
    return found.text()


def choose(qtbot: QtBot, view: ResultsView, section: str) -> None:
    button = view.findChild(QPushButton, f"section_{section}")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_overview_says_which_differences_can_be_told(results: ResultsView) -> None:
    found = made(120)
    results.show_assessment(found, "small")
    expected = resolution(int(found.evaluation.confusion.trace()), 120)
    assert text(results, "resolution_line").startswith(
        f"With 120 validation images, two trainings must differ by {100 * expected.difference / 120:.1f} points")
    assert "More validation images" in text(results, "resolution_line")
    assert text(results, "results_run") == "Run small"
    results.show_assessment(made(4000), "large")
    assert "More validation images" not in text(results, "resolution_line")


def test_figures_without_a_meaning_are_left_out_and_come_with_help(results: ResultsView, qtbot: QtBot) -> None:
    found = made(100, 2)
    results.show_assessment(found, "two")
    choose(qtbot, results, "figures")
    assert text(results, "result_top_3") == ""
    assert not results.findChild(QLabel, "result_top_3").isVisible()
    assert text(results, "result_auc") == f"{found.auc:.3f}"
    assert text(results, "result_temperature") == f"{found.temperature.value:.2f}" if found.temperature else ""
    many = made(100, 7)
    results.show_assessment(many, "seven")
    assert text(results, "result_top_3") == f"{100 * many.top_k[3]:.1f} %"
    shown = [label.text() for label in results.findChildren(QLabel) if label.isVisible()]
    assert "The right class is one of the three that it thinks likeliest." in shown


def test_the_threshold_is_said_in_words(results: ResultsView, qtbot: QtBot) -> None:
    found = made(200)
    results.show_assessment(found, "small")
    choose(qtbot, results, "threshold")
    slider = results.findChild(QSlider, "threshold_slider")
    plot = results.findChild(SharePlot, "threshold_plot")
    slider.setValue(800)
    sure, right = found.probabilities.max(axis=1), found.probabilities.argmax(axis=1) == found.labels
    answered = sure >= 0.8
    assert text(results, "threshold_sentence") == (
        f"Answer only when at least 80 % sure: {100 * answered.mean():.0f} % of the images are answered, "
        f"{100 * right[answered].mean():.0f} % of them right.")
    assert plot.marker == pytest.approx((answered.mean(), right[answered].mean()))
    slider.setValue(0)
    assert "every image is answered" in text(results, "threshold_sentence")
    slider.setValue(1000)
    assert sure.max() < 1
    assert "no image is answered" in text(results, "threshold_sentence")
    assert text(results, "threshold_note") == "A lower threshold lets it answer."
    assert plot.marker is None


def test_a_wanted_accuracy_finds_its_threshold(results: ResultsView, qtbot: QtBot) -> None:
    found = made(300)
    results.show_assessment(found, "small")
    choose(qtbot, results, "threshold")
    qtbot.mouseClick(results.findChild(QPushButton, "target_95"), Qt.MouseButton.LeftButton)
    share, accuracy = results.findChild(SharePlot, "threshold_plot").marker
    assert accuracy >= 0.95
    shares, accuracies = found.answers.drawn()
    assert share == max(shares[accuracies >= 0.95])


def test_a_network_that_is_too_sure_is_told_and_mended(results: ResultsView, qtbot: QtBot) -> None:
    found = made(1500, 3, sharpness=4.0)
    results.show_assessment(found, "sure")
    choose(qtbot, results, "certainty")
    assert text(results, "calibration_verdict").startswith("Too sure")
    assert found.scaled is not None
    before, after = 100 * found.reliability.error, 100 * found.scaled.error
    assert f"calibration error {after:.1f} % instead of {before:.1f} %" in text(results, "temperature_text")
    plot = results.findChild(SharePlot, "calibration_plot")
    assert len(plot.bars) == np.count_nonzero(found.reliability.images)
    qtbot.mouseClick(results.findChild(QCheckBox, "show_scaled"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert text(results, "calibration_verdict").startswith("No sign")
    assert len(plot.bars) == np.count_nonzero(found.scaled.images)


def test_a_calibrated_network_is_not_called_too_sure(results: ResultsView, qtbot: QtBot) -> None:
    results.show_assessment(made(1500, 3, sharpness=1.0), "fair")
    choose(qtbot, results, "certainty")
    assert text(results, "calibration_verdict").startswith("No sign")


def test_curves_are_of_the_class_that_is_chosen(results: ResultsView, qtbot: QtBot) -> None:
    found = made(150, 3)
    results.show_assessment(found, "three")
    choose(qtbot, results, "ranking")
    results.findChild(QComboBox, "ranking_class").setCurrentIndex(2)
    chosen = found.rankings[2]
    assert chosen is not None
    assert text(results, "roc_text").startswith(f"Area {chosen.auc:.3f}")
    line = results.findChild(SharePlot, "roc_plot").lines[0]
    assert np.sum(np.diff(line.xs) * (line.ys[1:] + line.ys[:-1])) / 2 == pytest.approx(chosen.auc, abs=0.005)


def test_a_class_without_images_is_said_to_have_no_curves(results: ResultsView, qtbot: QtBot) -> None:
    results.show_assessment(assess(np.array([0, 1] * 6), np.full((12, 3), 1 / 3), ["a", "b", "c"]), "absent")
    choose(qtbot, results, "ranking")
    results.findChild(QComboBox, "ranking_class").setCurrentIndex(2)
    assert results.findChild(QLabel, "ranking_nothing").isVisible()
    assert not results.findChild(SharePlot, "roc_plot").isVisible()


@pytest.mark.parametrize("count", [1, 9, 60])
def test_every_section_can_be_drawn_however_few_the_images(results: ResultsView, count: int) -> None:
    results.show_assessment(assess(np.arange(count) % 2, np.tile([0.6, 0.4], (count, 1)), ["a", "b"]), "few")
    for section in SECTIONS:
        results.show_section(section)
        assert not results.grab().isNull()


def test_no_text_is_cut_off_in_the_narrowest_window(results: ResultsView, qtbot: QtBot) -> None:
    results.show_assessment(made(400, 6), "narrow")
    for section in SECTIONS:
        choose(qtbot, results, section)
        QApplication.processEvents()
        for label in results.findChildren(QLabel):
            if label.isVisible() and label.text() and label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
            assert label.mapTo(results, QPoint(label.width(), 0)).x() <= results.width() or not label.isVisible()


def test_curves_follow_the_theme(results: ResultsView) -> None:
    results.show_assessment(made(), "small")
    results.show_section("threshold")
    plot = results.findChild(SharePlot, "threshold_plot")
    light = plot.grab().toImage()
    theme().set_scheme("dark")
    try:
        assert plot.grab().toImage() != light
    finally:
        theme().set_scheme("light")


def test_a_plot_reads_the_point_under_the_pointer(results: ResultsView) -> None:
    results.show_assessment(made(), "small")
    results.show_section("threshold")
    plot = results.findChild(SharePlot, "threshold_plot")
    line = plot.lines[0]
    assert plot.readout(1.0) == f"answered images 100.0 %   right answers {100 * line.ys[-1]:.1f} %"


def without_answers(small_run: SmallRun, home: Path) -> Path:
    """Copy the run as an earlier version left it."""
    path = Path(shutil.copytree(small_run.path, home / "older"))
    manifest = read_manifest(path)
    members = {role: member for role, member in manifest.members.items() if role != "predictions"}
    Manifest(manifest.generation, members).save(path)
    return path


def opened(page: TrainPage, workspace: Workspace, path: Path, qtbot: QtBot) -> QTabWidget:
    """Open a run and wait for its results."""
    with qtbot.waitSignal(page._results_loader.arrived, timeout=10_000):
        workspace.runs.open(RunFolder.load(path))
    tabs = page.findChild(QTabWidget, "train_tabs")
    assert tabs.isTabEnabled(1)
    return tabs


def test_a_run_that_is_opened_shows_every_figure(page: TrainPage, workspace: Workspace, small_run: SmallRun,
                                                 qtbot: QtBot) -> None:
    tabs = opened(page, workspace, small_run.path, qtbot)
    tabs.setCurrentIndex(1)
    record = RunFolder.load(small_run.path).record
    assert text(page, "accuracy_label").startswith(f"{100 * record.evaluation.accuracy:.1f} %")
    choose(qtbot, page.results, "figures")
    assert float(text(page, "result_log_loss")) == pytest.approx(record.best.val_loss, abs=0.0006)


def test_a_run_of_before_says_how_its_figures_can_be_had(page: TrainPage, workspace: Workspace, small_run: SmallRun,
                                                         qtbot: QtBot, tmp_path: Path) -> None:
    path = without_answers(small_run, tmp_path)
    tabs = opened(page, workspace, path, qtbot)
    tabs.setCurrentIndex(1)
    choose(qtbot, page.results, "certainty")
    assert page.findChild(QWidget, "results_missing").isVisible()
    with qtbot.waitSignal(page._results_loader.arrived, timeout=20_000):
        qtbot.mouseClick(page.findChild(QPushButton, "results_missing_button"), Qt.MouseButton.LeftButton)
    assert page.findChild(QWidget, "calibration_plot").isVisible()
    assert RunFolder.load(path).load_predictions() is not None


def test_a_run_whose_images_are_gone_says_so_and_keeps_its_first_figures(
        page: TrainPage, workspace: Workspace, small_run: SmallRun, qtbot: QtBot, tmp_path: Path) -> None:
    path = without_answers(small_run, tmp_path)
    run = RunFolder.load(path)
    run.finish(run.record.model_copy(update={"folder": str(tmp_path / "nowhere")}))
    opened(page, workspace, path, qtbot)
    with qtbot.waitSignal(page.message_requested, timeout=20_000) as signal:
        page._results_loader.measure_again()
    assert "nowhere" in signal.args[0]
    page.results.show_section("certainty")
    assert text(page, "accuracy_label").startswith(f"{100 * run.record.evaluation.accuracy:.1f} %")
    assert not page.findChild(QWidget, "results_missing").isHidden()
