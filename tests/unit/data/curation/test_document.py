"""Decisions are written once for all files they are about, and what either version wrote is read."""

import json
import sys
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import pytest

from cnnstudio.data.curation.decisions import Curation, Decision
from cnnstudio.data.curation.document import SCHEMA_VERSION, from_document, to_json
from cnnstudio.errors import StorageError

MANY = 3000
"""More than are written at once."""
HEAD = {"format": "CNN Studio decisions", "folder": "/pets", "class_names": ["cat", "dog"],
        "merged_classes": {"kitten": "cat"}, "kept_classes": ["owl"]}
FIRST = HEAD | {"schema_version": 1, "decisions": {
    "cat/1.png": {"excluded": True}, "cat/\udcff.png": {"class_name": "dog", "split": "test"},
    "dog/2.png": {"excluded": True}, "dog/3.png": {}}}
SECOND = HEAD | {"schema_version": 2, "decisions": [
    {"excluded": True, "files": ["cat/1.png", "dog/2.png"]},
    {"class_name": "dog", "split": "test", "files": ["cat/\udcff.png"]}, {"files": ["dog/3.png"]}]}


def written(curation: Curation) -> Any:
    return json.loads("".join(to_json(curation, "/pets")))


def python_calls(action: Callable[[], object]) -> int:
    """Return how many functions written in Python an action called."""
    count = 0

    def note(_frame: object, event: str, _value: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("document", [FIRST, SECOND], ids=["version 1", "version 2"])
def test_both_versions_mean_the_same(document: dict[str, Any]) -> None:
    curation, folder = from_document(document, "a.json")

    assert folder == "/pets"
    assert (curation.class_names, curation.kept_classes) == (("cat", "dog"), ("owl",))
    assert curation.merged_classes == {"kitten": "cat"}
    assert curation.decisions == {
        "cat/1.png": Decision(excluded=True), "dog/2.png": Decision(excluded=True), "dog/3.png": Decision(),
        "cat/\udcff.png": Decision(class_name="dog", split="test")}


def test_what_version_1_said_is_written_as_version_2() -> None:
    assert written(from_document(FIRST, "a.json")[0]) == SECOND
    assert SECOND["schema_version"] == SCHEMA_VERSION


@pytest.mark.parametrize("count", [0, 1, 999, 1000, 1001, MANY])
def test_each_image_has_a_line_and_comes_back(count: int) -> None:
    names = [f"a, b/{number}\n.png" for number in range(count)]
    curation = Curation().with_change(names, excluded=True).with_change(names[::3], class_name="dog")

    text = "".join(to_json(curation, "/pets"))

    assert from_document(json.loads(text), "a.json")[0] == curation
    assert sum(line.startswith('"a, b/') for line in text.splitlines()) == count


@pytest.mark.parametrize(("decisions", "word"), [
    ([{"files": ["a", "b"]}, {"excluded": True, "files": ["c", "a"]}], "twice"),
    ([{"files": ["a", "b", "a"]}], "twice"),
    ([{"excluded": True}], "files"), ([{"files": []}], "files"), ([{"files": "ab"}], "files"), ([["a"]], "files"),
    ([{"files": {"a": 1}}], "files"), ({"a": {"excluded": True}}, "decisions is no list"),
    (None, "decisions is no list"), ("ab", "decisions is no list"),
    ([{"files": ["a", ""]}], "1 to 10,000"), ([{"files": ["a", 1]}], "1 to 10,000"),
    ([{"files": ["a", None]}], "1 to 10,000"), ([{"files": ["a", ["b"]]}], "1 to 10,000"),
    ([{"files": ["a", "b" * 10_001]}], "1 to 10,000"),
    ([{"files": ["a"], "excluded": 1}], "excluded"), ([{"files": ["a"], "split": "holdout"}], "split"),
    ([{"files": ["a"], "sharpness": 1}], "no such decision")])
def test_version_2_is_read_strictly(decisions: Any, word: str) -> None:
    with pytest.raises(StorageError, match=word) as raised:
        from_document(SECOND | {"decisions": decisions}, "a.json")

    assert str(raised.value).startswith("a.json cannot be read")


@pytest.mark.parametrize("decisions", [[{"excluded": True, "files": ["a"]}], None, "ab", {"a": {"files": ["a"]}}])
def test_version_1_has_no_groups(decisions: Any) -> None:
    with pytest.raises(StorageError, match=r"a\.json cannot be read"):
        from_document(FIRST | {"decisions": decisions}, "a.json")


def test_a_newer_version_is_said_to_be_one() -> None:
    with pytest.raises(StorageError, match="newer version"):
        from_document(SECOND | {"schema_version": SCHEMA_VERSION + 1}, "a.json")


def test_many_files_of_one_decision_are_not_looked_at_one_by_one() -> None:
    names = [f"cat/{number}.png" for number in range(MANY)]
    second = written(Curation(MappingProxyType(dict.fromkeys(names, Decision(excluded=True)))))
    first = FIRST | {"decisions": {name: {"excluded": True} for name in names}}

    assert python_calls(lambda: from_document(second, "a.json")) < MANY / 10
    assert python_calls(lambda: from_document(first, "a.json")) > MANY
