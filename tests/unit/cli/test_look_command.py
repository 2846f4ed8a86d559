"""Tests of ``cnnstudio look``."""

import zipfile

from cnnstudio.paths import resource


def test_images_are_named_and_a_broken_one_does_not_stop_the_others(run_cli, tmp_path):
    with zipfile.ZipFile(resource("samples/photos.zip")) as archive:
        archive.extract("animal/polar_bear.jpg", tmp_path)
    bear = tmp_path / "animal" / "polar_bear.jpg"
    answer = run_cli("look", str(tmp_path / "gone.jpg"), str(bear), "--out", str(tmp_path / "maps"), "--json")
    assert answer.status == 1
    error, seen, heatmap = answer.events
    assert "gone.jpg" in error["message"]
    assert seen["image"] == str(bear)
    assert next(iter(seen["best"])) == "polar bear"
    assert seen["best"]["polar bear"] > 0.9
    assert heatmap["overlay"].endswith("polar_bear.polar-bear.overlay.png")
    assert (tmp_path / "maps" / "polar_bear.polar-bear.overlay.png").is_file()


def test_a_folder_is_looked_through(run_cli, tmp_path):
    with zipfile.ZipFile(resource("samples/photos.zip")) as archive:
        for name in ("animal/polar_bear.jpg", "tool/baseball.jpg"):
            archive.extract(name, tmp_path / "photos")
    answer = run_cli("look", str(tmp_path / "photos"))
    assert answer.status == 0
    assert "polar bear 9" in answer.out
    assert "baseball" in answer.out
