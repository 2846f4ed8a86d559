"""Where the bundled program starts; the first thing a frozen child process must meet is ``freeze_support``."""

from multiprocessing import freeze_support

freeze_support()

import os  # noqa: E402
import sys  # noqa: E402

_SEARCHED = "LD_LIBRARY_PATH"
_CLEAN = "--clean-process"
"""As in ``cnnstudio/workspace/clean_process.py``, of which nothing may be imported in such a process."""


def give_back_search_path() -> None:
    """Let programs of the system that are started from here find the system's libraries, not the bundle's."""
    before = os.environ.pop(f"{_SEARCHED}_ORIG", None)
    if before is not None:
        os.environ[_SEARCHED] = before
    else:
        os.environ.pop(_SEARCHED, None)
    # The program started once more from here must set its own search path again, which it leaves out for a child.
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"


def start() -> int:
    """Run the program, or only the code that it wrote and wants to see run without it; return the exit status."""
    if sys.argv[1:2] == [_CLEAN] and len(sys.argv) == 3:
        exec(compile(sys.argv[2], _CLEAN, "exec"), {"__name__": "__main__"})  # noqa: S102 - what python -c does
        return 0
    from cnnstudio.__main__ import main

    return main()


if __name__ == "__main__":
    give_back_search_path()
    sys.exit(start())
