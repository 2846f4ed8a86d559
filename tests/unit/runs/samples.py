"""A small network, its record and its training state, for tests of runs."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import torch
from torch import nn

from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.network.document import from_document
from cnnstudio.runs.manifest import copy_of
from cnnstudio.runs.record import RunRecord
from cnnstudio.runs.store import RunFolder
from cnnstudio.torch_network.builder import GraphNetwork, build
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.optimizers import build_optimizer

LAYERS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("input_1", "Input", {"channels": 1, "height": 8, "width": 8}),
    ("conv2d_1", "Conv2d", {"out_channels": 4, "kernel_size": [3, 3]}),
    ("batchnorm2d_1", "BatchNorm2d", {}),
    ("relu_1", "ReLU", {}),
    ("flatten_1", "Flatten", {}),
    ("linear_1", "Linear", {"out_features": 2}),
    ("output_1", "Output", {"classes": 2}))


def graph_document(**changes: dict[str, Any]) -> dict[str, Any]:
    """Return the document of a chain; ``changes`` are parameters by node id."""
    nodes = [{"id": key, "kind": kind, "name": key, "parameters": parameters | changes.get(key, {}), "x": 0.0, "y": 0.0}
             for key, kind, parameters in LAYERS]
    edges = [{"source": a["id"], "target": b["id"], "port": 0} for a, b in pairwise(nodes)]
    return {"schema_version": 1, "nodes": nodes, "edges": edges}


def record(**changes: Any) -> RunRecord:
    """Return the record of a run that has not begun."""
    values: dict[str, Any] = {
        "created": "2026-11-22T13:03:05+00:00", "network_name": "small", "graph": graph_document(),
        "preprocess": PreprocessConfig(height=8, width=8, color="grey"), "split": SplitConfig(),
        "augment": AugmentConfig(), "train": TrainConfig(), "class_names": ("cat", "dog"), "mean": (0.25,),
        "std": (0.5,), "folder": "/pictures/pets", "fingerprint": "f1", "counts": {"train": 80, "validation": 20}}
    return RunRecord(**(values | changes))


def row(epoch: int, *, is_best: bool = True, val_loss: float | None = None) -> EpochEnded:
    """Return an epoch's row."""
    return EpochEnded(epoch, 1 / epoch, 0.75, 1.5 / epoch if val_loss is None else val_loss, 0.7, 1e-3, 900.5, 1.25,
                      is_best=is_best)


def network(seed: int = 0) -> GraphNetwork:
    """Return the network with weights that follow from the seed."""
    module = build(from_document(graph_document()))
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for weight in module.parameters():
            weight.normal_(generator=generator)
    return module


def optimizer_state(module: nn.Module) -> dict[str, Any]:
    """Return the state of Adam after one step, with a random state beside it, as a training has it."""
    optimizer = build_optimizer(module.parameters(), TrainConfig())
    for weight in module.parameters():
        weight.grad = torch.ones_like(weight)
    optimizer.step()
    optimizer.zero_grad()
    return {"optimizer": optimizer.state_dict(), "random": [torch.Generator().manual_seed(1).get_state()], "epochs": 1}


def save_epoch(run: RunFolder, epoch: EpochEnded, module: nn.Module, state: dict[str, Any], *, is_best: bool) -> None:
    """Save a checkpoint at the end of ``epoch``, as a training does."""
    weights = module.state_dict()
    run.save_checkpoint(run.record.with_epoch(epoch), {"module": weights, **state}, last=module.state_dict(),
                        best=module.state_dict() if is_best else None)


def state_of(run: RunFolder) -> dict[str, Any]:
    """Return what was saved beside the weights."""
    return {name: value for name, value in run.load_checkpoint().state.items() if name != "module"}


def spoil(file: Path, change: Callable[[bytes], bytes]) -> None:
    """Damage a file of a run and, where there is one, its second copy."""
    for path in (file, copy_of(file)):
        if path.exists():
            path.write_bytes(change(path.read_bytes()))


def same_weights(one: nn.Module, two: nn.Module) -> bool:
    """Whether two modules have the same weights and buffers, bit for bit."""
    a, b = one.state_dict(), two.state_dict()
    return a.keys() == b.keys() and all(torch.equal(a[key], b[key]) for key in a)
