"""The first command a stranger types: what it checks, what it says, and when it has nothing to do."""

import argparse
import importlib.util
import json
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", ROOT / "packaging" / "bootstrap.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def arguments(venv: Path, **changes: object) -> argparse.Namespace:
    values = {"command": "run", "torch": "default", "torch_index": None, "venv": venv, "rest": []}
    return argparse.Namespace(**{**values, **changes})


def test_an_old_python_is_refused_with_both_versions(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(bootstrap.platform, "python_version", lambda: "3.9.2")

    assert bootstrap.main(["run"]) == 1
    assert "this is Python 3.9.2; CNN Studio needs 3.11 or newer" in capsys.readouterr().err


def test_a_missing_library_becomes_its_debian_package(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "has_library", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr(bootstrap, "has_ensurepip", lambda: True)
    monkeypatch.setattr(shutil, "which", lambda _name: "/usr/bin/there")

    assert bootstrap.missing_packages(with_screen=True) == ["libegl1"]


def test_a_real_library_is_found_and_an_invented_one_is_not(bootstrap: ModuleType) -> None:
    if sys.platform == "linux":
        assert bootstrap.has_library("libc.so.6")
    assert not bootstrap.has_library("libsurelynotthere.so.7")


def test_without_root_or_sudo_the_line_to_type_is_printed(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "missing_packages", lambda *, with_screen: ["libgl1", "libegl1"])
    monkeypatch.setattr(bootstrap, "install_command", lambda _packages: None)
    monkeypatch.setattr(bootstrap, "has_ensurepip", lambda: True)

    bootstrap.prepare_system(with_screen=False)

    assert "sudo apt-get install libgl1 libegl1" in capsys.readouterr().out


def test_without_venv_and_without_rights_it_stops_with_the_line_to_type(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "missing_packages", lambda *, with_screen: ["python3.11-venv"])
    monkeypatch.setattr(bootstrap, "install_command", lambda _packages: None)
    monkeypatch.setattr(bootstrap, "has_ensurepip", lambda: False)

    with pytest.raises(bootstrap.BootstrapError, match=r"sudo apt-get install python3\.11-venv"):
        bootstrap.prepare_system(with_screen=False)


def test_root_installs_and_a_passwordless_sudo_does_too(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 0, raising=False)
    assert bootstrap.install_command(["libgl1"])[:2] == ["apt-get", "install"]

    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(subprocess, "run", lambda *_words, **_more: SimpleNamespace(returncode=0))
    assert bootstrap.install_command(["libgl1"])[:3] == ["sudo", "-n", "apt-get"]

    monkeypatch.setattr(subprocess, "run", lambda *_words, **_more: SimpleNamespace(returncode=1))
    assert bootstrap.install_command(["libgl1"]) is None


def test_an_environment_made_for_the_tests_serves_the_program_but_not_the_other_way(
        bootstrap: ModuleType, tmp_path: Path) -> None:
    for_tests = bootstrap.wanted_state(arguments(tmp_path, command="test"))
    for_program = bootstrap.wanted_state(arguments(tmp_path))

    assert bootstrap.satisfies(for_tests, for_program)
    assert not bootstrap.satisfies(for_program, for_tests)
    assert not bootstrap.satisfies(for_program, {**for_program, "project": "changed"})
    assert not bootstrap.satisfies(for_program, {**for_program, "torch": "cuda"})
    assert bootstrap.satisfies({**for_program, "torch": "cpu"}, for_program)


def test_a_second_call_touches_nothing(
        bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = bootstrap.wanted_state(arguments(tmp_path))
    (tmp_path / bootstrap.STAMP).write_text(json.dumps(wanted), encoding="utf-8")
    monkeypatch.setattr(bootstrap, "works", lambda _python: True)
    monkeypatch.setattr(bootstrap, "pip", lambda *_words, **_more: pytest.fail("pip was called"))

    assert bootstrap.prepare_environment(arguments(tmp_path)) == bootstrap.environment_python(tmp_path)


def test_a_full_disk_is_named_before_the_download(
        bootstrap: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=500_000_000))

    with pytest.raises(bootstrap.BootstrapError, match=r"0\.5 GB free and 9 GB are needed"):
        bootstrap.check_space(arguments(tmp_path))


def test_a_failing_pip_is_a_sentence(bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_words, **_more: SimpleNamespace(returncode=1))

    with pytest.raises(bootstrap.BootstrapError, match="the packages could not be installed: pip's last lines"):
        bootstrap.pip(Path("python"), "install", "x", cause="the packages could not be installed")


@pytest.mark.parametrize(("listed", "found"), [
    ("Available versions: 2.14.1, 2.13.0+cpu, 2.13.0, 2.12.0+cpu", "2.13.0+cpu"),
    ("Available versions: 2.14.1, 2.13.0", None),
    ("Available versions: 2.9.1+cpu", None),
    ("", None)])
def test_the_newest_known_cpu_build_is_taken(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, listed: str, found: str | None) -> None:
    answer = SimpleNamespace(returncode=0, stdout=f"torch (2.14.1)\n{listed}\n")
    monkeypatch.setattr(subprocess, "run", lambda *_words, **_more: answer)

    if found:
        assert bootstrap.known_cpu_build(Path("python")) == found
    else:
        with pytest.raises(bootstrap.BootstrapError, match="--torch-index"):
            bootstrap.known_cpu_build(Path("python"))


def test_a_build_without_cuda_is_not_called_one_with(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", lambda *_words, **_more: SimpleNamespace(returncode=0, stdout="2.14.1 -\n"))

    bootstrap.check_torch(Path("python"), "cpu")
    with pytest.raises(bootstrap.BootstrapError, match="without CUDA"):
        bootstrap.check_torch(Path("python"), "cuda")


def test_without_a_display_the_reason_is_said(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    assert "there is no display" in bootstrap.no_display_reason(Path(sys.executable))


def test_words_for_pytest_are_handed_on_and_others_refused(bootstrap: ModuleType) -> None:
    assert bootstrap.parse(["test", "-k", "shapes"]).rest == ["-k", "shapes"]
    with pytest.raises(SystemExit) as left:
        bootstrap.parse(["run", "--quick"])
    assert left.value.code == 2


PARTS, STORIES = ["tests/unit", "tests/ui", "-n", "2", "--dist", "worksteal"], ["tests/stories"]
STORY = ["tests/stories/d.py::three"]
FEW, MANY = ["tests/ui/a.py::one", "tests/unit/b.py::two"], [f"tests/ui/a.py::{number}" for number in range(4)]


@pytest.mark.parametrize(("rest", "failed", "statuses", "calls", "expected"), [
    ([], [], [0, 0], [PARTS, STORIES], 0),
    ([], [], [0, 1], [PARTS, STORIES], 1),
    ([], FEW, [1, 0, 0], [PARTS, FEW, STORIES], 0),
    ([], FEW, [1, 1, 0], [PARTS, FEW, STORIES], 1),
    ([], MANY, [1, 0], [PARTS, STORIES], 1),
    ([], [], [1, 0], [PARTS, STORIES], 1),
    ([], FEW, [3, 0], [PARTS, STORIES], 3),
    ([], STORY, [0, 1, 0], [PARTS, STORIES, STORY], 0),
    ([], STORY, [0, 1, 1], [PARTS, STORIES, STORY], 1),
    (["-k", "shapes"], FEW, [5], [["-k", "shapes"]], 5)])
def test_both_parts_of_the_tests_are_run_a_few_failed_ones_again_and_a_failure_of_either_counts(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rest: list[str], failed: list[str],
        statuses: list[int], calls: list[list[str]], expected: int) -> None:
    seen = []
    remembered = tmp_path / ".pytest_cache" / "v" / "cache" / "lastfailed"
    remembered.parent.mkdir(parents=True)
    remembered.write_text(json.dumps(dict.fromkeys([*failed, "tests/bench/c.py::old"], True)), "utf-8")

    def run(command: list[str], **_more: object) -> SimpleNamespace:
        seen.append(command[3:])
        return SimpleNamespace(returncode=statuses[len(seen) - 1])

    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    monkeypatch.setattr(subprocess, "run", run)
    assert bootstrap.run_tests(Path("python"), rest) == expected
    assert seen == calls


def test_without_a_memory_of_failed_tests_none_is_run_again(
        bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bootstrap, "ROOT", tmp_path)
    assert bootstrap.failed_tests(["tests/unit"]) == []
