"""The languages of the program, read without Qt."""

from pathlib import Path

import pytest

from cnnstudio import languages, wording
from cnnstudio.cli import main as run_command_line

_TS = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="da">
<context><name>Card</name>
<message><source>Open &amp; shut</source><translation>Åbn &amp; luk</translation></message>
<message><source>Not yet</source><translation type="unfinished"></translation></message>
<message><source>Gone</source><translation type="vanished">Væk</translation></message>
<message><source>Run</source><translation>Kørsel</translation></message></context>
<context><name>Tour</name><message><source>Run</source><translation>Løb</translation></message></context></TS>"""


@pytest.fixture(name="danish")
def danish_fixture(tmp_path: Path) -> languages.Catalogue:
    file = tmp_path / "a.ts"
    file.write_text(_TS, encoding="utf-8")
    return languages.Catalogue(languages.read_ts(file))


def test_a_text_is_given_in_the_language_and_an_unfinished_or_vanished_one_in_english(
        danish: languages.Catalogue) -> None:
    assert danish.translate("Card", "Open & shut") == "Åbn & luk"
    assert danish.translate("Card", "Not yet") == "Not yet"
    assert danish.translate("Card", "Gone") == "Gone"


def test_a_class_that_inherits_takes_the_only_translation_there_is_and_none_of_two(
        danish: languages.Catalogue) -> None:
    assert danish.translate("SpecialCard", "Open & shut") == "Åbn & luk"
    assert danish.translate("SpecialCard", "Run") == "Run"
    assert danish.translate("Tour", "Run") == "Løb"


def test_the_pseudo_language_is_longer_and_keeps_names_in_braces() -> None:
    text = languages.catalogue(languages.PSEUDO).translate("any", "{count} images")
    assert text.startswith("⟦{count} images~")
    assert text.endswith("⟧")
    assert len(text) == len("{count} images") + 2 + round(0.4 * 14)


@pytest.mark.parametrize(("name", "code"), [("da", "da"), ("da_DK.UTF-8", "da"), ("sv-FI", "sv"), ("DE", "de"),
                                            ("fr_FR", ""), ("", ""), ("dansk", "")])
def test_the_names_systems_use_for_languages_are_known(name: str, code: str) -> None:
    assert languages.known(name) == code


def test_a_command_speaks_the_language_it_is_told_and_english_without_one(
        capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(languages.CHOSEN, "")
    try:
        assert run_command_line(["scan", "--language=xx", str(tmp_path / "none")]) == 1
        assert "⟦" in capsys.readouterr().err
    finally:
        wording.set_translator(None)
        monkeypatch.setenv(languages.CHOSEN, "")
    assert run_command_line(["scan", str(tmp_path / "none")]) == 1
    assert "⟦" not in capsys.readouterr().err


def test_a_language_nobody_knows_is_refused_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command_line(["scan", "--language", "zz", "."]) == 1
    assert "en, da, sv or de" in capsys.readouterr().err
