"""Equally good networks are called different in at most 5 of 100 cases."""

from tests.stories.told_apart import ALLOWED, run


def test_equally_good_networks_are_seldom_told_apart_and_a_naive_rule_does_it_often():
    found = run(1500, 1)
    for one in found:
        assert max(one.apart, one.same_images, one.mcnemar) <= ALLOWED + 3 * (ALLOWED / 1500) ** 0.5
        assert one.naive > 0.2
