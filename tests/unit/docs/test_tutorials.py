"""What the tutorials call a button, menu or field is what the program writes there."""

import ast
import re
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "docs" / "tutorials"
PAGES = sorted(path.name for path in FOLDER.glob("*.md"))
_NAME = re.compile(r"(?<![*\w])\*(?=\S)([^*]+?)(?<=\S)\*(?![*\w])")
KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)*(?:F\d+|[A-Z0-9]|Delete|Enter|Esc)")
PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
_PLACE = re.compile(r"\{[^{}]*\}")


@cache
def program_texts() -> frozenset[str]:
    """Return every English text the window can show, each sentence and each part before a figure by itself too."""
    sys.path[:0] = [str(ROOT / "packaging")]
    try:
        import translations

        texts, _unread = translations.collect()
    finally:
        sys.path.remove(str(ROOT / "packaging"))
    assert texts
    return frozenset(text.text.replace("&", "") for text in texts)


@cache
def shortcuts() -> frozenset[str]:
    """Return the shortcuts of the window's actions and pages."""
    from cnnstudio.ui.actions import ACTIONS, PAGES

    keys = {key for info in ACTIONS for key in info.shortcuts} | {info.shortcut for info in PAGES}
    return frozenset(keys)


def is_called(name: str, text: str) -> bool:
    """Whether ``name`` is a whole text, or with … at its end the beginning; … stands for anything in between."""
    wanted = re.compile(re.escape(name.strip("… ")).replace("…", ".*?"), re.DOTALL)
    shown = _PLACE.sub("0", text)
    return bool(wanted.match(shown) if name.endswith("…")
                else wanted.fullmatch(shown) or wanted.fullmatch(shown.rstrip(".:?…")))


def is_shown(name: str) -> bool:
    """Whether ``name`` is what a text of the program is called."""
    return any(is_called(name, text) for text in program_texts())


def names(page: str) -> list[str]:
    return names_in((FOLDER / page).read_text(encoding="utf-8"))


def names_in(text: str) -> list[str]:
    """Return what stands in italics: names of buttons, menus and fields."""
    plain = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL).replace("**", "")
    return [" ".join(found.split()) for found in _NAME.findall(plain)]


@pytest.mark.parametrize("page", PAGES)
def test_every_name_is_a_text_of_the_program_or_a_shortcut(page: str) -> None:
    wrong = [name for name in names(page) if not (name in shortcuts() or KEYS.fullmatch(name) or is_shown(name))]
    assert wrong == []


ICONS = {"Menu", "What it means and what to do", "Other random numbers", "Decisions about images",
         "Fit to the open images"}
"""Named by their tool tip, for only a sign or more words stand on them; the tutorials describe the sign."""
_HIDDEN = ("setAccessibleName", "setToolTip", "setAccessibleDescription")


class _Texts(ast.NodeVisitor):
    """Collects the literals of a file, those that only a screen reader or a tool tip has apart from the others."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.hidden: set[str] = set()
        self._depth = 0

    def visit_Call(self, node: ast.Call) -> None:
        name = ast.unparse(node.func)
        shown = [] if name.endswith(_HIDDEN) else node.args[:1] if name == "described" else [node.func, *node.args]
        for argument in shown:
            self.visit(argument)
        self._depth += 1
        for argument in node.args:
            if argument not in shown:
                self.visit(argument)
        self._depth -= 1
        for keyword in node.keywords:
            self.visit(keyword)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            (self.hidden if self._depth else self.seen).add(node.value)


@cache
def only_hidden() -> frozenset[str]:
    """Return texts that stand nowhere but in names for screen readers and in tool tips."""
    texts = _Texts()
    for path in (ROOT / "cnnstudio").rglob("*.py"):
        if not {"cli", "help"} & set(path.relative_to(ROOT).parts):
            texts.visit(ast.parse(path.read_text(encoding="utf-8")))
    return frozenset(texts.hidden - texts.seen)


@pytest.mark.parametrize("page", PAGES)
def test_what_is_named_can_be_seen_or_is_described_as_a_sign(page: str) -> None:
    assert [name for name in names(page) if name in only_hidden() - ICONS] == []


def test_a_name_that_only_a_screen_reader_knows_is_noticed() -> None:
    assert {"Formula of the output size", "Repeat the training"} <= only_hidden()
    assert not {"Start training", "In and out", "Find learning rate"} & only_hidden()


def test_a_name_that_is_no_text_of_the_program_is_noticed() -> None:
    assert is_shown("Start training")
    assert is_shown("All … folds"), "a figure may stand where the dots are"
    assert is_shown("Overfitting since epoch …"), "a beginning"
    assert not is_shown("Begin training")
    assert not is_shown("Start trai")
    assert _NAME.findall("*one* **two** a*b*c * item *three*") == ["one", "three"]


def test_the_tutorials_name_a_lot_and_the_program_has_all_of_them_in_the_window() -> None:
    from cnnstudio.ui.help.tutorials import NAMES

    assert sum(len(names(page)) for page in PAGES) > 100
    assert {f"{name}.md" for name in NAMES} | {"README.md"} == set(PAGES)


def test_every_picture_is_there_and_small_enough() -> None:
    shown = set()
    for page in PAGES:
        for target in PICTURE.findall((FOLDER / page).read_text(encoding="utf-8")):
            shown.add((FOLDER / target).resolve())
    assert len(shown) >= 5
    assert [path.name for path in shown if not path.is_file()] == []
    assert [path.name for path in shown if path.stat().st_size > 150_000] == []


def test_every_link_leads_somewhere() -> None:
    for page in PAGES:
        for target in LINK.findall((FOLDER / page).read_text(encoding="utf-8")):
            assert (FOLDER / target).resolve().is_file(), (page, target)


def test_tutorials_and_pictures_are_in_the_wheel_and_in_the_bundle() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    taken = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    recipe = (ROOT / "packaging" / "bundle" / "cnnstudio.spec").read_text(encoding="utf-8")
    for name in ("tutorials", "images"):
        assert taken[f"docs/{name}"] == f"cnnstudio/resources/docs/{name}"
        assert f'"{name}"' in recipe
    assert "cnnstudio/resources/docs/" in recipe
