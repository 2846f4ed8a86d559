"""Tests of ``cnnstudio review``."""

from tests.helpers.command_line import contents


def test_doubtful_labels_are_listed_with_what_they_might_be(run_cli, small_run, tmp_path):
    wrong = tmp_path / "new"
    for name, other in (("cat", "cat"), ("dog", "dog"), ("owl", "owl")):
        (wrong / other).mkdir(parents=True)
        for path in sorted((small_run.folder.root / name).iterdir())[:4]:
            pixels = path.read_bytes()
            (wrong / other / f"new_{path.name}").write_bytes(pixels)
    before = contents(small_run.folder.root)
    answer = run_cli("review", small_run.path, "--threads", "1", "--json")
    event, = answer.of("review")
    assert (event["reviewed"], event["left_out"]) == (6, 24)
    assert all(set(label) == {"relative", "path", "given", "suggested", "probability_given", "probability_suggested",
                              "loss"} for label in event["doubtful"])
    assert contents(small_run.folder.root) == before
    assert run_cli("review", small_run.path, wrong, "--threads", "1").status == 1


def test_people_are_told_how_many_were_looked_at(run_cli, small_run):
    out = run_cli("review", small_run.path, "--threads", "1").out
    assert "of 6 labels look wrong; 24 images were learned from" in out
