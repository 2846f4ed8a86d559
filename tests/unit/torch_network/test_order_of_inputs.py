"""Which merges compute the same when their inputs change places, asked of the modules themselves."""

import pytest
import torch

from cnnstudio.network.registry import layer_kinds
from cnnstudio.network.rewiring import ORDER_FREE
from cnnstudio.torch_network.layer_modules import FACTORIES

SHAPE = (4, 3, 3)
MERGES = [kind for kind in layer_kinds().values() if kind.max_inputs > 1]


@pytest.mark.parametrize("kind", MERGES, ids=lambda kind: kind.name)
def test_the_order_of_inputs_is_ignored_where_the_result_is_the_same(kind):
    module = FACTORIES[kind.name]((SHAPE, SHAPE), kind.defaults()).eval()
    one, other = torch.rand(2, 1, *SHAPE)
    same = torch.allclose(module(one, other), module(other, one))
    assert same == (kind.name in ORDER_FREE)
