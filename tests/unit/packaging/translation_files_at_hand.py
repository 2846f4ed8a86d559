"""Opens the modules of ``packaging`` that deal with translations, which are no package."""

import importlib
import sys
from pathlib import Path
from types import ModuleType

_FOLDER = Path(__file__).parents[3] / "packaging"


def packaging_module(name: str) -> ModuleType:
    """Return a module of the folder ``packaging``."""
    sys.path.insert(0, str(_FOLDER))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(_FOLDER))
