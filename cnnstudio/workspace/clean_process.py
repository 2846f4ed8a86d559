"""Runs written code on image files in a process of its own that knows nothing of this program."""

import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from cnnstudio.errors import JobCancelledError, RunError
from cnnstudio.wording import translate

CLEAN = "--clean-process"
"""First word to the installed program, which brings no Python to call: run the code in the second word, and nothing
else of the program (``packaging/bundle/start.py``)."""
_BUNDLE_SAYS = "[PYI-"
"""How the line begins that the installed program adds below an exception, saying only that there was one."""
_POLL_S = 0.1
_RECEIVE = '''\
import json, sys
sys.modules["cnnstudio"] = None
sys.stdin.reconfigure(encoding="utf-8")
wish = json.loads(sys.stdin.read())
'''
_SEND = "print(json.dumps(found))\n"
_RUN_CODE = '''\
names = {"__name__": "checked", "__file__": wish["file"]}
exec(compile(wish["code"], wish["file"], "exec"), names)
import torch
network = names["Network"]()
network.load_state_dict(names["read_weights"](wish["weights"]))
network = network.to(names["DEVICE"]).eval()
found = []
with torch.no_grad():
    for path in wish["images"]:
        image = names["normalised"](names["load_pixels"](path)[None])
        found.append(names["answers"](network, image)[0].double().cpu().tolist())
'''


def why_not_here() -> str:
    """Return why no clean process can be started; empty where one can."""
    if not sys.executable:
        return translate("workspace", "the installed program brings no Python to run the code with.")
    return ""


def command(code: str) -> list[str]:
    """Return the words that run code in a process where nothing of the user's Python or of this program is loaded."""
    return [sys.executable, CLEAN, code] if getattr(sys, "frozen", False) else [sys.executable, "-I", "-c", code]


def logits_of(code: str, file: Path, weights: Path, images: Sequence[Path],
              should_stop: Callable[[], bool]) -> list[list[float]]:
    """Return what the code's network answers (N, K) on image files, with the given weights.

    Parameters
    ----------
    code : defines ``Network``, ``read_weights``, ``load_pixels``, ``normalised``, ``answers`` and ``DEVICE``
    file : what the code is called in messages
    weights : a safetensors file with the names of the code's network

    Raises
    ------
    RunError
        With the last line the process wrote, when it failed.
    JobCancelledError
        When ``should_stop`` said so; the process is ended.
    """
    wish = {"code": code, "file": str(file), "weights": str(weights), "images": list(map(str, images))}
    return answers_of(_RUN_CODE, wish, should_stop)


def answers_of(runner: str, wish: Mapping[str, object], should_stop: Callable[[], bool]) -> list[list[float]]:
    """Return what the lines ``runner`` leave in ``found``: logits (N, K).

    Parameters
    ----------
    runner : Python of this program, which finds ``wish`` set; it raises as `logits_of`
    wish : what can be written as JSON
    """
    with tempfile.TemporaryDirectory() as elsewhere, tempfile.TemporaryFile() as out, \
            tempfile.TemporaryFile() as complaints, tempfile.TemporaryFile() as given:
        given.write(json.dumps(wish).encode("utf-8"))
        given.seek(0)
        process = subprocess.Popen(  # noqa: S603 - this Python, on code that was written and checked here
            command(_RECEIVE + runner + _SEND), cwd=elsewhere, stdin=given, stdout=out, stderr=complaints)
        _wait(process, should_stop)
        return _answer(process.returncode, _text(out), _text(complaints))


def _wait(process: "subprocess.Popen[bytes]", should_stop: Callable[[], bool]) -> None:
    try:
        while process.poll() is None:
            if should_stop():
                raise JobCancelledError
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_POLL_S)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


def _text(file: Any) -> str:
    file.seek(0)
    return str(file.read().decode("utf-8", "replace"))


def _answer(status: int, text: str, complaints: str) -> list[list[float]]:
    if status == 0:
        return list(json.loads(text.strip().splitlines()[-1]))
    lines = [line for line in complaints.strip().splitlines() if not line.startswith(_BUNDLE_SAYS)]
    last = (lines or ["?"])[-1]
    raise RunError(translate("workspace", "The exported code could not be run: {problem}", problem=last[:300]))
