"""Times the labelling queue with 100,000 unsure answers of 20 classes: ``python -m tests.bench.labelled_queue``.

Prints one JSON object: seconds to read it (in a job's thread); milliseconds for a label, a step back and another order,
each with finding the next four images: the median and the worst.
"""

import json
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from cnnstudio.workspace.prediction_journal import PredictedImage, PredictionJournal
from cnnstudio.workspace.unsure_queue import ORDERS, QueueJob, QueueReady, UnsureQueue

IMAGES, CLASSES = 100_000, 20


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as home:
        out = Path(home)
        rows = np.random.default_rng(1).dirichlet(np.ones(CLASSES), IMAGES)
        with PredictionJournal(out / "answers.jsonl", {"folder": "/x", "classes": [f"c{n}" for n in range(CLASSES)]}
                               ) as journal:
            journal.add(PredictedImage(f"f/{n}.jpg", 1, 1, tuple(map(float, row))) for n, row in enumerate(rows))
        start = time.perf_counter()
        queue = opened(out)
        found: dict[str, object] = {"images": queue.total, "read_s": round(time.perf_counter() - start, 2)}
        found["label_ms"] = timed(queue, [partial(queue.give, 3)] * 20_000)
        found["back_ms"] = timed(queue, [queue.take_back] * 2000)
        found["order_ms"] = timed(queue, [partial(queue.set_order, order) for order in ORDERS])
        queue.close()
    print(json.dumps(found))


def opened(out: Path) -> UnsureQueue:
    """Return the queue of all answers."""
    ready = list(QueueJob(out, 1.0).run(lambda: False))[-1]
    assert isinstance(ready, QueueReady)
    return ready.queue


def timed(queue: UnsureQueue, steps: list[Callable[[], object]]) -> list[float]:
    """Return the median and the worst milliseconds of steps, each with the look at what comes next."""
    taken = []
    for step in steps:
        start = time.perf_counter()
        step()
        queue.upcoming(4)
        taken.append(1000 * (time.perf_counter() - start))
    return [round(statistics.median(taken), 3), round(max(taken), 1)]


if __name__ == "__main__":
    main()
