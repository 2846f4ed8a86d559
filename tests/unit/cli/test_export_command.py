"""``cnnstudio export``: what is written, what is said, and the status."""


def test_export_writes_a_notebook_and_says_that_it_was_not_compared(run_cli, small_run, tmp_path):
    path = tmp_path / "train.ipynb"
    found = run_cli("export", small_run.path.name, "--runs", small_run.runs, "--format", "notebook", "--out", path,
                    "--images", "0", "--json")
    assert found.status == 0
    assert found.events[-1]["verdict"] == "not checked"
    assert path.exists()


def test_export_of_what_is_no_run_is_a_sentence(run_cli, tmp_path):
    found = run_cli("export", "nothing", "--out", tmp_path / "train.py")
    assert found.status != 0
    assert "is not a run" in found.err
    assert not list(tmp_path.glob("train*"))
