"""What saving costs a training: seconds spent in saves, and in keeping epochs, against those of the whole training."""

import time
from pathlib import Path

import pytest

from cnnstudio.data.folder.image_folder import scan
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import TrainingFinished
from cnnstudio.workspace.epoch_keeper import EpochKeeper
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


@pytest.mark.parametrize("name", WAYS)
def test_keeping_epochs_takes_a_hundredth_of_the_time(tmp_path: Path, monkeypatch, capsys, name: str):
    from cnnstudio.data.config import PreprocessConfig

    waited, written = [], []
    keep, write = EpochKeeper.keep, EpochKeeper._write

    def timed(original, clock, seconds):
        def call(*arguments):
            begin = clock()
            try:
                return original(*arguments)
            finally:
                seconds.append(clock() - begin)
        return call

    monkeypatch.setattr(EpochKeeper, "keep", timed(keep, time.perf_counter, waited))
    monkeypatch.setattr(EpochKeeper, "_write", timed(write, time.thread_time, written))
    folder, side = scan(make_folder(tmp_path / "pets", CLASSES, 64)), SIDES[name]
    job = training_job(folder, tmp_path, train=WAYS[name], preprocess=PreprocessConfig(height=side, width=side))
    begin = time.process_time()
    whole = next(event.seconds for event in job.run(lambda: False) if isinstance(event, TrainingFinished))
    computed = time.process_time() - begin
    with capsys.disabled():
        print(f"\n{name}: {len(written)} epochs kept of {len(waited)}; the training waited {1000 * sum(waited):.1f} ms "
              f"of {whole:.1f} s ({sum(waited) / whole:.2%}), longest {1000 * max(waited):.1f} ms; the thread computed "
              f"{1000 * sum(written):.0f} ms of {computed:.1f} s ({sum(written) / computed:.2%})")
    assert sum(waited) < 0.01 * whole
    assert sum(written) < 0.02 * computed    # beside the training: of epochs of a fifth of a second more than of others
