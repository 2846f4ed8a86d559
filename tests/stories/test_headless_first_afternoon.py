"""A student without a screen: photos, training, test, heatmaps; nothing of theirs changes."""

from pathlib import Path

import pytest

from cnnstudio.data.decoding.decode import decode
from tests.helpers.command_line import contents, runner


def test_a_folder_of_photos_from_scan_to_heatmap(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run = runner(capsys)
    photos = Path(run("samples", "photos", "--json").events[0]["path"])
    before = contents(photos)

    scanned, = run("scan", photos, "--json").events
    assert scanned["classes"] == {"animal": 37, "building": 26, "tool": 41}
    assert [Path(item["path"]).name for item in scanned["ignored"]] == ["CREDITS.csv"]

    table = run("network", "small", "--input", "3,32,32", "--classes", "3", "--json")
    assert table.events[0]["layers"][-1]["output_shape"] == [3]

    trained = run("train", photos, "--network", "small", "--image-size", "32", "--epochs", "4", "--augment", "light",
                  "--runs", tmp_path / "runs", "--json")
    assert trained.status == 0
    assert trained.of("epoch")[-1]["train_loss"] < trained.of("epoch")[0]["train_loss"]
    path = trained.events[-1]["run"]

    listed = run("runs", "--runs", tmp_path / "runs", "--json")
    assert [event["run"] for event in listed.events] == [path]

    tested, = run("evaluate", path, photos, "--split", "validation", "--json").events
    assert tested["accuracy"] == trained.events[-1]["evaluation"]["accuracy"]
    assert tested["interval"][0] < tested["accuracy"] < tested["interval"][1]

    images = [next(path for path in sorted((photos / name).iterdir())) for name in ("animal", "tool")]
    explained = run("explain", path, *images, "--target", "animal", "--out", tmp_path / "heatmaps", "--json")
    assert explained.status == 0
    for event, image in zip(explained.events, images, strict=True):
        assert event["target"] == "animal"
        assert decode(Path(event["overlay"])).pixels.shape == decode(image).pixels.shape

    assert run("source", path).out.startswith('"""')
    assert contents(photos) == before
