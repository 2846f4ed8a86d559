"""What the program must never use is refused by lint, and a search of the source finds none of the rest."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "cnnstudio").rglob("*.py"))

BANNED_IMPORTS = {
    "torchvision.io": "from torchvision.io import decode_image\n\nprint(decode_image)\n",
    "torchvision.datasets.ImageFolder": "from torchvision.datasets import ImageFolder\n\nprint(ImageFolder)\n",
    "cv2.imread": "import cv2\n\ncv2.imread('a')\n",
    "cv2.imwrite": "import cv2\n\ncv2.imwrite('a', None)\n",
    "pickle": "import pickle\n\nprint(pickle)\n",
    "torch.load": "import torch\n\ntorch.load('a')\n",
    "torch.save": "import torch\n\ntorch.save({}, 'a')\n",
    "torch.hub": "import torch\n\ntorch.hub.load('a', 'b')\n",
    "torch.jit.load": "import torch\n\ntorch.jit.load('a')\n",
    "os.system": "import os\n\nos.system('a')\n",
    "yaml": "import yaml\n\nyaml.load('a')\n",
    "marshal": "import marshal\n\nprint(marshal)\n",
    "tarfile": "import tarfile\n\nprint(tarfile)\n",
}
COMPUTED_IMPORTS = {
    "cnnstudio/cli/program.py": "the table COMMANDS",
    "cnnstudio/ui/pages.py": "the table PAGES",
    "cnnstudio/ui/engine.py": "lists of the program's own modules, to be loaded ahead",
}
"""Where a module is imported by a name that is no literal, and what the name comes from; never a file."""


def lint(source: str) -> str:
    """Return what the project's lint says of a module of the program."""
    result = subprocess.run([sys.executable, "-m", "ruff", "check", "--output-format", "concise", "--stdin-filename",
                             str(ROOT / "cnnstudio" / "planted.py"), "-"],
                            input=f'"""A planted module."""\n\n{source}', cwd=ROOT, capture_output=True, text=True,
                            check=False)
    assert result.returncode in (0, 1), result.stderr
    return result.stdout


@pytest.mark.parametrize("name", sorted(BANNED_IMPORTS))
def test_lint_refuses(name: str) -> None:
    assert "TID251" in lint(BANNED_IMPORTS[name])


def test_lint_takes_the_reading_of_a_zip_member() -> None:
    assert "TID251" not in lint("import zipfile\n\nzipfile.ZipFile('a').read('b')\n")


def forbidden_calls(source: str) -> list[str]:
    """Return calls that run or unpack what a file says: no import ban can see them."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        plain = isinstance(node.func, ast.Name)
        is_load = name == "load" and ast.unparse(node.func) in ("np.load", "numpy.load")
        words = {keyword.arg for keyword in node.keywords
                 if isinstance(keyword.value, ast.Constant) and keyword.value.value is True}
        if name in ("extractall", "unpack_archive") or (plain and name in ("eval", "exec", "__import__")) \
                or words & {"allow_pickle", "shell"} \
                or (is_load and "allow_pickle" not in {keyword.arg for keyword in node.keywords}):
            found.append(f"{name} in line {node.lineno}")
    return found


@pytest.mark.parametrize("planted", [
    "archive.extractall('.')", "shutil.unpack_archive('a')", "eval(text)", "exec(text)",
    "numpy.load(path, allow_pickle=True)", "np.load(path)", "subprocess.run(text, shell=True)"])
def test_the_search_finds_what_is_planted(planted: str) -> None:
    assert forbidden_calls(planted)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_source_file_runs_or_unpacks_what_a_file_says(path: Path) -> None:
    assert forbidden_calls(path.read_text(encoding="utf-8")) == []


def computed_imports(source: str) -> list[int]:
    """Return the lines in which a module is imported by a name that is not written there."""
    names = {"importlib.import_module"} | ({"import_module"} if "from importlib import" in source else set())
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [call.lineno for call in calls if ast.unparse(call.func) in names
            and not (call.args and isinstance(call.args[0], ast.Constant))]


def test_the_search_finds_an_import_by_a_computed_name() -> None:
    assert computed_imports("importlib.import_module(name)") == [1]
    assert computed_imports("from importlib import import_module\nimport_module(f'a.{name}')") == [2]
    assert computed_imports("importlib.import_module('cnnstudio.cli')") == []


def test_modules_are_imported_by_computed_names_only_from_tables() -> None:
    found = {path.relative_to(ROOT).as_posix() for path in SOURCES
             if computed_imports(path.read_text(encoding="utf-8"))}

    assert found == set(COMPUTED_IMPORTS)
