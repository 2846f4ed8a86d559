"""A suggested learning rate is among the good ones of a grid; the full size runs as a script (`rate_suggestions`)."""

from tests.stories.rate_suggestions import story


def test_a_suggested_rate_reaches_what_the_best_of_a_grid_reaches():
    grid = (1e-5, 1e-3, 1e-1)
    (found,) = story(epochs=1, images=600, networks=("lenet5",), optimizers=("adam",), grid=grid, seeds=1)
    assert found["good"] == 1
    assert not found["control_is_good"]
