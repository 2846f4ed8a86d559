"""How long a whole audit takes, and its first class: `pytest tests/bench/test_audit_speed.py -m bench -s`.

A plain pass over the same images, as a script would do it, is measured in between, batch by batch, so that the ratio of
the two says the same on a slow machine as on a quick one.
"""

import resource
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest
import torch
from torchvision.models import resnet18

from cnnstudio.data.batches import normalize
from cnnstudio.explain.audit.audit import Event, audit
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.report import AuditStep, ClassCard

IMAGES = 1000
CLASSES = 5
BATCH = 32
MOST_PASSES = 1.2
"""Plain passes an audit may take, in processor time: its own pass is 0.7 of one."""
MOST_OF_FIRST_CLASS = 0.15
EVERY = 6   # steps of the audit between two plain batches


def made_case() -> AuditCase:
    """Return 1,000 noisy images of 224 px, five classes, and an untrained ResNet-18."""
    generator = np.random.default_rng(0)
    pixels = generator.integers(0, 256, (IMAGES, 224, 224, 3), dtype=np.uint8)
    labels = np.arange(IMAGES) % CLASSES
    return AuditCase(resnet18(num_classes=CLASSES), tuple("abcde"), np.full(3, 0.45), np.full(3, 0.25), pixels, labels,
                     tuple(f"{row}.png" for row in range(IMAGES)), pixels[:0], labels[:0])


@dataclass
class Watch:
    """Clock and processor seconds."""

    clock: float = field(default_factory=time.monotonic)
    processor: float = field(default_factory=time.process_time)

    def spent(self) -> np.ndarray:
        """Return both since the start."""
        return np.array([time.monotonic() - self.clock, time.process_time() - self.processor])


def plain_batch(case: AuditCase) -> Callable[[], np.ndarray]:
    """Return what runs one batch through the network as a script does, and gives the seconds of an image."""
    network, pixels = case.network, case.pixels[:BATCH]

    def run() -> np.ndarray:
        watch = Watch()
        with torch.no_grad():
            network.eval()(normalize(pixels, case.mean, case.std))
        return watch.spent() / BATCH
    return run


@dataclass
class Measured:
    """What one audit took, clock and processor seconds each; ``plain`` of one image."""

    whole: np.ndarray
    first: np.ndarray
    plain: np.ndarray


def measure(case: AuditCase) -> Measured:
    """Audit, with a plain batch every few steps that is not counted."""
    plain = plain_batch(case)
    plain()
    aside, batches, first, watch = np.zeros(2), [], None, Watch()
    for number, event in enumerate(_steps(case)):
        if isinstance(event, ClassCard) and first is None:
            first = watch.spent() - aside
        if isinstance(event, AuditStep) and number % EVERY == 0:
            batches.append(plain())
            aside = aside + batches[-1] * BATCH
    assert first is not None
    spent = watch.spent() - aside
    return Measured(spent, first, np.array([statistics.median(column) for column in zip(*batches, strict=True)]))


def _steps(case: AuditCase) -> Iterator[Event]:
    return audit(case, lambda: False)


@pytest.mark.bench
def test_an_audit_of_a_thousand_images() -> None:
    torch.set_num_threads(2)
    case = made_case()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = measure(case)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024
    passes, first = found.whole / (found.plain * IMAGES), found.first / (found.plain * IMAGES)
    print(f"\nwhole {found.whole[0]:.1f} s ({found.whole[1]:.1f} of processor), first class {found.first[0]:.1f} s "
          f"({found.first[1]:.1f}), memory grown by {grown:.0f} MB\nplain {1000 * found.plain[0]:.1f} ms an image "
          f"({1000 * found.plain[1]:.1f}): {passes[1]:.2f} passes of processor time, first class {first[1]:.3f}")
    assert passes[1] <= MOST_PASSES
    assert first[1] <= MOST_OF_FIRST_CLASS
