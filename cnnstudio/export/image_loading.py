"""Writes the function of an exported file that loads images exactly as the run's training did."""

from collections.abc import Sequence

from cnnstudio.data.config import Background, Fit, PreprocessConfig
from cnnstudio.data.decoding.pixel_modes import BACKGROUNDS
from cnnstudio.data.loading import DRAFT_MARGIN


def image_loading(preprocess: PreprocessConfig, mean: Sequence[float], std: Sequence[float],
                  class_names: Sequence[str]) -> str:
    """Return Python source of ``CLASSES``, ``MEAN``, ``STD`` and ``load_image(path)``, without a line end.

    ``load_image`` gives (1, C, H, W) float32, for all pictures that the program opens, equal to the pixel to
    what it gives its network; HEIC only after ``pi_heif.register_heif_opener()``. It needs NumPy, Pillow and OpenCV,
    imported when it is called. Only what this preprocessing uses is written.

    Parameters
    ----------
    mean, std : (C,) for values in [0, 1]
    class_names : written as ASCII literals
    """
    channels, height, width = preprocess.shape
    head = _HEAD.replace("NAME", "load_image").replace(
        "SENTENCE", f"as training saw it: (1, {channels}, {height}, {width}) float32, normalised")
    return "\n".join([_constants(mean, std, class_names), "", "", head, *_body(preprocess), _TENSOR])


def pixel_loading(preprocess: PreprocessConfig) -> str:
    """Return Python source of ``load_pixels(path)``: (H, W, C) uint8, the same pixels before they are normalised."""
    channels, height, width = preprocess.shape
    head = _HEAD.replace("NAME", "load_pixels").replace(
        "SENTENCE", f"as the network's input: ({height}, {width}, {channels}) uint8")
    return "\n".join([head, *_body(preprocess), "    return np.ascontiguousarray(pixels)"])


def _body(preprocess: PreprocessConfig) -> list[str]:
    """Return what leads from ``path`` to ``pixels``."""
    return [
        _opening(preprocess), _scaled(preprocess),
        _colors(preprocess.background, BACKGROUNDS[preprocess.background]), _fit(preprocess),
        *([_GREY] if preprocess.channels == 1 else [])]


def _constants(mean: Sequence[float], std: Sequence[float], class_names: Sequence[str]) -> str:
    names = ", ".join(ascii(str(name)) for name in class_names)
    return f"CLASSES = [{names}]\nMEAN = {list(map(float, mean))}\nSTD = {list(map(float, std))}"


_HEAD = '''\
def NAME(path):
    """Return the picture in a file SENTENCE."""
    import io
    from pathlib import Path

    import cv2
    import numpy as np
    from PIL import Image, ImageOps

    def resize(pixels, height, width):
        """Average areas where the picture is larger, then enlarge bilinearly where it is smaller."""
        smaller = min(pixels.shape[1], width), min(pixels.shape[0], height)
        if smaller != (pixels.shape[1], pixels.shape[0]):
            pixels = cv2.resize(np.ascontiguousarray(pixels), smaller, interpolation=cv2.INTER_AREA)
        if smaller != (width, height):
            pixels = cv2.resize(np.ascontiguousarray(pixels), (width, height), interpolation=cv2.INTER_LINEAR)
        return pixels
'''


def _opening(preprocess: PreprocessConfig) -> str:
    height, width = preprocess.height * DRAFT_MARGIN, preprocess.width * DRAFT_MARGIN
    lines = [
        "    image = Image.open(io.BytesIO(Path(path).read_bytes()))",
        "    # a large JPEG is decoded at 1/2, 1/4 or 1/8 of its size, but no smaller than this"]
    if height == width:
        return "\n".join([*lines, f"    image.draft(image.mode, ({width}, {height}))", _TURN])
    return "\n".join([
        *lines, "    sideways = image.getexif().get(0x0112) in (5, 6, 7, 8)",
        f"    image.draft(image.mode, ({height}, {width}) if sideways else ({width}, {height}))", _TURN])


_TURN = "    image = ImageOps.exif_transpose(image)"


def _scaled(preprocess: PreprocessConfig) -> str:
    return _OWN_RANGE if preprocess.sixteen_bit == "own range" else _FULL_RANGE


_OWN_RANGE = """\
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):  # by the picture's own darkest and brightest value
        values = np.asarray(image)
        low, high = float(values.min()), float(values.max())
        scale = 255 / (high - low) if high > low else 0.0
        values = np.rint((values.astype(np.float64) - low) * scale)
        image = Image.fromarray(values.astype(np.uint8))"""

_FULL_RANGE = """\
    if image.mode.startswith("I;16"):
        values = (np.asarray(image).astype(np.uint32) + 128) // 257
        image = Image.fromarray(values.astype(np.uint8))
    elif image.mode in ("I", "F"):  # 32-bit numbers: the range they show is the scale
        values = np.asarray(image)
        tops = [top for top in (1, 255, 65535) if values.max() <= top and (image.mode == "F" or top > 1)]
        if values.min() < 0 or not tops:
            raise ValueError(f"{path}: values of no known scale")
        values = np.rint(values.astype(np.float32) * np.float32(255 / tops[0]))
        image = Image.fromarray(values.astype(np.uint8))"""


def _colors(background: Background, rgb: tuple[int, int, int]) -> str:
    return f'''\
    if image.has_transparency_data:
        picture = image.convert("RGBA")
        image = Image.new("RGB", picture.size, {rgb})  # {background}
        image.paste(picture.convert("RGB"), mask=picture.getchannel("A"))
    pixels = np.asarray(image.convert("RGB"))'''


def _fit(preprocess: PreprocessConfig) -> str:
    text = _FITS[preprocess.fit].replace("HEIGHT", str(preprocess.height))
    return text.replace("WIDTH", str(preprocess.width))


_FITS: dict[Fit, str] = {
    "stretch": "    pixels = resize(pixels, HEIGHT, WIDTH)",
    "crop": '''\
    height, width = pixels.shape[:2]
    scale = min(height / HEIGHT, width / WIDTH)  # the largest part in the middle that has the right proportions
    rows = min(height, max(1, round(HEIGHT * scale)))
    columns = min(width, max(1, round(WIDTH * scale)))
    top, left = (height - rows) // 2, (width - columns) // 2
    pixels = resize(pixels[top:top + rows, left:left + columns], HEIGHT, WIDTH)''',
    "pad": '''\
    height, width = pixels.shape[:2]
    scale = min(HEIGHT / height, WIDTH / width)  # the whole picture, and its mean colour around it
    rows = min(HEIGHT, max(1, round(height * scale)))
    columns = min(WIDTH, max(1, round(width * scale)))
    top, left = (HEIGHT - rows) // 2, (WIDTH - columns) // 2
    picture = resize(pixels, rows, columns)
    pixels = np.empty((HEIGHT, WIDTH, 3), np.uint8)
    pixels[:] = np.rint(picture.mean(axis=(0, 1))).astype(np.uint8)
    pixels[top:top + rows, left:left + columns] = picture''',
}
"""Source for each way to fit a picture into the input."""

_GREY = "    pixels = cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2GRAY)[..., None]"

_TENSOR = """\
    values = (pixels / 255 - np.array(MEAN)) / np.array(STD)
    return torch.from_numpy(np.ascontiguousarray(values.astype(np.float32).transpose(2, 0, 1))[None])"""
