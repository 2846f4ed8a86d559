"""Which predictions are wanted, and how the wish travels between pages."""

import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.ui.image_filter import ImageFilter, filter_requests
from cnnstudio.workspace.workspace import Workspace


@pytest.mark.parametrize(("wanted", "passes"), [
    (ImageFilter(), True), (ImageFilter(1), True), (ImageFilter(2), False), (ImageFilter(None, 2), True),
    (ImageFilter(1, 2), True), (ImageFilter(1, 1), False), (ImageFilter(outcome="wrong"), True),
    (ImageFilter(outcome="right"), False)])
def test_a_filter_lets_pass_what_is_wanted(wanted: ImageFilter, passes: bool) -> None:
    assert wanted.lets_pass(1, 2) is passes


def test_the_newest_wish_waits_and_is_taken_once(qtbot: QtBot) -> None:
    requests = filter_requests(Workspace())
    requests.request(ImageFilter(1))
    with qtbot.waitSignal(requests.requested):
        requests.request(ImageFilter(2))
    assert requests.take() == ImageFilter(2)
    assert requests.take() is None


def test_each_workspace_has_its_own_wishes() -> None:
    first, second = Workspace(), Workspace()
    assert filter_requests(first) is filter_requests(first)
    assert filter_requests(first) is not filter_requests(second)
