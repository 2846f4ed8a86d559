"""The short way to the pixels of JPEG and PNG files says of each file what the usual way says of it."""

from unittest import mock

from cnnstudio.data.decoding import plain_jpeg
from tests.stories.two_ways_to_pixels import compare

FILES = 500


def test_both_ways_judge_sound_and_damaged_files_alike():
    found = compare(FILES, 1)
    assert found["different"] == 0
    assert found["short jpg"] > FILES / 8
    assert found["short png"] > FILES / 16
    assert found["refused"] > FILES / 8


def test_a_short_way_that_believes_every_jpeg_would_be_noticed():
    """Control: without the walk through the markers, pictures that break off are taken for whole."""
    header = plain_jpeg._read

    def believe(data: bytes) -> object:
        return header(data[:data.find(b"\xff\xda")] + b"\xff\xda\x00\x02\xff\xd9")

    with mock.patch.object(plain_jpeg, "_read", believe):
        assert compare(FILES, 1)["different"] > 0
