"""What a training will take, told before it starts: seconds an epoch from a measurement, memory from the shapes."""

from dataclasses import dataclass
from math import prod

from cnnstudio.network.memory import NetworkMemory, network_memory
from cnnstudio.network.memory_rules import VALUE_BYTES
from cnnstudio.network.shapes import Analysis
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.optimizers import weight_copies
from cnnstudio.workspace.machine_memory import available_bytes

ALLOCATOR_SHARE = 0.4
"""What freed memory that is not given back at once adds to the values of a step; measured with the GNU C library
(0.2 to 0.8 of the values for the presets, where a single value has less than 32 MB)."""
FIRST_TRAINING_BYTES = 60_000_000
"""What a first training loads besides: the decoder's and oneDNN's code and tables; measured, 50 to 75 MB."""
BATCHES_AHEAD = 3
"""The batch that is prepared while another is learned from, with the copies its augmentation makes."""
MOST_FEATURE_BYTES = 512_000_000
"""What the values behind frozen layers may take in memory; beyond it images run through those layers in every epoch."""


@dataclass(frozen=True, slots=True)
class BehindFrozen:
    """How fast the part of a network ran that learns, given the values that its frozen part makes of images.

    Attributes
    ----------
    values : numbers that the frozen part makes of an image
    training_ms : milliseconds an image, learning
    validation_loop_ms, training_loop_ms : predicting and learning with the wait for the next batch
    """

    values: int
    training_ms: float
    validation_loop_ms: float
    training_loop_ms: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """How fast a network ran on this machine.

    Attributes
    ----------
    batch_size : images a step, as the recipe says
    measured_with : images a step that were really run; fewer than ``batch_size`` for a slow network, whose times are
        then reckoned from two smaller batches
    forward_ms, training_ms : milliseconds an image, predicting and learning
    validation_loop_ms, training_loop_ms : the same with the wait for the next batch
    threads : of the processor
    device : such as ``"cpu"``
    precision : ``"float32"`` or ``"bfloat16"``, what a training of this network would compute with
    threads_reason, precision_reason : why, in words that can follow a colon
    behind : what learns by itself, where a training would run every image only once through the frozen part, if its
        values have room; else None
    """

    batch_size: int
    measured_with: int
    forward_ms: float
    training_ms: float
    validation_loop_ms: float
    training_loop_ms: float
    threads: int
    device: str
    precision: str = "float32"
    threads_reason: str = ""
    precision_reason: str = ""
    behind: BehindFrozen | None = None

    @property
    def is_reckoned(self) -> bool:
        """Whether the times are reckoned from smaller batches."""
        return self.measured_with < self.batch_size

    def epoch_s(self, training_images: int, validation_images: int) -> float:
        """Return the seconds an epoch will take: training, then validation."""
        part = self.part_of(training_images + validation_images)
        return (training_images * part.training_loop_ms + validation_images * part.validation_loop_ms) / 1000

    def once_s(self, images: int) -> float:
        """Return the seconds before the first epoch, in which all images run through the frozen part once."""
        return 0.0 if self.part_of(images) is self else images * self.validation_loop_ms / 1000

    def part_of(self, images: int) -> "Measurement | BehindFrozen":
        """Return what an epoch runs: the part behind the frozen layers where that many images' values have room."""
        behind = self.behind
        return self if behind is None or images * behind.values * VALUE_BYTES > feature_room() else behind


def feature_room() -> int:
    """Return the bytes that the values behind frozen layers may take now."""
    free = available_bytes()
    return MOST_FEATURE_BYTES if free is None else min(MOST_FEATURE_BYTES, free // 2)


def forecast_training_bytes(analysis: Analysis, config: TrainConfig) -> int:
    """Return the memory a training takes beyond what the program holds already, at its largest.

    Weights with the optimiser's copies and the copy of the best ones; images, values and gradients of a step; the
    batches that are prepared ahead. All are counted as float32; with bfloat16 a step takes less.
    """
    at_once = min(config.batch_size, config.micro_batch or config.batch_size)
    return training_bytes(network_memory(analysis, at_once), _image_bytes(analysis, config), config)


def training_bytes(memory: NetworkMemory, batch_bytes: int, config: TrainConfig) -> int:
    """Return `forecast_training_bytes` from its parts; ``batch_bytes`` are those of one batch of images."""
    weights = memory.weights_bytes * (2 + weight_copies(config))
    values = max(0, memory.training_bytes - memory.weights_bytes)
    step = memory.training_bytes + round(ALLOCATOR_SHARE * values) + BATCHES_AHEAD * batch_bytes
    return weights + step + FIRST_TRAINING_BYTES


def _image_bytes(analysis: Analysis, config: TrainConfig) -> int:
    entry = analysis.unrolled.graph.input_node
    shape = analysis.shapes.get(entry.id) if entry is not None else None
    return 0 if shape is None else config.batch_size * prod(shape) * VALUE_BYTES
