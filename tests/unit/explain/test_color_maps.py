"""Colour scales and colour vision, against a calculation in plain floating point."""

import numpy as np
import pytest

from cnnstudio.explain.color_maps import COLOR_MAP_INFOS, COLOR_MAPS, VISIONS, color_table, seen_with


def test_only_the_maps_that_mislead_carry_a_warning() -> None:
    assert {info.name for info in COLOR_MAP_INFOS if info.warning} == {"turbo", "jet"}
    assert not {"turbo", "jet", "cool-warm"} & set(COLOR_MAPS)


def test_the_diverging_map_is_lightest_in_the_middle_and_even_to_both_sides() -> None:
    light = (color_table("cool-warm") / 255) ** 2.2 @ [0.2126, 0.7152, 0.0722]
    assert 126 <= int(light.argmax()) <= 129
    assert (np.diff(light[:127]) > 0).all()
    assert (np.diff(light[129:]) < 0).all()


def _machado(pixel: list[int], matrix: np.ndarray) -> list[int]:
    level = np.array(pixel) / 255
    linear = np.where(level <= 0.04045, level / 12.92, ((level + 0.055) / 1.055) ** 2.4)
    seen = (matrix @ linear).clip(0, 1)
    return list(np.rint(255 * np.where(seen <= 0.0031308, 12.92 * seen, 1.055 * seen ** (1 / 2.4) - 0.055)).astype(int))


@pytest.mark.parametrize("vision", [info for info in VISIONS if info.matrix], ids=lambda info: info.name)
def test_a_deficient_colour_vision_is_simulated_as_published(vision) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (6, 5, 3), dtype=np.uint8)
    expected = [[_machado(pixel, np.array(vision.matrix)) for pixel in row] for row in pixels.tolist()]
    # 4096 steps of light are coarser than a level of the screen near black only.
    assert np.abs(seen_with(pixels, vision.name).astype(int) - np.array(expected)).max() <= 2


@pytest.mark.parametrize("vision", [info.name for info in VISIONS])
def test_grey_stays_grey_and_usual_vision_changes_nothing(vision: str) -> None:
    greys = color_table("grey")[None, ::5]
    assert np.abs(seen_with(greys, vision).astype(int) - greys).max() <= 2   # the matrices' rows sum to 1 ± 1e-6
    colors = color_table("jet")
    assert np.array_equal(seen_with(colors, vision), colors) == (vision == "usual")
