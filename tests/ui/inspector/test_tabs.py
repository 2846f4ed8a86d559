"""The tabs of the Look inside page: made when first shown, and looking at the same thing."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.explain.target import Target
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.ui.inspector.tabs import InspectorContext, InspectorTab, LookSelection, LookTabs
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace


@pytest.fixture
def context(workspace: Workspace, jobs: JobRunner) -> InspectorContext:
    """Give what tabs are made with."""
    return InspectorContext(workspace, jobs, LookSelection())


def _maker(made: list[InspectorContext]) -> Callable[[InspectorContext], QWidget]:
    def make(context: InspectorContext) -> QWidget:
        made.append(context)
        return QLabel("maps")
    return make


def test_a_tab_is_made_when_it_is_first_shown_and_only_then(qtbot: QtBot, context: InspectorContext) -> None:
    made: list[InspectorContext] = []
    tabs = LookTabs(QLabel("heat"), context, (InspectorTab("maps", "Maps", _maker(made)),
                                             InspectorTab("audit", "Audit", _maker(made), keeps_image_list=False)))
    qtbot.addWidget(tabs)
    qtbot.addWidget(tabs.bar)
    assert tabs.names == ("heatmap", "maps", "audit")
    assert made == []
    with qtbot.waitSignal(tabs.image_list_wanted) as kept:
        tabs.show_tab("maps")
    assert kept.args == [True]
    with qtbot.waitSignal(tabs.image_list_wanted) as kept:
        tabs.show_tab("audit")
    assert kept.args == [False]
    tabs.show_tab("maps")
    assert made == [context, context]
    assert tabs.current == "maps"


def test_tabs_are_built_ahead_one_by_one_in_quiet_moments(looking: InspectorPage, qtbot: QtBot) -> None:
    tabs = looking.body.tabs
    looking._ahead._pause.setInterval(1)
    looking.presenter.session.ended.emit()
    qtbot.waitUntil(lambda: all(tabs.widget(name) is not None for name in tabs.names), timeout=60_000)
    assert tabs.current == "heatmap"
    assert not tabs.build_ahead()


def test_a_selection_tells_of_a_change_once_and_of_no_change_never(qtbot: QtBot) -> None:
    selection, told = LookSelection(), []
    selection.changed.connect(lambda: told.append(selection.layer))
    pixels = np.zeros((2, 2, 3), np.uint8)
    selection.select(image=pixels, target=Target(index=1), layer="conv2d_1")
    selection.select(image=pixels, layer="conv2d_1")
    assert told == ["conv2d_1"]
    selection.select(image=pixels.copy())    # another array is another image
    selection.select(image=Path("a"))
    assert len(told) == 3


def test_the_page_and_its_tabs_look_at_the_same_thing(looking: InspectorPage, qtbot: QtBot) -> None:
    session, selection = looking.presenter.session, looking.selection
    assert selection.image == session.question.image
    first = looking.body.layers.slider.layers[0].id
    with qtbot.waitSignal(session.answered, timeout=60_000):
        selection.select(layer=first)
    assert looking.presenter.newest is not None
    assert looking.presenter.newest.map.key.layer == first
    session.look_for_class(1)
    assert selection.target == Target(index=1)
