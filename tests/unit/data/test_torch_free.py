"""What the window needs of the data package before torch is there does not bring torch in."""

import subprocess
import sys

import pytest

WITHOUT_TORCH = ("config", "decoding.decode", "file_kinds", "listing.walk", "health.checks", "folder.image_folder",
                 "pixels.cache", "preprocess", "samples", "split", "pixels.statistics", "thread_pool")


def imports_torch(*modules: str) -> bool:
    names = ", ".join(f"cnnstudio.data.{name}" for name in modules)
    code = f"import sys; import {names}; print('torch' in sys.modules)"
    return subprocess.run([sys.executable, "-c", code], check=True, timeout=60, capture_output=True,
                          text=True).stdout == "True\n"


def test_these_modules_leave_torch_out():
    assert not imports_torch(*WITHOUT_TORCH)


@pytest.mark.parametrize("module", ["batches"])
def test_the_control_notices_torch(module):
    assert imports_torch(module)
