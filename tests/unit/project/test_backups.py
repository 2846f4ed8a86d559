"""Backups are made before each save, thinned out as they age, and brought back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cnnstudio.errors import ProjectError
from cnnstudio.project import backups
from cnnstudio.project.backups import backups_of, keep_backup, remove_leftovers, restore, worth_keeping
from cnnstudio.project.contents import ProjectContents
from cnnstudio.project.reading import read_project
from cnnstudio.project.saving import save_project

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)     # a Sunday


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "work" / "p.cnnstudio"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def save(project: Path, name: str, kept: Path) -> None:
    save_project(project, ProjectContents(name=name), backups_directory=kept)


def test_each_save_keeps_the_file_as_it_was(project: Path, kept: Path) -> None:
    for name in ("one", "two", "three"):
        save(project, name, kept)

    assert [read_project(one.path).name for one in backups_of(project, kept)] == ["two", "one"]
    assert backups_of(project.with_name("other.cnnstudio"), kept) == ()


def test_every_backup_can_be_brought_back_and_the_present_file_is_kept(project: Path, kept: Path) -> None:
    for name in ("one", "two", "three"):
        save(project, name, kept)
    oldest = backups_of(project, kept)[-1]

    restore(oldest.path, project, kept)

    assert read_project(project).name == "one"
    assert [read_project(one.path).name for one in backups_of(project, kept)] == ["three", "two", "one"]


def test_a_damaged_backup_is_not_brought_back(project: Path, kept: Path) -> None:
    save(project, "one", kept)
    save(project, "two", kept)
    (backup,) = backups_of(project, kept)
    data = bytearray(backup.path.read_bytes())
    data[40] ^= 1
    backup.path.write_bytes(data)

    with pytest.raises(ProjectError, match="cannot be brought back"):
        restore(backup.path, project, kept)
    assert read_project(project).name == "two"


def test_a_backup_that_cannot_be_kept_does_not_stop_the_save(project: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    save(project, "one", tmp_path / "file")

    saved = save_project(project, ProjectContents(name="two"), backups_directory=tmp_path / "file")

    assert read_project(project).name == "two"
    assert any("No backup" in notice for notice in saved.notices)


def test_two_days_are_kept_in_full_then_days_then_weeks() -> None:
    hours = [NOW - timedelta(hours=number) for number in range(0, 24 * 60, 5)]

    wanted = worth_keeping(hours, NOW)

    young = {moment for moment in hours if NOW - moment <= timedelta(hours=48)}
    days = {moment for moment in wanted - young if NOW - moment <= timedelta(days=14)}
    weeks = wanted - young - days
    assert young <= wanted
    assert len(young) == 10                                 # 0, 5, ... 45 hours ago
    assert len({moment.date() for moment in days}) == len(days) == 13     # from the 8th to the 20th of November
    assert len({moment.isocalendar()[:2] for moment in weeks}) == len(weeks)
    for moment in days:
        assert moment == max(one for one in hours if one.date() == moment.date() and one not in young)


def test_the_newest_backup_stays_whatever_its_size(project: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "CAP_BYTES", 100)
    for name in ("one", "two", "three"):
        save(project, name, kept)

    assert [read_project(one.path).name for one in backups_of(project, kept)] == ["two"]


def test_the_caps_take_the_oldest(project: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backups, "CAP_COUNT", 2)
    for name in ("one", "two", "three", "four"):
        save(project, name, kept)

    assert [read_project(one.path).name for one in backups_of(project, kept)] == ["three", "two"]
    oldest = backups_of(project, kept)[-1]
    restore(oldest.path, project, kept)         # is not thinned out to make room
    assert read_project(project).name == "two"


def test_equal_moments_do_not_overwrite_each_other(project: Path, kept: Path) -> None:
    save(project, "one", kept)

    for _ in range(3):
        keep_backup(project, kept, now=NOW)

    assert len(backups_of(project, kept)) == 3


def test_only_halves_of_the_file_that_are_old_enough_are_removed(tmp_path: Path) -> None:
    ours, other, young = (tmp_path / name for name in (".p.cnnstudio.x1.part", ".q.cnnstudio.x1.part", "p.part"))
    for path in (ours, other, young):
        path.write_bytes(b"x")

    remove_leftovers(tmp_path, "p.cnnstudio", older_than_s=3600)
    assert ours.exists()
    remove_leftovers(tmp_path, "p.cnnstudio", older_than_s=0)

    assert sorted(path.name for path in tmp_path.iterdir()) == [".q.cnnstudio.x1.part", "p.part"]
