"""Names of classes, files, layers, blocks and runs that would like to be code, in every text the program writes.

    python -m tests.stories.hostile_names 10000 SEED

Each round draws new names and writes a predictor, a training script and a notebook. Held against the same texts with
harmless names: the syntax tree without its literals must be the same to the last node, the literals must give the
names back, and running the definitions must do nothing an audit hook can see. Prints one JSON object.
"""

import ast
import contextlib
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.errors import CNNStudioError
from cnnstudio.export.pytorch_predictor import pytorch_predictor
from cnnstudio.export.training_code.allowed import check_code
from cnnstudio.export.training_code.division import Division
from cnnstudio.export.training_code.notebook import notebook_code, training_notebook
from cnnstudio.export.training_code.plan import CodePlan
from cnnstudio.export.training_code.script import training_script
from cnnstudio.network.block_edits import Fold, RenameBlock
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.training.config import TrainConfig
from tests.helpers.networks import chain

SENTINEL = "SENTINEL"
PIECES = (
    '"""', "'''", '"', "'", "\\", "\\\\", "\\'", '\\"', "\\N{BULLET}", "\\x27", "\\u0027", "\n", "\r", "\r\n", "\x0b",
    "\x0c", "\x1c", "\x85", "\u2028", "\u2029", "\x00", "\ud800", "\udcff", "\u202e", "\u200b", "\ufeff", "{}", "{0}",
    "{x}", "{{", "}}", "%s", "%", "${x}", "#", "# type: ignore", ";", ")", "(", "]", ",", ":", "=", "@", "`", "<!--",
    "-->", "</script>", "<img src=x onerror=alert(1)>", "%%bash", "!touch SENTINEL", "%run x", "?", "import os",
    "open('SENTINEL', 'w')", "__import__('os').system('touch SENTINEL')", "eval('1')", "exec('1')", "lambda: 0",
    "def f(): pass", "class", "None", "torch", "nn.Module", "self", "CLASSES", "é", "層", "𝐚", "a" * 300,
    "-*- coding: utf-7 -*-", "+AG8-", "..", "/", "C:\\", "con", " ", "\t", "0", "1e999", "-1")
"""What names are put together from: ends of literals, of lines and of comments, markup, magics, and calls."""

_FORBIDDEN_EVENTS = ("os.system", "subprocess.Popen", "os.exec", "os.posix_spawn", "socket.connect", "os.remove",
                     "os.rename", "os.mkdir", "shutil.rmtree", "ctypes.dlopen", "pty.spawn")


def network(layer: str, block: str) -> NetworkGraph:
    """Return a small network whose layer and repeated block have these names."""
    graph = chain(
        ("Conv2d", {"out_channels": 4, "same": True}), "ReLU", ("Conv2d", {"out_channels": 4, "same": True}),
        "GlobalAvgPool2d", ("Linear", {"out_features": 3}), ("Output", {"classes": 3}), input_shape=(1, 16, 16))
    Fold(["conv2d_1", "relu_1"], "block", 1).apply(graph)
    RenameBlock("block_1", block).apply(graph)
    graph.rename("conv2d_2", layer)
    return graph


def plan(names: list[str]) -> CodePlan:
    """Return a training whose three classes, two files, layer, block, run and weights' file are called so."""
    division = Division(0, 0.2, 0.0, (1, 1, 1), other_splits={names[3]: "train"}, other_classes={names[4]: names[0]})
    return CodePlan(network(names[5], names[6]),
                    PreprocessConfig(height=16, width=16, color="grey"), (0.5,), (0.2,), tuple(names[:3]),
                    AugmentConfig(flip_horizontal=True), TrainConfig(precision="float32"), division, title=names[7],
                    notes=(f"the weights are in {names[8]}",), start_file=names[8],
                    versions=dict.fromkeys(("torch", "numpy", "Pillow", "opencv-python-headless"), names[8]))


def texts(now: CodePlan) -> dict[str, str]:
    """Return the three written texts as Python."""
    notebook = training_notebook(now)
    json.loads(notebook)
    return {
        "predictor": pytorch_predictor(now.graph, now.preprocess, now.mean, now.std, now.class_names,
                                       f"{now.title}.safetensors"),
        "script": training_script(now), "notebook": notebook_code(notebook),
        "definitions": notebook_code(notebook, definitions_only=True)}


def skeleton(text: str) -> str:
    """Return a program's syntax tree without what its literals, classes and attributes of the network are called."""
    tree = ast.parse(text)
    classes = {node.name: f"Class{place}" for place, node in enumerate(
        node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            node.value = ""
        elif isinstance(node, (ast.Name, ast.ClassDef, ast.Attribute)):
            field = "attr" if isinstance(node, ast.Attribute) else "id" if isinstance(node, ast.Name) else "name"
            word = getattr(node, field)
            setattr(node, field, classes.get(word, "" if isinstance(node, ast.Attribute) and _is_own(word) else word))
    return ast.dump(tree)


def _is_own(attribute: str) -> bool:
    """Whether an attribute is called after a layer or block: those names are made by the program, of plain letters."""
    return attribute.isascii() and attribute.isidentifier() and attribute.endswith(("_1", "_2", "_3"))


class Watch:
    """Counts what code does beyond its own names, while it is switched on."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.is_on = False
        sys.addaudithook(self._note)

    def _note(self, event: str, values: tuple[Any, ...]) -> None:
        if self.is_on and (event in _FORBIDDEN_EVENTS or (event == "open" and SENTINEL in str(values[0]))):
            self.seen.append(event)

    def run(self, text: str) -> dict[str, Any]:
        """Run the definitions of a program and return its names."""
        names: dict[str, Any] = {"__name__": "written", "__file__": "x.py"}
        code = compile(text, "x.py", "exec")
        self.is_on = True
        try:
            exec(code, names)
        finally:
            self.is_on = False
        return names


def drawn(draws: random.Random) -> list[str]:
    """Return nine different names."""
    return ["".join(draws.choices(PIECES, k=draws.randint(1, 5))) + str(place) for place in range(9)]


def rounds(count: int, seed: int) -> Iterator[CodePlan]:
    """Yield trainings with hostile names; three names of classes each, and six others."""
    draws = random.Random(seed)
    for _ in range(count):
        yield plan(drawn(draws))


def held(count: int, seed: int, write: Callable[[CodePlan], dict[str, str]] = texts) -> dict[str, object]:
    """Write, compare and run ``count`` rounds in the present folder, and return what was found.

    Parameters
    ----------
    write : the writer that is held to it; another one is the control
    """
    watch, plain = Watch(), {kind: skeleton(text) for kind, text in write(plan([f"name{n}" for n in range(9)])).items()}
    found = {"rounds": 0, "names": 0, "refused": 0, "other_code": 0, "other_names": 0}
    for now in rounds(count, seed):
        found["rounds"] += 1
        found["names"] += 9
        for kind, text in write(now).items():
            try:
                check_code(text) if kind != "predictor" else None
                same = skeleton(text) == plain[kind]
            except (CNNStudioError, SyntaxError, ValueError):
                found["refused"] += 1
                continue
            found["other_code"] += not same
            if kind in ("predictor", "script") and (same or write is not texts):
                found["other_names"] += tuple(watch.run(text)["CLASSES"]) != now.class_names
    return {**found, "events": len(watch.seen), "sentinel": Path(SENTINEL).exists()}


def main() -> None:
    """Print what was found, for so many rounds and a seed."""
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as home, contextlib.chdir(home):
        print(json.dumps(held(count, seed)))


if __name__ == "__main__":
    main()
