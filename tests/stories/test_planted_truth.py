"""Planted evidence in small: a right map points at it, and forgotten weights tell maps from pictures of edges."""

from tests.stories.planted_truth import figures


def test_maps_of_a_network_that_learned_the_left_shape_point_at_the_left_shape():
    found = figures("left shape", pooled=False, images=320, epochs=6, tested=20, forgetting=6, seed=1, sight=18,
                    methods=("grad-cam", "hirescam", "guided-backpropagation"))
    right, moved, edges = (found[name] for name in ("hirescam", "grad-cam", "guided-backpropagation"))
    assert found["accuracy"] >= 0.99
    assert found["without"] <= 0.7   # what means nothing is not enough; three classes of 20 images
    assert found["alone"] >= 0.8
    assert right["hits"] >= 0.95
    assert right["hit_chance"] < 0.3
    assert right["energy"] > 2 * right["area"]
    assert moved["hits"] < right["hits"]   # a mean over places cannot tell left from right
    # Six maps of 64 cells that are unrelated: the mean deviates by about 0.25 / sqrt(6) = 0.1 from 0.
    assert max(abs(right["half"]), abs(right["all"]), abs(moved["half"]), abs(moved["all"])) <= 0.3
    assert edges["half"] >= 0.5            # the picture of edges hardly notices that half of the network is gone
