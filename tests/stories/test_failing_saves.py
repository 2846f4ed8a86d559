"""Whatever single file operation of a save fails, the project is the old one or the new one."""

from tests.stories.failing_saves import ACTIONS, CONTROL, control_lost, count_operations, disturb, disturb_all


def test_no_failing_operation_and_no_kill_loses_a_project() -> None:
    report = disturb_all(every=23)

    assert report["lost"] == []
    assert report["cases"] >= 16
    assert report["old"] > 0
    assert report["new"] > 0


def test_a_naive_writer_loses_its_file() -> None:
    assert control_lost() >= 3


def test_an_operation_past_the_last_disturbs_nothing() -> None:
    for action in (ACTIONS[0], CONTROL):
        found, _place, was_reached = disturb(action, count_operations(action) + 5, "EIO")

        assert (found, was_reached) == ("new", False)
