"""Tests of the private stream of random numbers."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import torch

from cnnstudio.training.randomness import GLOBAL_RANDOMNESS_LOCK, PrivateRandomness, global_randomness_kept

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


def test_drawing_from_the_global_state_waits_for_a_step_in_another_thread():
    def try_lock() -> bool:
        acquired = GLOBAL_RANDOMNESS_LOCK.acquire(blocking=False)
        if acquired:
            GLOBAL_RANDOMNESS_LOCK.release()
        return acquired

    with ThreadPoolExecutor(1) as other:
        with PrivateRandomness(CPU, 0).active():
            assert not other.submit(try_lock).result()
        assert other.submit(try_lock).result()


def test_the_global_state_is_put_back_after_drawing_from_it():
    before = torch.get_rng_state()
    with global_randomness_kept():
        torch.rand(3)
    assert torch.equal(torch.get_rng_state(), before)
