"""Tests of the number of CPU threads and of the spin count."""

import subprocess
import sys

import pytest
import torch

from cnnstudio.training.cores import physical_cores
from cnnstudio.training.threads import apply_threads, set_spin_count, threads_used

FRESH = """
import os, sys
os.environ.pop("GOMP_SPINCOUNT", None); os.environ.pop("OMP_WAIT_POLICY", None)
from cnnstudio.training.threads import set_spin_count
print("torch" in sys.modules, set_spin_count(), os.environ["GOMP_SPINCOUNT"])
"""


def test_the_spin_count_is_set_before_torch_in_a_fresh_process():
    result = subprocess.run([sys.executable, "-c", FRESH], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "True", "10000"]


def test_setting_the_spin_count_after_torch_says_that_it_is_too_late(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("GOMP_SPINCOUNT", raising=False)
    assert not set_spin_count()


@pytest.mark.parametrize(("variable", "value"), [("GOMP_SPINCOUNT", "7"), ("OMP_WAIT_POLICY", "active")])
def test_what_the_user_has_set_is_left_alone(monkeypatch: pytest.MonkeyPatch, variable: str, value: str):
    import os

    for name in ("GOMP_SPINCOUNT", "OMP_WAIT_POLICY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    set_spin_count()
    assert {name: os.environ.get(name) for name in ("GOMP_SPINCOUNT", "OMP_WAIT_POLICY")} == {
        "GOMP_SPINCOUNT": None, "OMP_WAIT_POLICY": None, variable: value}


def test_the_number_of_threads_holds_inside_the_block_only():
    before = torch.get_num_threads()
    with threads_used(before + 1) as threads:
        assert threads == torch.get_num_threads() == before + 1
    assert torch.get_num_threads() == before


def test_zero_threads_means_the_physical_cores():
    before = torch.get_num_threads()
    try:
        assert apply_threads(0) == physical_cores()
    finally:
        torch.set_num_threads(before)
