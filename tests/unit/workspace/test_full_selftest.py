"""Tests of the self-test's walk; its steps call the whole program and are taken by the test of the bundle."""

import importlib.util
import subprocess
import sys

import pytest

from cnnstudio.workspace import full_selftest
from cnnstudio.workspace.full_selftest import STEPS, Walk, epoch_weights, program


def test_the_program_is_the_module_or_the_bundle(monkeypatch):
    assert program() == [sys.executable, "-m", "cnnstudio"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program() == [sys.executable]


def test_a_command_is_called_with_a_home_of_its_own(tmp_path):
    events = Walk(tmp_path).call("samples", "digits", "--json")
    assert events[0]["path"].startswith(str(tmp_path))


def test_a_command_that_fails_is_told_with_its_own_words(monkeypatch, tmp_path):
    ended = subprocess.CompletedProcess([], 1, "", "first\nThere is no such folder.\n")
    monkeypatch.setattr(full_selftest.subprocess, "run", lambda *_words, **_options: ended)
    with pytest.raises(RuntimeError, match=r"'scan' ended with status 1: There is no such folder\."):
        Walk(tmp_path).call("scan", "x")


def test_a_crash_is_told_with_where_every_thread_was():
    code = "import faulthandler, sys; faulthandler.enable(); print('before', file=sys.stderr); faulthandler._sigsegv()"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ended.returncode
    told = full_selftest._last_words(ended)
    assert told.startswith("Fatal Python error: Segmentation fault")
    assert 'File "<string>", line 1 in <module>' in told
    assert "before" not in told


@pytest.mark.parametrize(("saved", "after", "says"), [
    ({"a": b"1"}, {"a": b"1", "b": b"2"}, "bit for bit"),
    ({"a": b"1"}, {"a": b"1", "b": b"3"}, "did not end with the same weights"),
    ({"a": b"1", "b": b"2"}, {"a": b"1", "b": b"2"}, "did not end with the same weights"),
])
def test_a_resumed_training_must_have_been_killed_and_end_alike(monkeypatch, tmp_path, saved, after, says):
    walk = Walk(tmp_path)
    walk.run = tmp_path / "undisturbed"
    _write(walk.run, {"a": b"1", "b": b"2"})
    killed = tmp_path / "killed" / "run"
    monkeypatch.setattr(full_selftest, "_kill_after_an_epoch", lambda *_words: _write(killed, saved))
    monkeypatch.setattr(Walk, "call", lambda *_words: _write(killed, after))
    resume = dict(STEPS)["kill and resume"]
    if says == "bit for bit":
        assert says in resume(walk)
    else:
        with pytest.raises(RuntimeError, match=says):
            resume(walk)


@pytest.mark.parametrize(("verdict", "images", "says"), [
    ("equal", 24, "network.py equal on 24 images"), ("not equal", 24, "pytorch: not equal on 24 images"),
    ("not checked", 0, "no Python"), ("equal", 0, "equal on 0 images")])
def test_an_export_must_have_answered_alike_in_a_clean_process(monkeypatch, tmp_path, verdict, images, says):
    walk = Walk(tmp_path)
    walk.run = tmp_path
    reason = "no Python" if verdict == "not checked" else ""
    monkeypatch.setattr(Walk, "call", lambda *_words: [{"verdict": verdict, "images": images, "reason": reason}])
    if verdict == "equal" and images:
        assert says in dict(STEPS)["export"](walk)
    else:
        with pytest.raises(RuntimeError, match=says):
            dict(STEPS)["export"](walk)


@pytest.mark.parametrize("absent", ["onnxscript", "onnxruntime"])
def test_onnx_may_be_left_out_where_pip_did_not_install_it_and_never_in_the_bundle(monkeypatch, tmp_path, absent):
    walk, real = Walk(tmp_path), importlib.util.find_spec
    walk.run, asked = tmp_path, []

    def call(_walk, *words):
        asked.append(words[3])
        return [{"verdict": "equal", "images": 24, "reason": ""}]

    monkeypatch.setattr(Walk, "call", call)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: (name != absent and real(name, *rest)) or None)
    export = dict(STEPS)["export"]
    assert f"network.onnx left out: {absent} is not installed" in export(walk)
    assert asked == ["pytorch", "script", "notebook"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    asked.clear()
    assert "network.onnx equal on 24 images" in export(walk)
    assert asked == ["pytorch", "onnx", "script", "notebook"]


def _write(run, files):
    (run / "epochs").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (run / "epochs" / name).write_bytes(content)
    assert epoch_weights(run).items() >= files.items()
