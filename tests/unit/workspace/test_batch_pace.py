"""How many images are worked on at once."""

from cnnstudio.workspace.batch_pace import AT_MOST, STEP_S, BatchPace


def counts(cost: float, each: float, steps: int = 12) -> list[int]:
    """Return how many images every step takes when one costs ``cost + each * images`` seconds."""
    pace, taken = BatchPace(), list[int]()
    for _ in range(steps):
        taken.append(pace.count)
        pace.took(pace.count, cost + each * pace.count)
    return taken


def test_it_begins_with_one_image_and_takes_more_one_by_one_while_they_are_quick() -> None:
    assert counts(0.0, 0.001)[:5] == [1, 2, 3, 4, 4]
    assert max(counts(0.0, 0.001)) == AT_MOST


def test_no_step_is_longer_than_allowed_where_one_image_fits() -> None:
    for each in (0.010, 0.024, 0.030, 0.045, 0.060, 0.090):
        assert all(each * count <= STEP_S for count in counts(0.0, each)), each
    assert counts(0.0, 0.045)[-1] == 2
    assert counts(0.0, 0.5)[-1] == 1


def test_a_network_that_becomes_slow_gets_fewer_images_at_once() -> None:
    pace = BatchPace()
    for _ in range(4):
        pace.took(pace.count, 0.001)
    pace.took(4, 0.300)
    assert pace.count == 1
