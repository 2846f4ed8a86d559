"""The tabs of the Look inside page: what each is called, how it is made, and what all of them look at together."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.inspected_layer import split_key
from cnnstudio.explain.target import Target
from cnnstudio.ui.cards import described
from cnnstudio.ui.inspector.run_layers import NO_LAYERS, RunLayers
from cnnstudio.ui.one_layout import laid_out_once
from cnnstudio.ui.room import Room

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace

_CONTEXT = "inspector_tabs"
HEATMAP = "heatmap"
AUTO = "auto"


class LookSelection(QObject):
    """What the page looks at; the tabs read it, listen to it, and change it for all of them."""

    changed = Signal()
    """Any of the values is another."""
    node_changed = Signal()
    """`node` is another."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.run_path: Path | None = None
        """The run whose best weights are looked at."""
        self.image: Path | np.ndarray | None = None
        """A file, or pixels (H, W, 3) uint8 that came without one."""
        self.target = Target()
        """The score that is explained; the predicted class's logit unless chosen."""
        self.layer = AUTO
        """A layer's id, or ``"auto"``."""
        self.method = METHODS[0].name
        """A name of `METHODS`."""
        self.node = ""
        """The layer that was chosen last, on whatever tab, also one without places; empty while none was."""
        self.layers: RunLayers = NO_LAYERS
        """Those of the run; whoever changes the run sets them first."""

    def select_node(self, node: str) -> None:
        """Choose a layer on any tab; one that has places is also the one maps are taken from."""
        if node in self.layers.with_maps:
            self.select(layer=node)
        self._take_node(node)

    def _take_node(self, node: str) -> None:
        if node != self.node:
            self.node = node
            self.node_changed.emit()

    def select(self, **values: object) -> None:
        """Change some of ``run_path``, ``image``, ``target``, ``layer`` and ``method``, and tell listeners once."""
        if values.get("run_path", self.run_path) != self.run_path:
            self.node = ""    # of another network
        different = {name: value for name, value in values.items() if not is_same(getattr(self, name), value)}
        for name, value in different.items():
            setattr(self, name, value)
        if different:
            self.changed.emit()
        if different.get("layer", AUTO) != AUTO:
            self._take_node(split_key(self.layer)[0])


def is_same(one: object, other: object) -> bool:
    """Compare without comparing pixels: another array is another image."""
    if isinstance(one, np.ndarray) or isinstance(other, np.ndarray):
        return one is other
    return one == other


@dataclass(frozen=True, slots=True)
class InspectorContext:
    """What a tab is made with."""

    workspace: "Workspace"
    jobs: "JobRunner"
    selection: LookSelection


@dataclass(frozen=True, slots=True)
class InspectorTab:
    """One tab.

    Attributes
    ----------
    name : stable, for `LookTabs.show_tab`
    title : marked for translation with `_text`
    make : makes the widget when the tab is first shown; it imports the widget's module itself. The widget may have
        ``message_requested = Signal(str, str)`` and ``navigate_requested = Signal(str)``, which the page passes on, and
        ``tab_requested = Signal(str)``, which shows another tab
    keeps_image_list : whether the list of images stays at the left
    """

    name: str
    title: str
    make: Callable[[InspectorContext], QWidget]
    keeps_image_list: bool = True


def _text(text: str) -> str:
    """Mark ``text`` for translation in this module's context."""
    return str(QT_TRANSLATE_NOOP("inspector_tabs", text))


def _make_maps(context: InspectorContext) -> QWidget:
    from cnnstudio.ui.inspector.maps.tab import MapsTab

    return MapsTab(context)


def _make_steps(context: InspectorContext) -> QWidget:
    from cnnstudio.ui.inspector.steps.tab import StepsTab

    return StepsTab(context)


def _make_trials(context: InspectorContext) -> QWidget:
    from cnnstudio.ui.inspector.trials.tab import TrialTab

    return TrialTab(context)


def _make_trust(context: InspectorContext) -> QWidget:
    from cnnstudio.ui.inspector.trust_panel import TrustPanel

    return TrustPanel(context)


def _make_audit(context: InspectorContext) -> QWidget:
    from cnnstudio.ui.inspector.audit.panel import AuditPanel

    return AuditPanel(context)


TABS: tuple[InspectorTab, ...] = (
    InspectorTab("maps", _text("Feature maps"), _make_maps, keeps_image_list=False),
    InspectorTab("steps", _text("Step by step"), _make_steps, keeps_image_list=False),
    InspectorTab("trials", _text("Change it"), _make_trials),
    InspectorTab("trust", _text("Trust"), _make_trust),
    InspectorTab("audit", _text("Audit"), _make_audit, keeps_image_list=False),
)
"""The tabs behind *Heatmap*, in this order: Feature maps, Step by step, Change it, Trust, Audit."""


class LookTabs(QWidget):
    """A tab bar over a stack; the first tab is the heatmap, the others are made when they are shown, or ahead."""

    tab_shown = Signal(str)
    """The name of the tab that is shown from now on."""
    image_list_wanted = Signal(bool)
    navigate_requested = Signal(str)
    message_requested = Signal(str, str)

    def __init__(self, heatmap: QWidget, context: InspectorContext, tabs: tuple[InspectorTab, ...] | None = None,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._tabs = context, TABS if tabs is None else tabs
        self._made: dict[str, QWidget] = {}
        self._rooms: dict[str, Room] = {}
        self._stack = QStackedWidget()
        self._add(HEATMAP, heatmap)
        self.bar = self._make_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._stack, 1)

    def _make_bar(self) -> QTabBar:
        """Make the bar; whoever arranges the page puts it where it belongs."""
        bar = described(QTabBar(), "look_tabs", self.tr("What to look at"))
        bar.setExpanding(False)
        bar.setDocumentMode(True)
        bar.addTab(self.tr("Heatmap"))
        for tab in self._tabs:
            bar.addTab(QCoreApplication.translate(_CONTEXT, tab.title))
        bar.setVisible(bool(self._tabs))
        bar.currentChanged.connect(self._on_changed)
        return bar

    @property
    def names(self) -> tuple[str, ...]:
        """The tabs from left to right."""
        return (HEATMAP, *(tab.name for tab in self._tabs))

    @property
    def current(self) -> str:
        """The name of the tab on show."""
        return self.names[self.bar.currentIndex()]

    @property
    def wants_image_list(self) -> bool:
        """Whether the tab on show leaves the list of images at the left."""
        number = self.bar.currentIndex()
        return number < 1 or self._tabs[number - 1].keeps_image_list

    def show_tab(self, name: str) -> None:
        """Show the tab called ``name``."""
        self.bar.setCurrentIndex(self.names.index(name))

    def offer(self, name: str, *, offered: bool) -> None:
        """Offer a tab, or leave it out; one that is on show gives way to the heatmap."""
        if name in self.names:
            if not offered and self.current == name:
                self.show_tab(HEATMAP)
            self.bar.setTabVisible(self.names.index(name), offered)

    def widget(self, name: str) -> QWidget | None:
        """Return a tab's widget; None while it was never shown."""
        return self._made.get(name)

    def build_ahead(self) -> bool:
        """Make the next tab that was never shown, so that nobody waits for it; return whether there is more."""
        missing = [tab for tab in self._tabs if tab.name not in self._made]
        if missing:
            self._make(missing[0])
        return len(missing) > 1

    def _on_changed(self, number: int) -> None:
        name = self.names[number]
        if name not in self._made:
            self._make(self._tabs[number - 1])
        with laid_out_once(self):
            self._stack.setCurrentWidget(self._rooms[name])
            self.image_list_wanted.emit(self.wants_image_list)
        self._rooms[name].settle()
        self.tab_shown.emit(name)

    def _make(self, tab: InspectorTab) -> None:
        widget = tab.make(self._context)
        for signal in ("message_requested", "navigate_requested"):
            if hasattr(widget, signal):
                getattr(widget, signal).connect(getattr(self, signal))
        if hasattr(widget, "tab_requested"):
            widget.tab_requested.connect(self.show_tab)
        self._add(tab.name, widget)

    def _add(self, name: str, widget: QWidget) -> None:
        """Put a tab into the stack, in a room of its own: what changes in it leaves the others in peace."""
        self._made[name], self._rooms[name] = widget, Room(widget)
        self._stack.addWidget(self._rooms[name])
