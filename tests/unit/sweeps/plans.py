"""Plans of small sweeps."""

from typing import Any

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.sweeps.axes import parse_axis
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.training.config import TrainConfig


def plan(*axes: str, **changes: Any) -> SweepPlan:
    """Return the plan of a sweep over pictures of 16 px in two classes."""
    graph = preset("lenet5", input_shape=(3, 16, 16), classes=2)
    return SweepPlan(**{
        "name": "first", "folder": "/pets", "fingerprint": "1234", "preprocess": PreprocessConfig(height=16, width=16),
        "split": SplitConfig(), "train": TrainConfig(epochs=2), "networks": {"lenet5": to_document(graph)},
        "augmentations": {"none": AugmentConfig()}, "axes": tuple(map(parse_axis, axes)), **changes})
