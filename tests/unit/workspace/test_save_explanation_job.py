"""Saving an explanation in the background."""

from pathlib import Path

import numpy as np

from cnnstudio.workspace.explanation_job import ExplanationJob
from cnnstudio.workspace.save_explanation_job import SaveExplanationJob
from tests.helpers.runs import SmallRun


def test_overlay_legend_and_raw_map_are_written(small_run: SmallRun, tmp_path: Path) -> None:
    ready = list(ExplanationJob(small_run.path, small_run.folder.files[0].path).run(lambda: False))[-1]
    job = SaveExplanationJob(ready, tmp_path, "first", opacity=0.5, color_map="viridis")
    files = next(job.run(lambda: False)).files
    assert all(path.parent == tmp_path and path.stat().st_size for path in (files.overlay, files.legend, files.raw))
    assert np.array_equal(np.load(files.raw, allow_pickle=False), ready.explanation.heatmap.raw)
