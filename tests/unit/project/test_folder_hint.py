"""Where images may be is told from the text alone, and a stranger's word is known as one."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cnnstudio.project.contents import FolderHint
from cnnstudio.project.folder_hint import hint_to, kind_of, places
from cnnstudio.project.origin import is_ours, sealed

KINDS = [
    ("", "none"), ("../pets", "relative"), ("pets/cats", "relative"), ("../../../pets", "relative"),
    ("../../../../etc", "foreign"), ("\\\\host\\share", "network"), ("//host/share", "network"),
    ("\\\\?\\C:\\pets", "device"), ("\\\\.\\PhysicalDrive0", "device"), ("smb://host/share", "network"),
    ("file:///etc", "network"), ("pets/con", "device"), ("NUL.txt", "device"), ("com1", "device"), ("lpt¹", "device"),
    ("a\0b", "none"), ("x:pets", "foreign")]
POSIX = [("/home/me/pets", "local"), ("C:\\pets", "foreign"), ("D:/pets", "foreign"), ("\\pets", "foreign"),
         ("/dev/sda", "device"), ("/proc/self/fd/0", "device"), ("..\\pets", "foreign")]


@pytest.mark.parametrize(("text", "kind"), KINDS + (POSIX if sys.platform != "win32" else []))
def test_a_place_is_known_by_its_letters(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_places_are_the_way_from_the_file_and_the_whole_path(tmp_path: Path) -> None:
    project = tmp_path / "work" / "p.cnnstudio"
    hint = hint_to(tmp_path / "pets", project, fingerprint="ab", images=3)

    assert (hint.relative, hint.images) == ("../pets", 3)
    assert places(hint, project) == (tmp_path / "pets",)
    moved = places(hint, tmp_path / "other" / "deep" / "p.cnnstudio")
    assert moved == (tmp_path / "other" / "pets", tmp_path / "pets")


def test_a_strangers_network_path_is_never_a_place(tmp_path: Path) -> None:
    for text in ("\\\\host\\share", "//host/share", "/dev/stdin"):
        assert places(FolderHint(text, text), tmp_path / "p.cnnstudio") == ()


def test_a_seal_tells_our_own_hint_from_a_strangers(tmp_path: Path) -> None:
    ours = sealed(FolderHint("../pets", "/home/me/pets"), tmp_path / "me")

    assert is_ours(ours, tmp_path / "me")
    assert not is_ours(ours, tmp_path / "somebody")                         # has no key yet
    assert not is_ours(sealed(ours, tmp_path / "somebody"), tmp_path / "me")
    assert not is_ours(replace(ours, absolute="/mnt/share"), tmp_path / "me")
    assert not is_ours(FolderHint("../pets", "/home/me/pets"), tmp_path / "me")
