"""Opening any project file can at worst show a sentence."""

import pytest

from cnnstudio.errors import ProjectError
from cnnstudio.project.reading import read_project
from tests.helpers.hostile_projects import LEFT_OUT, hostile_projects
from tests.helpers.project_bytes import Parts, zip_bytes
from tests.stories.damaged_projects import open_all

HOSTILE = hostile_projects()


def test_damaged_projects_do_no_harm() -> None:
    report = open_all(60, seed=3, with_hand_made=False)

    assert report["forbidden"] == []
    assert report["left"] == []
    assert report["refused"] > 30
    assert report["opened"] > 2


@pytest.mark.parametrize("name", sorted(LEFT_OUT))
def test_a_layer_nobody_knows_is_left_out_with_a_sentence(name: str, tmp_path) -> None:
    path = tmp_path / "p.cnnstudio"
    path.write_bytes(HOSTILE[name])

    contents = read_project(path)

    assert contents.is_partial
    assert contents.graph["nodes"] == []
    assert path.name in contents.notices[0]
    assert contents.notices[0].isprintable()


@pytest.mark.parametrize("name", sorted(HOSTILE.keys() - LEFT_OUT))
def test_a_hostile_project_is_refused_in_a_sentence(name: str, tmp_path) -> None:
    path = tmp_path / "p.cnnstudio"
    path.write_bytes(HOSTILE[name])

    with pytest.raises(ProjectError) as caught:
        read_project(path)

    assert path.name in str(caught.value)
    assert str(caught.value).isprintable()


def test_the_sound_project_the_hostile_ones_are_made_of_opens(tmp_path) -> None:
    path = tmp_path / "p.cnnstudio"
    path.write_bytes(zip_bytes(Parts.sound().members(method=8)))

    assert read_project(path).name == "Pets"
