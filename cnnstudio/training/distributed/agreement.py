"""What processes tell each other in words: that they train the same, and what one of them found wrong."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from cnnstudio.errors import TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.distributed.processes import Processes
from cnnstudio.wording import translate

if TYPE_CHECKING:
    from torch import nn


def first_error(processes: Processes, error: TrainingError | None) -> TrainingError | None:
    """Return the error of the first process that has one, the same for all; each of them has to ask."""
    if processes.is_alone:
        return error
    told = next((text for text in processes.texts(_written(error)) if text), "")
    return _read(told) if told else None


def _written(error: TrainingError | None) -> str:
    if error is None:
        return ""
    return json.dumps({"message": str(error), "images": [int(image) for image in error.images],
                       "changes": error.changes})


def _read(text: str) -> TrainingError:
    told = json.loads(text)
    return TrainingError(told["message"], images=told["images"], changes=told["changes"])


def check_same(processes: Processes, config: TrainConfig, place: Mapping[str, Any], module: "nn.Module") -> None:
    """See that all processes are about to train the same network by the same recipe from the same place on.

    Raises
    ------
    TrainingError
        When they were started with different folders, settings, checkpoints or versions of the program.
    """
    if not processes.is_alone and len(set(processes.texts(_fingerprint(config, place, module)))) > 1:
        raise TrainingError(translate(
            "training", "The processes are not about to train the same: their images, settings, weights or versions "
            "differ. Start all of them with the same command and the same program, where the image folder and the "
            "runs are the same."))


def _fingerprint(config: TrainConfig, place: Mapping[str, Any], module: "nn.Module") -> str:
    digest = hashlib.blake2b(config.model_dump_json().encode(), digest_size=16)
    digest.update(repr((place["epochs"], place["step"], place["sums"])).encode())
    for name, tensor in module.state_dict().items():
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(tensor.detach().cpu().numpy()).tobytes())
    return digest.hexdigest()
