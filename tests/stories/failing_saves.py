"""Lets every file operation of saving, restoring and keeping a project fail; `test_failing_saves` runs it.

Prints one JSON object: how many operations each action has, how many cases were tried, how often the old and the new
state was found afterwards, what was lost (must be empty), and how often the control, a naive writer, lost its file.
"""

import json
import os
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from cnnstudio.errors import ProjectError, StorageError
from cnnstudio.network.document import to_document
from cnnstudio.network.presets import preset
from cnnstudio.project import backups
from cnnstudio.project.contents import ProjectContents
from cnnstudio.project.journal import STATE, Journal
from cnnstudio.project.reading import check_project, read_project
from cnnstudio.project.recovery import recoverable
from cnnstudio.project.saving import save_project
from cnnstudio.project.writing import write_project
from tests.helpers.failing_disk import FAULTS, KILLED, FailingDisk, failing

OLD = ProjectContents(name="old", notes="first", graph=to_document(preset("tutorial")))
NEW = replace(OLD, name="new", notes="second\n" * 500)


@dataclass(frozen=True)
class Scene:
    """A folder in which one action happens."""

    folder: Path

    @property
    def project(self) -> Path:
        return self.folder / "work" / "p.cnnstudio"

    @property
    def backups(self) -> Path:
        return self.folder / "backups"

    @property
    def journal(self) -> Path:
        return self.folder / "journal"


def _prepare_save(scene: Scene) -> None:
    write_project(scene.project, OLD)


def _save(scene: Scene) -> None:
    save_project(scene.project, NEW, backups_directory=scene.backups)


def _prepare_restore(scene: Scene) -> None:
    write_project(scene.project, NEW)
    backups.keep_backup(scene.project, scene.backups)
    write_project(scene.project, OLD)


def _restore(scene: Scene) -> None:
    (backup,) = backups.backups_of(scene.project, scene.backups)[-1:]
    backups.restore(backup.path, scene.project, scene.backups)


def _prepare_journal(scene: Scene) -> None:
    journal = Journal(scene.journal)
    journal.note(OLD, scene.project)
    journal.finish()
    folder = journal.folder
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    journal.close()
    kept.rename(folder)


def _keep_journal(scene: Scene) -> None:
    (folder,) = scene.journal.iterdir()
    journal = Journal(scene.journal)
    journal.folder = folder
    try:
        journal._keep(NEW, scene.project)
    finally:
        if journal._lock is not None:
            journal._lock._file.close()     # as the system does when the program ends


def _naive(scene: Scene) -> None:
    data = scene.project.with_name("new").read_bytes()
    with scene.project.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _prepare_naive(scene: Scene) -> None:
    write_project(scene.project.with_name("new"), NEW)
    write_project(scene.project, OLD)


@dataclass(frozen=True)
class Action:
    """A row of the table of what is disturbed."""

    name: str
    prepare: Callable[[Scene], None]
    run: Callable[[Scene], None]
    found: Callable[[Scene], Path]


def _project(scene: Scene) -> Path:
    return scene.project


def _state(scene: Scene) -> Path:
    return next(iter(scene.journal.glob(f"*/{STATE}")), scene.journal / "none")


ACTIONS = (
    Action("save", _prepare_save, _save, _project),
    Action("restore", _prepare_restore, _restore, _project),
    Action("journal", _prepare_journal, _keep_journal, _state))
CONTROL = Action("naive", _prepare_naive, _naive, _project)


def disturb(action: Action, number: int, fault: str) -> tuple[str, str, bool]:
    """Let one operation fail; return ``"old"``, ``"new"`` or what is wrong, the place, and whether it was reached."""
    with tempfile.TemporaryDirectory() as folder:
        scene = Scene(Path(folder))
        scene.project.parent.mkdir()
        action.prepare(scene)
        ended, disk = _in_child(action, scene, number) if fault == "kill" else _here(action, scene, number, fault)
        return _verdict(action, scene, ended, fault), disk.place, disk.count >= number


def _here(action: Action, scene: Scene, number: int, fault: str) -> tuple[str, FailingDisk]:
    with failing(FailingDisk(number, fault)) as disk:
        try:
            action.run(scene)
        except (ProjectError, StorageError) as error:
            return f"told: {error}", disk
        except OSError as error:
            return f"raised: {error}", disk
    return "done", disk


def _in_child(action: Action, scene: Scene, number: int) -> tuple[str, FailingDisk]:
    child = os.fork()
    if child == 0:
        status = 1
        try:
            with failing(FailingDisk(number, "kill")):
                action.run(scene)
            status = 0
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    disk = FailingDisk(number, "kill")
    disk.count = number if status == KILLED else 0
    return {0: "done", KILLED: "killed"}.get(status, f"ended with {status}"), disk


def _verdict(action: Action, scene: Scene, ended: str, fault: str) -> str:
    path = action.found(scene)
    check = check_project(path)
    if not check.is_sound or check.contents is None:
        return f"lost: {check.problem}"
    name = check.contents.name
    if check.contents not in (OLD, NEW) or (ended == "done" and name != "new") or ended.startswith(("raised", "ended")):
        return f"wrong: {name} after {ended}"
    for backup in backups.backups_of(scene.project, scene.backups):
        if not check_project(backup.path).is_sound:
            return f"a backup is damaged: {backup.path.name}"
    if action.name == "journal" and [one.name for one in recoverable(scene.journal)] != [name]:
        return "recovery is not offered"
    return _cleaned(action, scene, name)


def _cleaned(action: Action, scene: Scene, name: str) -> str:
    """Do what the next start does, and see that no half of a file is left."""
    backups.remove_leftovers(scene.project.parent, scene.project.name, older_than_s=0)
    for folder in scene.backups.glob("*"):
        backups.remove_leftovers(folder, older_than_s=0)
    for folder in scene.journal.glob("*"):
        backups.remove_leftovers(folder, older_than_s=0)
    halves = list(scene.folder.rglob("*.part"))
    return f"left behind: {halves[0].name}" if halves and action.name != "naive" else name


def disturb_all(every: int = 1, offset: int = 0) -> dict[str, object]:
    """Disturb each ``every``-th operation of all actions with all faults, from the one after ``offset`` on."""
    seen: Counter[str] = Counter()
    operations: dict[str, int] = {}
    bad: list[str] = []
    for action in ACTIONS:
        operations[action.name] = count_operations(action)
        for number in range(1 + offset % every, operations[action.name] + 1, every):
            for fault in FAULTS:
                found, place, _was_reached = disturb(action, number, fault)
                seen[found if found in ("old", "new") else "bad"] += 1
                if found not in ("old", "new"):
                    bad.append(f"{action.name} {number} {place} {fault}: {found}")
    return {"operations": operations, "cases": sum(seen.values()), "old": seen["old"], "new": seen["new"], "lost": bad,
            "control_lost": control_lost()}


def count_operations(action: Action) -> int:
    """Return how many file operations an undisturbed action has."""
    with tempfile.TemporaryDirectory() as folder:
        scene = Scene(Path(folder))
        scene.project.parent.mkdir()
        action.prepare(scene)
        with failing(FailingDisk()) as disk:
            action.run(scene)
        assert read_project(action.found(scene)).name == "new"
        return disk.count


def control_lost() -> int:
    """Return in how many cases a naive writer has neither the old nor the new file any more."""
    cases = [(number, fault) for number in range(1, count_operations(CONTROL) + 1) for fault in FAULTS]
    return sum(disturb(CONTROL, number, fault)[0].startswith("lost") for number, fault in cases)


if __name__ == "__main__":
    print(json.dumps(disturb_all(int(sys.argv[1]) if len(sys.argv) > 1 else 1)))
