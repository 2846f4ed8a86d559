"""Compares the methods that ask the whole network with captum and pytorch-grad-cam on larger networks.

``python -m tests.stories.explained_pixels [networks]``: torchvision's networks of `NETWORKS` with random weights, at
64 pixels; prints the largest relative difference of each method, and for Score- and Ablation-CAM the correlation.
"""

import copy
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from cnnstudio.explain.pixels.ablation_cam import ablation_cam
from cnnstudio.explain.pixels.fills import Filler
from cnnstudio.explain.pixels.guided import guided_backpropagation
from cnnstudio.explain.pixels.input_gradients import gradients_times_input, to_map
from cnnstudio.explain.pixels.integrated_gradients import empty_image, integrated_gradients
from cnnstudio.explain.pixels.occlusion import occlusion
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import Question
from cnnstudio.explain.pixels.score_cam import score_cam
from cnnstudio.explain.pixels.settings import PixelSettings
from cnnstudio.explain.target import ExactTarget

SIDE, CLASSES = 64, 6


@dataclass(frozen=True, slots=True)
class Case:
    """A network and a layer that nothing changes in place, and how its output becomes logits; None: not compared."""

    layer: str
    tail: Callable[[nn.Module, Tensor], Tensor] | None


NETWORKS = {
    "resnet18": Case("layer4", lambda network, values: network.fc(values.mean(dim=(2, 3)))),
    "vgg11_bn": Case("features", lambda network, values: network.classifier(network.avgpool(values).flatten(1))),
    "mobilenet_v2": Case("features", lambda network, values: network.classifier(values.mean(dim=(2, 3)))),
    "densenet121": Case("features.denseblock4", None)}


def network_of(name: str) -> nn.Module:
    """Return the network with random weights and statistics that fit them."""
    import torchvision

    torch.manual_seed(0)
    network = torchvision.models.get_model(name, weights=None, num_classes=CLASSES)
    for part in network.modules():
        if isinstance(part, nn.BatchNorm2d):
            part.momentum = None
    with torch.no_grad():
        network.train()(torch.randn(8, 3, SIDE, SIDE))
    return network.eval()


def figures(name: str, *, only_gradients: bool = False) -> Iterator[tuple[str, float]]:
    """Yield what was compared and the largest relative difference, or 1 - correlation for the two CAMs."""
    network, case = network_of(name), NETWORKS[name]
    image = torch.randn(1, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(3))
    question = Question(network, image, ExactTarget("logit", 1))
    filler = Filler(image, np.full(3, 0.5), np.full(3, 0.25))
    yield from _gradients(network, question, empty_image(filler, "mean"))
    if only_gradients:
        return
    yield "occlusion", _difference(_last(occlusion(question, filler, settings=PixelSettings(16, 8, "black"))),
                                   _captum_occlusion(network, image))
    yield from _channels(network, case, question)


def _gradients(network: nn.Module, question: Question, empty: Tensor) -> Iterator[tuple[str, float]]:
    from captum.attr import GuidedBackprop, InputXGradient, IntegratedGradients

    leaf = question.image.clone().requires_grad_()
    multiplied = _summed(InputXGradient(network).attribute(leaf, 1))
    yield "gradients x input", _difference(gradients_times_input(question).raw, multiplied)
    other = copy.deepcopy(network)   # captum cannot hook a ReLU in place, nor functions
    for part in other.modules():
        if isinstance(part, nn.ReLU):
            part.inplace = False
    theirs = _summed(GuidedBackprop(other).attribute(leaf, 1))
    yield "guided backpropagation", _difference(guided_backpropagation(question).raw, theirs)
    ours = _last(integrated_gradients(question, empty, most_steps=18, gap_wanted=0.0))
    yield "integrated gradients, 18 steps", _difference(ours, _summed(IntegratedGradients(network).attribute(
        question.image, empty, 1, n_steps=18, method="riemann_middle")))


def _captum_occlusion(network: nn.Module, image: Tensor) -> np.ndarray:
    from captum.attr import Occlusion

    black = torch.full_like(image, -2.0)
    return Occlusion(network).attribute(image, (3, 16, 16), (3, 8, 8), black, 1)[0, 0].numpy()


def _channels(network: nn.Module, case: Case, question: Question) -> Iterator[tuple[str, float]]:
    layer = network.get_submodule(case.layer)
    kept: list[Tensor] = []
    handle = layer.register_forward_hook(lambda _part, _given, output: kept.append(output.detach().clone()))
    with torch.no_grad():
        sign = float(network(question.image)[0, 1].sign())
    handle.remove()
    scored = _last(score_cam(question, kept[0], align_corners=True))
    yield "1 - correlation, Score-CAM", _apart(scored, _their_map("ScoreCAM", network, layer, question.image))
    if case.tail is not None and float(kept[0].min()) == 0:
        tail = case.tail

        def replay(values: Tensor) -> Tensor:
            with torch.no_grad():
                return tail(network, values)

        ablated = _last(ablation_cam(replay, question.score_of, kept[0])) * sign
        truth = _their_map("AblationCAM", network, layer, question.image)
        yield "1 - correlation, Ablation-CAM", _apart(ablated, truth)


def _their_map(method: str, network: nn.Module, layer: nn.Module, image: Tensor) -> np.ndarray:
    import pytorch_grad_cam
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    cam, kept = getattr(pytorch_grad_cam, method)(network, [layer]), []
    original = cam.get_cam_image
    cam.get_cam_image = lambda *words: kept.append(original(*words)) or kept[-1]
    with cam:
        cam(image.clone(), [ClassifierOutputTarget(1)])
    return np.asarray(kept[0][0])


def _last(maps: Iterator[Partial]) -> np.ndarray:
    *_, whole = maps
    return whole.raw


def _summed(attributions: Tensor) -> np.ndarray:
    return to_map(attributions[0].sum(dim=0))


def _difference(found: np.ndarray, truth: np.ndarray) -> float:
    return float(np.abs(found - truth).max() / np.abs(truth).max())


def _apart(found: np.ndarray, truth: np.ndarray) -> float:
    same_peak = found.argmax() == truth.argmax()
    return 1 - float(np.corrcoef(found.ravel(), truth.ravel())[0, 1]) if same_peak else 1.0


def main(names: tuple[str, ...] = tuple(NETWORKS)) -> None:
    """Print a row for each comparison."""
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    for name in names:
        for what, figure in figures(name):
            print(f"{name:14} {what:32} {figure:.1e}", flush=True)


if __name__ == "__main__":
    main(*[tuple(sys.argv[1:])] if len(sys.argv) > 1 else ())
