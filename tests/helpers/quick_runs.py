"""A run folder with a tiny network, made without any training."""

from pathlib import Path

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.store import RunFolder
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded


def quick_record(name: str = "lenet5") -> RunRecord:
    """Return the record of a run that is just about to begin, on two classes of 28 x 28 grey images."""
    graph = preset(name, input_shape=(1, 28, 28), classes=2)
    return RunRecord(
        network_name=name, graph=to_document(graph), preprocess=PreprocessConfig(height=28, width=28, color="grey"),
        split=SplitConfig(), augment=AugmentConfig(), train=TrainConfig(epochs=1), class_names=("cat", "dog"),
        mean=(0.5,), std=(0.25,), folder="/home/me/pets", fingerprint="ab" * 16, counts={"train": 8, "validation": 2})


def quick_run(directory: Path, name: str = "lenet5") -> Path:
    """Make a run of one epoch with random weights, and return its folder."""
    from cnnstudio.network.document import from_document
    from cnnstudio.torch_network.builder import build

    record = quick_record(name)
    run = RunFolder.create(directory, record)
    module = build(from_document(record.graph))
    weights = {key: value.clone() for key, value in module.state_dict().items()}
    row = EpochEnded(epoch=1, train_loss=0.7, train_accuracy=0.5, val_loss=0.6, val_accuracy=0.75, is_best=True,
                     learning_rate=0.001, seconds=1.0, images_per_s=10.0)
    run.save_checkpoint(run.record.with_epoch(row), {"module": weights}, last=weights, best=weights)
    run.finish(run.record.model_copy(update={"status": "finished"}))
    return run.path
