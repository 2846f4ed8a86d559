"""A changed byte of a saved project is noticed, or changes nothing that is read."""

from tests.stories.flipped_project_bytes import flip


def test_no_changed_byte_goes_unnoticed_and_a_reader_without_hashes_is_deceived() -> None:
    report = flip(60, seed=5)

    assert report["silent"] == []
    assert report["noticed"] + report["harmless"] == 60
    assert report["control_deceived"] > 10
