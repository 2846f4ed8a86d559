"""Where a walk through a network stands, without a widget."""

import numpy as np
import pytest

from cnnstudio.explain.walk_recording import PROBABILITIES, kept_layers
from cnnstudio.ui.inspector.steps.session import WalkSession
from tests.helpers.recordings import record


@pytest.fixture
def session(qapp) -> WalkSession:
    session = WalkSession()
    session.take(record())
    return session


def kinds(session):
    return [layer.kind for layer in session.recording.layers]


def test_a_walk_begins_at_the_first_layer_that_computes(session):
    assert kinds(session)[session.number] == "Conv2d"
    assert session.cell == (0, 0, 0)
    assert session.found.agrees


def test_the_last_layer_is_the_softmax_that_makes_probabilities(session):
    session.show_layer(PROBABILITIES)
    assert session.values.output.sum() == pytest.approx(1)
    assert session.found.table.names_classes


def test_stepping_fills_the_map_in_reading_order(session):
    session.restart()
    assert (session.cell, session.filled) == ((0, 0, 0), 1)
    for _ in range(9):
        assert session.step(1)
    assert (session.cell, session.filled) == ((0, 1, 1), 10)
    assert session.step(-1)
    assert (session.cell, session.filled) == ((0, 1, 0), 9)


def test_no_step_leads_over_the_end_of_the_map(session):
    session.show_cell((0, 7, 7))
    assert session.is_at_end
    assert not session.step(1)
    assert session.cell == (0, 7, 7)
    session.move(1, 0)
    assert session.cell == (0, 7, 7)
    session.move(0, -1)
    assert session.cell == (0, 7, 6)


def test_the_place_goes_along_from_layer_to_layer(session):
    session.show_cell((2, 5, 6))
    session.go(1)
    assert kinds(session)[session.number] == "ReLU"
    assert session.cell == (2, 5, 6)
    session.go(1)
    assert session.cell == (2, 2, 3)
    session.go(1)
    assert session.cell == (2 * 16 + 2 * 4 + 3,)
    session.go(-1)
    assert session.cell == (2, 2, 3)


def test_back_from_a_convolution_leads_to_the_channel_that_is_looked_at(session):
    session.show_cell((1, 4, 4))
    session.show_input_channel(2)
    session.go(-1)
    assert kinds(session)[session.number] == "Input"
    assert session.cell == (2, 4, 4)


def test_another_image_keeps_layer_and_place(session):
    session.show_cell((3, 2, 2))
    layer, before = session.outline.id, session.found.result
    session.take(record(seed=1))
    assert (session.outline.id, session.cell) == (layer, (3, 2, 2))
    assert session.found.result != before


def test_a_layer_whose_values_were_left_out_is_asked_for(qtbot):
    session = WalkSession()
    asked = []
    session.values_wanted.connect(asked.append)
    session.take(record(limit=10))
    assert asked == [session.outline.id]
    assert session.values is None
    session.take(record(limit=10, needed=asked))
    assert session.values is not None


def test_what_is_needed_is_kept_first_and_then_the_smallest():
    layers = record().layers
    sizes = {layer.id: int(np.prod(layer.shape)) for layer in layers}
    pool = next(layer for layer in layers if layer.kind == "MaxPool2d")
    kept = kept_layers(layers, (pool.id,), limit=sizes[pool.id] + sizes[pool.sources[0]] + 12)
    assert {pool.id, *pool.sources} <= kept
    assert sum(sizes[layer] for layer in kept) <= sizes[pool.id] + sizes[pool.sources[0]] + 12
    assert PROBABILITIES in kept
