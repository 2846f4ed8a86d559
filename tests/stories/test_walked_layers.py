"""Step by step, every number is torch's: random networks, walked through layer by layer."""

from tests.stories.walked_layers import walk_through

NETWORKS = 12


def test_every_number_of_random_networks_is_what_torch_computes():
    found = walk_through(NETWORKS, cells=3)
    assert found.wrong == []
    assert sum(found.values.values()) > 40 * NETWORKS
    assert len(found.values) >= 25
    # Rounding of float32 sums of at most some hundred terms; 300 networks come to 1.0e-6.
    assert found.worst < 2e-6
