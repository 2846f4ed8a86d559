"""Figures of one map for slides and papers: pictures side by side with the scale and words below. Free of torch."""

import cv2
import numpy as np
from PIL import Image, ImageDraw

from cnnstudio.explain.explanation import Explanation, method_info, target_words
from cnnstudio.explain.heatmap import Pixels, legend, text_font
from cnnstudio.explain.map_paint import MapLook, MapOnImage, map_alone, on_image, painted, scale_end
from cnnstudio.explain.target import ExactTarget
from cnnstudio.wording import translate

_SIDES_PX = (280, 1200)
"""Pictures of a panel have no shorter and no longer longer side than these."""
_GAP_PX, _MARGIN_PX, _LINE_PX = 12, 14, 18
_TEXT, _WHITE = "#1A1E24", 255
_LEAST_WIDTH_PX = 360


def scale_picture(explanation: Explanation, look: MapLook, width: int = 360) -> Pixels:
    """Return the scale of a picture with its numbers, (h, width, 3) on white."""
    shown = on_image(explanation, look)
    end = scale_end(shown, look)
    return legend(
        "grey" if look.laid_as == "light" and look.sign != "both" else look.color_map, end,
        weak=explanation.heatmap.weak and look.sign == "positive", width=width, sign=look.sign,
        hatched=bool(np.isnan(explanation.heatmap.values).any()), own_peak=None if end == shown.peak else shown.peak)


def figure(explanation: Explanation, look: MapLook, name: str = "") -> Pixels:
    """Return the overlay at the image's own size with its scale and a caption below, on white: (H + h, W', 3)."""
    over = painted(on_image(explanation, look), look)
    width = max(over.shape[1], _LEAST_WIDTH_PX)
    scale = scale_picture(explanation, look, min(width, 2 * _LEAST_WIDTH_PX))
    return np.concatenate([_centred(over, width), _centred(scale, width),
                           caption(caption_lines(explanation, look, name), width)])


def panel(explanation: Explanation, look: MapLook, name: str = "") -> Pixels:
    """Return image, map and overlay side by side, the scale and a caption below, on white: (h, w, 3)."""
    shown = _at_a_readable_size(on_image(explanation, look))
    pictures = (shown.pixels, map_alone(shown, look), painted(shown, look))
    row = np.concatenate([_titled(title, picture) for title, picture in zip(
        ("image", "map", "overlay"), pictures, strict=True)], axis=1)
    width = row.shape[1]
    scale = scale_picture(explanation, look, min(width, 2 * _LEAST_WIDTH_PX))
    return np.concatenate([row, _centred(scale, width), caption(caption_lines(explanation, look, name), width)])


def caption_lines(explanation: Explanation, look: MapLook, name: str = "") -> tuple[str, ...]:
    """Return what a figure must say of its map: image, answer, question, and where the evidence lies."""
    made, info = explanation.provenance, method_info(explanation.method)
    share = 100 * float(explanation.probabilities[explanation.predicted])
    answer = translate(
        "explain", "the network answers {class_name} ({share:.1f} %)",
        class_name=explanation.class_names[explanation.predicted], share=share)
    target = ExactTarget(made.target_kind, made.target, made.against)
    where = translate("explain", " at layer {layer}", layer=explanation.layer) if explanation.layer else ""
    scale = translate("explain", "own peak of this map") if look.limit is None else translate("explain", "fixed")
    return (f"{name}: {answer}." if name else f"{answer[0].upper()}{answer[1:]}.",
            translate(
                "explain", "{title} of {target}{where}; end of the scale: {scale}.",
                title=translate("explain", info.title), target=target_words(target, explanation.class_names),
                where=where, scale=scale),
            explanation.evidence)


def caption(lines: tuple[str, ...], width: int) -> Pixels:
    """Return lines of text, broken where they are too long, as (h, width, 3) on white."""
    broken = [part for line in lines for part in _broken(line, width - 2 * _MARGIN_PX)]
    picture = Image.new("RGB", (width, _LINE_PX * len(broken) + _MARGIN_PX), "white")
    draw = ImageDraw.Draw(picture)
    for number, text in enumerate(broken):
        draw.text((_MARGIN_PX, _LINE_PX * number), text, fill=_TEXT, font=text_font())
    return np.asarray(picture, dtype=np.uint8)


def _broken(text: str, width: int) -> list[str]:
    """Return a line as several that fit; a word that is too long alone is left to be cut off."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_font().getlength(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _at_a_readable_size(shown: MapOnImage) -> MapOnImage:
    longer = max(shown.pixels.shape[:2])
    if longer > _SIDES_PX[1]:
        return shown.scaled(_SIDES_PX[1] / longer)
    return shown.scaled(float(-(-_SIDES_PX[0] // longer))) if longer < _SIDES_PX[0] else shown


def _titled(title: str, picture: Pixels) -> Pixels:
    """Return a picture with its title above and white around."""
    head = np.full((_LINE_PX + _GAP_PX, picture.shape[1], 3), _WHITE, np.uint8)
    drawn = Image.fromarray(head)
    ImageDraw.Draw(drawn).text((0, _GAP_PX - 2), title, fill=_TEXT, font=text_font())
    whole = np.concatenate([np.asarray(drawn, dtype=np.uint8), picture])
    return np.asarray(cv2.copyMakeBorder(whole, 0, _GAP_PX, _GAP_PX, _GAP_PX, cv2.BORDER_CONSTANT,
                                         value=(_WHITE,) * 3), dtype=np.uint8)


def _centred(pixels: Pixels, width: int) -> Pixels:
    left = (width - pixels.shape[1]) // 2
    return np.pad(pixels, ((0, 0), (left, width - pixels.shape[1] - left), (0, 0)), constant_values=_WHITE)
