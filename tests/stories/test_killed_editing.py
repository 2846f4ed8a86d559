"""A program that is killed while somebody edits costs two seconds of edits at most."""

from tests.stories.killed_editing import LIMIT_S, kill_many


def test_a_kill_while_editing_loses_little_and_is_offered_back() -> None:
    report = kill_many(1, seed=3)

    assert report["offered"] == 1
    assert report["most_lost_s"] <= 3 * LIMIT_S     # the machine is busy with all the tests
    assert report["control_offered"] == 0
