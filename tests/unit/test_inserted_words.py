"""Inside a translated sentence nothing stays English: what is put in is data, or a translation of its own."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

import cnnstudio
from cnnstudio.languages import LANGUAGES, read_ts
from tests.unit.packaging.translation_files_at_hand import packaging_module

_PACKAGE = Path(cnnstudio.__file__).parent
_FOLDER = _PACKAGE.parent / "resources" / "translations"
_TRANSLATING = {"translate", "tr", "translated", "_tr", "marked"}
_FILLING = {"translate", "format"}
_DATA = re.compile(r"\(?truncated\)?|csv|pattern|samples|grey|RGB|export|\*\.\w+|[A-Z_]+|[\W\d_]*|.{1,2}")
"""Values of keys, names of files and of formats, which are alike in every language."""
_ONE = re.compile(r"\n?(?:1|One|one|An?|There is 1) ")


@lru_cache
def _trees() -> tuple[tuple[str, ast.Module], ...]:
    return tuple((str(file.relative_to(_PACKAGE)), ast.parse(file.read_text(encoding="utf-8")))
                 for file in sorted(_PACKAGE.rglob("*.py")))


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _words(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the literals with words that ``node`` may become, outside of any call."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if not _DATA.fullmatch(node.value):
            yield node.lineno, node.value
    elif isinstance(node, (ast.JoinedStr, ast.BinOp, ast.IfExp, ast.BoolOp)):
        for child in [node.body, node.orelse] if isinstance(node, ast.IfExp) else ast.iter_child_nodes(node):
            yield from _words(child)


def _assigned(function: ast.AST) -> dict[str, list[tuple[int, str]]]:
    """Return the literals that the names of a function may stand for."""
    found: dict[str, list[tuple[int, str]]] = {}
    for node in ast.walk(function):
        if isinstance(node, ast.Assign):
            for name, value in _pairs(node.targets[0], node.value):
                found.setdefault(name, []).extend(_words(value))
    return found


def _pairs(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(target, ast.Name):
        yield target.id, value
    elif isinstance(target, ast.Tuple):
        for one in [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]:
            if isinstance(one, ast.Tuple):
                for name, part in zip(target.elts, one.elts, strict=False):
                    yield from _pairs(name, part)


def _inserted(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the English words that are put into a sentence for one of its names."""
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            named = _assigned(function)
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and _called(call) in _FILLING and not _is_plain_format(call):
                    for keyword in call.keywords:
                        yield from _words(keyword.value)
                        if isinstance(keyword.value, ast.Name):
                            yield from named.get(keyword.value.id, ())


def _is_plain_format(call: ast.Call) -> bool:
    """Whether it fills a literal that is no sentence of the user's: generated code, a note in a file."""
    return _called(call) == "format" and isinstance(call.func, ast.Attribute) and (
        isinstance(call.func.value, ast.Constant) or (isinstance(call.func.value, ast.Name)
                                                      and call.func.value.id.isupper()))


def _glued(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the English words that are glued to a translation."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.JoinedStr, ast.BinOp)) and any(
                isinstance(inner, ast.Call) and _called(inner) in _TRANSLATING for inner in ast.walk(node)):
            parts = node.values if isinstance(node, ast.JoinedStr) else [node.left, node.right]
            for part in parts:
                yield from _words(part.value if isinstance(part, ast.FormattedValue) else part)


def _made_at_import(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the texts that are translated when a module is imported, and are English for ever."""
    def visit(node: ast.AST, *, is_later: bool) -> Iterator[tuple[int, str]]:
        if isinstance(node, ast.Call) and _called(node) == "translate" and not is_later:
            yield node.lineno, ast.unparse(node)
        for child in ast.iter_child_nodes(node):
            is_body = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and child in node.body
            yield from visit(child, is_later=is_later or is_body or isinstance(node, ast.Lambda))

    return visit(tree, is_later=False)


def _all(find: object) -> list[str]:
    return [f"{place}:{line}: {text[:60]}" for place, tree in _trees() for line, text in find(tree)]  # type: ignore[operator]


def test_no_english_word_is_put_into_a_sentence() -> None:
    assert _all(_inserted) == []


def test_no_english_word_is_glued_to_a_translation() -> None:
    assert _all(_glued) == []


def test_no_text_is_translated_before_a_language_is_chosen() -> None:
    assert _all(_made_at_import) == []


@pytest.mark.parametrize(("find", "code"), [
    (_inserted, 'def f(one):\n    return translate("data", "{n} {what}", n=1, what="image" if one else "images")'),
    (_inserted, 'def f(loss):\n    what, how = ("loss", "fallen") if loss else ("accuracy", "risen")\n'
                '    return translate("training", "{what} has not {how}", what=what, how=how)'),
    (_inserted, 'def f(self):\n    return self.tr("Lies in {place}").format(place="the corner")'),
    (_glued, 'said = f"{translate(\'data\', \'Light\')} alone tells"'),
    (_glued, 'said = translate("data", "Light") + " alone tells"'),
    (_made_at_import, '_WORDS = (translate("data", "Light"),)')])
def test_such_a_word_is_noticed(find: object, code: str) -> None:
    assert list(find(ast.parse(code)))  # type: ignore[operator]


@pytest.mark.parametrize(("find", "code"), [
    (_inserted, 'def f(name):\n    return translate("data", "{name} is empty", name=name)'),
    (_inserted, 'def f():\n    return translate("data", "{what} is", what=translate("data", "light"))'),
    (_glued, 'said = f"{translate(\'data\', \'Light\')}: {value} %"'),
    (_made_at_import, 'def f():\n    return translate("data", "Light")')])
def test_data_and_translations_pass(find: object, code: str) -> None:
    assert not list(find(ast.parse(code)))  # type: ignore[operator]


def _text_of(node: ast.expr) -> str | None:
    """Return the text of a literal or of the call that translates it."""
    if isinstance(node, ast.Call) and _called(node) in _TRANSLATING and node.args:
        return _text_of(node.args[-1 if _called(node) == "translate" else 0])
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _plural_pairs(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield each pair of neighbours "1 image" and "{count} images"."""
    for node in ast.walk(tree):
        items = node.elts if isinstance(node, ast.Tuple) else node.args if isinstance(node, ast.Call) else (
            [node.body, node.orelse] if isinstance(node, ast.IfExp) else [])
        texts = [_text_of(item) for item in items]
        for one, many in pairwise(texts):
            if one and many and _ONE.match(one) and "{count" in many and "{count" not in one:
                yield one, many


@lru_cache
def _pairs_of_the_program() -> frozenset[tuple[str, str]]:
    return frozenset(pair for _place, tree in _trees() for pair in _plural_pairs(tree))


def test_both_texts_of_a_pair_are_given_to_the_translators() -> None:
    pairs = _pairs_of_the_program()
    assert len(pairs) > 30
    collected = {text.text for text in packaging_module("translations").collect()[0]}
    assert [pair for pair in pairs if not set(pair) <= collected] == []


@pytest.mark.parametrize("code", [info.code for info in LANGUAGES if info.code != "en"])
def test_one_thing_and_many_things_are_both_translated_or_neither(code: str) -> None:
    words: dict[str, set[str]] = {}
    for (_context, text), translation in read_ts(_FOLDER / f"cnnstudio_{code}.ts").items():
        words.setdefault(text, set()).add(translation)
    half = [pair for pair in _pairs_of_the_program() if (pair[0] in words) != (pair[1] in words)]
    assert half == []
    alike = [(one, many) for one, many in _pairs_of_the_program() if words.get(one, {1}) & words.get(many, {2})]
    assert alike == []


def test_a_pair_is_found_in_a_call_a_table_and_a_choice() -> None:
    code = ('counted(n, translate("data", "1 image"), translate("data", "{count} images"))\n'
            'KINDS = ("1 seed", "{count} seeds")\nself.tr("One run") if n == 1 else self.tr("{count} runs")')
    assert set(_plural_pairs(ast.parse(code))) == {
        ("1 image", "{count} images"), ("1 seed", "{count} seeds"), ("One run", "{count} runs")}


_SHOWN = {"hint", "message", "note", "reason", "sentence", "text", "title", "verdict", "words", "x_title", "y_title"}
"""Names of texts that are in the user's language."""
_LOOKING = {"startswith", "endswith", "removeprefix", "removesuffix", "partition", "rpartition"}


def _judged_by_words(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the English words that a text of the user's language is looked at for."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _LOOKING:
            if _is_shown(node.func.value):
                yield from (found for value in node.args for found in _words(value))
        elif (isinstance(node, ast.Compare) and isinstance(node.ops[0], (ast.In, ast.NotIn))
              and _is_shown(node.comparators[0])):
            yield from _words(node.left)


def _is_shown(node: ast.expr) -> bool:
    """Whether it is a field or a name of such a text; ``text`` and ``words`` alone may be anything that is read."""
    if isinstance(node, ast.Attribute):
        return node.attr in _SHOWN
    return isinstance(node, ast.Name) and node.id in _SHOWN - {"text", "words"}


def test_nothing_is_decided_by_the_english_words_of_a_text() -> None:
    assert _all(_judged_by_words) == []


@pytest.mark.parametrize("code", [
    'is_percent = row.y_title.startswith("probability")', 'far = " of " in event.words',
    'known = hint.startswith(" Did")'])
def test_such_a_decision_is_noticed(code: str) -> None:
    assert list(_judged_by_words(ast.parse(code)))
