"""Kills a program that edits a project, again and again; `test_killed_editing` runs it.

Prints one JSON object: how many kills there were, how often the recovery was offered, the most seconds of edits that
were lost, and those above the limit (must be empty). The control keeps no journal: nothing is offered.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.project.contents import ProjectContents
from cnnstudio.project.journal import Journal
from cnnstudio.project.recovery import recover, recoverable

EDIT_S = 0.02
LIMIT_S = 2.0


def edit_for_ever(directory: Path, *, with_journal: bool) -> None:
    """Change the notes fifty times a second to the present moment, and tell every moment on stdout."""
    journal = Journal(directory)
    contents = ProjectContents(name="Pets", graph=to_document(preset("resnet18")))
    pause = threading.Event()
    while True:
        moment = time.time()
        contents = replace(contents, notes=repr(moment))
        if with_journal:
            journal.note(contents, directory / "pets.cnnstudio")
        sys.stdout.write(f"{moment!r}\n")
        sys.stdout.flush()
        pause.wait(EDIT_S)


def kill_once(rng: random.Random, *, with_journal: bool = True) -> float | None:
    """Let a program edit, kill it at a random moment, and return the seconds that were lost; None: nothing offered."""
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        command = [sys.executable, "-m", "tests.stories.killed_editing", "edit", name, str(int(with_journal))]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            first = float(process.stdout.readline())
            wanted = first + rng.uniform(LIMIT_S if with_journal else 0.5, LIMIT_S + 2.0)
            last = first
            for line in process.stdout:
                last = float(line)
                if last >= wanted:
                    break
            os.kill(process.pid, signal.SIGKILL)
            last = max([last, *(float(line) for line in process.stdout.read().splitlines(keepends=True)
                                if line.endswith("\n"))])
        found = recoverable(directory)
        if len(found) != 1:
            return None
        return last - float(recover(found[0]).notes)


def kill_many(count: int, seed: int) -> dict[str, object]:
    """Kill ``count`` programs, one after the other."""
    rng = random.Random(seed)
    lost = [kill_once(rng) for _ in range(count)]
    offered = [one for one in lost if one is not None]
    return {"kills": count, "offered": len(offered), "most_lost_s": round(max(offered, default=-1), 3),
            "over_limit": [round(one, 2) for one in offered if one > LIMIT_S],
            "control_offered": sum(kill_once(rng, with_journal=False) is not None for _ in range(2))}


if __name__ == "__main__":
    if sys.argv[1] == "edit":
        edit_for_ever(Path(sys.argv[2]), with_journal=sys.argv[3] == "1")
    print(json.dumps(kill_many(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)))
