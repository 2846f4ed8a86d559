"""A corpus of odd files that real folders hold, each with what was drawn and what must become of it."""

import base64
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from tests.helpers.images import class_picture, encoded, grey_ramp_16, png_file, png_header, quarters, rgba, turned_jpeg

MIDDLE = (48, 64)
SIZES = ((24, 32), MIDDLE, (240, 320))
Pixels = np.ndarray


@dataclass(frozen=True)
class OddFile:
    """One file of the corpus and what must become of it.

    Attributes
    ----------
    drawn : (H, W, 3) uint8 that decoding must give; None when the file must be refused
    words : what a note, or the reason of the refusal, must say; empty for a picture without notes
    tolerance : mean difference in levels that is allowed; 0 for formats that lose nothing
    """

    path: Path
    drawn: Pixels | None
    words: str
    tolerance: float

    @property
    def size(self) -> tuple[int, int] | None:
        """(H, W) after decoding."""
        return None if self.drawn is None else self.drawn.shape[:2]


@dataclass(frozen=True)
class Kind:
    """How one file of the corpus is made from a picture, and what must come out."""

    build: Callable[[Pixels], bytes]
    words: str = ""
    expect: Callable[[Pixels], Pixels] = lambda drawn: drawn
    tolerance: float = 0.0


@dataclass(frozen=True)
class Refused:
    """How a file is made that must be refused, and what the reason must say."""

    build: Callable[[], bytes]
    words: str


def make_odd_files(root: Path, sizes: Sequence[tuple[int, int]] = (MIDDLE,)) -> list[OddFile]:
    """Write one file of every odd kind, at each size into a folder of its own when there are several."""
    made = []
    for height, width in sizes:
        folder = root / f"{height}x{width}" if len(sizes) > 1 else root
        folder.mkdir(parents=True, exist_ok=True)
        drawn = quarters(height, width)
        made += [_written(folder / name, kind.build(drawn), kind.expect(drawn), kind.words, kind.tolerance)
                 for name, kind in KINDS.items()]
    folder = root / "fixed" if len(sizes) > 1 else root
    folder.mkdir(parents=True, exist_ok=True)
    made += [_written(folder / name, kind.build(quarters()), kind.expect(quarters()), kind.words, kind.tolerance)
             for name, kind in FIXED.items()]
    return made + [_written(folder / name, kind.build(), None, kind.words, 0) for name, kind in REFUSED.items()]


def _written(path: Path, data: bytes, drawn: Pixels | None, words: str, tolerance: float) -> OddFile:
    path.write_bytes(data)
    return OddFile(path, drawn, words, tolerance)


def saved(kind: str, mode: str = "RGB", **options: object) -> Callable[[Pixels], bytes]:
    """Return a builder that lets Pillow write the picture in a format and mode."""
    return lambda drawn: encoded(Image.fromarray(drawn).convert(mode), kind, **options)


def grey(drawn: Pixels) -> Pixels:
    """Return the picture in grey by ITU-R BT.601 as three equal channels, worked out here."""
    luma = np.floor(drawn.astype(np.float64) @ np.array([19595, 38470, 7471]) / 65536 + 0.5)
    return np.repeat(luma.astype(np.uint8)[..., None], 3, axis=2)


def cut_to_black_and_white(drawn: Pixels) -> Pixels:
    """Return grey above 127 as white, the rest as black."""
    return np.where(grey(drawn) > 127, np.uint8(255), np.uint8(0))


def levels_16(drawn: Pixels) -> np.ndarray:
    """Return (H, W) uint16 whose nearest 8-bit level is the picture's grey, but never by cutting bits off."""
    return (grey(drawn)[..., 0].astype(np.uint16) * 257).astype(np.uint16)


def see_through(drawn: Pixels, alpha: int = 0) -> Pixels:
    """Return (H, W, 4): the left half has this alpha."""
    opacity = np.full((*drawn.shape[:2], 1), 255, np.uint8)
    opacity[:, : drawn.shape[1] // 2] = alpha
    return np.concatenate([drawn, opacity], axis=2)


def on_white(drawn: Pixels, alpha: int = 0) -> Pixels:
    """Return what `see_through` looks like on white."""
    result = drawn.astype(np.float64)
    half = result[:, : drawn.shape[1] // 2]
    half[:] = half * alpha / 255 + 255 * (1 - alpha / 255)
    return np.rint(result).astype(np.uint8)


def green_is_white(drawn: Pixels) -> Pixels:
    """Return the picture with its green quarter see-through, on white."""
    return np.where((drawn == (40, 200, 40)).all(axis=2, keepdims=True), np.uint8(255), drawn)


def graded_on_white(drawn: Pixels) -> Pixels:
    """Return the picture on white with its green see-through and its red half so (128 of 255)."""
    is_red = (drawn == (200, 40, 40)).all(axis=2, keepdims=True)
    mixed = np.rint(drawn * (128 / 255) + 255 * (127 / 255)).astype(np.uint8)
    return np.where(is_red, mixed, green_is_white(drawn))


def _alpha(kind: str, level: int = 0, mode: str = "RGBA", **options: object) -> Callable[[Pixels], bytes]:
    return lambda drawn: encoded(Image.fromarray(see_through(drawn, level)).convert(mode), kind, **options)


def _palette(transparency: object = None, kind: str = "PNG") -> Callable[[Pixels], bytes]:
    def build(drawn: Pixels) -> bytes:
        options = {} if transparency is None else {"transparency": transparency}
        return encoded(_indexed(drawn), kind, **options)

    return build


def _indexed(drawn: Pixels) -> Image.Image:
    """Return a palette picture: 0 green, 1 red, 2 blue."""
    colors = [(40, 200, 40), (200, 40, 40), (40, 40, 200)]
    numbers = sum(number * (drawn == color).all(axis=2) for number, color in enumerate(colors))
    image = Image.fromarray(numbers.astype(np.uint8), "L")
    image.putpalette([level for color in colors for level in color])
    return image


def _frames(kind: str, **options: object) -> Callable[[Pixels], bytes]:
    def build(drawn: Pixels) -> bytes:
        first = Image.fromarray(drawn)
        others = [Image.fromarray(255 - drawn), Image.new("RGB", first.size)]
        return encoded(first, kind, save_all=True, append_images=others, **options)

    return build


def _plain_cmyk(drawn: Pixels) -> bytes:
    """Return a CMYK JPEG without the Adobe marker."""
    data = saved("JPEG", "CMYK", quality=95, subsampling=0)(drawn)
    place = data.index(b"\xff\xee")
    return data[:place] + data[place + 16:]


def _ycck(drawn: Pixels) -> bytes:
    """Return a JPEG as Photoshop writes CMYK: C, M and Y turned into luma and chroma, K inverted, transform 2."""
    cmyk = np.asarray(Image.fromarray(drawn).convert("CMYK"))
    luma = np.asarray(Image.fromarray(cmyk[..., :3].copy()).convert("YCbCr"))
    stored = np.concatenate([luma, 255 - cmyk[..., 3:]], axis=2)
    image = Image.frombytes("CMYK", (drawn.shape[1], drawn.shape[0]), (255 - stored).tobytes())
    data = bytearray(encoded(image, "JPEG", quality=95, subsampling=0))
    data[data.index(b"Adobe") + 11] = 2
    return bytes(data)


def _png_16_bit_colors(drawn: Pixels) -> bytes:
    """Return a PNG whose 16-bit colours have the picture as their upper bytes."""
    rows = b"".join(b"\0" + np.repeat(row, 2, axis=1).tobytes() for row in drawn)
    return png_file(drawn.shape[1], drawn.shape[0], 16, 2, rows)


def _interlaced(drawn: Pixels) -> bytes:
    """Return a PNG in Adam7 order (PNG specification, 8.2)."""
    passes = ((0, 8, 0, 8), (0, 8, 4, 8), (4, 8, 0, 4), (0, 4, 2, 4), (2, 4, 0, 2), (0, 2, 1, 2), (1, 2, 0, 1))
    rows = b"".join(b"\0" + row.tobytes() for top, down, left, right in passes for row in drawn[top::down, left::right])
    return png_file(drawn.shape[1], drawn.shape[0], 8, 2, rows, interlace=1)


def _grey_tiff_big_endian(drawn: Pixels) -> bytes:
    """Return a 16-bit TIFF with its most significant bytes first, written by hand (TIFF 6.0, section 2)."""
    values = levels_16(drawn)
    height, width = values.shape
    data = values.astype(">u2").tobytes()
    fields = ((256, width), (257, height), (258, 16), (259, 1), (262, 1), (273, 8), (277, 1), (278, height),
              (279, len(data)))
    entries = b"".join(struct.pack(">HHII", tag, 4, 1, value) for tag, value in fields)
    return b"MM\0*" + struct.pack(">I", 8 + len(data)) + data + struct.pack(">H", len(fields)) + entries + bytes(4)


def _broken_exif(drawn: Pixels) -> bytes:
    """Return a JPEG whose EXIF block is cut short and points behind its end."""
    exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x05\x01\x12\0\x03\xff\xff\xff\xff\0"
    return saved("JPEG", quality=95, subsampling=0, exif=exif)(drawn)


def _turned(kind: str) -> Callable[[Pixels], bytes]:
    def build(drawn: Pixels) -> bytes:
        exif = Image.Exif()
        exif[0x0112] = 6
        options: dict[str, object] = {"tiffinfo": {274: 6}} if kind == "TIFF" else {"exif": exif.tobytes()}
        lossless = {"lossless": True} if kind == "WEBP" else {}
        return encoded(Image.fromarray(drawn).transpose(Image.Transpose.ROTATE_90), kind, **options, **lossless)

    return build


def _turned_by_xmp(drawn: Pixels) -> bytes:
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="3"/></x:xmpmeta>'
    turned = Image.fromarray(drawn).transpose(Image.Transpose.ROTATE_180)
    return encoded(turned, "JPEG", quality=95, subsampling=0, xmp=xmp)


def _flipped_png() -> bytes:
    """Return a PNG stored without compression, where a flipped byte is just another colour until sums are checked."""
    changed = bytearray(encoded(Image.fromarray(quarters()), "PNG", compress_level=0))
    changed[len(changed) // 2] ^= 0xFF
    return bytes(changed)


def _cut(kind: str, by: int, **options: object) -> Callable[[], bytes]:
    return lambda: encoded(Image.fromarray(class_picture("cat", 0, 48)), kind, **options)[:-by]


def _large_jpeg_header() -> bytes:
    """Return a JPEG whose header claims 40,000 × 40,000 pixels."""
    data = saved("JPEG", quality=95)(quarters())
    place = data.index(b"\xff\xc0") + 5
    return data[:place] + struct.pack(">HH", 40_000, 40_000) + data[place + 4:]


def _large_bmp_header() -> bytes:
    data = saved("BMP")(quarters())
    return data[:18] + struct.pack("<ii", 40_000, 40_000) + data[26:]


def _large_gif_header() -> bytes:
    data = _palette(kind="GIF")(quarters())
    return data[:6] + struct.pack("<HH", 40_000, 40_000) + data[10:]


def _float_tiff(level: float) -> Callable[[], bytes]:
    return lambda: encoded(Image.fromarray(np.full((16, 16), level, np.float32)), "TIFF")


def _heic(angle: int) -> Callable[[Pixels], bytes]:
    """Return a HEIC picture that its container turns by so many quarters, against the clock (ISO 23008-12, 6.5.10)."""
    place = HEIC.index(b"irot") + 4
    return lambda _drawn: HEIC[:place] + bytes([angle]) + HEIC[place + 1:]


HEIC = base64.b64decode(
    "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAchtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAADRpbG9jAA"
    "AAAERAAAIAAQAAAAAB7AABAAAAAAAAAGAAAgAAAAACTAABAAAAAAAAACQAAAA4aWluZgAAAAAAAgAAABVpbmZlAgAAAAABAABodmMxAAAAABVp"
    "bmZlAgAAAQACAABFeGlmAAAAAA5waXRtAAAAAAABAAABB2lwcnAAAADmaXBjbwAAAHZodmNDAQNwAAAAkAAAAAAAHvAA/P34+AAADwNgAAEAGE"
    "ABDAH//wNwAAADAJAAAAMAAAMAHroCQGEAAQAqQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq5Ka5uAhoMCAAAAMDIAAAAwAhYgABAAZEAcFzwIkA"
    "AAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAAAQAAAAEAAAAAoY2xhcAAAAEAAAAABAAAAMAAAAAEAAAAAAAAAAv////AAAAACAAAAEH"
    "BpeGkAAAAAAwgICAAAAAlpcm90AwAAABlpcG1hAAAAAAAAAAEAAQaBAgMFhIYAAAAaaXJlZgAAAAAAAAAOY2RzYwACAAEAAQAAAIxtZGF0AAAA"
    "XCgBr1j5E3aYsbf/0/f/vF9L/o+0WzXr84Bt7qEy33/BU40NV2WIP2CkOKQlRtoH/P+6NS1qaFoFb+icvtathwc1AlQ11Lnf87/zNZC1vv2TH3"
    "47/gDzn2tCZKEHAAAABkV4aWYAAE1NACoAAAAIAAEBEgADAAAAAQAGAAAAAAAA"
)
"""A HEIC picture of `quarters`, stored upright and turned by its container (as an iPhone held upright makes it)."""

_JPEG = {"quality": 95, "subsampling": 0}
_LOSSY = 3.0
_SCALED = "16-bit scaled"
_FIRST = "first of 3 frames"
_ON_WHITE = "transparent parts on white"

KINDS: dict[str, Kind] = {
    **{f"exif_{turn}.jpg": Kind(partial(turned_jpeg, turn),
                                "" if turn == 1 else f"turned upright (EXIF {turn})", tolerance=_LOSSY)
       for turn in range(1, 9)},
    "xmp_3.jpg": Kind(_turned_by_xmp, "turned upright (EXIF 3)", tolerance=_LOSSY),
    "broken_exif.jpg": Kind(_broken_exif, tolerance=_LOSSY),
    "progressive.jpg": Kind(saved("JPEG", progressive=True, **_JPEG), tolerance=_LOSSY),
    "stored_as_rgb.jpg": Kind(saved("JPEG", keep_rgb=True, **_JPEG), tolerance=_LOSSY),
    "more_behind_its_end.jpg": Kind(lambda drawn: saved("JPEG", **_JPEG)(drawn) + b"more" * 50, tolerance=_LOSSY),
    "grey.jpg": Kind(saved("JPEG", "L", quality=95), expect=grey, tolerance=_LOSSY),
    "cmyk_adobe.jpg": Kind(saved("JPEG", "CMYK", **_JPEG), "CMYK", tolerance=_LOSSY),
    "cmyk_plain.jpg": Kind(_plain_cmyk, "CMYK", tolerance=_LOSSY),
    "ycck.jpg": Kind(_ycck, "CMYK", tolerance=_LOSSY),
    "stereo.mpo": Kind(_frames("MPO", **_JPEG), _FIRST, tolerance=_LOSSY),
    "jpeg_named.png": Kind(saved("JPEG", **_JPEG), "JPEG named .png", tolerance=_LOSSY),
    "plain.png": Kind(saved("PNG")),
    "png_named.jpg": Kind(saved("PNG"), "PNG named .jpg"),
    "ENDING.PNG": Kind(saved("PNG")),
    "interlaced.png": Kind(_interlaced),
    "turned.png": Kind(_turned("PNG"), "turned upright (EXIF 6)"),
    "grey.png": Kind(saved("PNG", "L"), expect=grey),
    "grey_16_bit.png": Kind(lambda drawn: encoded(Image.fromarray(levels_16(drawn)), "PNG"), _SCALED, grey),
    "colour_16_bit.png": Kind(_png_16_bit_colors, "16-bit colours cut"),
    "palette.png": Kind(_palette()),
    "palette_transparent.png": Kind(_palette(0), _ON_WHITE, green_is_white),
    "palette_bytes_transparent.png": Kind(_palette(b"\0\x80\xff"), _ON_WHITE, graded_on_white, 0.5),
    "colour_transparent.png": Kind(saved("PNG", transparency=(40, 200, 40)), _ON_WHITE, green_is_white),
    "alpha.png": Kind(_alpha("PNG"), _ON_WHITE, on_white),
    "half_alpha.png": Kind(_alpha("PNG", 51), _ON_WHITE, partial(on_white, alpha=51), 0.5),
    "alpha_opaque.png": Kind(_alpha("PNG", 255)),
    "grey_alpha.png": Kind(_alpha("PNG", mode="LA"), _ON_WHITE, lambda drawn: on_white(grey(drawn))),
    "one_bit.png": Kind(lambda drawn: encoded(Image.fromarray(cut_to_black_and_white(drawn)[..., 0] > 0), "PNG"),
                        expect=cut_to_black_and_white),
    "animated.png": Kind(_frames("PNG"), _FIRST),
    "plain.bmp": Kind(saved("BMP")),
    "palette.bmp": Kind(_palette(kind="BMP")),
    "one_bit.bmp": Kind(lambda drawn: encoded(Image.fromarray(cut_to_black_and_white(drawn)[..., 0] > 0), "BMP"),
                        expect=cut_to_black_and_white),
    "plain.gif": Kind(_palette(kind="GIF")),
    "transparent.gif": Kind(_palette(0, "GIF"), _ON_WHITE, green_is_white),
    "animated.gif": Kind(_frames("GIF"), _FIRST),
    "lossless.webp": Kind(saved("WEBP", lossless=True)),
    "lossy.webp": Kind(saved("WEBP", quality=95), tolerance=8.0),
    "alpha.webp": Kind(_alpha("WEBP", lossless=True), _ON_WHITE, on_white),
    "animated.webp": Kind(_frames("WEBP", lossless=True), _FIRST),
    "turned.webp": Kind(_turned("WEBP"), "turned upright (EXIF 6)"),
    "plain.tif": Kind(saved("TIFF")),
    "lzw.tiff": Kind(saved("TIFF", compression="tiff_lzw")),
    "deflated.tif": Kind(saved("TIFF", compression="tiff_adobe_deflate")),
    "turned.tif": Kind(_turned("TIFF"), "turned upright (EXIF 6)"),
    "cmyk.tif": Kind(saved("TIFF", "CMYK"), "CMYK"),
    "grey_16_bit.tif": Kind(lambda drawn: encoded(Image.fromarray(levels_16(drawn)), "TIFF"), _SCALED, grey),
    "grey_16_bit_big_endian.tif": Kind(_grey_tiff_big_endian, _SCALED, grey),
    "float_unit.tif": Kind(lambda drawn: encoded(Image.fromarray(np.float32(levels_16(drawn) / 65535)), "TIFF"),
                           "values 0 to 1 scaled", grey),
    "float_255.tif": Kind(lambda drawn: encoded(Image.fromarray(np.float32(grey(drawn)[..., 0])), "TIFF"),
                          "values 0 to 255 scaled", grey),
    "whole_numbers.tif": Kind(lambda drawn: encoded(Image.fromarray(levels_16(drawn).astype(np.int32)), "TIFF"),
                              "values 0 to 65535 scaled", grey),
    "pages.tif": Kind(_frames("TIFF"), _FIRST),
}
"""Files that must be kept, made from any picture."""

FIXED: dict[str, Kind] = {
    **{f"phone_{angle}.heic": Kind(_heic(angle), expect=partial(np.rot90, k=angle), tolerance=6.0)
       for angle in range(4)},
    "smallest.png": Kind(lambda _drawn: saved("PNG")(quarters(8, 8)), expect=lambda _drawn: quarters(8, 8)),
    "strip.png": Kind(lambda _drawn: saved("PNG")(quarters(8, 5000)), expect=lambda _drawn: quarters(8, 5000)),
    "hidden_green.png": Kind(lambda _drawn: encoded(rgba(), "PNG"), _ON_WHITE,
                             lambda _drawn: np.asarray([[[255] * 3] * 10 + [[255, 0, 0]] * 10] * 20, np.uint8)),
    "ramp_16_bit.png": Kind(lambda _drawn: encoded(Image.fromarray(grey_ramp_16()), "PNG"), _SCALED,
                            lambda _drawn: np.tile(np.arange(256, dtype=np.uint8)[None, :, None], (16, 1, 3))),
}
"""Files that must be kept and have a size of their own."""

REFUSED: dict[str, Refused] = {
    "float_nan.tif": Refused(_float_tiff(np.nan), "NaN"),
    "float_negative.tif": Refused(_float_tiff(-2), "no known scale"),
    "lab.tif": Refused(lambda: encoded(Image.new("LAB", (16, 16)), "TIFF"), "LAB"),
    "html_named.jpg": Refused(lambda: b"<!DOCTYPE html><html><body>404</body></html>", "web page"),
    "svg_named.png": Refused(lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
    "pdf_named.png": Refused(lambda: b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "zip_named.jpg": Refused(lambda: b"PK\x03\x04" + bytes(60), "zip"),
    "text_named.png": Refused("naïve text\n".encode, "a text"),
    "lfs_pointer.png": Refused(lambda: b"version https://git-lfs.github.com/spec/v1\noid sha256:0", "git lfs pull"),
    "zeros.jpg": Refused(lambda: bytes(2000), "zero bytes"),
    "empty.jpg": Refused(lambda: b"", "empty file (0 bytes)"),
    "avif_named.jpg": Refused(lambda: b"\0\0\0\x20ftypavif\0\0\0\0avifmif1" + bytes(100), "AVIF"),
    "noise.jpg": Refused(lambda: b"\x01\x02\x03\xfe" * 100, "unknown data"),
    "truncated.jpg": Refused(_cut("JPEG", 300), "truncated"),
    "truncated_by_two.jpg": Refused(_cut("JPEG", 2), "truncated"),
    "truncated_progressive.jpg": Refused(_cut("JPEG", 300, progressive=True), "truncated"),
    "truncated.png": Refused(_cut("PNG", 900), "truncated"),
    "truncated.bmp": Refused(_cut("BMP", 900), "truncated"),
    "truncated.gif": Refused(_cut("GIF", 900), "truncated"),
    "truncated.webp": Refused(_cut("WEBP", 900, lossless=True), "damaged"),
    "truncated.tif": Refused(_cut("TIFF", 900), "truncated"),
    "only_a_header.jpg": Refused(lambda: saved("JPEG")(quarters())[:20], "damaged"),
    "flipped_byte.png": Refused(_flipped_png, "damaged: broken data stream"),
    "short_data.png": Refused(partial(png_header, 64, 48), "truncated"),
    "huge_header.png": Refused(partial(png_header, 30_000, 30_000), "too large"),
    "large_header.png": Refused(partial(png_header, 10_000, 10_000), "too large: 10,000 × 10,000"),
    "huge_header.jpg": Refused(_large_jpeg_header, "too large"),
    "huge_header.bmp": Refused(_large_bmp_header, "too large"),
    "huge_header.gif": Refused(_large_gif_header, "too large"),
    "tiny.png": Refused(lambda: encoded(Image.new("RGB", (5, 1)), "PNG"), "too small: 5 × 1"),
    "thin_strip.png": Refused(lambda: encoded(Image.new("RGB", (5000, 1)), "PNG"), "too small: 5000 × 1"),
}
"""Files that must be refused."""
