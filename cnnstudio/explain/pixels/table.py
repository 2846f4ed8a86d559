"""Which methods ask the whole network, and how each is started."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from torch import Tensor

from cnnstudio.explain.pixels.ablation_cam import Replay, ablation_cam
from cnnstudio.explain.pixels.fills import Filler
from cnnstudio.explain.pixels.guided import guided_backpropagation
from cnnstudio.explain.pixels.input_gradients import gradient_size, gradients_times_input, smooth_grad
from cnnstudio.explain.pixels.integrated_gradients import empty_image, integrated_gradients
from cnnstudio.explain.pixels.occlusion import occlusion
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import Question, ShouldStop, never
from cnnstudio.explain.pixels.score_cam import score_cam
from cnnstudio.explain.pixels.settings import PixelSettings


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """All that any of the methods needs.

    Attributes
    ----------
    question : network, image and score
    filler : what pixels are hidden with
    activations : returns the layer's maps (1, C, h, w), for the methods of a layer
    replay : the network behind that layer
    settings : what was set
    should_stop : asked before every batch
    """

    question: Question
    filler: Filler
    activations: Callable[[], Tensor]
    replay: Replay
    settings: PixelSettings = field(default_factory=PixelSettings)
    should_stop: ShouldStop = never


Method = Callable[[Task], Iterator[Partial]]


def _integrated(task: Task) -> Iterator[Partial]:
    empty = empty_image(task.filler, task.settings.baseline)
    return integrated_gradients(task.question, empty, task.should_stop)


def _smooth(task: Task) -> Iterator[Partial]:
    chosen = task.settings
    return smooth_grad(task.question, task.should_stop, images=chosen.images, noise=chosen.noise, seed=chosen.seed)


OF_PIXELS: Mapping[str, Method] = {
    "gradients-x-input": lambda task: iter((gradients_times_input(task.question),)),
    "gradient-size": lambda task: iter((gradient_size(task.question),)),
    "guided-backpropagation": lambda task: iter((guided_backpropagation(task.question),)),
    "smoothgrad": _smooth,
    "integrated-gradients": _integrated,
    "occlusion": lambda task: occlusion(task.question, task.filler, task.should_stop, task.settings),
}
"""Methods whose map lies over the input's pixels."""

OF_CHANNELS: Mapping[str, Method] = {
    "score-cam": lambda task: score_cam(task.question, task.activations(), task.should_stop),
    "ablation-cam": lambda task: ablation_cam(task.replay, task.question.score_of, task.activations(),
                                              task.should_stop),
}
"""Methods whose map has the cells of a layer."""

PIXEL_METHODS: Mapping[str, Method] = {**OF_PIXELS, **OF_CHANNELS}
