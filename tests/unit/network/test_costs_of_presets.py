"""Weights and multiply-adds of every preset equal what torch counts."""

import pytest
import torch
from torch.utils.flop_counter import FlopCounterMode

from cnnstudio.network.costs import node_costs, total
from cnnstudio.network.presets import PRESETS, preset
from cnnstudio.network.shapes import analyse
from cnnstudio.torch_network.builder import build


@pytest.mark.parametrize("name", [info.name for info in PRESETS])
def test_weights_and_multiply_adds_are_those_that_torch_counts(name):
    """Its counter takes a multiply-add for two operations; on the meta device nothing is computed."""
    graph = preset(name)
    cost, module = total(node_costs(graph, analyse(graph))), build(graph).to("meta").eval()
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        module(torch.empty(1, *module.input_shape, device="meta"))
    assert cost.weights == sum(weight.numel() for weight in module.parameters())
    assert 2 * cost.multiply_adds == counter.get_total_flops()
