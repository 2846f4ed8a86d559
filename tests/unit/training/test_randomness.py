"""Tests of the private stream of random numbers."""

import pytest
import torch

from cnnstudio.training.randomness import PrivateRandomness

CPU = torch.device("cpu")


def draw(randomness: PrivateRandomness) -> float:
    with randomness.active():
        return torch.rand(1).item()


def test_the_same_seed_gives_the_same_numbers_whatever_happens_between():
    quiet, disturbed = PrivateRandomness(CPU, 3), PrivateRandomness(CPU, 3)
    expected = [draw(quiet) for _ in range(3)]
    got = []
    for _ in range(3):
        torch.rand(7)
        got.append(draw(disturbed))
    assert got == expected
    assert len(set(got)) == 3


def test_another_seed_gives_other_numbers():
    assert draw(PrivateRandomness(CPU, 1)) != draw(PrivateRandomness(CPU, 2))


def test_the_numbers_are_those_of_a_generator_with_the_seed():
    assert draw(PrivateRandomness(CPU, 5)) == torch.rand(1, generator=torch.Generator().manual_seed(5)).item()


def test_the_global_numbers_go_on_as_if_nothing_had_been_drawn():
    before = torch.get_rng_state()
    draw(PrivateRandomness(CPU, 0))
    assert torch.equal(torch.get_rng_state(), before)


def test_an_error_inside_puts_both_states_back():
    randomness = PrivateRandomness(CPU, 0)
    before, states = torch.get_rng_state(), randomness.states
    with pytest.raises(RuntimeError), randomness.active():
        torch.rand(1) @ torch.rand(2)
    assert torch.equal(torch.get_rng_state(), before)
    assert torch.equal(randomness.states[0], states[0])


def test_saved_states_repeat_the_numbers():
    randomness = PrivateRandomness(CPU, 0)
    draw(randomness)
    saved = randomness.states
    expected = draw(randomness)
    randomness.states = saved
    assert draw(randomness) == expected
