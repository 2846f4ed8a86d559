"""A folder that cannot be reached is told from a picture that is no use, and looked for until it is back."""

import errno
import os
import shutil
from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.pixels import patient_loading
from cnnstudio.data.pixels.away import missing_folder
from cnnstudio.data.pixels.source import FolderSource, open_source
from cnnstudio.errors import ImageError, ImagesAwayError
from tests.helpers.images import make_folder

CONFIG = PreprocessConfig(height=8, width=8)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ImageFolder:
    monkeypatch.setattr(patient_loading, "WAITS_S", ())
    return scan(make_folder(tmp_path / "drive" / "pictures", {"cat": 4, "dog": 4}, 12))


@pytest.fixture
def source(folder: ImageFolder, tmp_path: Path) -> FolderSource:
    return open_source(folder, CONFIG, tmp_path / "cache")


def refusal(source: FolderSource, index: int = 0) -> ImagesAwayError:
    with pytest.raises(ImagesAwayError) as caught:
        source.take(np.array([index]))
    return caught.value


def test_a_renamed_folder_is_away_until_it_has_its_name_again(folder, source, tmp_path):
    expected = open_source(folder, CONFIG, tmp_path / "other").take(np.arange(8))
    folder.root.rename(tmp_path / "elsewhere")
    error = refusal(source)
    assert error.problem() == f"The folder {folder.root} cannot be reached."
    (tmp_path / "elsewhere").rename(folder.root)
    assert error.problem() == ""
    np.testing.assert_array_equal(source.take(np.arange(8)), expected)


def test_the_renamed_folder_of_one_class_is_named(folder, source):
    (folder.root / "dog").rename(folder.root / "dogs")
    error = refusal(source, 7)
    assert error.problem() == f"The folder {folder.root / 'dog'} cannot be reached."
    source.take(np.array([0]))  # the other class is there


def test_an_empty_folder_is_the_place_where_a_drive_was_mounted(folder, source, tmp_path):
    shutil.move(folder.root, tmp_path / "drive that was unplugged")
    folder.root.mkdir()
    assert refusal(source).problem() == f"The folder {folder.root} cannot be reached."


def test_a_single_file_that_is_gone_is_no_folder_that_is_away(folder, source):
    folder.files[0].path.unlink()
    with pytest.raises(ImageError, match="vanished since") as caught:
        source.take(np.array([0]))
    assert not isinstance(caught.value, ImagesAwayError)


def test_images_that_are_kept_need_no_folder(folder, source):
    source.fill()
    expected = source.take(np.arange(8))
    shutil.rmtree(folder.root.parent)
    np.testing.assert_array_equal(source.take(np.arange(8)), expected)


def test_files_that_changed_while_the_folder_was_away_are_named_until_they_are_back(folder, source, tmp_path):
    source.take(np.arange(2))  # kept: whether these change does not matter
    away = tmp_path / "elsewhere"
    folder.root.rename(away)
    error = refusal(source, 3)
    copies = tmp_path / "copies"
    shutil.copytree(away, copies)  # with their times
    for index in (0, 2, 3, 4, 5):
        (away / folder.files[index].relative).write_bytes(b"something else")
    (away / folder.files[5].relative).unlink()
    away.rename(folder.root)
    said = error.problem()
    named = [f"{folder.files[index].relative} has changed" for index in (2, 3, 4)]
    assert f"is back, but 4 files are not what they were: {', '.join(named)}, and 1 more." in said
    for index in (2, 3, 4, 5):
        shutil.copy2(copies / folder.files[index].relative, folder.files[index].path)
    assert error.problem() == ""
    source.take(np.arange(8))


@pytest.mark.parametrize(("number", "is_away"), [(errno.ENODEV, True), (errno.ESTALE, True), (errno.EIO, False)])
def test_a_drive_that_does_not_answer_is_away_but_a_bad_sector_is_not(folder, source, monkeypatch, number, is_away):
    def fails(path: Path, *_arguments: object, **_options: object) -> None:
        raise ImageError(path, "cannot be read") from OSError(number, os.strerror(number))

    monkeypatch.setattr(patient_loading, "load", fails)
    with pytest.raises(ImageError) as caught:
        source.take(np.array([0]))
    assert isinstance(caught.value, ImagesAwayError) == is_away


def test_once_the_folder_is_away_no_further_image_waits_for_it(folder, source, monkeypatch):
    waited: list[float] = []
    monkeypatch.setattr(patient_loading, "WAITS_S", (0.05, 0.2))
    monkeypatch.setattr(patient_loading.time, "sleep", waited.append)
    folder.files[7].path.unlink()
    for index in (7, 7):  # a file that is gone is asked for patiently each time ...
        with pytest.raises(ImageError):
            source.take(np.array([index]))
    assert waited == [0.05, 0.2] * 2
    folder.root.rename(folder.root.parent / "elsewhere")
    for index in (0, 1, 2):  # ... but a folder only once
        refusal(source, index)
    assert waited == [0.05, 0.2] * 3


def test_a_file_outside_of_the_root_is_looked_for_in_its_own_folder(tmp_path):
    (tmp_path / "list").mkdir()
    (tmp_path / "there").mkdir()
    assert missing_folder(tmp_path / "there" / "a.png", tmp_path / "list") is None
    assert missing_folder(tmp_path / "gone" / "a.png", tmp_path / "list") == tmp_path / "gone"
