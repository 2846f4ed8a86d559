"""Help and complaints of the command line in the user's language, argparse's own words included."""

import argparse
import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from cnnstudio import languages, wording
from cnnstudio.cli import main as run_command_line
from cnnstudio.cli.program import COMMANDS
from cnnstudio.cli.speaking import chosen_in_window
from cnnstudio.cli.usage_words import ARGPARSE_WORDS
from cnnstudio.languages import read_ts

_FILES = sorted((Path(__file__).parents[3] / "resources" / "translations").glob("*.ts"))
_PLACES = re.compile(r"%(?:\(\w+\))?[sr]")


@pytest.fixture(autouse=True)
def _pseudo_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(languages.CHOSEN, languages.PSEUDO)
    monkeypatch.setenv("COLUMNS", "500")
    yield
    wording.set_translator(None)


def _said(*words: str) -> str:
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        run_command_line(words)
    return out.getvalue() + err.getvalue()


def _outside(text: str) -> str:
    """Return what stands in no brackets."""
    while text != (text := re.sub(r"⟦[^⟦⟧]*⟧", "", text)):
        pass
    return text


def _unsaid(text: str) -> list[str]:
    """Return the words of a help page that nobody translates: neither options, values nor the usage line."""
    lines = [line for line in _outside(text).splitlines() if "[-h]" not in line]
    plain = re.sub(r"--?[\w-]+|\{[^}]*\}|\([^)]*\)|[A-Z][A-Z_,|]+", "", "\n".join(lines))
    known = {"what", "file", "action", "copies", "links"} | {info.name for info in COMMANDS}
    return [word for word in re.findall(r"[A-Za-z]{3,}", plain) if word not in known]


@pytest.mark.parametrize("command", ["", *(info.name for info in COMMANDS)])
def test_the_help_of_every_command_is_translated_whole(command: str) -> None:
    assert _unsaid(_said(*filter(None, (command, "--help")))) == []


def test_a_help_text_nobody_translates_is_noticed() -> None:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--size", metavar="N", help="how large it is")
    assert {"how", "large"} <= set(_unsaid(parser.format_help()))


@pytest.mark.parametrize("words", [
    ("explain",), ("nothing-of-this-name",), ("train", "x", "--epochs", "0"), ("scan", "x", "--no-such-flag"),
    ("network",), ("train", "--epochs"), ("scan", "x", "--layout", "round"), ("weights", "add"),
    ("curation", "x", "--clear", "--export", "y")])
def test_a_complaint_about_the_usage_is_translated(words: tuple[str, ...]) -> None:
    last = _said(*words).rpartition("[-h]")[2].partition("\n")[2]
    assert "⟦" in last
    assert _unsaid(last) == []


@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_a_translation_of_argparses_words_has_the_places_of_the_words(file: Path) -> None:
    translated = {text: words for (_context, text), words in read_ts(file).items() if text in ARGPARSE_WORDS}
    assert [text for text, words in translated.items()
            if sorted(_PLACES.findall(text)) != sorted(_PLACES.findall(words))] == []


def test_argparse_asks_for_the_words_of_the_table() -> None:
    asked = set(re.findall(r"""_\(['"](.+?)['"]\)""", Path(argparse.__file__).read_text(encoding="utf-8")))
    assert {"usage: ", "options", "positional arguments", "unrecognized arguments: %s"} <= asked & set(ARGPARSE_WORDS)


def test_a_command_speaks_the_language_chosen_in_the_window(
        own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(languages.CHOSEN, "")
    (own_folders / "settings.ini").write_text("[view]\nscheme=dark\nlanguage=xx\n", encoding="utf-8")
    assert "⟦" in _said("--help")
    wording.set_translator(None)
    monkeypatch.setenv(languages.CHOSEN, "en")
    assert "⟦" not in _said("--help")


@pytest.mark.parametrize(("text", "code"), [
    ("[view]\nlanguage=da\n", "da"), ("[folders]\nrecent=/a\n\n[view]\nbeamer=true\n\nlanguage=sv\nsize=125\n", "sv"),
    ("[view]\nsize=100\n[other]\nlanguage=de\n", ""), ("\0\xff nothing", ""), ("", "")])
def test_the_language_is_read_off_the_windows_settings(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "settings.ini").write_text(text, encoding="utf-8")
    assert chosen_in_window(tmp_path) == code
    assert chosen_in_window(tmp_path / "none") == ""
