"""Networks the user saves to start from: kept whole, found by name, refused with a sentence."""

import pytest

from cnnstudio.errors import NetworkError, StorageError
from cnnstudio.network.own_networks import delete_own, find_own, own_networks, save_own
from cnnstudio.network.presets import keep_network, load_network, preset
from cnnstudio.network.shapes import analyse


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path))
    return tmp_path


def test_a_saved_network_is_listed_and_comes_back_as_it_was():
    assert own_networks() == ()
    save_own("Mein Netz", preset("resnet18"))
    assert [own.name for own in own_networks()] == ["Mein Netz"]
    assert load_network("mein netz").is_equal(preset("resnet18"))


def test_it_is_fitted_to_other_images_when_opened():
    save_own("mine", preset("small"))
    graph = load_network("mine", input_shape=(1, 28, 28), classes=4)
    assert analyse(graph, input_shape=(1, 28, 28), classes=4).is_trainable


def test_a_taken_name_is_only_replaced_on_purpose():
    save_own("mine", preset("small"))
    with pytest.raises(NetworkError, match="already a network 'mine'"):
        save_own("MINE", preset("lenet5"))
    assert load_network("mine").is_equal(preset("small"))
    save_own("MINE", preset("lenet5"), replace=True)
    assert [own.name for own in own_networks()] == ["mine"]
    assert load_network("mine").is_equal(preset("lenet5"))


@pytest.mark.parametrize(("name", "match"), [
    ("a/b", "cannot have /"), ("..", "cannot be a network's name"), ("", "needs at least one letter"),
    ("con", "cannot be"), ("NUL.json", "cannot be"), ("x" * 80, "at most 60"), ("a:b", "cannot have :"),
    ("\u202e\x00", "needs at least one letter")])
def test_names_no_file_system_takes_are_refused(name, match, home):
    with pytest.raises(NetworkError, match=match):
        save_own(name, preset("small"))
    assert not list(home.rglob("*.json"))


def test_deleting_takes_one_away_and_says_when_there_is_none():
    save_own("one", preset("small"))
    save_own("two", preset("small"))
    delete_own("ONE")
    assert find_own("one") is None
    assert find_own("two") is not None
    with pytest.raises(NetworkError, match="no network 'one' of yours"):
        delete_own("one")


def test_a_damaged_file_is_named_and_does_not_hide_the_others(home):
    save_own("good", preset("small"))
    (home / "networks" / "bad.json").write_text("{", encoding="utf-8")
    assert [own.name for own in own_networks()] == ["bad", "good"]
    with pytest.raises((NetworkError, StorageError), match=r"bad\.json"):
        load_network("bad")


def test_the_name_of_a_known_network_is_refused():
    with pytest.raises(NetworkError, match="name of a known network"):
        keep_network("ResNet18", preset("small"))
    assert keep_network("mine", preset("small")).name == "mine"
