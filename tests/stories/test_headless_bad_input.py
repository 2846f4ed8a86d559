"""Everything that can be given badly gets one sentence with its name in it and the way out, and costs nothing."""

import shutil
from pathlib import Path

import pytest

from tests.helpers.command_line import Run, contents, runner
from tests.helpers.images import make_folder
from tests.helpers.runs import SmallRun, make_run

TRAIN = ("--network", "small", "--image-size", "16", "--epochs", "1", "--threads", "1")


@pytest.fixture(scope="module")
def small_run(tmp_path_factory: pytest.TempPathFactory) -> SmallRun:
    return make_run(tmp_path_factory.mktemp("small"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    return runner(capsys)


def empty_folder(root: Path) -> Path:
    root.mkdir()
    return root


def only_damaged_images(root: Path) -> Path:
    make_folder(root, {"cat": 2, "dog": 2})
    for number, path in enumerate(sorted(root.rglob("*.png"))):
        path.write_bytes(b"" if number % 2 else path.read_bytes()[:80])
    return root


def one_class(root: Path) -> Path:
    return make_folder(root, {"cat": 4})


def no_classes(root: Path) -> Path:
    make_folder(root / "x", {"cat": 2, "dog": 2})
    for number, path in enumerate(sorted(root.rglob("*.png"))):  # names that say nothing of a class
        path.rename(root / f"{number}.png")
    shutil.rmtree(root / "x")
    return root


@pytest.mark.parametrize(("make", "words"), [
    (lambda root: root, "no folder"), (empty_folder, "no usable images"), (only_damaged_images, "refused"),
    (one_class, "only one class"), (no_classes, "not in a class folder")])
@pytest.mark.parametrize("command", ["scan", "train"])
def test_a_folder_that_cannot_be_used(run, tmp_path, command, make, words):
    root = make(tmp_path / "folder")
    before = contents(root) if root.exists() else {}
    answer = run(command, root, "--json", *(TRAIN if command == "train" else ()))
    assert answer.status == 1
    message = answer.events[-1]["message"]
    assert str(root) in message
    assert words in message
    assert answer.err.strip().endswith(message)
    assert (contents(root) if root.exists() else {}) == before


@pytest.mark.parametrize("words", [
    ("--network", "resnet81"), ("--network", "tutorial"), ("--network", "broken.json"), ("--network", "newer.json"),
    ("--device", "cuda")])
def test_settings_that_do_not_fit(run, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    Path("broken.json").write_text("{]")
    Path("newer.json").write_text('{"schema_version": 99, "nodes": [], "edges": []}')
    root = make_folder(tmp_path / "pets", {"cat": 4, "dog": 4}, 24)
    answer = run("train", root, *TRAIN, *words, "--runs", tmp_path / "runs", "--json")
    assert answer.status == 1
    assert words[1].replace("vgg16", "VGG-16") in answer.events[-1]["message"]
    assert not list((tmp_path / "runs").iterdir())


def test_an_image_that_breaks_between_scan_and_training(run, tmp_path, monkeypatch):
    from cnnstudio.workspace.training_job import TrainingJob

    root = make_folder(tmp_path / "pets", {"cat": 4, "dog": 4}, 24)
    train = TrainingJob.run

    def spoil(self, should_stop):
        (root / "cat" / "cat_0000.png").write_bytes(b"")
        return train(self, should_stop)

    monkeypatch.setattr(TrainingJob, "run", spoil)
    answer = run("train", root, *TRAIN, "--runs", tmp_path / "runs", "--json")
    assert answer.status == 1
    assert "cat_0000.png" in answer.events[-1]["message"]


def test_scanning_training_testing_and_explaining_leave_the_folder_byte_for_byte(run, small_run, tmp_path):
    root = make_folder(tmp_path / "pets", {"cat": 8, "dog": 8, "owl": 8}, 24)
    (root / "cat" / "empty.png").write_bytes(b"")
    (root / ".hidden").mkdir()
    before = contents(root)
    assert run("scan", root).status == 0
    assert run("train", root, *TRAIN, "--runs", tmp_path / "runs").status == 0
    assert run("evaluate", small_run.path, root, "--threads", "1").status == 0
    image = root / "cat" / "cat_0000.png"
    explained = run("explain", small_run.path, image, root / "cat" / "empty.png", "--out", tmp_path / "out", "--json")
    assert [event["event"] for event in explained.events] == ["explanation", "error"]
    assert contents(root) == before
