"""The program's pages in the user's language: every word of a template, and every word of the report's parts."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cnnstudio import wording
from cnnstudio.export.page_template import page_template
from tests.unit.packaging.translation_files_at_hand import packaging_module

templates = packaging_module("translated_templates")
_READ_ALOUD = {"alt", "aria-label", "title"}


class _Words(HTMLParser):
    """Collects the words of a template that a reader sees or hears and that no expression gives."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._is_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._is_style = tag == "style"
        for name, value in attrs:
            if name in _READ_ALOUD:
                self.handle_data(value or "")

    def handle_endtag(self, tag: str) -> None:
        self._is_style = False

    def handle_data(self, data: str) -> None:
        if not self._is_style:
            self.found += re.findall(r"[A-Za-z]{2,}", data.replace("CNN Studio", ""))


def _bare_words(source: str) -> list[str]:
    words = _Words()
    words.feed(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", source, flags=re.DOTALL))
    return words.found


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    wording.set_translator(None)


@pytest.mark.parametrize("file", sorted(templates.FOLDER.glob("*.html")), ids=lambda file: file.stem)
def test_a_template_has_no_word_that_nobody_translates(file: Path) -> None:
    assert _bare_words(file.read_text(encoding="utf-8")) == []


def test_a_bare_word_of_a_template_is_noticed() -> None:
    page = '<style>body { color: red }</style><p title="Two words">{{ tr("fine") }} Accuracy</p>'
    assert _bare_words(page) == ["Two", "words", "Accuracy"]


def test_the_texts_of_the_templates_are_collected(tmp_path: Path) -> None:
    texts = {text for _context, text, _where in templates.template_texts()}
    assert {"How it learned", "What {name} looks at", "{low} to {high}"} <= texts
    (tmp_path / "a.html").write_text("{{ tr(name) }}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.html:1"):
        list(templates.template_texts(tmp_path))


def test_a_page_says_its_language_and_escapes_what_is_put_into_a_sentence() -> None:
    wording.set_translator(lambda _context, text: text.replace("is", "er"), "da")
    template = page_template("audit")
    assert template.globals["language"] == "da"
    assert template.environment.from_string('{{ tr("is {name}", name="<b>") }}', template.globals).render(
    ) == "er &lt;b&gt;"
