"""Tests of the list of devices, with made-up GPUs."""

import warnings
from types import SimpleNamespace

import pytest
import torch

from cnnstudio.errors import DeviceError
from cnnstudio.training import devices


def fake_cuda(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr("torch.backends.cuda.is_built", lambda: True)
    monkeypatch.setattr("torch.cuda.is_available", lambda: bool(names))
    monkeypatch.setattr("torch.cuda.device_count", lambda: len(names))
    monkeypatch.setattr("torch.cuda.get_device_properties",
                        lambda index: SimpleNamespace(name=names[index], total_memory=8_000_000_000, major=7, minor=5))
    monkeypatch.setattr("torch.cuda.get_arch_list", lambda: ["sm_50", "sm_75"])
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)


def test_a_gpu_that_this_build_has_no_program_for_is_listed_with_the_reason_and_not_chosen(
        monkeypatch: pytest.MonkeyPatch):
    fake_cuda(monkeypatch, "NVIDIA Tesla K80")
    monkeypatch.setattr("torch.cuda.get_arch_list", lambda: ["sm_80", "sm_90"])
    found = devices.available()[0]
    assert (found.name, found.title, found.is_usable) == ("cuda:0", "NVIDIA Tesla K80", False)
    assert "7.5, and 8.0 is the least" in found.reason_not_used
    assert devices.choose("auto") == torch.device("cpu")


def fake_mps(monkeypatch: pytest.MonkeyPatch, *, available: bool) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("platform.machine", lambda: "arm64")
    monkeypatch.setattr("platform.mac_ver", lambda: ("13.6.1", ("", "", ""), "arm64"))
    monkeypatch.setattr("torch.__version__", "2.9.1")
    monkeypatch.setattr("torch.backends.mps.is_built", lambda: True)
    monkeypatch.setattr("torch.backends.mps.is_available", lambda: available)


@pytest.fixture
def cpu_only(monkeypatch: pytest.MonkeyPatch) -> None:
    fake_cuda(monkeypatch)
    monkeypatch.setattr("sys.platform", "linux")


@pytest.mark.usefixtures("cpu_only")
def test_without_a_gpu_auto_takes_the_cpu_and_each_gpu_has_a_reason():
    found = {info.name: info for info in devices.available()}
    assert list(found) == ["cuda", "mps", "cpu"]
    assert found["cpu"].is_usable
    assert found["cpu"].memory is None or found["cpu"].memory > 10**8
    assert "no NVIDIA GPU" in found["cuda"].reason_not_used
    assert "Mac" in found["mps"].reason_not_used
    assert devices.choose("auto") == torch.device("cpu")


def test_auto_prefers_cuda_and_lists_every_gpu(monkeypatch: pytest.MonkeyPatch):
    fake_cuda(monkeypatch, "NVIDIA T4", "NVIDIA L4")
    names = [(info.name, info.title, info.memory) for info in devices.available()][:2]
    assert names == [("cuda:0", "NVIDIA T4", 8_000_000_000), ("cuda:1", "NVIDIA L4", 8_000_000_000)]
    assert devices.choose("auto") == devices.choose("cuda") == torch.device("cuda:0")
    assert devices.describe(torch.device("cuda:1")) == "cuda:1 NVIDIA L4"
    assert devices.describe(torch.device("cuda")) == "cuda NVIDIA T4"


def test_auto_takes_apples_gpu_when_there_is_no_cuda(monkeypatch: pytest.MonkeyPatch):
    fake_cuda(monkeypatch)
    fake_mps(monkeypatch, available=True)
    assert devices.choose("auto") == devices.choose("mps") == torch.device("mps")
    assert devices.choose("cpu") == torch.device("cpu")


def test_an_old_mac_is_told_what_is_missing(monkeypatch: pytest.MonkeyPatch):
    fake_cuda(monkeypatch)
    fake_mps(monkeypatch, available=False)
    with pytest.raises(DeviceError, match=r"needs macOS 14.0 for this version of PyTorch, and this Mac has 13.6.1"):
        devices.choose("mps")


@pytest.mark.usefixtures("cpu_only")
@pytest.mark.parametrize(("name", "words"), [("cuda", "no NVIDIA GPU"), ("mps", "Mac"), ("tpu", "no device called")])
def test_a_device_that_is_not_there_gets_a_sentence_with_the_way_out(name: str, words: str):
    with pytest.raises(DeviceError, match=words) as caught:
        devices.choose(name)  # type: ignore[arg-type]
    assert "auto" in str(caught.value)


def test_a_build_without_gpu_support_says_so(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("torch.backends.cuda.is_built", lambda: False)
    with pytest.raises(DeviceError, match="this build of PyTorch is for the CPU"):
        devices.choose("cuda")


@pytest.mark.parametrize(("warning", "words"), [
    ("The NVIDIA driver on your system is too old (found version 10010).", "update the driver"),
    ("CUDA initialization: Unexpected error.\nMore.", "CUDA initialization: Unexpected error")])
def test_what_the_driver_complains_about_is_passed_on(monkeypatch: pytest.MonkeyPatch, warning: str, words: str):
    def complain() -> bool:
        warnings.warn(warning, UserWarning, stacklevel=1)
        return False

    fake_cuda(monkeypatch)
    monkeypatch.setattr("torch.cuda.is_available", complain)
    with pytest.raises(DeviceError, match=words):
        devices.choose("cuda")


def test_the_cpu_is_described_shortly():
    assert devices.describe(torch.device("cpu")) == "cpu"
