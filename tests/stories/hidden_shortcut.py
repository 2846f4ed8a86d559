"""The tour without a window: train on the stamped photographs, audit, train on the mended copy, audit, compare.

Run as a script for the figures in ``docs/tested.md``: ``python -m tests.stories.hidden_shortcut [SEEDS]``. Each seed is
two trainings with what the window suggests, and two audits.
"""

import json
import statistics
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.date_stamp import place
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.samples import unpack
from cnnstudio.explain.audit.report import AuditReport, Level
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.threads import set_spin_count
from cnnstudio.workspace.arrangement import arrange
from cnnstudio.workspace.audit_job import AuditFinished, AuditJob
from cnnstudio.workspace.suggestion import suggest_network, suggest_preprocess, suggest_recipe
from cnnstudio.workspace.training_job import TrainingJob

STAMPED, MENDED = "shortcut", "shortcut-mended"
MARKED_CLASS = "animal"


@dataclass(frozen=True, slots=True)
class Walk:
    """What one training and its audit gave."""

    sample: str
    seed: int
    accuracy: float
    levels: dict[str, Level]
    """Class -> the worst of its marks."""
    others: dict[str, Level]
    """Kind of any other suspicion, with its class -> level."""
    overlap: float
    """Share of the stamp that lies in the place the audit names; 0 where it names none."""
    train_s: float
    audit_s: float


def walk(home: Path, sample: str, seed: int, *, preprocess: PreprocessConfig | None = None,
         recipe: TrainConfig | None = None) -> Walk:
    """Unpack, train as the window suggests unless told otherwise, and audit."""
    folder = scan(unpack(sample, home / "samples"))
    begun = time.monotonic()
    run = train(home, folder, seed, preprocess or suggest_preprocess(folder), recipe or suggest_recipe(folder))
    trained = time.monotonic()
    finished = list(AuditJob(run, folder, cache_directory=home / "cache", threads=1).run(lambda: False))[-1]
    assert isinstance(finished, AuditFinished)
    evaluation = RunFolder.load(run).record.evaluation
    assert evaluation is not None
    report = finished.audit.report
    marks = {report.class_names[one.class_index]: one.level for one in report.suspicions
             if one.kind == "mark" and one.class_index is not None}
    others = {f"{one.kind} {'' if one.class_index is None else report.class_names[one.class_index]}".strip(): one.level
              for one in report.suspicions if one.kind != "mark"}
    return Walk(sample, seed, evaluation.accuracy, marks, others, _overlap(report), trained - begun, report.seconds)


def train(home: Path, folder: ImageFolder, seed: int, preprocess: PreprocessConfig, recipe: TrainConfig) -> Path:
    """Train with what the window suggests and return the run."""
    arranged = arrange(folder, Curation(), SplitConfig())
    network = suggest_network(preprocess)
    graph = preset(network, input_shape=preprocess.shape, classes=len(folder.class_names))
    job = TrainingJob(arranged.folder, arranged.splits, preprocess, AugmentConfig(), SplitConfig(), graph, network,
                      recipe.model_copy(update={"seed": seed, "threads": 1}), home / "runs", home / "cache")
    saved = list(job.run(lambda: False))[-1]
    return Path(saved.path)  # type: ignore[attr-defined]


def _overlap(report: AuditReport) -> float:
    """Return how much of the stamp lies in the place that is named for the marked class."""
    places = [one.place for one in report.suspicions if one.kind == "mark" and one.place is not None
              and one.class_index == report.class_names.index(MARKED_CLASS)]
    x0, y0, x1, y1 = (value / 1000 for value in place(1000, 1000))
    shares = [max(0.0, min(x1, b[2]) - max(x0, b[0])) * max(0.0, min(y1, b[3]) - max(y0, b[1])) for b in places]
    return max(shares, default=0.0) / ((x1 - x0) * (y1 - y0))


def main(seeds: int) -> None:
    """Walk the tour with every seed and print what came out."""
    set_spin_count()
    walks: list[Walk] = []
    with tempfile.TemporaryDirectory() as home:
        for seed in range(seeds):
            for sample in (STAMPED, MENDED):
                walks.append(walk(Path(home), sample, seed))
                print(walks[-1], flush=True)
    for sample in (STAMPED, MENDED):
        own = [one for one in walks if one.sample == sample]
        print(json.dumps({
            "sample": sample, "accuracy": round(statistics.mean(one.accuracy for one in own), 3),
            "marked class": Counter(one.levels.get(MARKED_CLASS, "clean") for one in own),
            "marks in other classes": sum(name != MARKED_CLASS for one in own for name in one.levels),
            "other suspicions": Counter(f"{name}: {level}" for one in own for name, level in one.others.items()),
            "overlap": [round(one.overlap, 2) for one in own], "train_s": [round(one.train_s) for one in own],
            "audit_s": [round(one.audit_s) for one in own]}))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
