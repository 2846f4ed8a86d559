"""Tests of the audit as a page that stands alone."""

import io
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest
from PIL import Image

from cnnstudio.errors import StorageError
from cnnstudio.explain.audit.report import Figure
from cnnstudio.explain.audit.words import LEVELS, figure_sentence, verdict
from cnnstudio.workspace.audit_pictures import mean_overlay, shown_pixels
from cnnstudio.workspace.audit_report_job import AuditReportJob
from tests.helpers.audits import marked, small_audit


class Page(HTMLParser):
    """Collects what the tests ask about."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._in_style = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"

    def handle_data(self, data: str) -> None:
        if not self._in_style and data.strip():
            self.words.append(data.strip())

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture
def audit(tmp_path):
    """Give an audit whose images are there, but for the first of each class."""
    audit = small_audit()
    paths = tuple(str(tmp_path / name.replace("/", "-")) for name in audit.report.names)
    for place, path in enumerate(paths):
        if place % 4:
            Image.fromarray(np.full((20, 30, 3), place * 10, np.uint8)).save(path)
    return replace(audit, paths=paths)


@pytest.fixture
def page(audit, tmp_path) -> Page:
    list(AuditReportJob(audit, tmp_path / "report.html").run(lambda: False))
    return Page((tmp_path / "report.html").read_text("utf-8"))


def test_the_page_needs_nothing_else(page):
    sources = [image["src"] for image in page.of("img")]
    assert sources
    assert all(source.startswith(("data:image/png;base64,", "data:image/jpeg;base64,")) for source in sources)
    assert not page.of("script")
    assert not page.of("link")
    assert all(link["href"].startswith("#") for link in page.of("a"))


def test_what_users_named_is_text_and_never_markup(page):
    assert "What a run <script> looks at" in page.words
    assert "The images of cat <b> carry a mark in the lower right corner." in page.words
    assert not page.of("b")
    assert not page.of("i") or all("aria-hidden" in attributes for attributes in page.of("i"))


def test_the_verdict_stands_first_and_levels_have_a_sign_and_words(page):
    words = page.words
    assert words.index(verdict(small_audit().report)) < words.index("Suspected shortcuts") < words.index("cat <b>")
    for info in LEVELS:
        assert info.sign in words
        assert info.title in words
        assert info.text in words


def test_every_figure_stands_beside_its_control_and_limit(page):
    row = page.words.index("images of other classes that become cat when the mark is pasted")
    assert page.words[row + 1:row + 4] == ["83.0 %", "4.0 %", "10.0 %"]
    odd = page.words.index("a figure that could not be measured")
    assert page.words[odd + 1:odd + 4] == ["–", "–", "–"]


def test_what_the_audit_cannot_see_is_said(page):
    assert "What this audit cannot see" in page.words
    assert "It does not see a mark at a random place." in page.words


def test_every_picture_says_what_it_shows(page):
    assert all(image["alt"] for image in page.of("img"))


def test_images_that_are_gone_are_left_out(page, audit):
    shown = {image["alt"] for image in page.of("img")}
    assert "cat <b>/1.png" in shown
    assert "cat <b>/0.png" not in shown


def test_a_page_that_cannot_be_written_names_it(audit, tmp_path):
    (tmp_path / "report.html").mkdir()
    with pytest.raises(StorageError, match=r"report\.html"):
        list(AuditReportJob(audit, tmp_path / "report.html").run(lambda: False))


def test_a_figure_without_control_says_only_what_was_measured():
    assert figure_sentence(Figure("x", "margin", 3.204, "logits")) == "margin: 3.2 logits"
    assert figure_sentence(Figure("x", "right", 0.5, "share", 0.25)) == "right: 50.0 % (control 25.0 %)"


def test_the_verdict_names_the_classes_and_a_clean_one_only_what_was_looked_at():
    report = small_audit().report
    assert verdict(report) == ("The network relies on a shortcut for cat <b>. In the images of all classes there is a "
                               "shortcut that the network hardly uses.")
    both = replace(report, suspicions=(marked(0), marked(2), marked(0)))
    assert verdict(both) == "The network relies on a shortcut for bird and tool."
    assert verdict(replace(report, suspicions=())) == "No shortcut was found in 12 images of 3 classes."


def test_small_inputs_are_enlarged_to_sharp_squares_and_grey_becomes_rgb():
    grey = np.array([[[10], [200]]], np.uint8)
    shown = shown_pixels(grey, 8)
    assert shown.shape == (4, 8, 3)
    assert (shown[:, :4] == 10).all()
    assert (shown[:, 4:] == 200).all()


def test_the_peak_of_a_mean_map_is_the_brightest_place_and_no_evidence_leaves_one_colour():
    image = np.full((8, 8, 3), 100, np.uint8)
    values = np.zeros((4, 4), np.float32)
    values[3, 3] = 1e-4
    drawn = mean_overlay(image, values, 64).astype(int).sum(axis=2)
    assert np.unravel_index(drawn.argmax(), drawn.shape) >= (56, 56)
    plain = mean_overlay(image, values * 0, 64)
    assert (plain == plain[0, 0]).all()


def test_pictures_on_the_page_can_be_decoded(audit, tmp_path):
    from pathlib import Path

    from cnnstudio.workspace.audit_report_job import _thumbnail

    with Image.open(io.BytesIO(_thumbnail(Path(audit.paths[1])))) as image:
        assert image.size == (30, 20)
    assert _thumbnail(tmp_path / "nothing.png") == b""
