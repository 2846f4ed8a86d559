"""Runs the command line inside the test and gives what it answered."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cnnstudio import cli

Run = Callable[..., "Answer"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, Any]]:
        """Every line of stdout as a JSON object; fails when one is anything else."""
        events = [json.loads(line, parse_constant=_refuse) for line in self.out.splitlines()]
        assert all(isinstance(event, dict) and isinstance(event.get("event"), str) for event in events)
        return events

    def of(self, name: str) -> list[dict[str, Any]]:
        """Return the events of one name."""
        return [event for event in self.events if event["event"] == name]

    @property
    def text(self) -> str:
        """Both streams."""
        return self.out + self.err


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


def runner(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command line with the words it is given."""

    def run(*words: object) -> Answer:
        capsys.readouterr()
        status = cli.main([str(word) for word in words])
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return Answer(status, captured.out, captured.err)

    return run


def contents(root: Path) -> dict[str, tuple[str, int]]:
    """Return name -> (SHA-256, time of the last change) of everything below ``root``."""
    return {path.relative_to(root).as_posix(): (_digest(path), path.stat().st_mtime_ns)
            for path in sorted(root.rglob("*"))}


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
