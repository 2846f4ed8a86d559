"""With how many digits a training computes: float32, or bfloat16 where the processor is faster with it."""

import contextlib
import hashlib
import os
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import torch
from torch import nn

from cnnstudio import storage
from cnnstudio.errors import JobCancelledError, StorageError, TrainingError
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.devices import available, describe
from cnnstudio.wording import translate

Precision = Literal["float32", "bfloat16"]

VARIABLE = "CNNSTUDIO_PRECISION"
"""In the environment: what automatic takes without measuring, ``float32`` or ``bfloat16``; for a room of different
machines that shall have the same numbers."""
_TOLD: Mapping[str, Precision] = {"float32": "float32", "bfloat16": "bfloat16"}
CLEARLY_FASTER = 1.15
"""How many times as fast a step with bfloat16 must be, so that automatic takes it."""
PROBE_S = 1.2
"""Seconds the comparison of the two may take, apart from its last pair of steps."""
_PAIRS = 15
_INSTRUCTIONS = ("avx512_bf16", "amx_bf16", "bf16", "sve_bf16")
"""What torch calls the instructions of x86 and ARM processors that multiply bfloat16."""


@dataclass(frozen=True, slots=True)
class PrecisionChoice:
    """What a training computes with, and why in a sentence."""

    name: Precision
    reason: str


@dataclass(frozen=True, slots=True)
class Situation:
    """What the automatic choice follows from.

    Attributes
    ----------
    module : the network on its device, in the state the training begins with; only read
    config : batch size, optimiser and threads matter
    shape : (N, C, H, W) of a batch, as far as it is known
    memory : the folder where choices are remembered; None remembers nothing
    """

    module: nn.Module
    config: TrainConfig
    device: torch.device
    shape: tuple[int, ...]
    memory: Path | None


Probe = Callable[[], float]
"""Returns how many times as fast as float32 a step with bfloat16 is."""


def choose_precision(situation: Situation, probe: Probe, capabilities: Mapping[str, Any] | None = None,
                     ) -> PrecisionChoice:
    """Return what to compute with: as the recipe says, or by measuring once and remembering it.

    Automatic takes bfloat16 when the processor has instructions for it **and** ``probe`` finds it at least
    `CLEARLY_FASTER`; the answer is kept in ``memory`` for this machine, version of torch, network, batch, optimiser
    and number of threads, so that the same training is computed the same way again. Where nothing can be remembered it
    is float32. The rule is tested with made-up processors, and was seen on one with AMX; it has never run on a GPU.

    Parameters
    ----------
    probe : asked only when the answer depends on it; when it is stopped or fails, nothing is remembered
    capabilities : of the processor, as ``torch.cpu.get_capabilities()`` names them; None asks torch
    """
    lacking = lack_of_instructions(situation.device, capabilities)
    wanted = situation.config.precision
    if wanted != "auto":
        slow = translate("training", ", though {lacking}", lacking=lacking) if lacking and wanted == "bfloat16" else ""
        return PrecisionChoice(wanted, translate(
            "training", "the recipe says {wanted}{slow}", wanted=wanted, slow=slow))
    told = _TOLD.get(os.environ.get(VARIABLE, ""))
    if told is not None:
        return PrecisionChoice(told, translate("training", "{variable} in the environment says so", variable=VARIABLE))
    if lacking:
        return PrecisionChoice("float32", lacking)
    if situation.memory is None:
        return PrecisionChoice("float32", translate("training", "there is no folder to remember a measured choice in"))
    file = situation.memory / "precision" / f"{key_of(situation, torch.get_num_threads())}.json"
    known = _remembered(file)
    return known if known is not None else _measured(probe, file)


def lack_of_instructions(device: torch.device, capabilities: Mapping[str, Any] | None = None) -> str:
    """Return why bfloat16 cannot pay on a device; empty when it may.

    CUDA: torch's own answer, without emulation. Apple's GPU: always float32.
    """
    if device.type == "cuda":
        supported = torch.cuda.is_bf16_supported(including_emulation=False)
        return "" if supported else translate("training", "this GPU has no instructions for bfloat16")
    if device.type != "cpu":
        return translate("training", "bfloat16 is used on processors and on NVIDIA GPUs only")
    found = _capabilities() if capabilities is None else capabilities
    return "" if any(found.get(name) for name in _INSTRUCTIONS) else translate(
        "training", "this processor has no instructions for bfloat16")


def _capabilities() -> Mapping[str, Any]:
    """Return what the processor can do; versions of torch before ``get_capabilities`` know only the names for x86."""
    ask: Callable[[], Mapping[str, Any]] | None = getattr(torch.cpu, "get_capabilities", None)
    if ask is not None:
        return ask()
    old: Callable[[], bool] | None = getattr(torch.cpu, "_is_avx512_bf16_supported", None)
    return {"avx512_bf16": old is not None and old()}


def computing(device: torch.device, precision: Precision) -> contextlib.AbstractContextManager[object]:
    """Return the context of a forward pass: autocast for bfloat16, nothing for float32. Weights stay float32."""
    if precision == "bfloat16":
        return torch.autocast(device.type, torch.bfloat16)
    return contextlib.nullcontext()


def key_of(situation: Situation, threads: int) -> str:
    """Return a name for everything a measured choice may depend on: machine, torch, network, batch, threads."""
    config, module = situation.config, situation.module
    weights = [(name, tuple(weight.shape)) for name, weight in module.state_dict().items()]
    parts = (available()[-1].title, describe(situation.device), torch.__version__, threads,
             config.optimizer, situation.shape, repr(module), weights)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def _remembered(file: Path) -> PrecisionChoice | None:
    if not file.exists():
        return None
    try:
        choice = PrecisionChoice(**storage.read_json(file))
    except (StorageError, TypeError):
        return None  # damaged: measured and written again
    return choice if choice.name in ("float32", "bfloat16") and isinstance(choice.reason, str) else None


def _measured(probe: Probe, file: Path) -> PrecisionChoice:
    try:
        ratio = probe()
    except JobCancelledError:
        return PrecisionChoice("float32", translate("training", "the comparison with bfloat16 was stopped"))
    except (TrainingError, RuntimeError) as error:
        return PrecisionChoice("float32", translate(
            "training", "bfloat16 could not be tried ({partition})", partition=str(error).partition(chr(10))[0]))
    name: Precision = "bfloat16" if ratio >= CLEARLY_FASTER else "float32"
    choice = PrecisionChoice(name, translate(
        "training", "steps with bfloat16 were measured to be {ratio:.2f} times as fast here", ratio=ratio))
    try:
        storage.write_json(file, asdict(choice))
    except StorageError:
        return PrecisionChoice("float32", translate(
            "training", "a measured choice cannot be remembered: the cache folder is not writable"))
    return choice


Step = Callable[[], object]


def speed_ratio(steps: Mapping[Precision, Step], should_stop: Callable[[], bool],
                clock: Callable[[], float] = time.perf_counter) -> float:
    """Return how many times as fast the step with bfloat16 is: the median over pairs of steps, one after the other.

    Each is run once before, to warm up. No pair begins after `PROBE_S`.

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so, asked before every step.
    """
    begin = clock()
    ratios: list[float] = []
    _timed(steps, should_stop, clock)
    while not ratios or (len(ratios) < _PAIRS and clock() - begin < PROBE_S):
        seconds = _timed(steps, should_stop, clock)
        ratios.append(seconds["float32"] / seconds["bfloat16"])
    return statistics.median(ratios)


def _timed(steps: Mapping[Precision, Step], should_stop: Callable[[], bool], clock: Callable[[], float],
           ) -> dict[Precision, float]:
    seconds: dict[Precision, float] = {}
    for name, step in steps.items():
        if should_stop():
            raise JobCancelledError(translate("training", "The comparison of precisions was stopped."))
        begin = clock()
        step()
        seconds[name] = clock() - begin
    return seconds
