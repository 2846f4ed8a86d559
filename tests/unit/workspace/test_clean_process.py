"""Tests of the process that written code is tried in: of what starts it, and of what it cannot reach."""

import subprocess
import sys
from pathlib import Path

import pytest

from cnnstudio.errors import RunError
from cnnstudio.workspace import clean_process
from cnnstudio.workspace.clean_process import answers_of, command

START = Path(__file__).parents[3] / "packaging" / "bundle" / "start.py"


def as_the_bundle(code):
    """Return the words that start the bundle's first file with the same words, without a bundle."""
    return [sys.executable, "-P", str(START), clean_process.CLEAN, code]


@pytest.fixture(params=[command, as_the_bundle])
def started(request, monkeypatch):
    """Start the process by Python, then as the installed program does."""
    monkeypatch.setattr(clean_process, "command", request.param)


def test_the_installed_program_calls_itself(monkeypatch):
    assert command("1")[1:] == ["-I", "-c", "1"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("1") == [sys.executable, clean_process.CLEAN, "1"]


@pytest.mark.usefixtures("started")
def test_code_finds_what_was_wished_for_and_not_the_program():
    wish = {"numbers": [[1.5, 2.0]], "name": "größer 画像"}
    assert answers_of("found = wish['numbers'] + [[len(wish['name'])]]\n", wish, lambda: False) == [[1.5, 2.0], [9]]
    with pytest.raises(RunError, match="cnnstudio"):
        answers_of("import cnnstudio\n", wish, lambda: False)


@pytest.mark.usefixtures("started")
def test_what_went_wrong_in_it_is_told():
    with pytest.raises(RunError, match=r"could not be run: ZeroDivisionError: division by zero"):
        answers_of("found = 1 / 0\n", {}, lambda: False)


def test_what_the_bundle_adds_below_an_exception_hides_it_from_nobody():
    said = "[PYI-7:ERROR] Failed to execute script 'start' due to unhandled exception!"
    with pytest.raises(RunError, match=r"could not be run: ImportError: no such library$"):
        answers_of(f"import sys\nprint('ImportError: no such library', {said!r}, sep='\\n', file=sys.stderr)\n"
                   "sys.exit(1)\n", {}, lambda: False)


def test_nothing_of_the_program_is_loaded_before_the_code():
    code = "import sys; print([name for name in sys.modules if name.startswith('cnnstudio')])"
    ended = subprocess.run(as_the_bundle(code), capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
