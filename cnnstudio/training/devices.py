"""The devices torch can train on, what they are called, and why a GPU is not used."""

import os
import platform
import shutil
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cnnstudio.errors import DeviceError
from cnnstudio.training.config import DeviceName
from cnnstudio.training.device_causes import Facts, cuda_reason, mps_reason, too_old_gpu_reason
from cnnstudio.training.distributed.processes import ALONE, Processes
from cnnstudio.wording import counted, translate

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True, slots=True)
class DeviceInfo:
    """One row of the device list."""

    name: str
    """What torch calls it: ``"cuda:0"``, ``"mps"``, ``"cpu"``."""
    title: str
    """What its maker calls it."""
    memory: int | None
    """Bytes of its memory; None when unknown."""
    reason_not_used: str = ""
    """Why it cannot be used, as a sentence; empty when it can."""

    @property
    def is_usable(self) -> bool:
        """Whether a training can run on it."""
        return not self.reason_not_used

    @property
    def kind(self) -> str:
        """``"cuda"``, ``"mps"`` or ``"cpu"``."""
        return self.name.partition(":")[0]


def available() -> tuple[DeviceInfo, ...]:
    """Return every kind of device, the preferred first, each usable or with the reason why not."""
    known = facts()
    return (*_cuda_devices(known), _mps_device(known), _cpu_device())


def choose(name: DeviceName, processes: Processes = ALONE) -> "torch.device":
    """Return the device to train on; ``"auto"`` takes the first usable of cuda, mps and cpu.

    Each of several processes on a machine has a GPU of its own. With NVIDIA GPUs that was never run, only tested with
    made-up ones; Apple's GPU cannot be shared.

    Parameters
    ----------
    processes : train one network together

    Raises
    ------
    DeviceError
        When the wanted device is not there, or there are too few; the sentence says why and what to do.
    """
    import torch

    kinds = [info for info in available() if name in ("auto", info.kind)]
    wanted = [info for info in kinds if info.kind != "mps" or processes.is_alone] or kinds
    usable = [info for info in wanted if info.is_usable]
    alike = [info for info in usable if info.kind == usable[0].kind]
    if alike and alike[0].kind != "cpu" and not processes.is_alone:
        _check_enough(alike, processes)
    if alike:
        return torch.device(alike[min(processes.local_rank, len(alike) - 1)].name)
    if not wanted:
        raise DeviceError(translate(
            "training", "There is no device called {name!r}. Choose auto, cpu, cuda or mps.", name=name))
    raise DeviceError(translate(
        "training", "The device {name!r} cannot be used: {reason_not_used} Choose auto or cpu.", name=name,
        reason_not_used=wanted[0].reason_not_used))


def _check_enough(cards: Sequence[DeviceInfo], processes: Processes) -> None:
    if cards[0].kind == "mps":
        raise DeviceError(translate(
            "training", "Apple's GPU cannot train one network with several processes. Start it without torchrun, or "
            "choose the CPU: --device cpu."))
    if len(cards) < processes.local_count:
        found = counted(len(cards), translate("training", "one NVIDIA GPU"), translate(
            "training", "{count} NVIDIA GPUs"))
        raise DeviceError(translate(
            "training", "{local_count} processes were started on this machine, but it has {found} to use. Start as "
            "many as there are (torchrun --nproc-per-node), or choose the CPU: --device cpu.",
            local_count=processes.local_count, found=found))


def describe(device: "torch.device") -> str:
    """Return a device's name with its maker's title, such as ``"cuda:0 NVIDIA T4"``; the CPU is just ``"cpu"``."""
    if device.type == "cpu":
        return "cpu"
    titles = {info.name: info.title for info in available()}
    name = str(device) if str(device) in titles else f"{device.type}:0"
    return f"{device} {titles.get(name, '')}".strip()


def facts() -> Facts:
    """Return what is known about this machine and this build of torch."""
    import torch

    usable, complaint = _asked_for_cuda()
    return Facts(
        sys.platform, platform.machine(), platform.mac_ver()[0], torch.__version__,
        torch.backends.cuda.is_built(),  # type: ignore[no-untyped-call]
        torch.version.cuda or "", usable, complaint, os.environ.get("CUDA_VISIBLE_DEVICES"), _has_nvidia_driver(),
        torch.backends.mps.is_built(), torch.backends.mps.is_available())


def _asked_for_cuda() -> tuple[bool, str]:
    """Return whether there is an NVIDIA GPU to compute on, and what torch warned of."""
    import torch

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        usable = torch.cuda.is_available() and torch.cuda.device_count() > 0
    return usable, " ".join(str(warning.message) for warning in caught)


def _has_nvidia_driver() -> bool:
    """Whether the system has an NVIDIA driver, whatever torch can do with it."""
    return Path("/proc/driver/nvidia/version").exists() or shutil.which("nvidia-smi") is not None


def _cuda_devices(known: Facts) -> tuple[DeviceInfo, ...]:
    import torch

    reason = cuda_reason(known)
    if reason:
        return (DeviceInfo("cuda", translate("training", "NVIDIA GPU"), None, reason),)
    architectures = tuple(torch.cuda.get_arch_list())
    found = ((index, torch.cuda.get_device_properties(index)) for index in range(torch.cuda.device_count()))
    return tuple(
        DeviceInfo(f"cuda:{index}", gpu.name, int(gpu.total_memory),
                   too_old_gpu_reason((gpu.major, gpu.minor), architectures)) for index, gpu in found)


def _mps_device(known: Facts) -> DeviceInfo:
    reason = mps_reason(known)
    return DeviceInfo("mps", translate("training", "Apple GPU"), None if reason else _system_memory(), reason)


def _cpu_device() -> DeviceInfo:
    return DeviceInfo("cpu", _cpu_title(), _system_memory())


def _cpu_title() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine() or "CPU"


def _system_memory() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
