"""Measures the methods that ask the whole network, with a first picture's time, beside captum and pytorch-grad-cam.

``python -m tests.bench.bench_pixels [network] [rounds] [threads] [words]``: networks of `bench_explain.CASES`, random
weights, 224 pixels, ways in turn; wall and processor seconds, middle of the rounds; only ways with one of the words,
separated by semicolons, in their name.
"""

import itertools
import logging
import statistics
import sys
import time
import warnings
from collections.abc import Callable, Iterator

import numpy as np
import torch
from torch import Tensor, nn

from cnnstudio.explain.pixels.ablation_cam import ablation_cam
from cnnstudio.explain.pixels.fills import Filler
from cnnstudio.explain.pixels.guided import guided_backpropagation
from cnnstudio.explain.pixels.input_gradients import gradients_times_input, smooth_grad
from cnnstudio.explain.pixels.integrated_gradients import empty_image, integrated_gradients
from cnnstudio.explain.pixels.occlusion import occlusion
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import Question
from cnnstudio.explain.pixels.score_cam import score_cam
from cnnstudio.explain.quick_copy import quick_copy
from cnnstudio.explain.target import ExactTarget
from tests.bench.bench_explain import CASES, SIDE, network_of

Ways = dict[str, Callable[[], object]]


def first(maps: Iterator[Partial]) -> Partial:
    return next(maps)


def last(maps: Iterator[Partial]) -> Partial:
    *_, whole = maps
    return whole


def ways(network: nn.Module, image: Tensor, layer: str) -> Ways:
    """Return what is measured, by its name in the table."""
    from captum.attr import IntegratedGradients, Occlusion

    question = Question(network, image, ExactTarget("logit", 1))
    quick = Question(quick_copy(network, image), image, question.target)   # as `refine` asks it
    filler = Filler(image, np.full(3, 0.5), np.full(3, 0.25))
    empty = empty_image(filler, "mean")
    kept: list[Tensor] = []
    handle = network.get_submodule(layer).register_forward_hook(
        lambda _part, _given, output: kept.append(output.clone()))
    with torch.no_grad():
        network(image)
    handle.remove()

    def plain() -> Tensor:
        with torch.no_grad():
            return network(image)

    def tail(values: Tensor) -> Tensor:   # what `Inspection.replay` does for a last block, without its bookkeeping
        with torch.no_grad():
            return network.fc(values.mean(dim=(2, 3)))

    found: Ways = {
        "forward": plain,
        "quick copy": lambda: quick_copy(network, image),
        "gradients x input": lambda: gradients_times_input(question),
        "guided": lambda: guided_backpropagation(question),
        "SmoothGrad, first picture": lambda: first(smooth_grad(quick)),
        "SmoothGrad, 25 images": lambda: last(smooth_grad(quick)),
        "integrated, first picture": lambda: first(integrated_gradients(quick, empty)),
        "integrated, 54 steps": lambda: last(integrated_gradients(quick, empty, most_steps=54, gap_wanted=0.0)),
        "integrated, 54 steps, captum": lambda: IntegratedGradients(network).attribute(
            image, empty, 1, n_steps=54, method="riemann_middle", internal_batch_size=2),
        "occlusion, first picture": lambda: first(occlusion(quick, filler)),
        "occlusion, whole": lambda: last(occlusion(quick, filler)),
        "occlusion, captum": lambda: Occlusion(network).attribute(image, (3, 28, 28), (3, 14, 14), empty, 1,
                                                                  perturbations_per_eval=8),
        "Score-CAM, first picture": lambda: first(score_cam(quick, kept[0])),
    }
    if hasattr(network, "fc"):
        found["Ablation-CAM, whole"] = lambda: last(ablation_cam(tail, question.score_of, kept[0]))
    return found


def seconds(way: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    way()
    return time.perf_counter() - wall, time.process_time() - cpu


def main(name: str = "resnet18", rounds: int = 3, threads: int = 2,
         words: tuple[str, ...] = ("",)) -> dict[str, tuple[float, float]]:
    """Measure, print a table, and return name -> (wall, processor) seconds."""
    warnings.simplefilter("ignore")
    logging.disable()
    torch.set_num_threads(threads)
    image = torch.randn(1, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(1))
    measured = {way: work for way, work in ways(network_of(name), image, CASES[name].layer).items()
                if way == "forward" or any(word in way for word in words)}
    times: dict[str, list[tuple[float, float]]] = {way: [] for way in measured}
    for way, work in measured.items():
        if "whole" not in way and "captum" not in way and "steps" not in way:
            seconds(work)   # warm
    for _, (way, work) in itertools.product(range(rounds), measured.items()):
        times[way].append(seconds(work))
    table = {way: tuple(statistics.median(column) for column in zip(*spent, strict=True))
             for way, spent in times.items()}
    print(f"{name}, {threads} threads, {rounds} rounds; seconds")
    for way, (wall, cpu) in table.items():
        print(f"{way:32} wall {wall:7.3f}  processor {cpu:7.3f}  {cpu / table['forward'][1]:7.1f} forwards")
    return table


if __name__ == "__main__":
    main(*sys.argv[1:2], *map(int, sys.argv[2:4]), *(tuple(word.split(";")) for word in sys.argv[4:5]))
