"""What a file is by its ending, and what it looks like by its first bytes."""

from cnnstudio.wording import translate


def _endings(text: str) -> frozenset[str]:
    return frozenset(text.split())


IMAGE_ENDINGS: dict[str, str] = {
    ".jpg": "JPEG", ".jpeg": "JPEG", ".jpe": "JPEG", ".jfif": "JPEG", ".mpo": "JPEG",
    ".png": "PNG", ".apng": "PNG", ".bmp": "BMP", ".dib": "BMP", ".gif": "GIF", ".webp": "WEBP",
    ".tif": "TIFF", ".tiff": "TIFF", ".heic": "HEIF", ".heif": "HEIF", ".hif": "HEIF",
}
"""File endings (lower case) of the images that can be read, and the format each stands for."""

UNREADABLE_IMAGE_ENDINGS: frozenset[str] = _endings(
    ".avif .jxl .jp2 .j2k .jpx .psd .svg .svgz .ico .icns .tga .eps .ai .exr .hdr .ppm .pgm .pbm .pnm .pcx .xcf .dcm "
    ".raw .dng .cr2 .cr3 .nef .arw .orf .rw2 .raf .srw .pef .jng .wmf .emf .dds .fits")
"""Endings of pictures that the program does not read; they are reported, never passed over in silence."""

OTHER_ENDINGS: frozenset[str] = _endings(
    ".txt .md .rst .csv .tsv .json .jsonl .xml .yaml .yml .toml .ini .cfg .log .html .htm .css .js .py .ipynb .m .r "
    ".sh .bat .pdf .doc .docx .odt .rtf .xls .xlsx .ods .ppt .pptx .zip .7z .rar .tar .gz .tgz .bz2 .xz .mp4 .mov .avi "
    ".mkv .webm .m4v .3gp .mp3 .wav .m4a .aae .npy .npz .mat .h5 .hdf5 .pt .pth .onnx .safetensors .pkl .pickle .db "
    ".sqlite .exe .dll .so .lnk .url .tmp .part .crdownload .bak .names .data .license .cnnproj")
"""Endings of files that are no pictures and often lie in image folders."""

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a compressed archive (gzip)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"version https://git-lfs", "a Git LFS placeholder; fetch the real file with 'git lfs pull'"),
    (b"8BPS", "a Photoshop document; export it as JPEG or PNG"),
    (b"\x00\x00\x00\x0cJXL ", "a JPEG XL picture, which cannot be read; save it as JPEG or PNG"),
    (b"\xff\x0a", "a JPEG XL picture, which cannot be read; save it as JPEG or PNG"),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 picture, which cannot be read; save it as JPEG or PNG"),
    (b"\x00\x00\x01\x00", "an icon file, which cannot be read; save it as PNG"),
    (b"%!PS", "a PostScript file; export it as PNG"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x93NUMPY", "a numpy array"),
)

_TEXTS: tuple[tuple[bytes, str], ...] = (
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
    (b"<head", "a web page"),
    (b"<svg", "an SVG drawing; export it as PNG"),
    (b"<?xml", "an XML text"),
    (b"{", "a JSON text"),
    (b"[", "a JSON text"),
)

HEAD_BYTES = 512
"""How many first bytes `describe` and `looks_like_image` want."""


def looks_like_image(head: bytes) -> bool:
    """Whether a file that begins with ``head`` says it is an image of a kind that can be read."""
    return (
        head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*"))
        or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
        or is_heif(head)
    )


def is_heif(head: bytes) -> bool:
    """Whether ``head`` begins a HEIC or HEIF picture, the usual kind of iPhones."""
    return head[4:8] == b"ftyp" and head[8:12] in {b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"}


def describe(head: bytes) -> str:
    """Say in words what a file that begins with ``head`` looks like, when it is no readable image."""
    for beginning, words in _BEGINNINGS:
        if head.startswith(beginning):
            return translate("data", words)
    if head[4:8] == b"ftyp":
        if b"avi" in head[8:32]:
            return translate("data", "an AVIF picture, which cannot be read; save it as JPEG or PNG")
        return translate("data", "a video")
    if head[:4] == b"RIFF":
        return translate("data", "a sound or video file")
    if not head.strip(b"\x00"):
        return translate("data", "nothing but zero bytes, often an interrupted copy")
    return _describe_text(head)


def _describe_text(head: bytes) -> str:
    head = head.removeprefix(b"\xef\xbb\xbf")
    if b"\x00" in head or not _is_text(head):
        return translate("data", "unknown data")
    start = head.lstrip().lower()
    if b"<svg" in start:
        return translate("data", "an SVG drawing; export it as PNG")
    if b"<html" in start:
        return translate("data", "a web page")
    return translate("data", next((words for beginning, words in _TEXTS if start.startswith(beginning)), "a text"))


def _is_text(head: bytes) -> bool:
    """UTF-8 (perhaps cut in the middle of a character) without control characters."""
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:
            return False
        text = head[: error.start].decode("utf-8")
    return all(character.isprintable() or character in "\r\n\t\f" for character in text)
