"""Someone tries the program in one command: it learns the digits well within a minute and leaves a report."""

import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cnnstudio.data.decoding.decode import decode
from cnnstudio.runs.store import RunFolder
from tests.helpers.command_line import runner


class Pictures(HTMLParser):
    """Counts the pictures of a page."""

    count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.count += tag == "img" and str(dict(attrs)["src"]).startswith("data:image/png")


def test_the_demonstration_learns_the_digits_and_leaves_a_report(
        capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run = runner(capsys)
    begin = time.process_time()
    answer = run("demo", "--out", tmp_path / "out", "--json")
    # A minute on two idle cores is 120 s of processor time, which a busy machine does not stretch as it does the clock.
    assert time.process_time() - begin < 120
    assert answer.status == 0

    finished, = answer.of("finished")
    assert finished["evaluation"]["accuracy"] > 0.95
    assert RunFolder.load(Path(finished["run"])).record.network_name == "tutorial"

    explained = answer.of("explanation")
    assert len(explained) >= 10
    assert {event["target"] for event in explained} == set("0123456789")
    assert all(decode(Path(event["overlay"])).pixels.shape == (28, 28, 3) for event in explained)

    report, = answer.of("report")
    page = Pictures()
    page.feed(Path(report["path"]).read_text("utf-8"))
    assert page.count == 2 * len(explained)
    assert Path(report["path"]).parent == tmp_path / "out"


def test_a_place_that_cannot_be_written_is_named_before_any_work(
        capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    answer = runner(capsys)("demo", "--out", tmp_path / "file" / "out", "--json")
    assert answer.status == 1
    assert str(tmp_path / "file" / "out") in answer.events[0]["message"]
