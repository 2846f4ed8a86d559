"""Each import contract is kept by the program and broken by a violation planted in a copy of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# contract, file the violation is planted in, the violation
VIOLATIONS = [
    ("Dependencies point downwards", "cnnstudio/data/split.py", "import cnnstudio.network.graph"),
    ("Dependencies point downwards", "cnnstudio/workspace/workspace.py", "import cnnstudio.ui.theme"),
    ("Dependencies point downwards", "cnnstudio/ui/theme.py", "import cnnstudio.cli"),
    ("Dependencies point downwards", "cnnstudio/training/config.py", "import cnnstudio.data.config"),
    ("Dependencies point downwards", "cnnstudio/convenience.py", '"""A new package nobody decided on."""'),
    ("The parts of data point downwards", "cnnstudio/data/listing/walk.py", "import cnnstudio.data.split"),
    ("The parts of data point downwards", "cnnstudio/data/pixels/source.py", "import cnnstudio.data.health.case"),
    ("Only ui knows Qt", "cnnstudio/network/graph.py", "import PySide6"),
    ("Only ui knows Qt", "cnnstudio/data/decoding/decode.py", "import pyqtgraph"),
    ("The network description is torch-free", "cnnstudio/network/graph.py", "import torch"),
    ("The pages do not know each other", "cnnstudio/ui/data/page.py", "import cnnstudio.ui.runs.page"),
    ("pyqtgraph has one home", "cnnstudio/ui/theme.py", "import pyqtgraph"),
    ("Views receive numpy, never tensors", "cnnstudio/ui/images.py", "import torch"),
]


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts over the package in ``folder``."""
    code = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run([sys.executable, "-c", code, "--no-cache"], cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"}, check=False)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """Copy the program's Python files and its contracts."""
    shutil.copytree(ROOT / "cnnstudio", tmp_path / "cnnstudio",
                    ignore=lambda folder, names: [name for name in names
                                                  if name == "__pycache__" or (Path(folder) / name).suffix
                                                  not in ("", ".py")])
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_program_keeps_every_contract(package: Path) -> None:
    result = check(package)

    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


def test_no_core_rule_has_an_ignored_import() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")

    assert text.count("ignore_imports") == 1
    assert 'ignore_imports = ["cnnstudio.ui.plots -> pyqtgraph"]' in text
    assert "exhaustive = true" in text


@pytest.mark.parametrize(("contract", "file", "violation"), VIOLATIONS)
def test_a_planted_violation_breaks_its_contract(package: Path, contract: str, file: str, violation: str) -> None:
    path = package / file
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(f"{before}\n{violation}\n", encoding="utf-8")

    result = check(package)

    assert result.returncode == 1, result.stdout + result.stderr
    assert any(contract in line and "BROKEN" in line for line in result.stdout.splitlines()), result.stdout
