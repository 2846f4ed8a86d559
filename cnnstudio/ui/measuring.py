"""Keeps what is measured and forecast of the network that is open, for every page that shows it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from weakref import WeakSet

import shiboken6
from psygnal import SignalInstance
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.document import to_document
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.shapes import Analysis, analyse
from cnnstudio.ui.workers import TRAIN_SLOT, JobRunner
from cnnstudio.workspace.forecast import Measurement, forecast_training_bytes
from cnnstudio.workspace.machine_memory import available_bytes, process_bytes
from cnnstudio.workspace.workspace import Workspace

SLOT = "measure"
_LOOK_MS, _WAIT_MS, _BUSY_MS = 250, 1500, 2000
_MOST_KEPT = 64
AUTOMATIC_MULTIPLY_ADDS = 60_000_000_000
"""Of one training step; more would keep a laptop busy for seconds after every edit, so it is measured on request."""
AUTOMATIC_WEIGHTS = 20_000_000
_OF_THE_TIME = ("batch_size", "optimizer", "momentum", "device", "threads")
"""Settings of the recipe that change how long a step takes."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known before *Train* is pressed.

    Attributes
    ----------
    measurement : of this network with this recipe on this machine; None while it is not measured
    epoch_s : seconds of one epoch, forecast; None without a measurement or without images
    once_s : seconds before the first epoch, in which all images run through frozen layers, forecast; mostly 0
    learning_ms : milliseconds an image takes a training to learn from; None without a measurement or without images
    epochs : of the recipe
    peak_bytes : memory of the program at its largest while training, forecast; None without a trainable network
    is_too_large : whether that is more than the machine has
    """

    measurement: Measurement | None = None
    epoch_s: float | None = None
    once_s: float = 0.0
    learning_ms: float | None = None
    epochs: int = 0
    peak_bytes: int | None = None
    is_too_large: bool = False


class Measurer(QObject):
    """Measures a moment after edits, while somebody looks and nothing else runs, and never while a training runs.

    Attributes
    ----------
    outlook : what is known now
    is_measuring : whether a measurement runs
    failure : why the newest measurement failed; empty when it did not
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, jobs: JobRunner) -> None:
        super().__init__(jobs)
        self.workspace, self._jobs = workspace, jobs
        self.outlook, self.is_measuring, self.failure = Outlook(), False, ""
        self._kept: dict[str, Measurement] = {}
        self._analysis: Analysis | None = None
        self._key = self._asked = ""
        self._watchers: WeakSet[QWidget] = WeakSet()
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._refresh)
        self._later = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._later.timeout.connect(self._measure_when_quiet)
        self._graph: NetworkGraph = workspace.graph
        self._listen()
        jobs.job_started.connect(self._on_job_started)

    @property
    def can_measure(self) -> bool:
        """Whether a measurement may begin now."""
        return (self._analysis is not None and self._analysis.is_trainable and not self.is_measuring
                and not self._jobs.is_running(TRAIN_SLOT))

    def watch(self, watcher: QWidget) -> None:
        """Work from now on while this widget is to be seen."""
        self._watchers.add(watcher)
        self._look.start(0)

    @property
    def is_watched(self) -> bool:
        """Whether somebody looks. Asked anew each time: a widget that is taken down tells nobody that it hides."""
        return any(shiboken6.isValid(watcher) and watcher.isVisible() for watcher in self._watchers)

    def measure(self) -> None:
        """Measure now, whatever it takes; nothing happens while a training runs."""
        self._refresh()
        if not self.can_measure:
            return
        from cnnstudio.workspace.measure_job import MeasureJob

        workspace = self.workspace
        self._asked, self.failure, self.is_measuring = self._key, "", True
        self._later.stop()
        self._jobs.start(
            MeasureJob(workspace.graph, workspace.train_config, workspace.augment), slot=SLOT, quiet=True,
            on_event=self._on_event, on_finished=self._on_ended, on_failed=self._on_failed,
            on_cancelled=self._on_ended)
        self.changed.emit()

    def _listen(self) -> None:
        workspace = self.workspace
        pairs: list[tuple[SignalInstance, Callable[..., None]]] = [(signal, self._on_changed) for signal in (
            workspace.train_config_changed, workspace.preprocess_changed, workspace.folder_changed,
            workspace.split_changed, workspace.augment_changed, self._graph.changed)]
        pairs.append((workspace.graph_replaced, self._on_graph_replaced))
        for signal, slot in pairs:
            signal.connect(slot)
        on_changed = self._on_changed

        def stop(*_: object) -> None:
            """Let go of the model when Qt destroys this; the model may outlive it."""
            for signal, slot in pairs:
                signal.disconnect(slot, missing_ok=True)
            workspace.graph.changed.disconnect(on_changed, missing_ok=True)

        self.destroyed.connect(stop)

    def _on_graph_replaced(self) -> None:
        self._graph.changed.disconnect(self._on_changed, missing_ok=True)
        self._graph = self.workspace.graph
        self._graph.changed.connect(self._on_changed, unique=True)
        self._on_changed()

    def _on_changed(self, *_: object) -> None:
        self._analysis = None
        self.failure = ""
        if self.is_watched:
            self._look.start()

    def _refresh(self) -> None:
        """Work out what is known now, and measure later what is not."""
        config = self.workspace.train_config
        if self._analysis is None:
            self._analysis = analyse(self.workspace.graph)
            self._key = _key(self.workspace)
        measurement = self._kept.get(self._key) if self._analysis.is_trainable else None
        self.outlook = self._make_outlook(self._analysis, measurement)
        if measurement is None and not self.failure and self._is_light(self._analysis, config.batch_size):
            self._later.start(_WAIT_MS)
        self.changed.emit()

    def _make_outlook(self, analysis: Analysis, measurement: Measurement | None) -> Outlook:
        workspace, config = self.workspace, self.workspace.train_config
        if not analysis.is_trainable:
            return Outlook(epochs=config.epochs)
        needed, free = forecast_training_bytes(analysis, config), available_bytes()
        splits = workspace.splits
        outlook = Outlook(measurement, epochs=config.epochs, peak_bytes=needed + (process_bytes() or 0),
                          is_too_large=free is not None and needed > free)
        if measurement is None or splits is None:
            return outlook
        training, validation = len(splits.train), len(splits.validation)
        return replace(outlook, epoch_s=measurement.epoch_s(training, validation),
                       once_s=measurement.once_s(training + validation),
                       learning_ms=measurement.part_of(training + validation).training_ms)

    def _is_light(self, analysis: Analysis, batch_size: int) -> bool:
        """Whether the network may be measured unasked: there are images to train it on, and it takes seconds."""
        if not analysis.is_trainable or self.outlook.is_too_large or not self.is_watched or not self.workspace.folder:
            return False
        whole = total(node_costs(self.workspace.graph, analysis))
        return (3 * whole.multiply_adds * batch_size <= AUTOMATIC_MULTIPLY_ADDS
                and 0 < whole.weights <= AUTOMATIC_WEIGHTS)

    def _measure_when_quiet(self) -> None:
        """Measure when nothing else runs, for it would be measured with it; else look again later."""
        if self._jobs.active(with_quiet=True):
            self._later.start(_BUSY_MS)
        elif self.is_watched:
            self.measure()

    def _on_job_started(self, slot: str) -> None:
        if slot == TRAIN_SLOT and self.is_measuring:
            self._jobs.cancel(SLOT)

    def _on_event(self, event: Any) -> None:
        measurement: Measurement | None = getattr(event, "measurement", None)
        if measurement is not None:
            self._kept[self._asked] = measurement
            for old in list(self._kept)[:-_MOST_KEPT]:
                del self._kept[old]

    def _on_ended(self) -> None:
        self.is_measuring = False
        self._look.start(0)

    def _on_failed(self, message: str, _details: str) -> None:
        self.is_measuring, self.failure = False, message
        self.changed.emit()


def measurer_of(workspace: Workspace, jobs: JobRunner) -> Measurer:
    """Return the one measurer of a workspace; it lives as long as ``jobs``."""
    for child in jobs.findChildren(Measurer):
        if child.workspace is workspace:
            return child
    return Measurer(workspace, jobs)


def _key(workspace: Workspace) -> str:
    """Return what a step's time depends on: layers, wires, repeats, and a part of the recipe."""
    document = to_document(workspace.graph)
    layers = [_without(node, "x", "y", "name") for node in document["nodes"]]
    blocks = [_without(block, "x", "y", "name", "folded") for block in document.get("blocks", ())]
    recipe = {name: getattr(workspace.train_config, name) for name in _OF_THE_TIME}
    parts = [layers, document["edges"], blocks, recipe, workspace.augment.model_dump()]
    return json.dumps(parts, sort_keys=True, default=str)


def _without(record: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in names}
