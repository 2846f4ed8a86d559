"""Say whether the bundle must be built and tested again: whether what it is made by has changed since that was done.

    python packaging/bundle_state.py            prints why or why not; status 0: nothing changed, 3: it must be
    python packaging/bundle_state.py --record   keeps the present state, once build.py --test has passed

The state is a hash of the recipes in packaging/ and of the lists of what the program depends on. The program's own code
is not in it: what changes there is tested without a bundle.
"""

import argparse
import hashlib
import json
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RECORD = ROOT / "packaging" / "bundle.checked"
RECIPES = ("build.py", "test_bundle.py", "bundle/*")
CHANGED = 3


def main(argv: list[str] | None = None) -> int:
    """Compare, or record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true")
    now = state(ROOT)
    if parser.parse_args(argv).record:
        RECORD.write_text(now + "\n", encoding="utf-8")
        return 0
    kept = RECORD.read_text(encoding="utf-8").strip() if RECORD.is_file() else ""
    if kept == now:
        print("The bundle is left out: neither its recipes nor the dependencies changed since it was built and tested.")
        return 0
    if not kept:
        print("The bundle is left out: no state of it has been recorded yet. packaging/build.py --test records one.")
        return 0
    print("The bundle is built and tested: its recipes or the dependencies changed.")
    return CHANGED


def state(root: Path) -> str:
    """Return a hash of everything that makes a checkout's bundle but the program's own code."""
    parts = hashlib.sha256()
    for path in sorted(path for pattern in RECIPES for path in (root / "packaging").glob(pattern) if path.is_file()):
        parts.update(f"{path.relative_to(root).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    wanted = {"program": project["dependencies"], "onnx": extras["onnx"], "bundle": extras["bundle"]}
    parts.update(json.dumps(wanted, sort_keys=True).encode())
    return parts.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
