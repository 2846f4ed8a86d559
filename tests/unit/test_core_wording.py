"""Every sentence of the core that a user can read goes through `cnnstudio.wording`."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from string import Formatter

import pytest

from cnnstudio import errors

_CORE = Path(errors.__file__).parent
_ERRORS = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
_ERRORS |= {"RefusedError", "UnusableFolderError"}
_SINKS = _ERRORS | {"AuditStep", "Mend", "Problem", "Progress", "Remedy", "TrainingNotice", "TrustStep", "Verdict"}
"""Calls whose text a user reads as it is; each text in them is a literal given to ``translate``, or a value."""


@lru_cache
def _calls() -> tuple[tuple[str, ast.Call], ...]:
    """Return all calls of the core with their files; read once, for it takes seconds."""
    places = ((file.relative_to(_CORE).as_posix(), file) for file in sorted(_CORE.rglob("*.py")))
    return tuple((place, call) for place, file in places if not place.startswith("ui/")
                 for call in _calls_in(ast.parse(file.read_text(encoding="utf-8"))))


def _calls_in(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _bare_sentences(call: ast.Call) -> Iterator[tuple[int, str]]:
    """Yield line and text of the sentences in a sink that no ``translate`` stands around."""
    if _called(call) in _SINKS:
        for value in (*call.args, *(keyword.value for keyword in call.keywords)):
            yield from _sentences_in(value)


def _bare_in(code: str) -> list[tuple[int, str]]:
    return [found for call in _calls_in(ast.parse(code)) for found in _bare_sentences(call)]


def _sentences_in(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Call) and _called(node) != "join":
        return
    text = _text(node)
    if text is not None:
        if " " in text.strip() and any(letter.isalpha() for letter in text):
            yield node.lineno, text  # type: ignore[attr-defined]
        return
    for child in ast.iter_child_nodes(node):
        yield from _sentences_in(child)


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [part.value for part in node.values if isinstance(part, ast.Constant)]
        return "".join(map(str, parts)) if any(len(str(part).split()) > 1 for part in parts) else ""
    return None


def _translations() -> Iterator[tuple[str, ast.Call]]:
    return ((place, call) for place, call in _calls() if place != "wording.py" and isinstance(call.func, ast.Name)
            and call.func.id == "translate" and len(call.args) == 2)


def _names(text: str) -> set[str]:
    return {name.partition(".")[0].partition("[")[0] for _, name, _, _ in Formatter().parse(text) if name}


def test_no_error_or_remedy_is_told_in_english_alone() -> None:
    bare = [f"{place}:{line}: {text[:60]}" for place, call in _calls()
            for line, text in _bare_sentences(call)]
    assert bare == []


@pytest.mark.parametrize("code", [
    'raise InputError("There is no such file.")', 'raise InputError(f"There is no {name} here.")',
    'raise RunError("Nothing is kept. " + translate("runs", "Start again."))',
    'yield Mend(f"Set padding to {padding}", edit)'])
def test_a_bare_sentence_is_found(code: str) -> None:
    assert _bare_in(code)


@pytest.mark.parametrize("code", [
    'raise InputError(translate("runs", "There is no {name} here.", name=name))', "raise InputError(str(error))",
    'raise ImageError(path, translate("data", "no such file"))', 'raise ValueError("a fault of the program itself")'])
def test_a_translated_sentence_passes(code: str) -> None:
    assert not _bare_in(code)


def test_each_sentence_has_the_context_of_its_package() -> None:
    wrong = []
    for place, call in _translations():
        package = place.partition("/")[0] if "/" in place else "core"
        is_literal = isinstance(call.args[0], ast.Constant) and isinstance(call.args[1], ast.Constant)
        if is_literal and call.args[0].value != package:
            wrong.append(f"{place}:{call.lineno}: {call.args[0].value}")
    assert wrong == []


def test_the_values_of_a_sentence_are_those_it_names() -> None:
    wrong = []
    for place, call in _translations():
        text, given = call.args[1], {keyword.arg for keyword in call.keywords}
        if isinstance(text, ast.Constant) and given and None not in given and _names(text.value) != given:
            wrong.append(f"{place}:{call.lineno}: {sorted(_names(text.value) ^ given)}")
    assert wrong == []


def test_the_names_of_a_sentence_are_read_as_format_reads_them() -> None:
    assert _names("{share:.1%} of {path!r} in {{braces}}") == {"share", "path"}
