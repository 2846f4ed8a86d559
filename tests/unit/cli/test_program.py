"""Tests of how the command line begins and ends."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cnnstudio import __main__ as entry
from cnnstudio import __version__, cli, paths
from cnnstudio.cli.program import COMMANDS
from cnnstudio.errors import JobCancelledError
from cnnstudio.training.config import TrainConfig

ROOT = Path(__file__).parents[3]


def in_process(*words: str, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False,
                          **options)


def test_help_names_every_command_and_the_exit_statuses(run_cli):
    answer = run_cli("--help")
    assert answer.status == 0
    assert all(info.name in answer.out for info in COMMANDS)
    assert "130 interrupted" in answer.out


@pytest.mark.parametrize("command", [info.name for info in COMMANDS])
def test_every_command_explains_itself(run_cli, command):
    answer = run_cli(command, "--help")
    assert answer.status == 0
    assert "usage: cnnstudio " + command in answer.out
    assert command == "gui" or "--json" in answer.out


def test_the_version_is_told(run_cli):
    assert run_cli("--version").out == f"CNN Studio {__version__}\n"


def test_help_imports_neither_torch_nor_qt_nor_numpy():
    code = ("import sys; from cnnstudio.__main__ import main; main(['--help']); "
            "found = {'torch', 'PySide6', 'numpy', 'pydantic', 'PIL'} & set(sys.modules); assert not found, found")
    assert in_process("-c", code).returncode == 0


def test_help_of_train_imports_no_torch():
    code = ("import sys; from cnnstudio.__main__ import main; main(['train', '--help']); "
            "assert 'torch' not in sys.modules")
    assert in_process("-c", code).returncode == 0


def test_help_is_there_at_once():
    begin = time.perf_counter()
    assert in_process("-c", "pass").returncode == 0
    python = time.perf_counter() - begin
    begin = time.perf_counter()
    assert in_process("-m", "cnnstudio", "--help").returncode == 0
    # 0.15 s on an idle machine; the interpreter's own start tells how busy this one is.
    assert time.perf_counter() - begin < 0.3 + 10 * python


@pytest.mark.parametrize("words", [(), ("fly",), ("scan",), ("train", "x", "--epochs"), ("scan", "x", "--wings"),
                                   ("network",), ("explain", "run")])
def test_wrong_usage_ends_with_status_2_and_the_usage(run_cli, words):
    answer = run_cli(*words)
    assert answer.status == 2
    assert "usage: cnnstudio" in answer.err
    assert answer.out == ""


@pytest.mark.parametrize(("flag", "value"), [
    ("--epochs", "0"), ("--epochs", "-3"), ("--epochs", "2.5"), ("--batch-size", "0"), ("--learning-rate", "nan"),
    ("--learning-rate", "-0.1"), ("--learning-rate", "inf"), ("--momentum", "1"), ("--weight-decay", "-1"),
    ("--seed", "-1"), ("--threads", "x"), ("--validation", "0"), ("--validation", "1"), ("--image-size", "0"),
    ("--image-size", "big"), ("--optimizer", "best"), ("--device", "tpu"), ("--augment", "wild")])
def test_a_bad_value_is_a_usage_error_that_names_the_flag(run_cli, flag, value):
    answer = run_cli("train", "folder", flag, value, "--json")
    assert answer.status == 2
    assert f"argument {flag}" in answer.err
    assert f"argument {flag}" in answer.events[0]["message"]


def test_defaults_in_help_are_those_of_the_settings(run_cli):
    text = " ".join(run_cli("train", "--help").out.split())
    assert f"({TrainConfig().epochs})" in text
    assert f"({TrainConfig().learning_rate})" in text


def test_an_unexpected_error_is_logged_and_told_in_one_sentence(run_cli, monkeypatch, own_folders):
    def fail(*args):
        raise ZeroDivisionError("division by nothing")

    monkeypatch.setattr("cnnstudio.cli.scan_arguments.CheckJob.run", fail)
    answer = run_cli("scan", "somewhere", "--json")
    assert answer.status == 1
    log = paths.log_file().read_text("utf-8")
    assert "Traceback" in log
    assert "division by nothing" in log
    assert str(paths.log_file()) in answer.events[0]["message"]
    assert answer.err.count("\n") == 1


def test_an_unexpected_error_without_a_log_is_told_as_well(run_cli, monkeypatch, tmp_path):
    def fail(*args):
        raise ZeroDivisionError("division by nothing")

    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("cnnstudio.cli.scan_arguments.CheckJob.run", fail)
    answer = run_cli("scan", "somewhere")
    assert answer.status == 1
    assert "division by nothing" in answer.err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), JobCancelledError("Stopped.")])
def test_an_interruption_has_its_own_status(run_cli, monkeypatch, error):
    def fail(*args):
        raise error

    monkeypatch.setattr("cnnstudio.cli.scan_arguments.CheckJob.run", fail)
    assert run_cli("scan", "somewhere").status == 130


def test_too_little_memory_is_told_with_a_remedy(run_cli, monkeypatch):
    def fail(*args):
        raise MemoryError

    monkeypatch.setattr("cnnstudio.cli.scan_arguments.CheckJob.run", fail)
    answer = run_cli("scan", "somewhere")
    assert answer.status == 1
    assert "smaller" in answer.err


def test_a_reader_that_goes_away_is_no_reason_to_complain():
    script = f"'{sys.executable}' -m cnnstudio network vgg16 | head -1"
    answer = subprocess.run(["sh", "-c", script], capture_output=True, text=True, cwd=ROOT, timeout=60, check=False)
    assert answer.stderr == ""
    assert answer.stdout.startswith("Layer")


def test_a_terminal_without_the_characters_gets_them_escaped():
    answer = in_process("-m", "cnnstudio", "network", "tutorial",
                        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert answer.returncode == 0
    assert "\\xd7" in answer.stdout


def test_without_arguments_the_window_opens(monkeypatch):
    opened = []
    monkeypatch.setattr(entry, "open_window", lambda folder, sample: opened.append((folder, sample)) or 0)
    assert entry.main([]) == 0
    assert entry.main(["--sample", "digits"]) == 0
    assert entry.main(["gui", "pets"]) == 0
    assert opened == [(None, None), (None, "digits"), (Path("pets"), None)]


def test_without_a_display_a_sentence_points_at_the_demo():
    environment = {name: value for name, value in os.environ.items()
                   if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}}
    answer = in_process("-m", "cnnstudio", env=environment)
    assert answer.returncode == 1
    assert "cnnstudio demo" in answer.stderr
    assert "Traceback" not in answer.stderr


def test_without_qt_a_sentence_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert entry.main(["gui"]) == 1
    assert "pip install PySide6-Essentials" in capsys.readouterr().err


def test_the_command_line_alone_knows_no_window(run_cli):
    answer = run_cli("gui")
    assert answer.status == 1
    assert "cnnstudio demo" in answer.err


def test_an_error_in_a_thread_is_logged(capsys):
    entry._log_thread_error(type("Problem", (), {"exc_value": ValueError("lost")})())
    assert "lost" in paths.log_file().read_text("utf-8")
    assert str(paths.log_file()) in capsys.readouterr().err


def test_streams_that_are_closed_do_not_stop_the_program(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["network", "lenet5", "--json"]) == 0
