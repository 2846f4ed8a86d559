"""No name becomes code in anything that is written; 10,000 and more are run by hand."""

import ast
import random

import pytest

from tests.stories.hostile_names import Watch, drawn, held, plan, texts


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_no_name_becomes_code():
    found = held(12, seed=5)
    assert found == {"rounds": 12, "names": 108, "refused": 0, "other_code": 0, "other_names": 0, "events": 0,
                     "sentinel": False}


def test_a_writer_that_does_not_quote_is_noticed():
    def careless(now):
        return {kind: text.replace(ascii(now.class_names[0]), f'"{now.class_names[0]}"')
                for kind, text in texts(now).items()}

    found = held(12, 5, careless)
    assert found["refused"] + found["other_code"] > 0


def test_the_watch_sees_what_code_does():
    watch = Watch()
    assert watch.run("CLASSES = [1]")["CLASSES"] == [1]
    assert watch.seen == []
    watch.run("open('SENTINEL', 'w').close()")
    assert watch.seen == ["open"]


def test_what_a_record_says_of_versions_stays_in_the_docstring():
    names = drawn(random.Random(1))
    names[8] = '"""\nprint("here")\n"""'
    calls = [ast.unparse(node) for node in ast.walk(ast.parse(texts(plan(names))["script"]))
             if isinstance(node, ast.Call)]
    assert len(calls) > 50
    assert "print('here')" not in calls
