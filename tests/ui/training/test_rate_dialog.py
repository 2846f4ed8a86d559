"""The search for a learning rate: live curve, suggestion, any other point, one click to take it, and stop."""

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.rate_curve import STEPS, RateAdvice, RateTried, rate_of
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.training.rate_dialog import RATE_SLOT, RateDialog
from cnnstudio.ui.training.rate_search import RateSearch
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.stub_jobs import EventsJob

TRIED = [RateTried(step, STEPS, rate_of(step, STEPS), 2.0 - step / 100) for step in range(80)]
ADVICE = RateAdvice(0.0032, "Because.", 1e-3, 1e-1)


@pytest.fixture
def dialog(qtbot: QtBot, jobs: JobRunner) -> RateDialog:
    dialog = RateDialog(jobs)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def button(parent: object, name: str) -> QAbstractButton:
    found = parent.findChild(QAbstractButton, name)  # type: ignore[attr-defined]
    assert found is not None
    return found


def ended(qtbot: QtBot, dialog: RateDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.is_searching, timeout=60_000)


def test_every_loss_is_drawn_over_powers_of_ten_and_the_suggestion_is_one_click_away(
        dialog: RateDialog, qtbot: QtBot) -> None:
    assert not button(dialog, "rate_use").isEnabled()
    dialog.search(EventsJob([*TRIED, ADVICE]))
    ended(qtbot, dialog)
    dots, curve = dialog._canvas.lines
    assert np.allclose(dots.xs, np.log10([one.rate for one in TRIED]))
    assert np.allclose(dots.ys, [one.loss for one in TRIED])
    assert len(curve.xs) == len(TRIED)
    assert dialog.words == "Because."
    assert button(dialog, "rate_use").text() == "Use 0.0032"
    with qtbot.waitSignal(dialog.rate_taken) as signal:
        qtbot.mouseClick(button(dialog, "rate_use"), Qt.MouseButton.LeftButton)
    assert signal.args == [0.0032]
    assert not dialog.isVisible()


def test_any_point_of_the_curve_can_be_taken_instead(dialog: RateDialog, qtbot: QtBot) -> None:
    dialog.search(EventsJob([*TRIED, ADVICE]))
    ended(qtbot, dialog)
    place = dialog._canvas.point_of(np.log10(2e-4), 1.0).toPoint()
    qtbot.mouseClick(dialog._canvas, Qt.MouseButton.LeftButton, pos=place)
    assert dialog.chosen == pytest.approx(2e-4, rel=0.05)
    assert [mark.text for mark in dialog._canvas.marks][-1] == f"{dialog.chosen:g}"


def test_without_a_suggestion_the_reason_stands_there_and_a_point_can_still_be_taken(
        dialog: RateDialog, qtbot: QtBot) -> None:
    dialog.search(EventsJob([*TRIED[:20], RateAdvice(None, "No rate can be suggested: flat.")]))
    ended(qtbot, dialog)
    assert dialog.words.endswith("flat.")
    assert not button(dialog, "rate_use").isEnabled()
    qtbot.mouseClick(dialog._canvas, Qt.MouseButton.LeftButton)
    assert button(dialog, "rate_use").isEnabled()


def test_a_search_is_stopped_and_begun_again(dialog: RateDialog, qtbot: QtBot, jobs: JobRunner) -> None:
    gate = threading.Event()
    dialog.search(EventsJob([*TRIED, ADVICE], gate=gate))
    qtbot.waitUntil(lambda: jobs.is_running(RATE_SLOT))
    qtbot.mouseClick(button(dialog, "rate_again"), Qt.MouseButton.LeftButton)
    ended(qtbot, dialog)
    assert "Stopped" in dialog.words
    qtbot.waitUntil(lambda: not jobs.is_running(RATE_SLOT))
    gate.set()
    qtbot.mouseClick(button(dialog, "rate_again"), Qt.MouseButton.LeftButton)
    ended(qtbot, dialog)
    assert dialog.chosen == 0.0032


def test_closing_stops_the_search(dialog: RateDialog, qtbot: QtBot, jobs: JobRunner) -> None:
    dialog.search(EventsJob([ADVICE], gate=threading.Event()))
    qtbot.waitUntil(lambda: jobs.is_running(RATE_SLOT))
    dialog.close()
    qtbot.waitUntil(lambda: not jobs.is_running(RATE_SLOT), timeout=60_000)


def test_the_page_finds_a_rate_for_its_images_and_takes_it_into_the_recipe(
        page: TrainPage, workspace: Workspace, pets: ImageFolder, qtbot: QtBot) -> None:
    search = page.findChild(RateSearch)
    assert search is not None
    qtbot.mouseClick(button(page, "find_rate"), Qt.MouseButton.LeftButton)
    assert search.dialog is None  # there are no images yet, and that is what it says
    workspace.open_folder(pets)
    workspace.set_train_config(TrainConfig(batch_size=8, threads=1, device="cpu"))
    qtbot.mouseClick(button(page, "find_rate"), Qt.MouseButton.LeftButton)
    dialog = search.dialog
    assert dialog is not None
    ended(qtbot, dialog)
    qtbot.mouseClick(dialog._canvas, Qt.MouseButton.LeftButton)
    wanted = dialog.chosen
    qtbot.mouseClick(button(dialog, "rate_use"), Qt.MouseButton.LeftButton)
    assert workspace.train_config == TrainConfig(batch_size=8, threads=1, device="cpu", learning_rate=wanted)
    assert page.recipe.form.field("learning_rate").value() == pytest.approx(wanted)  # type: ignore[attr-defined]


def test_the_button_stands_right_beside_the_field_it_fills(page: TrainPage, qtbot: QtBot) -> None:
    page.resize(1200, 700)
    page.show()
    qtbot.waitUntil(lambda: button(page, "find_rate").isVisible())
    field, beside = page.recipe.form.field("learning_rate"), button(page, "find_rate")
    place = beside.mapTo(page, beside.rect().center()), field.mapTo(page, field.rect().center())
    assert abs(place[0].y() - place[1].y()) <= 2
    gap = beside.mapTo(page, beside.rect().topLeft()).x() - field.mapTo(page, field.rect().topRight()).x()
    assert 0 <= gap <= 12
    other = page.recipe.form.field("optimizer")
    assert beside.mapTo(page, beside.rect().topRight()).x() <= other.mapTo(page, other.rect().topRight()).x()
