"""What saving costs a training: seconds spent in saves against the seconds of the whole training."""

import time
from pathlib import Path

import pytest

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import TrainingFinished
from cnnstudio.workspace.run_keeper import RunKeeper
from tests.helpers.images import make_folder
from tests.helpers.runs import training_job

pytestmark = pytest.mark.bench
CLASSES = {"cat": 400, "dog": 400}
WAYS = {"long epochs, a save every second": TrainConfig(epochs=4, threads=1, device="cpu", checkpoint_s=1),
        "epochs of a fifth of a second": TrainConfig(epochs=60, threads=1, device="cpu", batch_size=128)}
SIDES = {"long epochs, a save every second": 64, "epochs of a fifth of a second": 16}


@pytest.mark.parametrize("name", WAYS)
def test_saving_takes_a_small_share_of_the_time(tmp_path: Path, monkeypatch, capsys, name: str):
    from cnnstudio.data.config import PreprocessConfig

    seconds: list[float] = []
    save = RunKeeper.save

    def timed(keeper: RunKeeper) -> str:
        begin = time.perf_counter()
        try:
            return save(keeper)
        finally:
            seconds.append(time.perf_counter() - begin)

    monkeypatch.setattr(RunKeeper, "save", timed)
    folder = scan(make_folder(tmp_path / "pets", CLASSES, 64))
    side = SIDES[name]
    job = training_job(folder, tmp_path, train=WAYS[name], preprocess=PreprocessConfig(height=side, width=side))
    whole = next(event.seconds for event in job.run(lambda: False) if isinstance(event, TrainingFinished))
    with capsys.disabled():
        print(f"\n{name}: {len(seconds)} saves took {sum(seconds):.2f} of {whole:.1f} s, {sum(seconds) / whole:.1%}; "
              f"the slowest {1000 * max(seconds):.0f} ms")
    assert sum(seconds) < 0.06 * whole
