"""Compares the maps of many networks with a second calculation in float64 and with two libraries, layer by layer.

``nice python -m tests.stories.explained_networks [--side=96] [torchvision|small|name ...]`` prints one row a network
and the worst figures; `test_explained_networks` runs a small part. Each figure is the largest difference as a share of
the largest true value, the worst over layers and classes; maps of zeros are left out and counted.
"""

import copy
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
import torch
from torch import Tensor, nn

from cnnstudio.explain.cam_methods import cam, grad_cam_plus_plus_as_in_pytorch_grad_cam
from cnnstudio.explain.every_layer import every_layer
from cnnstudio.explain.inspected_layer import split_key
from cnnstudio.explain.layer_pass import LayerPass, layer_pass
from cnnstudio.explain.layer_trace import inspected, trace
from cnnstudio.explain.pass_hooks import inspected_layers
from cnnstudio.explain.scores import resolve
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import build, initialise
from tests.helpers.library_maps import captum_map, pytorch_grad_cam_map, without_in_place
from tests.helpers.networks import chain
from tests.helpers.reference_maps import FORMULAS, Walk, relative_error, walk

CLASSES_TRIED = 8
CLASSES_TAKEN = 3
_NOTHING = 1e-12
_SHAKEN = 3e-6
_ROUNDED = 1e-7    # the rounding of float32, which every layer adds
_CANCELLED = 1e-4  # of what is added up this much is left: less than the rounding of its terms and the bar allow
_STEADY = 2.5e-5   # half the bar of C1; without a kink the figure is near that of the change itself
_NORMS = (nn.BatchNorm2d, nn.GroupNorm, nn.LayerNorm)
_ACTIVATIONS = (nn.ReLU, nn.ReLU6, nn.SiLU, nn.GELU, nn.Hardswish, nn.ELU, nn.Tanh)

BARS: Mapping[str, float] = {
    "C1 fp32 against float64": 5e-5, "C2 float64 against float64": 1e-10, "C3 pytorch-grad-cam": 5e-6,
    "C4 captum": 5e-6, "C5 pytorch-grad-cam, nothing in place": 5e-6, "C6 XGrad-CAM": 5e-6,
    "C7 Grad-CAM++ as theirs": 5e-6, "C8 Grad-CAM++ against the paper": 5e-6, "C9 EigenCAM, 1 - correlation": 1e-4,
    "C12 sum of HiResCAM + bias - logit": 1e-5, "C13 all layers at once": 5e-6, "C13 batch": 5e-5,
    "C13 channels last": 5e-5}
"""The largest figure allowed. Two ways in float32 that sum in another order may differ by what one of them may differ
from float64."""


DIVIDING: Mapping[str, str] = {"xgrad-cam": "C6 XGrad-CAM", "grad-cam++": "C8 Grad-CAM++ against the paper"}
"""These divide by what holds a channel's sum. Where activations have both signs it can come near 0 and blow the last
digit of float32 up: there only the float64 figure has a bar."""


@dataclass(frozen=True)
class Case:
    """A network of the matrix: how it is made, and (C, H, W) of its images."""

    name: str
    make: Callable[[], nn.Module]
    shape: tuple[int, int, int] = (3, 224, 224)


@dataclass
class Figures:
    """The worst figure of each kind, and what was compared."""

    worst: dict[str, float] = field(default_factory=dict)
    control: float = 0.0
    """The largest error of pytorch-grad-cam at layers whose output is changed in place."""
    plus_plus_control: float = 0.0
    """The largest error of pytorch-grad-cam's Grad-CAM++ against the paper."""
    signed: float = 0.0
    """The largest error of `DIVIDING` in float32 where activations have both signs; no bar."""
    compared: int = 0
    zero: int = 0
    unsteady: int = 0
    """Maps that a change of the pixels by three millionths, and of each weight by its rounding, changes by more than
    float32 may: a value of an earlier layer lies within rounding of 0, where ReLU has a kink, and the true map itself
    jumps. Only float64 is compared."""
    cancelled: int = 0
    """HiResCAM's where the channels' products cancel: a normalisation over the channels follows, as in ConvNeXt, and
    what only scales all of them changes nothing, so they add up to its tiny epsilon. There is no map to compare."""

    def take(self, kind: str, figure: float) -> None:
        self.worst[kind] = float(np.maximum(figure, self.worst.get(kind, 0.0)))   # keeps what is no number

    def beyond(self) -> dict[str, float]:
        """Return what is over its bar."""
        return {kind: figure for kind, figure in self.worst.items() if not figure <= BARS[kind]}


def torchvision_cases(side: int = 224) -> list[Case]:
    names = ("resnet18", "resnet50", "vgg11", "vgg11_bn", "vgg16", "densenet121", "mobilenet_v2", "mobilenet_v3_small",
             "mobilenet_v3_large", "efficientnet_b0", "convnext_tiny", "googlenet", "inception_v3", "squeezenet1_1")
    return [Case(name, partial(torchvision_network, name), (3, side, side)) for name in names]


def torchvision_network(name: str, classes: int = 20) -> nn.Module:
    import torchvision

    extra = {"init_weights": True} if name in ("googlenet", "inception_v3") else {}
    return torchvision.models.get_model(name, weights=None, num_classes=classes, **extra)


def built(graph: NetworkGraph) -> nn.Module:
    module = build(graph)
    initialise(module, "kaiming", 1)
    return module


def small_cases() -> list[Case]:
    """Networks as the program builds them."""
    conv = ("Conv2d", {"out_channels": 8, "same": True})
    flat = ("Output", {"classes": 4})
    return [
        Case("one score", lambda: built(chain(
            conv, "ReLU", "MaxPool2d", conv, "ReLU", "GlobalAvgPool2d", ("Linear", {"out_features": 1}),
            ("Output", {"classes": 2}))), (3, 16, 16)),
        Case("plain", lambda: built(preset("small", input_shape=(3, 32, 32), classes=4)), (3, 32, 32)),
        Case("residual", lambda: built(preset("resnet18", input_shape=(3, 32, 32), classes=4)), (3, 32, 32)),
        Case("depthwise", lambda: built(chain(
            conv, "BatchNorm2d", "ReLU", ("Conv2d", {"out_channels": 8, "groups": 8, "same": True}), "ReLU",
            ("Conv2d", {"out_channels": 12, "kernel_size": 1}), "SiLU", "GlobalAvgPool2d",
            ("Linear", {"out_features": 4}), flat)), (3, 16, 16)),
        Case("flatten head, not square", lambda: built(chain(
            conv, "ReLU", "MaxPool2d", conv, "ELU", "Flatten", ("Linear", {"out_features": 12}), "Tanh",
            ("Linear", {"out_features": 4}), flat, input_shape=(3, 24, 16))), (3, 24, 16)),
        Case("grey", lambda: built(preset("lenet5", input_shape=(1, 28, 28), classes=10)), (1, 28, 28)),
    ]


def warmed(case: Case) -> nn.Module:
    """Make the network with its own seed, and normalisation statistics of made images."""
    with torch.random.fork_rng():
        torch.manual_seed(7)
        network = case.make()
        side = min(case.shape[1:])
        if any(isinstance(part, nn.BatchNorm2d) for part in network.modules()):
            _learn_statistics(network)
            with torch.no_grad():
                for _ in range(3):
                    size = (max(side // 2, 75),) * 2 if side > 64 else case.shape[1:]
                    network(torch.randn(8, case.shape[0], *size))
        return network.eval()


def _learn_statistics(network: nn.Module) -> None:
    """Let normalisations follow the images; heads that run in training alone need larger images than are looked at."""
    has_more_heads = any(name.lower().startswith("aux") for name, _ in network.named_children())
    for part in network.modules():
        part.training = not has_more_heads or isinstance(part, nn.BatchNorm2d)


def images_of(case: Case, count: int = 1, seed: int = 0) -> Tensor:
    return torch.randn(count, *case.shape, generator=torch.Generator().manual_seed(seed))


def layers_of(walked: Walk) -> list[str]:
    """Take the first, a middle and the last convolution, the last normalisation and the last activation."""
    spatial = [key for key, value in walked.outputs.items() if value.ndim == 4 and value.shape[2] * value.shape[3] > 1]
    kinds: list[list[str]] = [[key for key in spatial if isinstance(walked.modules[key], kind)]
                              for kind in (nn.Conv2d, _NORMS, _ACTIVATIONS)]
    convolutions, norms, activations = kinds
    chosen = [convolutions[0], convolutions[len(convolutions) // 2], convolutions[-1], *norms[-1:], *activations[-1:]]
    return list(dict.fromkeys(chosen))


def compare(case: Case, *, libraries: bool = True) -> Figures:
    """Compare one network at its layers for the classes that have a map there."""
    network, image, figures = warmed(case), images_of(case), Figures()
    walked = walk(network, image)
    shaken = walk(rounded(network), image.double() + _SHAKEN * images_of(case, seed=1).double())
    keys = layers_of(walked)
    passes = {key: pass_at(network, key, image) for key in keys}
    check_scores(walked, passes[keys[0]])
    double = copy.deepcopy(network).double()
    doubles = {key: pass_at(double, key, image.double()) for key in keys}
    classes = classes_of(walked, keys)
    for target in classes:
        truths, nearby = walked.gradients(target, keys), shaken.gradients(target, keys)
        for key in keys:
            shape = tuple(passes[key].activations.shape[1:])
            a, g = as_maps(walked.activations(key), shape), as_maps(truths[key], shape)
            near = as_maps(shaken.activations(key), shape), as_maps(nearby[key], shape)
            against_truth(figures, (passes[key], doubles[key]), (a, g), near, target)
            is_steady = relative_error(FORMULAS["hirescam"](*near), FORMULAS["hirescam"](a, g)) <= _STEADY
            if libraries and is_steady and target == classes[0] and a.shape == walked.activations(key).shape:
                against_libraries(figures, network, key, image, target, walked, g)
    at_once(figures, network, image, passes, classes[0])
    as_batches(figures, network, keys, case)
    completeness(figures, network, image, passes)
    return figures


def rounded(network: nn.Module) -> nn.Module:
    """Return a copy in float64 whose weights are as far off as rounding may put them."""
    other, draws = copy.deepcopy(network).double(), torch.Generator().manual_seed(2)
    with torch.no_grad():
        for weights in other.parameters():
            weights.mul_(1 + _ROUNDED * torch.randn(weights.shape, generator=draws, dtype=torch.float64))
    return other


def as_maps(values: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Return values (C, h, w) or (h, w, C), as ConvNeXt has them between its dense layers, as (C, h, w)."""
    maps = values if values.shape == shape else np.moveaxis(values, -1, 0)
    if maps.shape != shape:
        raise AssertionError(f"maps of {shape} were made of an output of {values.shape}")
    return maps


def pass_at(network: nn.Module, key: str, images: Tensor) -> LayerPass:
    name, call = split_key(key)
    return layer_pass(network, inspected_layers(network)[name], images, call)


def check_scores(walked: Walk, passed: LayerPass) -> None:
    """Refuse a second way that is not a pass of the same network."""
    difference = relative_error(passed.scores().detach().numpy(), walked.scores.detach().numpy())
    if difference > 1e-4:
        raise AssertionError(f"the second way gives other class scores: {difference}")


def classes_of(walked: Walk, keys: Sequence[str]) -> list[int]:
    """Return the classes whose weakest map among the layers is the strongest, so that no comparison is one of zeros."""
    peaks = {}
    for target in range(min(CLASSES_TRIED, walked.scores.shape[1])):
        gradients = walked.gradients(target, keys)
        peaks[target] = min(np.abs(FORMULAS["grad-cam"](walked.activations(key), gradients[key])).max() for key in keys)
    return sorted(peaks, key=lambda target: -peaks[target])[:CLASSES_TAKEN]


def ours(passed: LayerPass, target: int, method: str) -> np.ndarray:
    exact = resolve(target, passed.scores().detach()[0])
    return cam(method, passed.activations, passed.gradients([exact]))[0].numpy()


def against_truth(figures: Figures, passes: tuple[LayerPass, LayerPass], at: tuple[np.ndarray, np.ndarray],
                  nearby: tuple[np.ndarray, np.ndarray], target: int) -> None:
    """C1, C2, C6, C8, C9; passes in float32 and in float64, A and G of the image and of one next to it."""
    for method, formula in FORMULAS.items():
        truth = formula(*at)
        if np.abs(truth).max() < _NOTHING:
            figures.zero += 1
            continue
        if method == "hirescam" and np.abs(truth).max() < _CANCELLED * np.abs(at[0] * at[1]).sum(axis=0).max():
            figures.cancelled += 1
            continue
        figures.compared += 1
        found = ours(passes[0], target, method)
        if method == "eigencam":
            figures.take("C9 EigenCAM, 1 - correlation", 1 - abs(correlation(found, truth)))
            continue
        figures.take("C2 float64 against float64", relative_error(ours(passes[1], target, method), truth))
        if relative_error(formula(*nearby), truth) > _STEADY:
            figures.unsteady += 1
        elif method not in DIVIDING:
            figures.take("C1 fp32 against float64", relative_error(found, truth))
        elif at[0].min() >= 0:
            figures.take(DIVIDING[method], relative_error(found, truth))
        else:
            figures.signed = max(figures.signed, relative_error(found, truth))


def correlation(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(one.ravel(), other.ravel())[0, 1])


def at_once(figures: Figures, network: nn.Module, image: Tensor, passes: Mapping[str, LayerPass], target: int) -> None:
    """C13: every layer from one pass, against one after the other."""
    layers = [layer for layer in inspected(network, trace(network, image)) if layer.key in passes]
    if {layer.key for layer in layers} != set(passes):
        raise AssertionError(f"the layers listed, {[layer.key for layer in layers]}, lack one of {list(passes)}")
    for key, found in every_layer(network, image, layers, target, "grad-cam").maps.items():
        alone = ours(passes[key], target, "grad-cam")
        if np.abs(alone).max() > _NOTHING:
            figures.take("C13 all layers at once", relative_error(found.numpy(), alone))


def as_batches(figures: Figures, network: nn.Module, keys: Sequence[str], case: Case) -> None:
    """C13: four images with a class each against one after the other; memory in another order."""
    images = images_of(case, 4, seed=5)
    for key in keys[-2:]:
        batch = pass_at(network, key, images)
        classes = [1, 0, 0, 2][:4]
        targets = [resolve(target % batch.scores().shape[1], scores.detach())
                   for target, scores in zip(classes, batch.scores(), strict=True)]
        together = cam("grad-cam", batch.activations, batch.gradients(targets)).numpy()
        for place, target in enumerate(targets):
            alone = ours(pass_at(network, key, images[place:place + 1]), target.index, "grad-cam")
            if np.abs(alone).max() > _NOTHING:
                figures.take("C13 batch", relative_error(together[place], alone))
    turned = copy.deepcopy(network).to(memory_format=torch.channels_last)
    one = images[:1]
    for key in keys[-2:]:
        alone = ours(pass_at(network, key, one), 0, "grad-cam")
        if np.abs(alone).max() > _NOTHING:
            found = ours(pass_at(turned, key, one.contiguous(memory_format=torch.channels_last)), 0, "grad-cam")
            figures.take("C13 channels last", relative_error(found, alone))


def completeness(figures: Figures, network: nn.Module, image: Tensor, passes: Mapping[str, LayerPass]) -> None:
    """C12: behind global average pooling and one dense layer the map's sum and the bias are the logit."""
    if not isinstance(getattr(network, "fc", None), nn.Linear) or "layer4.1.relu" not in passes:
        return
    passed = passes["layer4.1.relu"]
    for target in range(5):
        whole = ours(passed, target, "hirescam").sum(dtype=np.float64) + float(network.fc.bias[target].detach())
        figures.take("C12 sum of HiResCAM + bias - logit", abs(whole - float(passed.scores()[0, target])))
    del image


def against_libraries(figures: Figures, network: nn.Module, key: str, image: Tensor, target: int, walked: Walk,
                      g: np.ndarray) -> None:
    """C3 to C7, at layers that run once: the libraries cannot tell calls apart."""
    name, call = split_key(key)
    if call or f"{name}@1" in walked.outputs:
        return
    a = walked.activations(key)
    truth = FORMULAS["grad-cam"](a, g)
    if np.abs(truth).max() < _NOTHING:
        return
    layer = network.get_submodule(name) if not hasattr(network, "sources") else network.layers[name]
    found = ours(pass_at(network, key, image), target, "grad-cam")
    positive = np.maximum(found, 0)
    if positive.max() > _NOTHING:
        figures.take("C4 captum", relative_error(positive, captum_map(network, layer, image, target)))
    theirs = pytorch_grad_cam_map("GradCAM", network, layer, image, target)
    if relative_error(theirs, truth) < 1e-3:
        figures.take("C3 pytorch-grad-cam", relative_error(found, theirs))
        plus_plus(figures, network, layer, key, image, target, FORMULAS["grad-cam++"](a, g))
    else:
        figures.control = max(figures.control, relative_error(theirs, truth))
        clean = without_in_place(network)
        if clean is not None:
            twin = clean.get_submodule(name) if not hasattr(clean, "sources") else clean.layers[name]
            theirs = pytorch_grad_cam_map("GradCAM", clean, twin, image, target)
            if relative_error(theirs, truth) < 1e-3:
                figures.take("C5 pytorch-grad-cam, nothing in place", relative_error(found, theirs))


def plus_plus(figures: Figures, network: nn.Module, layer: nn.Module, key: str, image: Tensor, target: int,
              paper: np.ndarray) -> None:
    """C7 and its control, the distance of theirs from the paper."""
    passed = pass_at(network, key, image)
    gradients = passed.gradients([resolve(target, passed.scores().detach()[0])])
    as_theirs = grad_cam_plus_plus_as_in_pytorch_grad_cam(passed.activations, gradients)[0].numpy()
    theirs = pytorch_grad_cam_map("GradCAMPlusPlus", network, layer, image, target)
    if np.abs(theirs).max() > _NOTHING and float(passed.activations.min()) >= 0:
        figures.take("C7 Grad-CAM++ as theirs", relative_error(as_theirs, theirs))
        if np.abs(paper).max() > _NOTHING:
            figures.plus_plus_control = max(figures.plus_plus_control, relative_error(theirs, paper))


def run(cases: Sequence[Case]) -> Iterator[tuple[Case, Figures, float]]:
    """Yield the figures of each network and the seconds of processor time."""
    for case in cases:
        begin = time.process_time()
        yield case, compare(case), time.process_time() - begin


def main(names: Sequence[str]) -> int:
    """Print one line a network and the worst of all; 1 when something is over its bar."""
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    sides = [int(name.removeprefix("--side=")) for name in names if name.startswith("--side=")]
    names = [name for name in names if not name.startswith("--")]
    small, large = small_cases(), torchvision_cases(*sides)
    wanted = {*names, *(case.name for case in small if "small" in names),
              *(case.name for case in large if "torchvision" in names)}
    cases = [case for case in (*small, *large) if not names or case.name in wanted]
    whole = Figures()
    for case, figures, seconds in run(cases):
        print(f"{case.name}: {figures.compared} maps, {figures.zero} of zeros, {figures.unsteady} unsteady, "
              f"{figures.cancelled} cancelled, "
              f"{seconds:.0f} s; pytorch-grad-cam where something works in place {figures.control:.2f} off, its "
              f"Grad-CAM++ {figures.plus_plus_control:.2f}; ours that divide, at layers of both signs, "
              f"{figures.signed:.0e}")
        print("   ", json.dumps({kind: f"{figure:.1e}" for kind, figure in sorted(figures.worst.items())}), flush=True)
        for kind, figure in figures.worst.items():
            whole.take(kind, figure)
        whole.compared, whole.zero = whole.compared + figures.compared, whole.zero + figures.zero
        whole.unsteady += figures.unsteady
        whole.control = max(whole.control, figures.control)
        whole.plus_plus_control = max(whole.plus_plus_control, figures.plus_plus_control)
    print(json.dumps({"maps": whole.compared, "zero": whole.zero, "unsteady": whole.unsteady,
                      "worst": whole.worst, "beyond": whole.beyond()}, indent=1))
    return 1 if whole.beyond() else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
