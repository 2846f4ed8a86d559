"""Which epochs of a run can be looked at: those whose weights it keeps, with its best and its last one."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.errors import InputError, RunError
from cnnstudio.runs.kept_epochs import kept_epochs, read_epoch
from cnnstudio.runs.store import RunFolder
from cnnstudio.wording import translate
from cnnstudio.workspace.loaded_run import IMAGENET_RUN, LoadedRun

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True, slots=True)
class EpochInfo:
    """One epoch that can be looked at.

    Attributes
    ----------
    epoch : from 1; 0 for the weights before the first step
    accuracy : of the validation images, 0 to 1; None before the first step, where nothing was measured
    """

    epoch: int
    accuracy: float | None
    is_best: bool = False
    is_last: bool = False


class RunEpochs:
    """The weights of a run's epochs, each read when it is asked for; the last ones stay in memory.

    Attributes
    ----------
    infos : in order; at least the best and the last epoch

    Raises
    ------
    RunError
        When there is no run, it is damaged, or no epoch of it has ended.
    """

    def __init__(self, path: Path) -> None:
        if path == IMAGENET_RUN:
            raise RunError(translate(
                "workspace", "The published network was not trained here, so there are no epochs to look back at."))
        self.run = RunFolder.load(path)
        record = self.run.record
        if not record.history:
            raise RunError(translate(
                "workspace", "The run {path} has no trained weights: it ended before its first epoch did.", path=path))
        self._last = record.history[-1].epoch
        self._kept = {kept.epoch: kept for kept in kept_epochs(path) if kept.epoch <= self._last}
        accuracies = {row.epoch: row.val_accuracy for row in record.history}
        self.infos = tuple(
            EpochInfo(epoch, accuracies.get(epoch), epoch == record.best_epoch, epoch == self._last)
            for epoch in sorted({*self._kept, record.best_epoch, self._last}))
        self._base: dict[str, Tensor] = {}

    @property
    def last(self) -> int:
        """The last epoch."""
        return self._last

    def weights(self, epoch: int) -> "dict[str, Tensor]":
        """Return all weights after an epoch, by the names of the network's ``state_dict()``.

        Raises
        ------
        InputError
            When nothing is kept of this epoch, with those that can be looked at.
        RunError
            Naming the file that is missing or damaged.
        """
        if epoch not in {info.epoch for info in self.infos}:
            raise InputError(translate(
                "workspace", "Nothing is kept of epoch {epoch} of this run; it has epoch {infos}.", epoch=epoch,
                infos=', '.join(str(info.epoch) for info in self.infos)))
        if not self._base:
            self._base = self.run.load_weights("last")[0]
        if epoch == self._last:
            return self._base
        if epoch in self._kept:
            return self._base | read_epoch(self._kept[epoch])    # what is frozen is the same in every epoch
        return self.run.load_weights("best")[0]

    def open(self, epoch: int) -> LoadedRun:
        """Return the run with a network of its own that has the weights of an epoch; raises as `weights`."""
        from cnnstudio.explain.explainer import Explainer
        from cnnstudio.network.document import from_document
        from cnnstudio.runs.weights import build_with_weights

        record = self.run.record
        network = build_with_weights(record.graph, self.weights(epoch), translate(
            "workspace", "Epoch {epoch} of {path}", epoch=epoch, path=self.run.path))
        explainer = Explainer(network, record.preprocess, record.mean, record.std, record.class_names)
        return LoadedRun(self.run.path, 0, record, from_document(record.graph), network, explainer, epoch)
