"""What the window remembers."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from cnnstudio.ui.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.ini"


def test_settings_come_back_from_the_file(file: Path) -> None:
    settings = Settings(file)
    settings.scheme = "dark"
    settings.geometry = QByteArray(b"\x01\x02")
    assert settings.left_run is None
    settings.left_run = Path("/runs/ä b")
    settings.save()
    again = Settings(file)
    assert again.left_run == Path("/runs/ä b")
    again.left_run = None
    assert again.left_run is None
    assert again.scheme == "dark"
    assert again.geometry == QByteArray(b"\x01\x02")


def test_nonsense_in_the_file_counts_as_absent(file: Path) -> None:
    file.write_text("[view]\nscheme=purple\ngeometry=7\n[folders]\nrecent=/no/such/folder\n")
    settings = Settings(file)
    assert settings.scheme == "system"
    assert settings.geometry.isEmpty()
    assert settings.recent_folders == ()


def test_recent_folders_come_newest_first_once_each_and_only_while_they_exist(file: Path, tmp_path: Path) -> None:
    folders = [tmp_path / f"bilder ø {number}" for number in range(8)]
    settings = Settings(file)
    for folder in folders:
        folder.mkdir()
        settings.remember_folder(folder)
    settings.remember_folder(folders[5])
    assert settings.recent_folders[:3] == (folders[5], folders[7], folders[6])
    assert len(settings.recent_folders) == 6
    folders[5].rmdir()
    settings.save()
    assert folders[5] not in Settings(file).recent_folders
    settings.forget_folders()
    assert settings.recent_folders == ()


def test_a_single_recent_folder_is_a_list_too(file: Path, tmp_path: Path) -> None:
    settings = Settings(file)
    settings.remember_folder(tmp_path)
    settings.save()
    assert Settings(file).recent_folders == (tmp_path,)


def test_the_file_lies_in_the_users_data_folder(own_folders: Path) -> None:
    settings = Settings()
    settings.scheme = "light"
    settings.save()
    assert (own_folders / "settings.ini").is_file()


def test_settings_never_stop_a_start_and_say_what_is_wrong(tmp_path: Path) -> None:
    assert not Settings(tmp_path / "none.ini").problem
    folder = tmp_path / "folder.ini"
    folder.mkdir()
    damaged = tmp_path / "damaged.ini"
    damaged.write_bytes(b"[view\nscheme=\x00\xff dark\n]]]\n" + bytes(range(256)))
    for path in (folder, damaged):
        settings = Settings(path)
        assert settings.problem.count(str(path)) == 1, path
        assert settings.scheme == "system"
        assert settings.recent_projects == settings.recent_folders == ()
        settings.scheme = "dark"
        settings.save()
    future = tmp_path / "future.ini"
    future.write_text("[view]\nscheme=sepia\nlanguage=tlh\ngeometry=@Variant(\\0\\0)\n[tour]\nstep=-4\n[new]\nx=1\n")
    settings = Settings(future)
    assert (settings.scheme, settings.language, settings.tour_step) == ("system", "system", 0)
    assert settings.geometry.isEmpty()
    settings.save()
    assert "[new]" in future.read_text(), "what a newer version wrote stays"


def test_recent_projects_are_few_and_the_newest_is_first(file: Path) -> None:
    settings = Settings(file)
    for number in range(9):
        settings.remember_project(Path(f"/p/{number}.cnnstudio"))
    settings.remember_project(Path("/p/5.cnnstudio"))
    assert [path.stem for path in settings.recent_projects] == ["5", "8", "7", "6", "4", "3"]
