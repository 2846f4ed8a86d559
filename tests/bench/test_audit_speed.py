"""How long a whole audit takes, and its first class: `pytest tests/bench/test_audit_speed.py -m bench -s`."""

import resource
import time

import numpy as np
import pytest
import torch
from torchvision.models import resnet18

from cnnstudio.explain.audit.audit import audit
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.report import ClassCard

IMAGES = 1000
CLASSES = 5


def made_case() -> AuditCase:
    """Return 1,000 noisy images of 224 px, five classes, and an untrained ResNet-18."""
    generator = np.random.default_rng(0)
    pixels = generator.integers(0, 256, (IMAGES, 224, 224, 3), dtype=np.uint8)
    labels = np.arange(IMAGES) % CLASSES
    return AuditCase(resnet18(num_classes=CLASSES), tuple("abcde"), np.full(3, 0.45), np.full(3, 0.25), pixels, labels,
                     tuple(f"{row}.png" for row in range(IMAGES)), pixels[:0], labels[:0])


@pytest.mark.bench
def test_an_audit_of_a_thousand_images() -> None:
    torch.set_num_threads(2)
    case = made_case()
    begin, processor = time.monotonic(), time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    first = 0.0
    for event in audit(case, lambda: False):
        if isinstance(event, ClassCard) and not first:
            first = time.monotonic() - begin
            first_processor = time.process_time() - processor
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory) / 1024
    print(f"\nfirst class {first:.1f} s ({first_processor:.1f} of processor), whole {time.monotonic() - begin:.1f} s "
          f"({time.process_time() - processor:.1f} of processor), memory grown by {grown:.0f} MB")
