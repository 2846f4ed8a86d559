"""Small checks of every part an installation needs, each returning what it found."""

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from cnnstudio.data.batches import Batch
    from cnnstudio.torch_network.builder import GraphNetwork

_SIZE = 16
_STEPS = 20
_BATCH = 32


class _MadeUpBatches:
    """Pictures that are bright above (class 0) or below (class 1), made when asked for, always the same."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self.image_count = steps * _BATCH

    def __len__(self) -> int:
        return self._steps

    def epoch(self, number: int, start: int = 0) -> "Iterator[Batch]":
        """Yield the batches from number ``start`` on."""
        import torch

        from cnnstudio.data.batches import Batch

        for step in range(start, self._steps):
            random = np.random.default_rng([number, step])
            labels = np.arange(_BATCH) % 2
            images = random.normal(0, 0.5, (_BATCH, 1, _SIZE, _SIZE)).astype(np.float32)
            images[labels == 0, :, :_SIZE // 2] += 1
            images[labels == 1, :, _SIZE // 2:] += 1
            yield Batch(torch.from_numpy(images), torch.from_numpy(labels), np.arange(_BATCH))


def _network() -> "GraphNetwork":
    from cnnstudio.network.presets import preset
    from cnnstudio.torch_network.builder import build, initialise

    network = build(preset("small", input_shape=(1, _SIZE, _SIZE), classes=2))
    initialise(network, "kaiming", 0)
    return network


def check_decoding() -> str:
    """Decode an image in memory.

    Raises
    ------
    RuntimeError
        When the pixels that come out are not those that went in.
    """
    import PIL
    from PIL import Image

    from cnnstudio.data.decoding.decode import decode_bytes

    pixels = np.arange(_SIZE * _SIZE * 3, dtype=np.uint32).reshape(_SIZE, _SIZE, 3).astype(np.uint8)
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    if not np.array_equal(decode_bytes(stream.getvalue(), "test.png").pixels, pixels):
        raise RuntimeError("a PNG image came out with other pixels")
    return f"Pillow {PIL.__version__}"


def check_samples() -> str:
    """Unpack the digits and count them."""
    from cnnstudio.data.folder.image_folder import scan
    from cnnstudio.data.samples import SAMPLES, unpack

    folder = scan(unpack(SAMPLES[0].name), check=False)
    return f"{folder.used:,} images in {len(folder.class_names)} classes"


def check_torch() -> str:
    """Import torch and name its devices."""
    import torch

    from cnnstudio.training.devices import available

    usable = [info.title for info in available() if info.is_usable]
    return f"torch {torch.__version__} on {', '.join(usable)}"


def check_training() -> str:
    """Train 20 steps on two made-up classes, bright above and bright below.

    Raises
    ------
    RuntimeError
        When the loss does not fall.
    """
    import torch

    from cnnstudio.training.config import TrainConfig
    from cnnstudio.training.events import StepEnded
    from cnnstudio.training.trainer import Trainer

    config = TrainConfig(epochs=1, learning_rate=0.01)
    trainer = Trainer(_network(), _MadeUpBatches(_STEPS), _MadeUpBatches(1), config, device=torch.device("cpu"))
    losses = [event.loss for event in trainer.run(lambda: False) if isinstance(event, StepEnded)]
    if not losses[-1] < losses[0] / 2:
        raise RuntimeError(f"the loss did not fall: {losses[0]:.4f} to {losses[-1]:.4f}")
    return f"{len(losses)} steps, loss {losses[0]:.3f} to {losses[-1]:.3f}"


def check_heatmap() -> str:
    """Make one Grad-CAM."""
    from cnnstudio.explain.grad_cam import grad_cam
    from cnnstudio.explain.heatmap import make_heatmap
    from cnnstudio.explain.target_layer import automatic, spatial_layers

    network = _network()
    image = next(_MadeUpBatches(1).epoch(0)).images[:1]
    name = automatic(network, image)
    shape = next(choice.shape for choice in spatial_layers(network, image) if choice.id == name)
    found = grad_cam(network, network.layers[name], image, 0)
    heatmap = make_heatmap(found.raw, _SIZE, _SIZE)
    return f"{shape[1]} × {shape[2]} map of {name}, {heatmap.values.shape[0]} × {heatmap.values.shape[1]} pixels"


CHECKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("decoding", check_decoding), ("samples", check_samples), ("torch", check_torch), ("training", check_training),
    ("heatmap", check_heatmap),
)
"""Title and check; a check returns what it found or raises."""
