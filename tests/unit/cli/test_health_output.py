"""``cnnstudio scan`` tells the health of a folder: all of it as JSON, the gist of it for people."""

import shutil

from tests.stories.planted_copies import plant, texture


def test_the_json_has_findings_with_files_and_ways_out_and_the_distributions(run_cli, pets):
    shutil.copy(pets / "cat" / "cat_0000.png", pets / "dog" / "copy.png")
    event, = run_cli("scan", pets, "--json").events
    conflict = next(finding for finding in event["health"] if finding["kind"] == "conflict")
    assert conflict["files"] == [str(pets / "cat" / "cat_0000.png"), str(pets / "dog" / "copy.png")]
    assert conflict["remedies"][0]["decisions"] == {"cat/cat_0000.png": {"excluded": True},
                                                    "dog/copy.png": {"excluded": True}}
    found = event["distributions"]
    assert found["per_class"] == {"cat": {"undivided": 10}, "dog": {"undivided": 11}}
    assert found["kinds"] == {"PNG": 21}
    assert sum(found["brightness"]["counts"]) == 21


def test_people_see_some_files_of_each_finding_and_the_ways_out(run_cli, tmp_path):
    plant(tmp_path, "textures", 200)
    out = run_cli("scan", tmp_path).out
    assert "Info: 2 exact copies" in out
    assert "  Ways out: Leave out the copies but one" in out
    assert "more; --json lists all" in out
    assert "    a/copy_" in out


def test_a_folder_of_different_pictures_has_no_copies(run_cli, tmp_path):
    for number in range(40):
        path = tmp_path / "ab"[number % 2] / f"{number}.png"
        path.parent.mkdir(exist_ok=True)
        texture(number, 64).save(path, compress_level=1)
    event, = run_cli("scan", tmp_path, "--json").events
    assert not {"duplicates", "near duplicates"} & {finding["kind"] for finding in event["health"]}
