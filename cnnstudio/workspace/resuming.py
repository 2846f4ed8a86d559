"""Which runs can go on, for how many epochs, and what is to be said about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cnnstudio.errors import RunError
from cnnstudio.runs.group_folder import group_path, has_plan
from cnnstudio.runs.record import RunRecord, current_versions
from cnnstudio.runs.store import RunFolder
from cnnstudio.runs.summaries import list_runs
from cnnstudio.runs.training_lock import is_being_trained
from cnnstudio.training.config import EPOCHS_LIMIT
from cnnstudio.wording import translate

_COMPLETE = ("finished", "early_stopped")
_DECIDING = {"cnnstudio": "CNN Studio", "torch": "PyTorch", "numpy": "NumPy", "system": "the system"}
"""Versions that decide the numbers, in words."""


@dataclass(frozen=True, slots=True)
class ResumeOffer:
    """A run that may go on, or why it may not."""

    path: Path
    name: str
    network_name: str
    folder: Path
    """Where its images were."""
    status: str
    """As in `RunRecord`."""
    epochs: int
    """Epochs done."""
    planned: int
    """Epochs of its recipe."""
    reason: str = ""
    """Why it cannot go on, in a sentence; empty when it can."""
    group: str = ""
    """Key of the seeds or folds it belongs to, when it is known how the others are trained."""
    sweep: str = ""
    """Name of the sweep it is a training of, when that is kept beside it: then the sweep is to go on."""

    @property
    def is_possible(self) -> bool:
        """Whether the run can go on."""
        return not self.reason

    @property
    def needs_epochs(self) -> bool:
        """Whether it is complete, so that it can only go on for more epochs."""
        return self.status in _COMPLETE

    @property
    def epoch(self) -> int:
        """The epoch it would go on in, from 1."""
        return min(self.epochs + 1, self.planned)


def resume_offer(path: Path) -> ResumeOffer:
    """Say whether the run at ``path`` can go on; only its small files are read.

    Raises
    ------
    RunError
        When there is no run or it is damaged, naming the file.
    """
    record = RunFolder.load(path).record
    reason = translate(
        "workspace", "{record} is being trained now.", record=record.name) if is_being_trained(path) else ""
    return ResumeOffer(path, record.name, record.network_name, Path(record.folder), record.status,
                       len(record.history), record.train.epochs, reason, _repeat_of(path, record),
                       _sweep_of(path, record))


def _repeat_of(path: Path, record: RunRecord) -> str:
    """Return the key of the seeds or folds that a run is one of and that can be completed; else nothing."""
    group = record.group
    is_known = group is not None and group.kind != "sweep" and has_plan(group_path(path.parent, group.key))
    return group.key if group is not None and is_known else ""


def _sweep_of(path: Path, record: RunRecord) -> str:
    """Return the name of the sweep that a run is a training of; nothing when it is not kept here."""
    group = record.group
    is_known = group is not None and group.kind == "sweep" and (path.parent / "sweeps.db").is_file()
    return group.name if group is not None and is_known else ""


def interrupted_runs(directory: Path, left: Path | None = None) -> tuple[ResumeOffer, ...]:
    """Return the runs, the newest first, whose training a program left without an end and that can go on.

    Parameters
    ----------
    left : a run that was stopped only because the window was closed, which counts as one of them
    """
    unfinished = [found.path for found in list_runs(directory) if found.is_sound and (
        found.status == "unfinished" or (found.status == "stopped" and found.path == left))]
    return tuple(offer for offer in map(_sound_offer, unfinished) if offer is not None and offer.is_possible)


def _sound_offer(path: Path) -> ResumeOffer | None:
    try:
        return resume_offer(path)
    except RunError:
        return None


def set_aside(path: Path) -> None:
    """Mark an interrupted run as stopped, so that it is not offered again; it can still go on.

    Raises
    ------
    StorageError, RunError
        When that cannot be saved.
    """
    run = RunFolder.load(path)
    if run.record.status == "unfinished" and not is_being_trained(path):
        run.finish(run.record.model_copy(update={"status": "stopped", "message": translate(
            "workspace", "The training was interrupted.")}))


@dataclass(frozen=True, slots=True)
class Continuation:
    """How far a training goes that goes on."""

    epochs: int
    """In all."""
    patience_from: int
    """Epoch from which early stopping counts anew; 0 when it never stopped."""


def continuation(record: RunRecord, done: int, more_epochs: int) -> Continuation:
    """Work out how far a run goes on.

    A run that is complete goes on for ``more_epochs`` epochs from its end, any other to the end of its recipe and then
    for ``more_epochs``. The recipe is then one of so many epochs, for the schedule, too. Early stopping, once it has
    stopped a training that the user wishes to go on, begins to count anew.

    Parameters
    ----------
    done : epochs done

    Raises
    ------
    RunError
        When there is nothing left to do, or too much.
    """
    is_complete = record.status in _COMPLETE
    if is_complete and more_epochs < 1:
        raise RunError(translate(
            "workspace", "The training of {record} is complete: {done} epochs. Say for how many more it is to go on "
            "(--epochs N).", record=record.name, done=done))
    epochs = (done if is_complete else record.train.epochs) + more_epochs
    if epochs > EPOCHS_LIMIT:
        raise RunError(translate(
            "workspace", "A training has at most {limit:,} epochs; {record} would have {epochs:,}.", limit=EPOCHS_LIMIT,
            record=record.name, epochs=epochs))
    return Continuation(epochs, done if record.status == "early_stopped" else 0)


def differences(record: RunRecord, device: str, versions: Mapping[str, str] | None = None, *,
                processes: int = 1) -> str:
    """Say what may keep the rest of a training from being bit for bit that of an uninterrupted one.

    Parameters
    ----------
    device : where it is computed from now on, as `RunRecord.device` has it
    versions : those of now; `current_versions` unless given
    processes : that compute it together from now on

    Returns
    -------
    str
        A sentence; empty when nothing is known that would.
    """
    now = current_versions() if versions is None else versions
    found = [translate("workspace", "{words} ({before} before, {now} now)", words=translate("workspace", words),
                       before=record.versions[name],
                       now=now.get(name) or translate("workspace", "none"))
             for name, words in _DECIDING.items() if name in record.versions and record.versions[name] != now.get(name)]
    if record.device and record.device != device:
        found.append(translate(
            "workspace", "the device ({device} before, {other_device} now)", device=record.device, other_device=device))
    if record.processes != processes:
        found.append(translate(
            "workspace", "the number of processes ({processes} before, {other_processes} now)",
            processes=record.processes, other_processes=processes))
    if not record.threads:
        found.append(translate("workspace", "the number of threads (not known of the training before)"))
    if not found and device.startswith(("cuda", "mps")):
        return translate(
            "workspace", "On a graphics card sums are not always added in the same order, so the last digits may "
            "differ.")
    return (translate(
        "workspace", "The training goes on, but its curve may differ in the last digits from an uninterrupted one, "
        "because of {found}.", found=', '.join(found)) if found else "")


def modern_state(state: Mapping[str, Any], record: RunRecord) -> dict[str, Any]:
    """Return the state of a trainer, also of a run of an earlier version, which was saved at the end of an epoch."""
    if "steps" in state:
        return dict(state)
    epochs = int(state["epochs"])
    return {"module": state["module"], "steps": {"optimizer": state["optimizer"], "random": state["random"]},
            "epochs": epochs, "step": 0, "sums": {"loss_sum": 0.0, "right": 0, "images": 0},
            "seconds": sum(row.seconds for row in record.history[:epochs]), "epoch_seconds": 0.0, "patience_from": 0}
