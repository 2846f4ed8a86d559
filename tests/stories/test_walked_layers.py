"""Step by step, every number is torch's: random networks, walked through layer by layer."""

from tests.stories.walked_layers import walk_through

NETWORKS = 12


def test_every_number_of_random_networks_is_what_torch_computes():
    found = walk_through(NETWORKS, cells=3)
    assert found.wrong == []
    assert sum(found.values.values()) > 40 * NETWORKS
    assert len(found.values) >= 25
    # Rounding of float32 sums of at most some hundred terms; 300 networks stay below 1e-6 as well.
    assert found.worst < 1e-6
