"""Opens thousands of damaged and hostile network files and prints what happened; `test_damaged_network_files` runs it.

Prints one JSON object: how many files there were, how many were refused and opened, what was forbidden and happened
(must be empty), the longest time for one file in seconds, and the most memory used in MB.
"""

import copy
import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from cnnstudio.errors import NetworkError, StorageError
from cnnstudio.network import document
from cnnstudio.network.annotations import Comment
from cnnstudio.network.block_edits import Fold
from cnnstudio.network.presets import preset
from cnnstudio.network.shapes import analyse
from cnnstudio.storage import dump_json

FORBIDDEN = ("exec", "compile", "import", "os.system", "os.exec", "subprocess.Popen", "socket.connect", "os.remove",
             "os.rename", "pickle.find_class", "ctypes.dlopen")
SENTENCE_LIMIT = 1200
HOSTILE_TEXTS = (
    "__import__('os').system('touch /tmp/hacked')", "'); import os; os.abort() #", '"""', "\u202e\u2066", "\x00",
    "A" * 100_000, "../../../etc/passwd", "C:\\Windows\\System32", "{0.__class__}", "%s%s%s%n", "<b>bold</b>",
    "\ud800", "نص", "🧨" * 300, "-1", "NaN", "", " ", "\n\n", "__class__", "self", "lambda: 0")
HOSTILE_VALUES = (
    None, True, -1, 0, 2**31, 2**63, 10**400, -(10**30), 1e308, 1e-320, [], {}, [[]] * 50, [None] * 5000,
    {"a": {"b": {}}}, [[[[[[[[[[]]]]]]]]]], 3.5, "3", *HOSTILE_TEXTS)


def documents() -> list[str]:
    """Return the texts of some good files: plain, with blocks inside blocks, with comments."""
    plain = preset("lenet5")
    blocks = preset("tutorial")
    Fold(["conv2d_1", "relu_1"], repeat=2).apply(blocks)
    Fold(["conv2d_1", "relu_1", "maxpool2d_1"]).apply(blocks)
    blocks.add_comment(Comment("comment_1", "two lines\nof text"))
    return [dump_json(document.to_document(graph)) for graph in (plain, blocks, preset("squeezenet"))]


def damaged(rng: random.Random, texts: list[str]) -> bytes:
    """Return one damaged or hostile file."""
    text = rng.choices(texts, weights=(5, 5, 1))[0]
    return rng.choice((_flipped, _cut, _spliced, _swapped, _swapped, _swapped, _renamed, _nested, _noise))(rng, text)


def _flipped(rng: random.Random, text: str) -> bytes:
    data = bytearray(text.encode())
    for _ in range(rng.randint(1, 8)):
        data[rng.randrange(len(data))] = rng.randrange(256)
    return bytes(data)


def _cut(rng: random.Random, text: str) -> bytes:
    return text.encode()[:rng.randrange(len(text))]


def _spliced(rng: random.Random, text: str) -> bytes:
    start, end = sorted(rng.randrange(len(text)) for _ in range(2))
    return (text[:start] + text[start:end] * rng.randint(2, 4) + text[end:]).encode()


def _swapped(rng: random.Random, text: str) -> bytes:
    """Put hostile values in the place of good ones, anywhere in the document."""
    tree = json.loads(text)
    for _ in range(rng.randint(1, 3)):
        container, key = rng.choice(_places(tree))
        container[key] = copy.deepcopy(rng.choice(HOSTILE_VALUES))
    return json.dumps(tree, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")


def _renamed(rng: random.Random, text: str) -> bytes:
    """Use one layer's id, kind or name for others: circles, doubles, kinds where they do not fit."""
    tree = json.loads(text)
    records = [record for name in ("nodes", "edges", "blocks") for record in tree.get(name, [])]
    for _ in range(rng.randint(1, 4)):
        one, other = rng.choice(records), rng.choice(records)
        shared = sorted(set(one) & set(other))
        if shared:
            key = rng.choice(shared)
            one[key] = other[key]
    return json.dumps(tree).encode()


def _nested(rng: random.Random, text: str) -> bytes:
    depth = rng.choice((10, 100, 5000))
    return (text[:-2] + ', "more": ' + "[" * depth + "]" * depth + "}").encode()


def _noise(rng: random.Random, _text: str) -> bytes:
    return rng.randbytes(rng.randint(0, 3000))


def _places(tree: object) -> list[tuple[object, object]]:
    found, waiting = [], [tree]
    while waiting:
        item = waiting.pop()
        pairs = item.items() if isinstance(item, dict) else enumerate(item) if isinstance(item, list) else ()
        for key, value in pairs:
            found.append((item, key))
            waiting.append(value)
    return found


class Watch:
    """Notes what must never happen while a file is opened."""

    def __init__(self) -> None:
        self.is_watching = False
        self.seen: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.is_watching and event.startswith(FORBIDDEN):
            self.seen.append(f"{event} {str(arguments)[:200]}")


def open_all(count: int, seed: int) -> dict[str, object]:
    """Open ``count`` files and report."""
    rng, texts, watch = random.Random(seed), documents(), Watch()
    refused = opened = 0
    slowest_s = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "network.json"
        path.write_text(texts[0], encoding="utf-8")
        analyse(document.load(path))     # whatever is imported at first use is imported now
        for number in range(count):
            path.write_bytes(damaged(rng, texts))
            watch.is_watching, start = True, time.perf_counter()
            try:
                graph = document.load(path)
                for problem in analyse(graph).problems:
                    _check_sentence(problem.message)
                opened += 1
            except (NetworkError, StorageError) as error:
                _check_sentence(str(error))
                if "network.json" not in str(error):
                    raise AssertionError(f"file {number} is not named: {error}") from error
                refused += 1
            watch.is_watching, slowest_s = False, max(slowest_s, time.perf_counter() - start)
    return {"files": count, "refused": refused, "opened": opened, "forbidden": watch.seen, "slowest_s": slowest_s,
            "peak_mb": _peak_mb()}


def _peak_mb() -> float:
    """Return the most memory this program used; on Linux ``ru_maxrss`` would count the parent's before the start."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:")]
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _check_sentence(text: str) -> None:
    """One short line that can be printed anywhere, and no traceback."""
    if not text or len(text) > SENTENCE_LIMIT or "\n" in text or "Traceback" in text or not text.isprintable():
        raise AssertionError(f"not a sentence: {text[:300]!r}")


if __name__ == "__main__":
    print(json.dumps(open_all(int(sys.argv[1]), seed=int(sys.argv[2]))))
