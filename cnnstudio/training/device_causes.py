"""Why a GPU is not used: a table of causes over plain facts about the machine and this build of PyTorch."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from cnnstudio.wording import translate

MACOS_FOR_MPS: tuple[tuple[tuple[int, int], str], ...] = (((2, 9), "14.0"), ((2, 5), "13.0"), ((0, 0), "12.3"))
"""From which version of PyTorch on Apple's GPU needs which macOS, newest first."""
_FOUND_VERSION = re.compile(r"found version (\d{4,5})\b")


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about the machine and about torch, as plain values.

    Attributes
    ----------
    platform : ``sys.platform``
    machine : ``"x86_64"``, ``"arm64"`` ...
    macos : such as ``"13.6.1"``; empty elsewhere
    torch_version : such as ``"2.9.1+cpu"``
    cuda_built, mps_built : whether this build of torch can compute there at all
    cuda_version : of the CUDA this build was made with, ``"12.8"``; empty without
    cuda_usable, mps_usable : what torch says
    complaint : what torch warned of when it was asked for NVIDIA GPUs
    visible_devices : the value of ``CUDA_VISIBLE_DEVICES``; None when it is not set
    has_nvidia_driver : whether the system has one
    """

    platform: str = "linux"
    machine: str = "x86_64"
    macos: str = ""
    torch_version: str = ""
    cuda_built: bool = False
    cuda_version: str = ""
    cuda_usable: bool = False
    complaint: str = ""
    visible_devices: str | None = None
    has_nvidia_driver: bool = False
    mps_built: bool = False
    mps_usable: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """A row: when it holds, and the sentence, which may have ``{names}`` from `_words`."""

    holds: Callable[[Facts], bool]
    reason: str


def _complains(*words: str) -> Callable[[Facts], bool]:
    """Hold when torch's warning has one of these words, in any case."""
    return lambda facts: any(word in facts.complaint.lower() for word in words)


CUDA_CAUSES: tuple[Cause, ...] = (
    Cause(lambda facts: facts.platform == "darwin", "PyTorch does not use NVIDIA GPUs on a Mac."),
    Cause(lambda facts: not facts.cuda_built and facts.has_nvidia_driver,
          "this build of PyTorch is for the CPU, though there is an NVIDIA driver (install the build for CUDA from "
          "pytorch.org)."),
    Cause(lambda facts: not facts.cuda_built,
          "this build of PyTorch is for the CPU (for an NVIDIA GPU, install the build for CUDA from pytorch.org)."),
    Cause(lambda facts: facts.visible_devices is not None and facts.visible_devices.strip() in ("", "-1"),
          "the GPUs are hidden from this program: CUDA_VISIBLE_DEVICES is set to {visible!r} (remove the variable)."),
    Cause(_complains("too old"),
          "the NVIDIA driver is too old: it knows CUDA up to {driver}, and this build of PyTorch needs {cuda} (update "
          "the driver)."),
    Cause(_complains("no nvidia driver", "driver not loaded"),
          "no NVIDIA driver was found (if the computer has an NVIDIA GPU, install its driver)."),
    Cause(_complains("unknown error"),
          "the NVIDIA driver does not answer, as happens after the computer has slept (restart the computer)."),
    Cause(_complains("busy or unavailable"), "another program has the NVIDIA GPU for itself (end that program)."),
    Cause(_complains("out of memory"), "the memory of the NVIDIA GPU is used up by other programs (end one)."),
    Cause(_complains("driver/library version mismatch", "version mismatch"),
          "the NVIDIA driver was updated while it ran (restart the computer)."),
    Cause(_complains("system not yet initialized", "fabric manager"),
          "the NVIDIA driver has not started fully (start the fabric manager, or restart the computer)."),
    Cause(lambda facts: bool(facts.complaint) and not _complains("no cuda-capable device")(facts), "{complaint}"),
    Cause(lambda facts: not facts.cuda_usable, "no NVIDIA GPU with a working driver was found."),
)
"""For NVIDIA GPUs; the first that holds is told. None holds when one can be used."""

MPS_CAUSES: tuple[Cause, ...] = (
    Cause(lambda facts: facts.platform != "darwin", "Apple's GPU exists only on a Mac."),
    Cause(lambda facts: facts.mps_usable, ""),
    Cause(lambda facts: facts.machine != "arm64",
          "PyTorch uses the GPU of Macs with an Apple chip (M1 or later) only; this Python runs on {machine}."),
    Cause(lambda facts: not facts.mps_built, "this build of PyTorch has no support for Apple's GPU (install torch from "
                                             "pytorch.org)."),
    Cause(lambda facts: _version(facts.macos) < _version(needed_macos(facts.torch_version)),
          "Apple's GPU (MPS) needs macOS {needed} for this version of PyTorch, and this Mac has {macos} (update macOS)."
          ),
    Cause(lambda _facts: True, "Apple's GPU does not answer (virtual machines have none)."),
)
"""For Apple's GPU; the first that holds is told, an empty reason means that it can be used."""


def cuda_reason(facts: Facts) -> str:
    """Return why no NVIDIA GPU can be used, as a sentence that begins small; empty when one can."""
    return "" if facts.cuda_usable else _first(CUDA_CAUSES, facts)


def mps_reason(facts: Facts) -> str:
    """Return why Apple's GPU cannot be used, as a sentence; empty when it can."""
    return _first(MPS_CAUSES, facts)


def too_old_gpu_reason(capability: tuple[int, int], architectures: tuple[str, ...]) -> str:
    """Return why this build of PyTorch cannot compute on an NVIDIA GPU; empty when it can.

    A program for ``sm_86`` runs on GPUs of capability 8.6 and later 8.x; one for ``compute_86`` on all later ones.

    Parameters
    ----------
    capability : of the GPU, such as (8, 6)
    architectures : what the build holds programs for, ``torch.cuda.get_arch_list()``; nothing is no reason
    """
    known = [(kind, int(digits[:-1]), int(digits[-1])) for kind, digits in map(_architecture, architectures) if digits]
    major, minor = capability
    fits = ((kind == "compute" and (in_major, in_minor) <= capability) or (in_major == major and in_minor <= minor)
            for kind, in_major, in_minor in known)
    if not known or any(fits):
        return ""
    least = min((in_major, in_minor) for _kind, in_major, in_minor in known)
    if capability < least:
        return translate(
            "training", "this GPU is too old for this build of PyTorch: it has compute capability {major}.{minor}, "
            "and {least}.{other_least} is the least (install an older PyTorch).", major=major, minor=minor,
            least=least[0], other_least=least[1])
    return translate(
        "training", "this build of PyTorch has no program for this GPU's compute capability {major}.{minor} (install "
        "a newer PyTorch).", major=major, minor=minor)


def needed_macos(torch_version: str) -> str:
    """Return the least macOS in which this version of PyTorch uses Apple's GPU."""
    version = _version(torch_version)
    return next(macos for since, macos in MACOS_FOR_MPS if version >= since)


def _architecture(name: str) -> tuple[str, str]:
    """Return ``("sm", "86")`` of ``"sm_86"``; a letter behind the number is left out."""
    kind, _, number = name.partition("_")
    return kind, re.sub(r"\D", "", number)


def _first(causes: tuple[Cause, ...], facts: Facts) -> str:
    cause = next((cause for cause in causes if cause.holds(facts)), None)
    return "" if cause is None else translate("training", cause.reason, **_words(facts))


def _words(facts: Facts) -> dict[str, str]:
    found = _FOUND_VERSION.search(facts.complaint)
    number = int(found[1]) if found else 0
    return {
        "visible": facts.visible_devices or "",
        "driver": f"{number // 1000}.{number % 1000 // 10}" if number else translate("training", "an earlier version"),
        "cuda": facts.cuda_version or translate("training", "a later one"),
        "complaint": facts.complaint.strip().partition("\n")[0],
        "machine": facts.machine, "needed": needed_macos(facts.torch_version), "macos": facts.macos or translate(
            "training", "an older one")}


def _version(text: str) -> tuple[int, ...]:
    """Return ``(2, 9)`` of ``"2.9.1+cpu"``, ``(14, 0)`` of ``"14"``; zeros when there is no number."""
    numbers = [int(part) for part in re.findall(r"\d+", text)[:2]]
    return tuple((*numbers, 0, 0)[:2])
