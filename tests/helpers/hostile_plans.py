"""Trainings whose classes, files and titles are called what could become code, were names not literals."""

import random
from collections.abc import Sequence

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.export.training_code.division import Division
from cnnstudio.export.training_code.plan import CodePlan
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig

_GRAPH = preset("lenet5", classes=3)


def hostile_plan(seed: int, pieces: Sequence[str]) -> CodePlan:
    """Return a plan whose names are put together from ``pieces`` at random."""
    draws = random.Random(seed)

    def name(place: int) -> str:
        return "".join(draws.choices(pieces, k=draws.randint(1, 3))) + str(place)

    classes = (name(0), name(1), name(2))
    division = Division(0, 0.2, 0.0, (1, 1, 1), other_splits={name(3): "train"}, other_classes={name(4): classes[0]})
    return CodePlan(_GRAPH, PreprocessConfig(height=32, width=32, color="grey"), (0.5,), (0.2,), classes,
                    AugmentConfig(flip_horizontal=True), TrainConfig(precision="float32"), division, title=name(5))
