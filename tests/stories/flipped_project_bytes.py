"""Changes single bytes of a saved project, one at a time; `test_flipped_project_bytes` runs it.

Prints one JSON object: how many bytes were changed, how many changes were noticed, how many did no harm (the same is
read), what was silently different (must be empty), and how often a reader without hashes was deceived.
"""

import json
import random
import sys
import tempfile
from pathlib import Path

import numpy as np

from cnnstudio.project.archive import ProjectArchive
from cnnstudio.project.contents import ProjectContents, RunToPack
from cnnstudio.project.reading import check_project
from cnnstudio.project.writing import write_project
from tests.helpers.quick_runs import quick_run


def flip(count: int, seed: int) -> dict[str, object]:
    """Change ``count`` bytes of a project with a run and its weights, each in a fresh copy."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "p.cnnstudio"
        write_project(path, ProjectContents(name="Pets", notes="all of it"),
                      runs_to_pack=[RunToPack(quick_run(folder / "runs", "convolution"))])
        data, members = path.read_bytes(), _members(path)
        noticed = harmless = deceived = 0
        silent: list[int] = []
        for _ in range(count):
            place, change = rng.randrange(len(data)), rng.randrange(1, 256)
            path.write_bytes(data[:place] + bytes([data[place] ^ change]) + data[place + 1:])
            if not check_project(path).is_sound:
                noticed += 1
            elif _members(path) == members:
                harmless += 1
            else:
                silent.append(place)
            deceived += _naive(path.read_bytes()) not in (None, _naive(data))
    return {"bytes": count, "size": len(data), "noticed": noticed, "harmless": harmless, "silent": silent,
            "control_deceived": deceived}


def _members(path: Path) -> dict[str, bytes]:
    with ProjectArchive.open(path) as archive:
        return {name: archive.read(name) for name in archive.names}


def _naive(data: bytes) -> bytes | None:
    """Read the weights as a program does that believes what it finds: no sum, no hash; None when it fails."""
    start = data.find(b"safetensors") + len(b"safetensors")
    length = int.from_bytes(data[start:start + 8], "little")
    try:
        header = json.loads(data[start + 8:start + 8 + length])
        rows = [header[name] for name in sorted(header)]
        values = [np.frombuffer(data[start + 8 + length:][row["data_offsets"][0]:row["data_offsets"][1]],
                                np.float32).reshape(row["shape"]) for row in rows]
    except (ValueError, KeyError, TypeError):
        return None
    return b"".join(value.tobytes() for value in values)


if __name__ == "__main__":
    print(json.dumps(flip(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)))
