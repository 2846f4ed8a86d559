"""Layers that learned five digits are kept bit for bit while the network learns five others."""

from tests.stories.digit_halves import compared


def test_frozen_layers_of_another_run_stay_and_the_head_learns(tmp_path):
    row = compared(tmp_path, 0, epochs=1, few_epochs=2)
    assert row["is_bit_identical"]
    assert row["frozen"] > 0.2
