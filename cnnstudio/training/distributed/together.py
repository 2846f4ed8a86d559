"""Processes that train one network together, over `torch.distributed`."""

import contextlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn, TypeVar

import numpy as np
import torch
import torch.distributed as dist
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.distributed.distributed_c10d import Store

from cnnstudio.errors import CNNStudioError, ImagesAwayError, JobCancelledError, TrainingError
from cnnstudio.training.distributed.processes import Processes, Turn
from cnnstudio.training.distributed.shared_layers import Present, over_all
from cnnstudio.wording import translate

BUCKET_BYTES = 25_000_000
"""So much of the gradients is on its way at a time, while the next ones are packed (the size torch's DDP takes)."""
_TOLD_WITHIN_S = 3.0
"""How long after a broken connection it is looked for what the other process said of its end."""
_LOOK_EVERY_S = 0.05
_END = "end"

_Batch = TypeVar("_Batch")


class Together(Processes):
    """One of several processes that compute every batch together.

    Whatever could turn out differently in one of them is agreed on: the gradients, what was measured, an end that
    somebody wants, images that are away. A process that fails says why in the ``store`` and lets go of its
    connections; the others, which wait for it, find that sentence there and end with it.

    Parameters
    ----------
    store : of the process group, which is the default one; small sentences are exchanged in it
    """

    def __init__(self, store: Store, rank: int, count: int, *, local_rank: int, local_count: int) -> None:
        self.rank, self.count, self.local_rank, self.local_count = rank, count, local_rank, local_count
        self._store = store
        self._present = Present(every=count)
        self._wish: Callable[[], bool] = bool
        self._known_wish: bool | None = None
        self._turns = 0

    @property
    def rows(self) -> slice:
        """The places in each batch whose images this process has."""
        return slice(self.rank, None, self.count)

    def begin(self, part: slice) -> Turn:
        """Begin to compute a part of a batch."""
        first = (self.rank - part.start) % self.count
        self._present.images, self._present.first = part.stop - part.start, first
        kept = slice(*(-(-(place - self.rank) // self.count) for place in (part.start, part.stop)))
        return Turn(slice(part.start + first, part.stop, self.count), kept)

    def every(self, stride: int, seen: int, values: Tensor) -> tuple[Tensor, int]:
        """Return the values of every ``stride``-th image of all that are this process's, and the images seen."""
        places = np.arange(self._present.first, self._present.images, self.count)
        chosen = np.flatnonzero((seen + places) % stride == 0)
        return values[torch.from_numpy(chosen).to(values.device)], seen + self._present.images

    def add_up(self, parameters: Sequence[nn.Parameter], counted: list[Tensor]) -> list[Tensor]:
        """Put the sum over all processes into every gradient, and return that of single values."""
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        values = torch.stack([value.to(torch.float32) for value in counted])
        buckets = [*_buckets(gradients), [values]]
        flat = [torch.cat([tensor.reshape(-1) for tensor in bucket]) for bucket in buckets]
        with self._speaking():
            for work in [dist.all_reduce(each, async_op=True) for each in flat]:
                work.wait()
        for bucket, each in zip(buckets, flat, strict=True):
            parts = torch.split(each, [tensor.numel() for tensor in bucket])
            torch._foreach_copy_(bucket, [
                part.view(tensor.shape) for part, tensor in zip(parts, bucket, strict=True)])
        return list(values.unbind())

    def total(self, values: Tensor) -> Tensor:
        """Return the sum over all processes."""
        values = values.clone()
        with self._speaking():
            dist.all_reduce(values)
        return values

    def totals(self, values: Sequence[float]) -> list[float]:
        """Return the sum of each of some numbers over all processes."""
        summed: list[float] = self.total(torch.tensor(values, dtype=torch.float64)).tolist()
        return summed

    def follow(self, should_stop: Callable[[], bool]) -> Callable[[], bool]:
        """Return what says the same in all processes: that somebody wants an end."""
        self._wish, self._known_wish = should_stop, None
        return self._is_end_wanted

    def _is_end_wanted(self) -> bool:
        known, self._known_wish = self._known_wish, None
        return bool(self.totals([self._wish()])[0]) if known is None else known

    def batches(self, batches: Iterator[_Batch]) -> Iterator[_Batch]:
        """Pass batches on; when the images of one process are away, that is raised in all.

        Whether somebody wants an end is asked in the same message.
        """
        while True:
            away: ImagesAwayError | None = None
            batch: _Batch | None = None
            try:
                batch = next(batches, None)
            except ImagesAwayError as error:
                away = error
            if batch is None and away is None:
                return
            wished, gone = self.totals([self._wish(), away is not None])
            self._known_wish = bool(wished)
            if gone or batch is None:
                raise self._away(away)
            yield batch

    def _away(self, own: ImagesAwayError | None) -> ImagesAwayError:
        """Return an error that tells in all processes what is amiss in any of them, as long as it is."""
        def problem() -> str:
            found = self.texts(own.problem() if own else "")
            return next((text for text in found if text), "")

        return ImagesAwayError(own.path if own else "images", own.reason if own else "away", problem)

    def joined(self, module: nn.Module) -> contextlib.AbstractContextManager[None]:
        """Let layers that look at a whole batch do so, over all processes, inside the block."""
        return over_all(module, self._present, self.total)

    @contextlib.contextmanager
    def one_by_one(self, should_stop: Callable[[], bool]) -> Iterator[None]:
        """Let the first process on each machine run the block alone, and then the others."""
        self._turns += 1
        turn = f"turn {self._turns} of {self.rank - self.local_rank}"
        if self.local_rank:
            self._wait_for(turn, should_stop)
        yield
        if not self.local_rank:
            with self._speaking():
                self._store.set(turn, "done")

    def _wait_for(self, word: str, should_stop: Callable[[], bool]) -> None:
        with self._speaking():
            while not self._store.check([word]):
                if should_stop():
                    raise JobCancelledError(translate("training", "Stopped."))
                if self._store.check([_END]):
                    self._raise_end(None)
                time.sleep(_LOOK_EVERY_S)

    def texts(self, text: str) -> list[str]:
        """Return what each process says, in their order."""
        return [bytes(said).decode() for said in self._rows_of_all(np.frombuffer(text.encode(), np.uint8))]

    def gathered(self, columns: "Sequence[NDArray[Any]]") -> "list[NDArray[Any]]":
        """Return each column (n, ...) with the rows of all processes, one process after the other."""
        return [np.concatenate(self._rows_of_all(column)) for column in columns]

    def _rows_of_all(self, own: "NDArray[Any]") -> "list[NDArray[Any]]":
        """Return the array (n, ...) of each process; only n may differ."""
        counts = [0.0] * self.count
        counts[self.rank] = float(len(own))
        rows = [int(count) for count in self.totals(counts)]
        padded = np.zeros((max(rows), *own.shape[1:]), own.dtype)
        padded[:len(own)] = own
        sent = torch.from_numpy(padded)
        received = [torch.empty_like(sent) for _ in rows]
        if sent.numel():
            with self._speaking():
                dist.all_gather(received, sent)
        return [values.numpy()[:count] for values, count in zip(received, rows, strict=True)]

    def spread(self, module: nn.Module, *, is_ready: bool) -> bool:
        """Give all processes the first one's weights, if that is ready; return whether it is."""
        if not self.totals([is_ready and self.leads])[0]:
            return False
        with self._speaking():
            for tensor in module.state_dict().values():
                dist.broadcast(tensor, 0)
        return True

    def tell_end(self, error: BaseException, sentence: str) -> bool:
        """Say why this process ends, let go of the others, and return whether it was the first to say so."""
        is_wish = isinstance(error, JobCancelledError | KeyboardInterrupt | GeneratorExit)
        images, changes = getattr(error, "images", ()), getattr(error, "changes", {})
        told = json.dumps({"is_wish": is_wish, "rank": self.rank, "message": sentence,
                           "images": [int(image) for image in images], "changes": changes})
        try:
            is_first: bool = self._store.compare_set(_END, "", told) == told.encode()
        except RuntimeError:
            is_first = True  # the store is gone, and with it all who could have said it
        self.leave()
        return is_first

    def leave(self) -> None:
        """Let go of the connections; who waits for this process learns of its end by that."""
        with contextlib.suppress(Exception):
            if dist.is_initialized():
                dist.destroy_process_group()

    @contextlib.contextmanager
    def _speaking(self) -> Iterator[None]:
        """Turn a broken connection into the sentence of the process that ended."""
        try:
            yield
        except CNNStudioError:
            raise
        except RuntimeError as error:
            self._raise_end(error)

    def _raise_end(self, error: RuntimeError | None) -> NoReturn:
        told = self._told_end()
        if told is None:
            raise TrainingError(
                translate(
                    "training", "Another process of this training ended without a word, or does not answer any more: "
                    "it was killed, or its machine cannot be reached. What was saved last is kept: start the "
                    "processes again with --resume.")
            ) from error
        if told["is_wish"]:
            raise JobCancelledError(told["message"]) from error
        raise TrainingError(told["message"], images=told["images"], changes=told["changes"]) from error

    def _told_end(self) -> dict[str, Any] | None:
        """Return what a process said of its end; None when none of them did."""
        until = time.monotonic() + _TOLD_WITHIN_S
        while time.monotonic() < until:
            try:
                if self._store.check([_END]):
                    found: dict[str, Any] = json.loads(self._store.get(_END))
                    return found
            except RuntimeError:
                return None
            time.sleep(_LOOK_EVERY_S)
        return None


def _buckets(gradients: Sequence[Tensor]) -> list[list[Tensor]]:
    """Divide tensors into groups of `BUCKET_BYTES`, in order; a larger one is a group of its own."""
    buckets: list[list[Tensor]] = []
    room = 0
    for gradient in gradients:
        size = gradient.numel() * gradient.element_size()
        if not buckets or size > room:
            buckets.append([])
            room = BUCKET_BYTES
        buckets[-1].append(gradient)
        room -= size
    return buckets
