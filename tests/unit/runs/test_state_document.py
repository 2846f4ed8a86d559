"""Tests of splitting nested states into JSON and tensors."""

import json
import math

import pytest
import torch

from cnnstudio.errors import RunError
from cnnstudio.runs.state_document import pack, unpack
from tests.unit.runs.samples import network, optimizer_state


def test_an_optimisers_state_goes_through_strict_json_and_back():
    state = optimizer_state(network())
    document, tensors = pack(state)
    back = unpack(json.loads(json.dumps(document, allow_nan=False)), tensors)
    assert back["optimizer"]["param_groups"] == state["optimizer"]["param_groups"]
    assert back["optimizer"]["state"].keys() == state["optimizer"]["state"].keys()
    for key, entry in state["optimizer"]["state"].items():
        assert all(torch.equal(back["optimizer"]["state"][key][name], value) for name, value in entry.items())
    assert torch.equal(back["random"][0], state["random"][0])


def test_keys_and_containers_keep_their_type():
    state = {"a": {1: [True, None, "x", 2, 2.5]}, "betas": (0.9, 0.999), "": {}}
    document, tensors = pack(state)
    assert (unpack(json.loads(json.dumps(document)), tensors), tensors) == (state, {})
    assert isinstance(unpack(document, {})["betas"], tuple)


def test_numbers_that_json_does_not_know_are_kept():
    document, _ = pack([math.inf, -math.inf, math.nan])
    back = unpack(json.loads(json.dumps(document, allow_nan=False)), {})
    assert back[:2] == [math.inf, -math.inf]
    assert math.isnan(back[2])


@pytest.mark.parametrize("state", [{"a": object()}, {(1, 2): 3}, {True: 1}, [b"bytes"]])
def test_what_cannot_be_saved_is_named(state: object):
    with pytest.raises(RunError, match="cannot be saved in a run"):
        pack(state)


@pytest.mark.parametrize("document", [
    {}, {"tensor": "9"}, {"odd": 1}, {"items": 5}, {"items": [[1]]}, {"list": None}, {"tensor": "0", "list": []},
    {"float": "x"}, {"tensor": []}])
def test_a_damaged_document_is_refused(document: object):
    with pytest.raises(RunError, match="saved state cannot be read"):
        unpack(document, {"0": torch.ones(1)})
