"""Brings the texts of the program into the translators' files: ``python packaging/translations.py update``."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

_ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(_ROOT), str(Path(__file__).parent)]

from translated_tables import table_texts  # noqa: E402
from translated_templates import template_texts  # noqa: E402
from translation_files import fill, missing, read_translations  # noqa: E402
from translation_sources import SourceText, Unreadable, read_sources, texts_of  # noqa: E402

LANGUAGES = ("da", "sv", "de")
FOLDER = _ROOT / "resources" / "translations"


def ts_file(language: str) -> Path:
    """Return the translators' file of a language."""
    return FOLDER / f"cnnstudio_{language}.ts"


def collect() -> tuple[list[SourceText], list[Unreadable]]:
    """Return each text of the program once for each context, sorted, and the calls whose text nobody can read."""
    found: dict[tuple[str, str], set[str]] = {}
    unread = []
    for source in read_sources(_ROOT / "cnnstudio").values():
        for text in texts_of(source):
            if isinstance(text, Unreadable):
                unread.append(text)
            else:
                found.setdefault((text.context, text.text), set()).add(text.where)
    for context, words, where in (*table_texts(), *template_texts(), *window_table_texts()):
        found.setdefault((context, words), set()).add(where)
    texts = [SourceText(context, words, ", ".join(sorted(places))) for (context, words), places in found.items()]
    return sorted(texts), unread


def window_table_texts() -> Iterator[tuple[str, str, str]]:
    """Yield context, text and place of the texts of the window's tables that are not marked where they stand."""
    from cnnstudio.network.registry import layer_kinds
    from cnnstudio.ui.editor import analysis_table, keys, outline_model, palette

    for column in analysis_table.COLUMNS:
        yield from (("AnalysisTable", text, analysis_table.__name__) for text in (column.title, column.tip) if text)
    yield from (("CanvasKeys", row.title, keys.__name__) for row in keys.CANVAS_KEYS)
    yield from (("Outline", title, outline_model.__name__) for title in outline_model.TITLES)
    yield from (("LayerFamily", title, palette.__name__) for title, _families in palette.HEADINGS)
    for kind in layer_kinds().values():
        for parameter in kind.parameters:
            yield from (("LayerKind", title, kind.name) for title, _values in parameter.presets)


def update(folder: Path = FOLDER, languages: Iterable[str] = LANGUAGES) -> int:
    """Merge the program's texts into the ``.ts`` files of ``folder`` and return how many; translations are kept.

    Those of texts that the program has no more go.
    """
    texts, _unread = collect()
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        calls = Path(temporary) / "texts.py"
        calls.write_text(as_calls(texts), encoding="utf-8")
        for language in languages:
            target = folder / ts_file(language).name
            subprocess.run(["pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none", "-source-language",
                            "en", "-target-language", language, str(calls), "-ts", str(target)], check=True)
    return len(texts)


def as_calls(texts: Iterable[SourceText]) -> str:
    """Return a Python file of plain calls that ``lupdate`` reads; each says where its text stands."""
    calls = (f"#: {text.where}\nQCoreApplication.translate({_quoted(text.context)}, {_quoted(text.text)})\n"
             for text in texts)
    return "".join(("from PySide6.QtCore import QCoreApplication\n", *calls))


def _quoted(text: str) -> str:
    """Return a literal that both Python and ``lupdate`` read as ``text``."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _check() -> int:
    """Print each call whose text cannot be read; return how many there are."""
    _texts, unread = collect()
    for call in unread:
        sys.stdout.write(f"{call.where}:{call.line}: {call.code}\n")
    return len(unread)


def main() -> int:
    """Do what the command line asks: see docs/translating.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=("update", "check", "missing", "fill"))
    parser.add_argument("language", nargs="?", choices=LANGUAGES)
    parser.add_argument("file", nargs="?", type=Path, help="JSON: English texts and their translations")
    given = parser.parse_args()
    if given.command == "check":
        return 1 if _check() else 0
    if given.command == "update":
        sys.stdout.write(f"{update()} texts\n")
    elif given.command == "missing":
        json.dump(missing(ts_file(given.language)), sys.stdout, ensure_ascii=False, indent=1)
    else:
        sys.stdout.write(f"{fill(ts_file(given.language), read_translations(given.file))} translated\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
