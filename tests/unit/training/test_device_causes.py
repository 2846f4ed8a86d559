"""Tests of the table of reasons why a GPU is not used, with made-up machines."""

import pytest

from cnnstudio.training.device_causes import (
    CUDA_CAUSES,
    MPS_CAUSES,
    Facts,
    cuda_reason,
    mps_reason,
    needed_macos,
    too_old_gpu_reason,
)

OLD_DRIVER = ("CUDA initialization: The NVIDIA driver on your system is too old (found version 11040). Please update "
              "your GPU driver.\nMore.")
WITH_CUDA = {"cuda_built": True, "cuda_version": "13.0"}
MAC = {"platform": "darwin", "machine": "arm64", "mps_built": True}

CUDA = [
    (Facts(platform="darwin"), "does not use NVIDIA GPUs on a Mac"),
    (Facts(has_nvidia_driver=True), "is for the CPU, though there is an NVIDIA driver"),
    (Facts(), "this build of PyTorch is for the CPU (for an NVIDIA GPU"),
    (Facts(**WITH_CUDA, visible_devices="-1"), "CUDA_VISIBLE_DEVICES is set to '-1'"),
    (Facts(**WITH_CUDA, complaint=OLD_DRIVER), "it knows CUDA up to 11.4, and this build of PyTorch needs 13.0"),
    (Facts(**WITH_CUDA, complaint="Found no NVIDIA driver on your system."), "no NVIDIA driver was found"),
    (Facts(**WITH_CUDA, complaint="CUDA unknown error - this may be due to"), "restart the computer"),
    (Facts(**WITH_CUDA, complaint="all CUDA-capable devices are busy or unavailable"), "another program"),
    (Facts(**WITH_CUDA, complaint="CUDA error: out of memory"), "memory of the NVIDIA GPU is used up"),
    (Facts(**WITH_CUDA, complaint="Driver/library version mismatch"), "was updated while it ran"),
    (Facts(**WITH_CUDA, complaint="Error 802: system not yet initialized"), "has not started fully"),
    (Facts(**WITH_CUDA, complaint="Something new {odd}.\nSecond line."), "Something new {odd}."),
    (Facts(**WITH_CUDA), "no NVIDIA GPU with a working driver was found"),
]
MPS = [
    (Facts(), "exists only on a Mac"),
    (Facts(**MAC, mps_usable=True), ""),
    (Facts(**{**MAC, "machine": "x86_64"}), "Apple chip (M1 or later) only; this Python runs on x86_64"),
    (Facts(**{**MAC, "mps_built": False}), "no support for Apple's GPU"),
    (Facts(**MAC, macos="12.2.1", torch_version="2.4.0"), "needs macOS 12.3 for this version of PyTorch, and this Mac "
                                                          "has 12.2.1"),
    (Facts(**MAC, macos="15.1", torch_version="2.9.1"), "does not answer"),
]


@pytest.mark.parametrize(("facts", "words"), CUDA)
def test_each_cause_for_an_nvidia_gpu_is_told(facts: Facts, words: str):
    assert words in cuda_reason(facts)


def test_every_row_for_nvidia_gpus_is_the_first_to_hold_for_one_of_these_machines():
    assert {next(row for row in CUDA_CAUSES if row.holds(facts)) for facts, _words in CUDA} == set(CUDA_CAUSES)


def test_a_gpu_that_works_has_no_reason_whatever_torch_warned_of():
    assert cuda_reason(Facts(**WITH_CUDA, cuda_usable=True, complaint="Old.")) == ""


@pytest.mark.parametrize(("facts", "words"), MPS)
def test_each_cause_for_apples_gpu_is_told(facts: Facts, words: str):
    reason = mps_reason(facts)
    assert words in reason
    assert bool(words) == bool(reason)


def test_every_row_for_apples_gpu_is_the_first_to_hold_for_one_of_these_machines():
    assert {next(row for row in MPS_CAUSES if row.holds(facts)) for facts, _words in MPS} == set(MPS_CAUSES)


@pytest.mark.parametrize(("torch", "macos"), [
    ("1.13.0", "12.3"), ("2.4.1", "12.3"), ("2.5.0", "13.0"), ("2.8.0+cpu", "13.0"), ("2.10.0.dev1", "14.0")])
def test_the_macos_that_is_needed_follows_the_version_of_pytorch(torch: str, macos: str):
    assert needed_macos(torch) == macos


@pytest.mark.parametrize(("capability", "architectures", "words"), [
    ((8, 6), ("sm_80", "sm_90"), ""),  # a program for 8.0 runs on 8.6
    ((9, 0), ("sm_80", "compute_80"), ""),  # the driver can translate it
    ((8, 6), (), ""),
    ((3, 7), ("sm_50", "sm_90a"), "capability 3.7, and 5.0 is the least"),
    ((12, 0), ("sm_80", "sm_90"), "no program for this GPU's compute capability 12.0"),
    ((8, 0), ("sm_86",), "8.0, and 8.6 is the least")])
def test_whether_a_build_has_a_program_for_a_gpu(
        capability: tuple[int, int], architectures: tuple[str, ...], words: str):
    reason = too_old_gpu_reason(capability, architectures)
    assert words in reason
    assert bool(words) == bool(reason)
