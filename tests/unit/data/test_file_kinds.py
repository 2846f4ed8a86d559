"""Files are told apart by their endings and their first bytes."""

import pytest

from cnnstudio.data.file_kinds import (
    IMAGE_ENDINGS,
    OTHER_ENDINGS,
    UNREADABLE_IMAGE_ENDINGS,
    describe,
    looks_like_image,
)


def test_no_ending_is_in_two_tables():
    groups = [set(IMAGE_ENDINGS), UNREADABLE_IMAGE_ENDINGS, OTHER_ENDINGS]
    assert sum(map(len, groups)) == len(set().union(*groups))
    assert all(ending == ending.lower() and ending.startswith(".") for ending in set().union(*groups))


@pytest.mark.parametrize(("head", "words"), [
    (b"\n\n<!DOCTYPE HTML><head>", "a web page"),
    (b"<?xml version='1.0'?><html xmlns", "a web page"),
    (b"\xef\xbb\xbf<html>", "a web page"),
    (b"<?xml version='1.0'?><svg width='3'>", "an SVG drawing; export it as PNG"),
    (b"<?xml version='1.0'?><note>", "an XML text"),
    (b'{"error": 404}', "a JSON text"),
    (b"PK\x03\x04abc", "a zip archive or an office document"),
    (b"RIFF\0\0\0\0AVI ", "a sound or video file"),
    (b"\0\0\0\x18ftypmp42\0\0\0\0", "a video"),
    ("Grüße".encode()[:-1], "a text"),
    ("Grüß".encode()[:-1], "a text"),
    (b"caf\xe9 in an old encoding", "unknown data"),
    (b"\x07\x08bell", "unknown data"),
])
def test_what_is_no_image_is_described(head, words):
    assert not looks_like_image(head)
    assert describe(head) == words


@pytest.mark.parametrize("head", [
    b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"BM6", b"II*\0", b"MM\0*", b"RIFF\0\0\0\0WEBPVP8 ",
    b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypmif1"])
def test_images_are_recognised_by_their_first_bytes(head):
    assert looks_like_image(head)
