"""What is not saved is kept, offered when its window died, and found for a week when it was declined."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cnnstudio.errors import ProjectError
from cnnstudio.project.contents import ProjectContents, RunToPack
from cnnstudio.project.journal import STATE, Journal
from cnnstudio.project.recovery import BIN, BIN_DAYS, decline, declined, recover, recoverable
from cnnstudio.project.writing import write_project
from tests.helpers.quick_runs import quick_run


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def journal(directory: Path) -> Iterator[Journal]:
    journal = Journal(directory)
    yield journal
    journal.close()


def die(journal: Journal) -> None:
    """Do to a journal what the system does when its program dies: give its lock back."""
    journal.finish()
    assert journal._lock is not None
    journal._lock._file.close()
    journal._lock = None


def test_the_newest_state_is_kept_and_belongs_to_its_window(journal: Journal, directory: Path) -> None:
    for name in ("one", "two", "three"):
        journal.note(ProjectContents(name=name))
    journal.finish()

    assert journal.problem == ""
    assert recoverable(directory) == ()          # the window lives
    die(journal)
    (found,) = recoverable(directory)
    assert (found.name, found.project, found.problem) == ("three", None, "")
    assert time.time() - found.saved < 60


def test_what_is_saved_is_not_offered(journal: Journal, directory: Path) -> None:
    journal.note(ProjectContents(name="one"))
    journal.finish()
    journal.settle()
    die(journal)

    assert recoverable(directory) == ()
    assert not journal.folder.exists()           # nothing in it was worth keeping


def test_a_window_that_is_closed_leaves_nothing(directory: Path) -> None:
    journal = Journal(directory)
    journal.note(ProjectContents(name="one"))
    journal.finish()
    journal.close()

    assert list(directory.iterdir()) == []


def test_a_recovered_state_knows_its_file_and_the_runs_in_it(journal: Journal, directory: Path, tmp_path: Path) -> None:
    project = tmp_path / "p.cnnstudio"
    run = quick_run(tmp_path / "runs", "convolution")
    saved = write_project(project, ProjectContents(name="old"), runs_to_pack=[RunToPack(run, "results")])
    journal.note(ProjectContents(name="new", runs=saved.runs), project)
    die(journal)

    (found,) = recoverable(directory)
    contents = recover(found)

    assert found.project == project
    assert (contents.name, contents.runs) == ("new", saved.runs)
    assert recoverable(directory) == ()
    with pytest.raises(ProjectError, match="Another window"):
        recover(found)


def test_a_declined_state_is_found_for_a_week(journal: Journal, directory: Path) -> None:
    journal.note(ProjectContents(name="one"))
    die(journal)
    (found,) = recoverable(directory)

    decline(found)

    assert recoverable(directory) == ()
    (binned,) = declined(directory)
    assert recover(binned).name == "one"
    old = directory / BIN / f"{int(time.time()) - BIN_DAYS * 86_400 - 60}-{'0' * 32}"
    binned.folder.rename(old)
    recoverable(directory)
    assert not old.exists()


def test_a_damaged_state_is_told_and_not_lost(journal: Journal, directory: Path) -> None:
    journal.note(ProjectContents(name="one"))
    die(journal)
    (journal.folder / STATE).write_bytes(b"PK")

    (found,) = recoverable(directory)

    assert found.contents is None
    assert STATE in found.problem
    with pytest.raises(ProjectError):
        recover(found)
    assert (journal.folder / STATE).exists()


def test_a_journal_that_cannot_be_written_says_so_and_goes_on_later(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    journal = Journal(tmp_path / "file")
    journal.note(ProjectContents(name="one"))
    journal.finish()

    assert "cannot be kept" in journal.problem
    (tmp_path / "file").unlink()
    journal.note(ProjectContents(name="two"))
    with journal._work:
        assert journal._work.wait_for(lambda: not journal.problem and not journal._is_saving, 20)
    assert (journal.folder / STATE).exists()
    journal.close()


def test_foreign_things_in_the_journals_folder_stay(directory: Path) -> None:
    (directory / "notes").mkdir(parents=True)
    (directory / "a.txt").write_text("x", encoding="utf-8")

    assert recoverable(directory) == ()
    assert sorted(path.name for path in directory.iterdir()) == ["a.txt", "notes"]
