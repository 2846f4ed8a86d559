"""Keeps the weights of evenly spaced epochs while a training goes on, in a thread of its own."""

import threading
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.errors import RunError, StorageError
from cnnstudio.runs.kept_epochs import MOST_BYTES, forget_epochs, keep_epoch, kept_epochs, learned_names, stride
from cnnstudio.wording import translate
from cnnstudio.workspace.full_disk import is_full_disk

if TYPE_CHECKING:
    from torch import Tensor, nn

_LEAST = 2
"""Fewer epochs would show no change."""
_WAITING_BYTES = 128_000_000
"""Of copies that wait to be written; an epoch that ends while there are more is left out."""

_TOO_LARGE = ("The weights of single epochs are not kept for looking back: one would take {size:,.0f} MB, and a run "
              "keeps at most {most:,.0f} MB of them. The best and the last epoch are kept as ever.")
_NO_LONGER = "From epoch {epoch} on no more weights are kept for looking back{reason}. The training goes on."


class EpochKeeper:
    """Keeps at most ``most`` epochs of a run: every one at first, then every 2nd, every 4th ...

    The training waits for a copy in memory and for nothing else. A file that cannot be written ends the keeping,
    never the training.

    Parameters
    ----------
    run : the folder of the run, which nobody else trains
    most : epochs kept; none with less than two
    """

    def __init__(self, run: Path, most: int) -> None:
        self._run, self._most = run, most
        self._lock = threading.Lock()
        self._waiting: deque[tuple[int, int, dict[str, Tensor]]] = deque()
        self._bytes = self._step = 0
        self._thread: threading.Thread | None = None
        self._notices: list[str] = []
        self._has_ended = most < _LEAST

    def go_on_after(self, epochs: int) -> None:
        """Forget what is kept of epochs after this one: they are done again."""
        forget_epochs(self._run, [kept.epoch for kept in kept_epochs(self._run) if kept.epoch > epochs])

    def keep(self, epoch: int, module: "nn.Module", weights: "Mapping[str, Tensor]") -> None:
        """Keep an epoch when it is one of those evenly spaced.

        Parameters
        ----------
        epoch : from 1; 0 for the weights before the first step
        module : the network that is trained
        weights : the epoch's result, by the names of the network's ``state_dict()``
        """
        if self._has_ended:
            return
        names = learned_names(module)
        size = sum(tensor.nbytes for name, tensor in weights.items() if name in names)
        most = min(self._most, MOST_BYTES // max(1, size))
        if most < _LEAST:
            self._end(translate("workspace", _TOO_LARGE, size=size / 1e6, most=MOST_BYTES / 1e6))
        elif epoch % stride(epoch, most) == 0:
            self._put(epoch, stride(epoch, most), {
                name: tensor.detach().to("cpu", copy=True) for name, tensor in weights.items() if name in names})

    def take_notices(self) -> tuple[str, ...]:
        """Return what is to be told and was not told yet, in sentences."""
        with self._lock:
            found, self._notices = tuple(self._notices), []
        return found

    def close(self) -> None:
        """Wait until everything is written."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _put(self, epoch: int, step: int, tensors: "dict[str, Tensor]") -> None:
        with self._lock:
            if self._waiting and self._bytes > _WAITING_BYTES:
                return
            self._waiting.append((epoch, step, tensors))
            self._bytes += _size(tensors)
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_all, name="kept epochs", daemon=True)
                self._thread.start()

    def _write_all(self) -> None:
        """Write what waits, in the thread; it ends with the last one."""
        while True:
            with self._lock:
                if not self._waiting or self._has_ended:
                    self._waiting.clear()
                    self._bytes, self._thread = 0, None
                    return
                epoch, step, tensors = self._waiting.popleft()
                self._bytes -= _size(tensors)
            self._write(epoch, step, tensors)

    def _write(self, epoch: int, step: int, tensors: "dict[str, Tensor]") -> None:
        if step != self._step:
            forget_epochs(self._run, [kept.epoch for kept in kept_epochs(self._run) if kept.epoch % step])
            self._step = step
        try:
            keep_epoch(self._run, epoch, tensors)
        except (StorageError, RunError) as error:
            if self._run.is_dir():    # else the run's keeper says that its folder is gone
                why = translate(
                    "workspace", ", because the disk is full") if is_full_disk(error) else f": {str(error).rstrip('.')}"
                self._end(translate("workspace", _NO_LONGER, epoch=epoch, reason=why))

    def _end(self, sentence: str) -> None:
        with self._lock:
            self._has_ended = True
            self._notices.append(sentence)


def _size(tensors: "Mapping[str, Tensor]") -> int:
    return sum(tensor.nbytes for tensor in tensors.values())
