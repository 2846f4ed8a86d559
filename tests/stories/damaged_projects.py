"""Opens thousands of damaged and hostile project files and prints what happened; `test_damaged_projects` runs it.

Prints one JSON object: how many files there were, how many were refused and opened, how many runs were unpacked, what
was forbidden and happened (must be empty), the longest processor time and time on the clock for one file in seconds,
whatever was done with it, and how much memory was used in MB beyond what the program had before the first file.
"""

import copy
import hashlib
import json
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cnnstudio.errors import ProjectError
from cnnstudio.project.contents import ProjectContents, RunToPack
from cnnstudio.project.reading import check_project, read_project
from cnnstudio.project.unpacking import unpack_run
from cnnstudio.project.writing import write_project
from tests.helpers.hostile_projects import LEFT_OUT, hostile_projects
from tests.helpers.project_bytes import Parts
from tests.helpers.quick_runs import quick_run
from tests.stories.damaged_network_files import HOSTILE_VALUES, _check_sentence, _peak_mb, _places

FORBIDDEN = ("exec", "compile", "os.system", "os.exec", "os.fork", "os.posix_spawn", "subprocess.Popen", "socket.",
             "pickle.find_class", "ctypes.dlopen", "os.symlink", "os.link", "os.chmod", "os.chown", "os.truncate")
WRITING = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "shutil.")
ROOM_BYTES = 300_000_000
UNPACK_EVERY = 5
_PACKED = "runs/0001/"


class Watch:
    """Notes what must never happen while a file is opened: code, other files, and writing outside the runs' folder."""

    def __init__(self, project: Path, runs: Path) -> None:
        self.is_watching, self.may_write = False, False
        self.seen: list[str] = []
        self._project, self._runs = str(project), str(runs)
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.is_watching:
            return
        place = os.fspath(arguments[0]) if arguments and isinstance(arguments[0], (str, Path)) else ""
        in_open_folder = event == "os.remove" and arguments[1] != -1    # of a folder whose removal was seen before
        inside = self.may_write and (place.startswith(self._runs) or in_open_folder)
        if event.startswith(FORBIDDEN) or (event.startswith(WRITING) and not inside):
            self.seen.append(f"{event} {str(arguments)[:200]}")
        elif event in ("open", "os.listdir", "os.scandir") and place and not (inside or place == self._project
                                                                              or self._is_library(place)):
            self.seen.append(f"{event} {place[:200]}")

    def _is_library(self, place: str) -> bool:
        """Tell a module that is imported at its first use; only unpacking needs any."""
        return self.may_write and place.startswith((sys.prefix, sys.base_prefix, str(Path(__file__).parents[2])))


def sound_projects(folder: Path) -> list[Parts]:
    """Return the members of some good projects, one of them with a run and its weights."""
    run = quick_run(folder / "original", "convolution")
    path = folder / "sound.cnnstudio"
    write_project(path, ProjectContents(name="Pets"), runs_to_pack=[RunToPack(run)])
    from cnnstudio.project.archive import ProjectArchive

    with ProjectArchive.open(path) as archive:
        packed = Parts({name: archive.read(name) for name in archive.names})
    return [Parts.sound(), packed]


def damaged(rng: random.Random, sound: list[Parts]) -> bytes:
    """Return one damaged or hostile file."""
    kinds: tuple[Callable[[random.Random, Parts], bytes], ...] = (
        _flipped, _cut, _spliced, _header, _header, _swapped, _swapped, _swapped, _tensors, _exchanged, _nested, _noise)
    return rng.choice(kinds)(rng, copy.deepcopy(rng.choice(sound)))


def _flipped(rng: random.Random, parts: Parts) -> bytes:
    data = bytearray(parts.to_bytes())
    for _ in range(rng.randint(1, 8)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def _cut(rng: random.Random, parts: Parts) -> bytes:
    data = parts.to_bytes()
    return data[:rng.randrange(len(data))]


def _spliced(rng: random.Random, parts: Parts) -> bytes:
    data = parts.to_bytes()
    start, end = sorted(rng.randrange(len(data)) for _ in range(2))
    return data[:start] + data[start:end] * rng.randint(2, 3) + data[end:]


def _header(rng: random.Random, parts: Parts) -> bytes:
    """Put wrong numbers into the headers of the zip file."""
    data = bytearray(parts.to_bytes())
    starts = [place for mark in (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06") for place in _all(data, mark)]
    for _ in range(rng.randint(1, 3)):
        place = rng.choice(starts) + rng.randrange(4, 46)
        number = rng.choice((0, 1, 8, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, rng.getrandbits(32)))
        data[place:place + 4] = number.to_bytes(4, "little")
    return bytes(data)


def _all(data: bytes, mark: bytes) -> list[int]:
    found, place = [], data.find(mark)
    while place >= 0:
        found.append(place)
        place = data.find(mark, place + 1)
    return found


def _swapped(rng: random.Random, parts: Parts) -> bytes:
    """Put hostile values in the place of good ones, with hashes that fit."""
    name = rng.choice([name for name in parts.files if name.endswith(".json")])
    tree = parts.json(name)
    for _ in range(rng.randint(1, 3)):
        places = _places(tree)
        if places:
            container, key = rng.choice(places)
            container[key] = copy.deepcopy(rng.choice(HOSTILE_VALUES))
    return _resealed(parts.put(name, tree))


def _resealed(parts: Parts) -> bytes:
    """Give the run's own manifest hashes that fit, too."""
    name = f"{_PACKED}manifest.json"
    try:
        document = parts.json(name)
        for entry in document["members"].values():
            data = parts.files[f"{_PACKED}{entry['file']}"]
            entry |= {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return parts.to_bytes()     # no manifest of a run any more
    body = {key: value for key, value in document.items() if key != "sha256"}
    digest = hashlib.sha256(_text(body)).hexdigest()
    return parts.put(name, _text(body | {"sha256": digest})).to_bytes()


def _text(value: object) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def _tensors(rng: random.Random, parts: Parts) -> bytes:
    """Change bytes of weights, mostly of their header, with hashes that fit."""
    names = [name for name in parts.files if name.endswith(".safetensors")]
    if not names:
        return _flipped(rng, parts)
    name = rng.choice(names)
    data = bytearray(parts.files[name])
    for _ in range(rng.randint(1, 4)):
        data[rng.randrange(min(len(data), rng.choice((8, 600, len(data)))))] = rng.randrange(256)
    parts.files[name] = bytes(data[:rng.choice((len(data), len(data), rng.randrange(len(data))))])
    return _resealed(parts)


def _exchanged(rng: random.Random, parts: Parts) -> bytes:
    """Let two members change places, or one go."""
    one, other = rng.choice(list(parts.files)), rng.choice(list(parts.files))
    if rng.random() < 0.3:
        del parts.files[one]
    else:
        parts.files[one], parts.files[other] = parts.files[other], parts.files[one]
    return _resealed(parts)


def _nested(rng: random.Random, parts: Parts) -> bytes:
    depth = rng.choice((10, 100, 5000))
    name = rng.choice([name for name in parts.files if name.endswith(".json")])
    text = parts.files[name].rstrip()[:-1]
    return _resealed(parts.put(name, text + b', "more": ' + b"[" * depth + b"]" * depth + b"}"))


def _noise(rng: random.Random, _parts: Parts) -> bytes:
    return rng.randbytes(rng.randint(0, 3000))


class Opener:
    """Opens one file after the other as a window would, and counts."""

    def __init__(self, folder: Path) -> None:
        self.path, self.runs, self.again = folder / "p.cnnstudio", folder / "runs", folder / "again.cnnstudio"
        self.refused = self.opened = self.unpacked = self.saved_again = 0
        self.slowest_s = self.slowest_clock_s = 0.0
        self.watch = Watch(self.path, self.runs)

    def open(self, data: bytes, *, thoroughly: bool) -> None:
        """Open a file; ``thoroughly``: also check it, unpack its runs, and save and open it again."""
        self.path.write_bytes(data)
        start, begin = time.process_time(), time.perf_counter()
        contents = self._watched(lambda: read_project(self.path))
        if contents is not None and thoroughly:
            self._use(contents)
        self.slowest_s = max(self.slowest_s, time.process_time() - start)
        self.slowest_clock_s = max(self.slowest_clock_s, time.perf_counter() - begin)
        self.opened, self.refused = self.opened + (contents is not None), self.refused + (contents is None)

    def _use(self, contents: ProjectContents) -> None:
        for notice in contents.notices:
            _check_sentence(notice)
        self._watched(lambda: check_project(self.path))
        for run in contents.runs:
            self.watch.may_write = True
            unpacked = self._watched(lambda run=run: unpack_run(self.path, run.run_id, self.runs))
            self.watch.may_write = False
            self.unpacked += unpacked is not None
        try:
            saved = write_project(self.again, contents, packed_in=self.path)
        except ProjectError as error:
            _check_sentence(str(error))
            return
        if read_project(self.again) != saved or saved.name != contents.name or saved.graph != contents.graph:
            raise AssertionError("a project that was opened is another one after it was saved")
        self.saved_again += 1

    def _watched(self, action: Callable[[], Any]) -> Any:
        self.watch.is_watching = True
        try:
            return action()
        except ProjectError as error:
            _check_sentence(str(error))
            return None
        finally:
            self.watch.is_watching = False


def open_all(count: int, seed: int, *, with_limit: bool = False, with_hand_made: bool = True) -> dict[str, object]:
    """Open the hand-made files, where they are wanted, and ``count`` random ones, and report."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sound = sound_projects(folder)
        opener = Opener(folder)
        for parts in sound:     # whatever is imported at first use is imported now
            opener.open(parts.to_bytes(), thoroughly=True)
        assert (opener.opened, opener.refused, opener.unpacked) == (2, 0, 1), "the sound ones must open"
        opener.watch.seen.clear()
        opener.slowest_s, opener.slowest_clock_s, before_mb = 0.0, 0.0, _peak_mb()
        if with_limit:
            _limit_memory()
        hostile = hostile_projects() if with_hand_made else {}
        for data in hostile.values():
            opener.open(data, thoroughly=True)
        wanted = len(sound) + (len(LEFT_OUT) if with_hand_made else 0)
        assert opener.opened == wanted, "a hand-made hostile file was opened"
        for number in range(count):
            opener.open(damaged(rng, sound), thoroughly=number % UNPACK_EVERY == 0)
        left = sorted(path.name for path in folder.iterdir())
    expected = ["again.cnnstudio", "original", "p.cnnstudio", "runs", "sound.cnnstudio"]
    return {"files": count, "hand_made": len(hostile), "refused": opener.refused, "opened": opener.opened,
            "unpacked": opener.unpacked, "saved_again": opener.saved_again, "forbidden": opener.watch.seen,
            "left": [name for name in left if name not in expected], "slowest_s": round(opener.slowest_s, 3),
            "slowest_clock_s": round(opener.slowest_clock_s, 3), "memory_mb": round(_peak_mb() - before_mb, 1),
            "before_mb": round(before_mb, 1)}


def _limit_memory() -> None:
    """Let the system refuse more than 300 MB beyond what the program has now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (size,) = [int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmSize:")]
    resource.setrlimit(resource.RLIMIT_AS, (size + ROOM_BYTES, size + ROOM_BYTES))


if __name__ == "__main__":
    print(json.dumps(open_all(int(sys.argv[1]), seed=int(sys.argv[2]), with_limit=True)))
