"""The checks of a heatmap on the page: from the button to every answer, and what another image does to them."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from cnnstudio.explain.validation.trust_report import TrustCurve, TrustReport, TrustRow
from cnnstudio.ui.inspector.tabs import InspectorContext, LookSelection
from cnnstudio.ui.inspector.trust_panel import SLOT, Pace, TrustPanel
from cnnstudio.ui.inspector.trust_row import TRUST_SIGNS, TrustRowCard, level_words
from cnnstudio.ui.plots import CurvePlot
from cnnstudio.workspace.jobs import Progress


@pytest.fixture
def panel(qtbot, workspace, jobs):
    panel = TrustPanel(InspectorContext(workspace, jobs, LookSelection()))
    qtbot.addWidget(panel)
    panel.resize(1000, 700)
    panel.show()
    return panel


def button(panel, name):
    return panel.findChild(QPushButton, name)


def text(widget, name):
    return widget.findChild(QLabel, name).text()


def test_a_map_is_checked_and_every_answer_is_on_show(qtbot, panel, small_run, jobs):
    assert not button(panel, "trust_check").isVisible()
    panel._context.selection.select(run_path=small_run.path, image=small_run.folder.files[0].path)
    assert button(panel, "trust_check").isVisible()
    button(panel, "trust_check").setFocus()
    button(panel, "trust_check").click()
    assert button(panel, "trust_stop").isVisible()
    assert panel.focusWidget() is button(panel, "trust_stop")
    qtbot.waitUntil(lambda: panel.report is not None and not jobs.is_running(SLOT), timeout=120_000)
    assert [card.row.name for card in panel.cards] == [row.name for row in panel.report.rows]
    assert len(panel.cards) == 5
    for card, row in zip(panel.cards, panel.report.rows, strict=True):
        assert text(card, "trust_title") == row.title
        assert text(card, "trust_verdict") == row.verdict
        assert text(card, "trust_level") == level_words(row.level)
    assert panel._summary.text == panel.report.verdict
    assert button(panel, "trust_again").isVisible()
    assert panel.focusWidget() is button(panel, "trust_again")
    assert not button(panel, "trust_stop").isVisible()
    panel._context.selection.select(image=small_run.folder.files[1].path)
    assert panel.report is None
    assert panel.cards == []
    assert button(panel, "trust_check").isVisible()


def test_a_slow_method_is_looked_at_quickly_and_then_thoroughly(qtbot, panel, small_run, jobs):
    panel._context.selection.select(run_path=small_run.path, image=small_run.folder.files[0].path, method="smoothgrad")
    panel.check()
    qtbot.waitUntil(lambda: panel.report is not None and not jobs.is_running(SLOT), timeout=120_000)
    assert panel.report.is_rough
    assert "quick look" in panel._summary.text
    assert button(panel, "trust_thorough").isVisible()
    button(panel, "trust_thorough").click()
    assert panel.report is None
    assert not button(panel, "trust_thorough").isVisible()
    button(panel, "trust_stop").click()
    qtbot.waitUntil(lambda: not jobs.is_running(SLOT), timeout=60_000)


def test_the_time_left_is_that_of_the_checks_alone():
    pace = Pace()
    assert pace.left(Progress(0, 0, "making the map"), 100.0) == ""
    assert pace.left(Progress(2, 100, "a"), 130.0) == ""     # begins here, whatever loading took
    assert pace.left(Progress(4, 100, "a"), 131.0) == ""     # too little to go by
    assert pace.left(Progress(12, 100, "a"), 135.0) == "about 44 s left"   # 10 of 100 in 5 s, 88 to go


def test_an_image_that_is_gone_is_told_and_answers_about_another_map_are_dropped(
        qtbot, panel, small_run, tmp_path, jobs):
    panel._context.selection.select(run_path=small_run.path, image=tmp_path / "gone.png")
    panel.check()
    qtbot.waitUntil(lambda: bool(panel._error.text) and not jobs.is_running(SLOT), timeout=60_000)
    assert "gone.png" in panel._error.text
    panel._context.selection.select(image=small_run.folder.files[0].path)
    assert not panel._error.text
    panel._on_event(made("bad"))
    assert panel.cards == []


def made(level, curves=()):
    return TrustRow("made", "Is it so?", level, 0.5, "ρ = 0.5", "control", "No.", "rule", curves, "share", "likeness")


@pytest.mark.parametrize("sign", TRUST_SIGNS, ids=lambda sign: sign.level)
def test_every_level_has_a_sign_and_words(qtbot, sign):
    card = TrustRowCard(made(sign.level))
    qtbot.addWidget(card)
    assert text(card, "trust_level") == level_words(sign.level)
    assert sign.title in card.accessibleName()
    assert card.findChild(CurvePlot) is None


def test_curves_are_drawn_with_their_band(qtbot):
    xs = np.linspace(0, 1, 3, dtype=np.float32)
    curves = (TrustCurve("covered", xs, xs), TrustCurve("uncovered", xs, 1 - xs),
              TrustCurve("covered at random", xs, xs, xs * 0.5, xs))
    card = TrustRowCard(made("good", curves))
    qtbot.addWidget(card)
    plot = card.findChild(CurvePlot)
    assert plot.curve_names == ("covered", "uncovered", "covered at random", "covered at random, least",
                                "covered at random, most")
    assert plot.values("covered at random, least")[1].tolist() == (xs * 0.5).tolist()


def test_a_report_names_what_failed(qtbot, panel, small_run):
    panel._context.selection.select(run_path=small_run.path, image=small_run.folder.files[0].path)
    panel._about = panel._key
    panel._on_event(TrustReport((made("bad"),), "Grad-CAM", "conv", "cat"))
    assert panel._summary.text == "Do not rely on this map. It fails: Is it so?"
