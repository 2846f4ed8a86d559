"""Prints how long a project takes to save and to open, on the clock and of the processor: a script, no test.

Run ``python -m tests.bench.project_speed``. It prints the medians in ms, for small and large projects without runs.
"""

import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from cnnstudio.data.curation.decisions import Curation
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.project.contents import ProjectContents
from cnnstudio.project.reading import read_project
from cnnstudio.project.saving import save_project
from tests.helpers.project_bytes import PNG

_SMALL = ProjectContents(name="Pets", graph=to_document(preset("small")), thumbnails=MappingProxyType({"network": PNG}))
PROJECTS = {
    "small": _SMALL,
    "ResNet-18, 100 decisions": replace(
        _SMALL, graph=to_document(preset("resnet18")),
        curation=Curation().with_change([f"cat/{number:05d}.jpg" for number in range(100)], excluded=True)),
    "100,000 decisions": replace(
        _SMALL, curation=Curation().with_change([f"class/picture {number:06d}.jpg" for number in range(100_000)],
                                                class_name="other")),
}


def median_ms(action: Callable[[], object], times: int) -> tuple[float, float]:
    """Return the medians on the clock and of the processor in ms."""
    clock, processor = [], []
    for _ in range(times):
        begin, busy = time.perf_counter(), time.process_time()
        action()
        clock.append(time.perf_counter() - begin)
        processor.append(time.process_time() - busy)
    return 1000 * statistics.median(clock), 1000 * statistics.median(processor)


def _anew(contents: ProjectContents) -> ProjectContents:
    """Return the same with decisions whose text was not written before, as when something was decided since."""
    return replace(contents, curation=replace(contents.curation))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        for title, contents in PROJECTS.items():
            path, kept = Path(name) / "p.cnnstudio", Path(name) / "backups"
            times = 5 if len(contents.curation.decisions) > 1000 else 30
            saved = median_ms(lambda c=contents, p=path, k=kept: save_project(p, _anew(c), backups_directory=k), times)
            opened = median_ms(lambda p=path: read_project(p), times)
            print(f"{title}: {path.stat().st_size / 1000:,.1f} kB; saved in {saved[0]:.1f} ms ({saved[1]:.1f} of the "
                  f"processor), opened in {opened[0]:.1f} ({opened[1]:.1f})")


if __name__ == "__main__":
    main()
