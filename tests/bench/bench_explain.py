"""Measures what a map costs beside a plain pass and the known libraries.

``python -m tests.bench.bench_explain resnet18 layer [rounds] [threads]``, in one process, the ways in turn; networks:
those of `CASES`, with random weights; parts: those of `PARTS`. Needs the extra ``bench`` (torchcam).
"""

import ctypes
import gc
import logging
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.explain.cam_methods import cam
from cnnstudio.explain.every_layer import every_layer
from cnnstudio.explain.explained import evidence_of
from cnnstudio.explain.explainer import Explainer
from cnnstudio.explain.grad_cam import grad_cam
from cnnstudio.explain.layer_pass import layer_pass
from cnnstudio.explain.layer_trace import inspected, trace
from cnnstudio.explain.scores import resolve
from cnnstudio.workspace.batch_pace import BatchPace

SIDE = 224
WARM_UP = 3
Way = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Case:
    """A torchvision network and its last block."""

    layer: str
    classes: int = 1000


CASES = {
    "resnet18": Case("layer4"), "resnet50": Case("layer4"), "mobilenet_v2": Case("features"),
    "vgg16": Case("features"), "densenet121": Case("features.denseblock4"), "efficientnet_b0": Case("features")}


def network_of(name: str) -> nn.Module:
    import torchvision

    torch.manual_seed(0)
    return torchvision.models.get_model(name, weights=None, num_classes=CASES[name].classes).eval()


def conv_names(network: nn.Module) -> list[str]:
    return [name for name, part in network.named_modules() if isinstance(part, nn.Conv2d)]


def pgc_way(network: nn.Module, layers: list[nn.Module], image: Tensor, target: int) -> Way:
    from pytorch_grad_cam import GradCAM
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    cam = GradCAM(model=network, target_layers=layers)

    def run() -> object:
        found = cam(input_tensor=image, targets=[ClassifierOutputTarget(target)])
        network.zero_grad()
        return found
    return run


def captum_way(network: nn.Module, layer: nn.Module, image: Tensor, target: int) -> Way:
    from captum.attr import LayerGradCam

    return partial(LayerGradCam(network, layer).attribute, image, target, relu_attributions=True)


def torchcam_way(network: nn.Module, layers: list[str], image: Tensor, target: int) -> tuple[Way, Callable[[], None]]:
    from torchcam.methods import GradCAM

    cam = GradCAM(network, target_layer=layers)
    cam.disable_hooks()

    def run() -> object:
        cam.enable_hooks()
        try:
            with torch.enable_grad():
                scores = network(image.clone().requires_grad_())
                return cam(target, scores)
        finally:
            cam.disable_hooks()
    return run, cam.remove_hooks


def seconds_of(ways: dict[str, Way], rounds: int) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Run the ways in turn, in another order each time; return processor and clock seconds of each."""
    cpu: dict[str, list[float]] = {title: [] for title in ways}
    clock: dict[str, list[float]] = {title: [] for title in ways}
    titles = list(ways)
    for number in range(rounds + WARM_UP):
        first = number % len(titles)
        for title in titles[first:] + titles[:first]:
            begin, begin_clock = time.process_time(), time.perf_counter()
            ways[title]()
            cpu[title].append(time.process_time() - begin)
            clock[title].append(time.perf_counter() - begin_clock)
    return ({title: values[WARM_UP:] for title, values in cpu.items()},
            {title: values[WARM_UP:] for title, values in clock.items()})


def ratio(seconds: dict[str, list[float]], title: str, to: str) -> float:
    """Return the median of the ratios round by round."""
    return statistics.median(a / b for a, b in zip(seconds[title], seconds[to], strict=True))


def report(title: str, cpu: dict[str, list[float]], clock: dict[str, list[float]], base: str) -> None:
    print(f"\n{title}")
    for way, seconds in cpu.items():
        processor, on_clock = 1000 * statistics.median(seconds), 1000 * statistics.median(clock[way])
        print(f"  {processor:8.1f} ms processor {on_clock:8.1f} clock {ratio(cpu, way, base):6.2f} x {base}  {way}")


def one_layer(name: str, rounds: int) -> None:
    """L1, L3: the last block against a plain pass and the libraries; ten classes against one."""
    network, image, case = network_of(name), torch.randn(1, 3, SIDE, SIDE), CASES[name]
    layer = network.get_submodule(case.layer)
    forward = torch.no_grad()(network)
    theirs, end = torchcam_way(network, [case.layer], image, 7)

    def ten() -> object:
        passed = layer_pass(network, layer, image)
        gradients = passed.class_gradients([resolve(index, passed.scores().detach()[0]) for index in range(10)])
        return cam("grad-cam", passed.activations.expand(10, -1, -1, -1), gradients)

    ways: dict[str, Way] = {
        "forward": lambda: forward(image), "ours": lambda: grad_cam(network, layer, image, 7), "ours, 10 classes": ten,
        "captum": captum_way(network, layer, image, 7), "torchcam": theirs}
    cpu, clock = seconds_of(ways, rounds)
    end()
    report(f"{name}.{case.layer}", cpu, clock, "forward")
    print(f"  10 classes / 1 class: {ratio(cpu, 'ours, 10 classes', 'ours'):.2f}")
    other = network_of(name)
    ways = {"ours": ways["ours"], "grad-cam": pgc_way(other, [other.get_submodule(case.layer)], image, 7)}
    cpu, clock = seconds_of(ways, max(3, rounds // 2))
    report(f"{name}.{case.layer}", cpu, clock, "ours")


def all_layers(name: str, rounds: int) -> None:
    """L2: every convolution at once."""
    network, image = network_of(name), torch.randn(1, 3, SIDE, SIDE)
    names = conv_names(network)
    layers = [layer for layer in inspected(network, trace(network, image)) if layer.id in names]
    forward = torch.no_grad()(network)
    other = network_of(name)
    ways: dict[str, Way] = {
        "forward": lambda: forward(image), "ours": lambda: every_layer(network, image, layers, 7, "grad-cam"),
        "grad-cam": pgc_way(other, [other.get_submodule(layer.id) for layer in layers], image, 7)}
    cpu, clock = seconds_of(ways, rounds)
    report(f"{name}, {len(layers)} convolutions at once", cpu, clock, "forward")
    print(f"  grad-cam / ours: {ratio(cpu, 'grad-cam', 'ours'):.2f}")


def explainer_of(network: nn.Module, classes: int, side: int = SIDE) -> Explainer:
    return Explainer(network, PreprocessConfig(height=side, width=side), [0.5] * 3, [0.25] * 3,
                     [f"class {number}" for number in range(classes)])


def pixels(side: int = SIDE, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, 256, (side, side, 3), dtype=np.uint8)


def cached(name: str, rounds: int) -> None:
    """L5: another method, another class, another layer of an image that was looked at."""
    network, case = network_of(name), CASES[name]
    explainer = explainer_of(network, case.classes)
    begin = time.perf_counter()
    first = explainer.inspect(pixels())
    first.explain(1, case.layer)
    print(f"\n{name}: first map {1000 * (time.perf_counter() - begin):.0f} ms on the clock")
    methods = ["grad-cam", "hirescam", "grad-cam++", "layercam", "xgrad-cam", "eigencam"]
    layers = [layer for layer in explainer.layers() if layer.is_single][::8]
    for title, ask in (
            ("another method, last block", lambda number: first.explain(1, case.layer, methods[number % 6])),
            ("another class, last block", lambda number: first.explain(2 + number, case.layer))):
        print_times(title, ask, rounds)
    begin = time.perf_counter()
    first.all_layers(1)
    print(f"  all {len(explainer.layers())} layers: {1000 * (time.perf_counter() - begin):.0f} ms")
    for layer in (layers[len(layers) // 3].key, layers[2 * len(layers) // 3].key):
        first.explain(1, layer)
        print_times(f"another method, {layer}",
                    lambda number, layer=layer: first.explain(1, layer, methods[number % 6]), rounds)
        print_times(f"another class, {layer}", lambda number, layer=layer: first.explain(50 + number, layer), rounds)


def print_times(title: str, ask: Callable[[int], object], rounds: int) -> None:
    cpu, clock = [], []
    for number in range(rounds):
        begin, begin_clock = time.process_time(), time.perf_counter()
        ask(number)
        cpu.append(time.process_time() - begin)
        clock.append(time.perf_counter() - begin_clock)
    print(f"  {title}: median {1000 * statistics.median(clock):.1f} ms on the clock, "
          f"{1000 * statistics.median(cpu):.1f} of processors, most {1000 * max(clock):.1f}")


def thousand(name: str, rounds: int) -> None:
    """L6: hooks, tensors and memory after 50 times as many maps as rounds; every tenth image with all layers."""
    side, count = 64, 50 * rounds
    network = network_of(name)
    explainer = explainer_of(network, CASES[name].classes, side)

    def look(number: int) -> None:
        inspection = explainer.inspect(pixels(side, number))
        inspection.explain(number % 10, CASES[name].layer)
        if number % 10 == 0:
            inspection.all_layers(number % 10)

    for number in range(100):
        look(number)
    before = leftovers(network)
    for number in range(count):
        look(number)
    after = leftovers(network)
    print(f"\n{name}: {count} images: hooks {after[0] - before[0]:+d}, tensors "
          f"{after[1] - before[1]:+d}, resident memory {after[2] - before[2]:+.1f} MB")


def leftovers(network: nn.Module) -> tuple[int, int, float]:
    """Return the number of hooks and of living tensors, and the resident memory in MB."""
    gc.collect()
    hooks = sum(len(part._forward_hooks) + len(part._forward_pre_hooks) + len(part._backward_hooks)
                for part in network.modules())
    tensors = 0
    for value in gc.get_objects():
        with suppress(Exception):
            tensors += isinstance(value, Tensor)
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return hooks, tensors, int(pages) * 4096 / 2**20


def stand_in(name: str, rounds: int) -> None:
    """Show what standing in for all weights costs of a pass: `undisturbed` against a plain one."""
    from cnnstudio.explain.pass_hooks import undisturbed

    network, image = network_of(name), torch.randn(1, 3, 64, 64)
    forward = torch.no_grad()(network)

    def through() -> object:
        with undisturbed(network, image) as look, torch.no_grad():
            return look()

    cpu, clock = seconds_of({"forward": lambda: forward(image), "undisturbed": through}, rounds)
    report(f"{name} at 64 px", cpu, clock, "forward")


def batches(name: str, rounds: int) -> None:
    """L4: maps of 32 images at once against a plain pass of them."""
    network, images = network_of(name), torch.randn(32, 3, SIDE, SIDE)
    layer, forward = network.get_submodule(CASES[name].layer), torch.no_grad()(network)

    def maps() -> object:
        passed = layer_pass(network, layer, images)
        targets = [resolve(None, scores) for scores in passed.scores().detach()]
        return cam("grad-cam", passed.activations, passed.gradients(targets))

    cpu, clock = seconds_of({"forward": lambda: forward(images), "ours": maps}, rounds)
    report(f"{name}.{CASES[name].layer}, 32 images", cpu, clock, "forward")


def memory(name: str, rounds: int) -> None:
    """L6: resident memory at its highest during a pass, one map, and all layers, beyond what was there before."""
    network, image = network_of(name), torch.randn(1, 3, SIDE, SIDE)
    layers = [layer for layer in inspected(network, trace(network, image)) if layer.id in conv_names(network)]
    layer, forward = network.get_submodule(CASES[name].layer), torch.no_grad()(network)
    ways: dict[str, Way] = {
        "forward": lambda: forward(image), "one layer": lambda: grad_cam(network, layer, image, 7),
        f"{len(layers)} convolutions": lambda: every_layer(network, image, layers, 7, "grad-cam")}
    weights = sum(value.nbytes for value in network.state_dict().values()) / 2**20
    grown = {title: statistics.median(peak_mb(way) for _ in range(rounds)) for title, way in ways.items()}
    print(f"\n{name}, weights of {weights:.0f} MB")
    for title, extra in grown.items():
        plain = grown["forward"]
        print(f"  {extra:6.1f} MB, {extra / plain:.2f} x forward, weights included "
              f"{(weights + extra) / (weights + plain):.2f}  {title}")


def peak_mb(way: Way) -> float:
    """Return by how much the resident memory grows at most while ``way`` runs, in MB; Linux alone."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")   # the highest so far is what is there now
    before = _status_mb("VmHWM")
    way()
    return _status_mb("VmHWM") - before


def _status_mb(name: str) -> float:
    line = next(line for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines() if name in line)
    return int(line.split()[1]) / 1024


def grid(name: str, rounds: int) -> None:
    """L8: a grid of 100 images, a few at a time: the first row of 8, all, and the longest wait for a stop."""
    explainer, layer = explainer_of(network_of(name), CASES[name].classes), CASES[name].layer
    pictures = [(pixels(seed=number), None) for number in range(100)]
    for _ in range(rounds):
        pace, ends, done = BatchPace(), [time.perf_counter()], [0]
        while done[-1] < len(pictures):
            part = pictures[done[-1]:done[-1] + pace.count]
            for inspection in explainer.inspect_together(part, None, layer):
                evidence_of(inspection.raw(None, layer), inspection.seen, "a class")
            ends.append(time.perf_counter())
            done.append(done[-1] + len(part))
            pace.took(len(part), ends[-1] - ends[-2])
        steps, first = np.diff(ends), next(place for place, count in enumerate(done) if count >= 8)
        print(f"\n{name}: first row {ends[first] - ends[0]:.2f} s, all {ends[-1] - ends[0]:.2f} s, {len(steps)} steps, "
              f"one {1000 * statistics.median(steps):.0f} ms, the first {1000 * steps[0]:.0f}, the longest after it "
              f"{1000 * steps[1:].max():.0f}, nine of ten below {1000 * np.percentile(steps[1:], 90):.0f} ms")
    image, plain = explainer.input_tensor(pictures[0][0]), torch.no_grad()(network_of(name))
    cpu, clock = seconds_of({"forward": lambda: plain(image)}, 10)
    report(f"{name}, a plain pass", cpu, clock, "forward")


PARTS: Mapping[str, Callable[[str, int], None]] = {
    "layer": one_layer, "layers": all_layers, "cached": cached, "stand-in": stand_in, "thousand": thousand,
    "batches": batches, "memory": memory, "grid": grid}


def main(name: str = "resnet18", part: str = "layer", rounds: str = "20", threads: str = "1") -> None:
    """Print the figures of one network."""
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    torch.set_num_threads(int(threads))
    PARTS[part](name, int(rounds))


if __name__ == "__main__":
    main(*sys.argv[1:])
