"""What a training needs to go on: saved in one piece, kept in two generations, and read with a way back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import RunError
from cnnstudio.runs.manifest import HashingFile, Manifest, Member, member_of, read_json_member, read_member
from cnnstudio.wording import translate

if TYPE_CHECKING:
    import torch

Weights = Mapping[str, "torch.Tensor"]
Writer = Callable[[HashingFile], None]

MODULE, STATE, STATE_TENSORS, LAST, BEST = "module", "state", "state_tensors", "weights", "best"
_PARTS = (MODULE, STATE, STATE_TENSORS, LAST, BEST)
EARLIER = "earlier_"
"""Before a part's role: the part of the checkpoint before the newest one."""

_OLD_STATE, _OLD_TENSORS = "optimizer", "optimizer_tensors"
"""Roles of earlier versions, which saved at the end of an epoch only."""


@dataclass(frozen=True, slots=True, eq=False)
class Checkpoint:
    """A training as it was when it was saved."""

    state: Mapping[str, Any]
    """As given to the save; of an earlier version's run its optimiser, random state and epochs."""
    last: Weights | None
    """The result of the last epoch; None when no epoch has ended."""
    best: Weights | None
    """The result of the best epoch; None when no epoch has ended."""
    problem: str = ""
    """Why the newest checkpoint could not be used, in a sentence; empty when this is the newest."""
    is_old: bool = False
    """Whether an earlier version of the program saved it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a save of a checkpoint writes."""

    writers: Mapping[str, Writer]
    """Role -> what writes its file."""
    shared: Mapping[str, str]
    """Role -> the role whose new file serves it, too."""


def plan(state: Mapping[str, Any], last: Weights | None, best: Weights | None,
         json_writer: Callable[[Any], Writer]) -> Plan:
    """Work out which files a checkpoint needs: weights that are the same tensors are written once.

    Parameters
    ----------
    state : with the network's own weights under ``"module"``
    last, best : the results to keep from now on; None keeps those saved before

    Raises
    ------
    RunError
        When a weight is not a finite number, or something in ``state`` cannot be saved.
    """
    from cnnstudio.runs.state_document import pack
    from cnnstudio.runs.weights import check_all_finite

    written: dict[str, Weights] = {}
    shared: dict[str, str] = {}
    for role, weights in ((LAST, last), (MODULE, state[MODULE]), (BEST, best)):
        same = next((other for other, found in written.items() if weights and _are_same(found, weights)), None)
        if same is not None:
            shared[role] = same
        elif weights:
            check_all_finite(weights)
            written[role] = weights
    document, tensors = pack({name: value for name, value in state.items() if name != MODULE})
    writers = {role: _tensor_writer(found) for role, found in {**written, STATE_TENSORS: tensors}.items()}
    return Plan({**writers, STATE: json_writer(document)}, shared)


def _are_same(first: Weights, second: Weights) -> bool:
    """Whether both are the very same tensors, not only equal ones."""
    return first.keys() == second.keys() and all(
        tensor.data_ptr() == second[name].data_ptr() and tensor.shape == second[name].shape
        for name, tensor in first.items())


def _tensor_writer(tensors: Weights) -> Writer:
    from cnnstudio.runs.tensor_file import write_tensors

    return lambda file: write_tensors(file, tensors)


def rotated(old: Mapping[str, Member]) -> dict[str, Member]:
    """Return the members of the checkpoint in ``old``, named as the earlier one from now on."""
    return {EARLIER + role: old[role] for role in _PARTS if role in old and STATE in old}


def without_earlier(members: Mapping[str, Member]) -> dict[str, Member]:
    """Return the members without the earlier checkpoint."""
    return {role: member for role, member in members.items() if not role.startswith(EARLIER)}


def has_checkpoint(manifest: Manifest) -> bool:
    """Whether a training can go on from what is saved."""
    return STATE in manifest.members or _OLD_STATE in manifest.members


def read_checkpoint(path: Path, manifest: Manifest) -> Checkpoint:
    """Read the newest checkpoint, or the one before it when that is damaged.

    Raises
    ------
    RunError
        When there is none, or none that is whole, naming the damaged file of the newest.
    """
    if STATE not in manifest.members:
        return _read_old(path, manifest)
    try:
        return _read(path, manifest, "")
    except RunError as error:
        if EARLIER + STATE not in manifest.members:
            raise
        try:
            return _read(path, manifest, EARLIER, translate(
                "runs", "{reason} The training goes on from the checkpoint before it.", reason=error))
        except RunError:
            raise error from None


def _read(path: Path, manifest: Manifest, prefix: str, problem: str = "") -> Checkpoint:
    from cnnstudio.runs.state_document import unpack

    document = read_json_member(path, manifest, prefix + STATE)
    state = unpack(document, read_weights(path, manifest, prefix + STATE_TENSORS)[0])
    found = {role: read_weights(path, manifest, prefix + role)[0] for role in (MODULE, LAST, BEST)
             if prefix + role in manifest.members}
    if MODULE not in found or not isinstance(state, dict):
        raise RunError(translate("runs", "{path} is damaged: its checkpoint has no weights.", path=path))
    return Checkpoint({**state, MODULE: found[MODULE]}, found.get(LAST), found.get(BEST), problem)


def _read_old(path: Path, manifest: Manifest) -> Checkpoint:
    from cnnstudio.runs.state_document import unpack

    if _OLD_STATE not in manifest.members:
        raise RunError(translate(
            "runs", "The run {path} cannot be resumed: its training ended before anything was saved.", path=path))
    tensors, _ = read_weights(path, manifest, _OLD_TENSORS)
    state = unpack(read_json_member(path, manifest, _OLD_STATE), tensors)
    last, best = (read_weights(path, manifest, role)[0] for role in (LAST, BEST))
    return Checkpoint({**state, MODULE: last}, last, best, is_old=True)


def read_weights(path: Path, manifest: Manifest, role: str) -> "tuple[dict[str, torch.Tensor], str]":
    """Return the checked tensors of the file for ``role`` and its name.

    Raises
    ------
    RunError
        Naming the file that is missing or damaged.
    """
    from cnnstudio.runs.tensor_file import read_tensors

    member = member_of(path, manifest, role)
    name = str(path / member.file)
    return read_tensors(read_member(path, member), name), name
