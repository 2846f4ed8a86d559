"""Movements of images are those of independent programs, and each is what its name and strength say."""

import math

import cv2
import numpy as np
import pytest
import torch

from cnnstudio.data.augment.chance import Chance
from cnnstudio.data.augment.changes import augment, augment_pixels
from cnnstudio.data.augment.geometry import Motion, draw_motion
from cnnstudio.data.augment.resample import move_images, move_pixels
from cnnstudio.data.config import AugmentConfig
from tests.helpers.augment import batch, close, generator, photos, tensor

BORDER = 6
"""How far from the border two programs are compared that treat it differently."""


@pytest.fixture
def extreme(monkeypatch):
    """Draw the largest value instead of a random one."""
    monkeypatch.setattr(Chance, "share", lambda self: np.ones(self.count))


def spots(count: int, height: int, width: int, row: int, column: int) -> torch.Tensor:
    """Return black images with one bright block of 3 × 3 around (row, column)."""
    images = torch.zeros(count, 1, height, width)
    images[:, :, row - 1:row + 2, column - 1:column + 2] = 1
    return images


def centers(images: torch.Tensor) -> torch.Tensor:
    """Return the centre of mass of each image: (N, 2) row and column."""
    weight = images[:, 0] / images[:, 0].sum(dim=(1, 2), keepdim=True)
    rows, columns = torch.arange(images.shape[2]) + 0.0, torch.arange(images.shape[3]) + 0.0
    return torch.stack(((weight.sum(2) * rows).sum(1), (weight.sum(1) * columns).sum(1)), dim=1)


@pytest.mark.parametrize(("name", "axis"), [("flip_horizontal", 3), ("flip_vertical", 2)])
def test_a_flip_is_exact_and_about_half_of_the_images_have_it(name, axis):
    images = batch(400, 1, 4, 4)
    result = augment(images, AugmentConfig(**{name: True}), generator())
    flipped = (result == images.flip(axis)).all(dim=(1, 2, 3))
    kept = (result == images).all(dim=(1, 2, 3))
    assert (flipped ^ kept).all()
    assert 150 < int(flipped.sum()) < 250


@pytest.mark.parametrize("channels", [1, 3])
def test_flips_of_bytes_are_numpy_s(channels):
    pixels = photos(16, channels)
    chosen = np.arange(16) % 4
    motion = Motion(chosen % 2 == 1, chosen >= 2, None)
    expected = [pixels, pixels[:, :, ::-1], pixels[:, ::-1], pixels[:, ::-1, ::-1]]
    result = move_pixels(pixels, motion)
    for place, kind in enumerate(chosen):
        assert np.array_equal(result[place], expected[kind][place])
    assert torch.equal(move_images(tensor(pixels), motion), tensor(result))


def test_flips_within_other_movements_are_exact_where_those_do_nothing():
    """Rotation by nothing: the same flips, by way of the resampling."""
    pixels = photos(16)
    config = AugmentConfig(flip_horizontal=True, flip_vertical=True)
    alone = augment_pixels(pixels, config, generator())
    resampled = augment_pixels(pixels, config.model_copy(update={"rotate_deg": 1e-12}), generator())
    assert torch.equal(alone, resampled)
    assert not torch.equal(alone, augment_pixels(pixels, config, generator(1)))


def test_a_quarter_turn_is_exact_on_a_square(extreme):
    images = batch(2, 3, 10, 10)
    result = augment(images, AugmentConfig(rotate_deg=90), generator())
    turned = [torch.rot90(images, turns, (2, 3)) for turns in (1, 3)]
    expected = min(turned, key=lambda one: float((one - result).norm()))
    close(result, expected)


def test_a_rotation_keeps_lengths_on_a_picture_that_is_not_square(extreme):
    """A spot 12 pixels right of the centre lands 12 pixels above or below it."""
    images = spots(1, 41, 61, 20, 42)
    center = centers(augment(images, AugmentConfig(rotate_deg=90), generator()))[0]
    assert center[1] == pytest.approx(30, abs=0.1)
    assert abs(center[0] - 20) == pytest.approx(12, abs=0.1)
    center = centers(augment(images, AugmentConfig(rotate_deg=30), generator()))[0]
    assert math.hypot(center[0] - 20, center[1] - 30) == pytest.approx(12, abs=0.2)


def test_zoom_moves_things_away_from_the_centre_by_its_factor(extreme):
    center = centers(augment(spots(1, 41, 61, 26, 40), AugmentConfig(zoom=0.5), generator()))[0]
    assert center.tolist() == pytest.approx([20 + 6 * 1.5, 30 + 10 * 1.5], abs=0.1)


def test_shift_moves_by_a_share_of_each_side(extreme):
    center = centers(augment(spots(1, 40, 60, 16, 25), AugmentConfig(shift=0.25), generator()))[0]
    assert center.tolist() == pytest.approx([26, 40], abs=0.01)


def test_shear_slants_by_its_angle(extreme):
    """A spot above the centre moves sideways by the tangent times its height; then one slant follows the other."""
    slope = math.tan(math.radians(20))
    center = centers(augment(spots(1, 61, 61, 20, 30), AugmentConfig(shear_deg=20), generator()))[0]
    right = 10 * slope
    assert center.tolist() == pytest.approx([20 - slope * right, 30 + right], abs=0.15)


def test_what_comes_in_over_the_border_is_a_reflection(extreme):
    ramp = torch.linspace(0, 1, 20).expand(1, 1, 20, 20).clone()
    result = augment(ramp, AugmentConfig(shift=0.25), generator())
    close(result[0, 0, 0, :5], ramp[0, 0, 0, :5].flip(0))
    close(result[0, 0, 0, 5:], ramp[0, 0, 0, :15])


def test_far_beyond_the_border_reflections_repeat(monkeypatch):
    """Zoomed out to a tenth, an image repeats as `numpy.pad` repeats it."""
    monkeypatch.setattr(Chance, "share", lambda self: np.zeros(self.count))
    pixels = photos(2, height=10, width=10)
    result = augment_pixels(pixels, AugmentConfig(zoom=0.9), generator())
    wide = np.pad(pixels, ((0, 0), (45, 45), (45, 45), (0, 0)), mode="symmetric").astype(float)
    corners = [wide[:, row::10, column::10] for row in (4, 5) for column in (4, 5)]
    close(result, tensor(np.rint(sum(corners) / 4).astype(np.uint8)), atol=1.01 / 255)


def drawn(config: AugmentConfig, seed: int = 0, count: int = 6, height: int = 40, width: int = 56) -> Motion:
    motion = draw_motion(config, Chance(generator(seed), count), height, width)
    assert motion is not None
    return motion


@pytest.mark.parametrize("setting", [
    {"rotate_deg": 60}, {"zoom": 0.4}, {"shift": 0.2}, {"shear_deg": 30}, {"crop": 0.7},
    {"rotate_deg": 30, "zoom": 0.2, "shift": 0.1, "shear_deg": 15, "crop": 0.4, "flip_horizontal": True}])
def test_a_movement_is_opencv_s_and_torchvision_s(setting):
    """The maps of the two programs count in other ways; each is worked out here from corners or angles."""
    from torchvision.transforms.v2 import functional

    motion = drawn(AugmentConfig(**setting))
    pixels = photos(6, height=40, width=56)
    result = move_pixels(pixels, motion)
    for image, moved, back in zip(pixels, result, motion.maps, strict=True):
        forward = np.linalg.inv(np.vstack((back, (0, 0, 1))))
        ends = np.array([(-28.0, -20.0), (28.0, -20.0), (-28.0, 20.0), (28.0, 20.0)])
        places = ends @ forward[:2, :2].T + forward[:2, 2]
        half_pixel = np.array((27.5, 19.5))
        by_corners = cv2.getAffineTransform((ends[:3] + half_pixel).astype(np.float32),
                                            (places[:3] + half_pixel).astype(np.float32))
        expected = cv2.warpAffine(image.astype(np.float32), by_corners, (56, 40), borderMode=cv2.BORDER_REFLECT)
        assert np.abs(moved - expected).max() < 3.5  # of 255: float32 corners, and inverted back
        assert np.abs(moved - expected).mean() < 0.4
        inside = cv2.warpAffine(np.ones((40, 56), np.float32), by_corners, (56, 40))
        inside = cv2.erode(inside, np.ones((BORDER, BORDER)), borderType=cv2.BORDER_CONSTANT, borderValue=0) > 0.99
        other = functional.perspective(tensor(image[None]), None, None, coefficients=_coefficients(forward))
        other = other.numpy()[0].transpose(1, 2, 0)
        assert np.abs(moved / 255 - other)[inside].max() < 0.02


def _coefficients(forward: np.ndarray) -> list[float]:
    """Return what `torchvision` takes for a map from the result's pixel to the image's: both count from a corner."""
    corner = np.array(((1.0, 0, -28), (0, 1, -20), (0, 0, 1)))
    back = np.linalg.inv(corner) @ np.linalg.inv(forward) @ corner
    return [*back[0], *back[1], 0.0, 0.0]


@pytest.mark.parametrize("name", ["rotate_deg", "shear_deg"])
def test_angles_are_torchvision_s(name, extreme):
    from torchvision.transforms.v2 import functional

    images = tensor(photos(2, height=50, width=60))
    result = augment(images, AugmentConfig(**{name: 20}), generator())[..., 16:34, 20:40]
    if name == "rotate_deg":
        expected = functional.rotate(images, -20 * _turn(result, images), functional.InterpolationMode.BILINEAR)
    else:
        expected = functional.affine(images, 0, [0, 0], 1.0, [20, 20], functional.InterpolationMode.BILINEAR)
    close(result, expected[..., 16:34, 20:40], atol=0.01)


def _turn(result: torch.Tensor, images: torch.Tensor) -> int:
    """Return 1 for a turn to the right: which way the largest value turns is free, its angle is not."""
    from torchvision.transforms.v2 import functional

    errors = {sign: (functional.rotate(images, -20.0 * sign, functional.InterpolationMode.BILINEAR)
                     [..., 16:34, 20:40] - result).abs().max() for sign in (1, -1)}
    return min(errors, key=errors.__getitem__)


def test_a_crop_is_cut_out_and_enlarged(monkeypatch):
    """The largest crop at the right lower corner, against slicing and OpenCV's enlarging."""
    monkeypatch.setattr(Chance, "share", lambda self: np.ones(self.count))
    image = photos(1, height=48, width=64)
    ratio, area = 4 / 3, 0.25
    wide, high = 64 * math.sqrt(area * ratio), 48 * math.sqrt(area / ratio)
    result = augment_pixels(image, AugmentConfig(crop=0.75), generator())
    back = np.array(((wide / 64, 0, 64 - wide + wide / 128 - 0.5), (0, high / 48, 48 - high + high / 96 - 0.5)))
    expected = cv2.warpAffine(image[0].astype(np.float32), back, (64, 48), borderMode=cv2.BORDER_REPLICATE,
                              flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
    assert np.abs(255 * result[0].permute(1, 2, 0).numpy() - expected).max() < 0.6


def test_crops_lie_inside_with_areas_and_proportions_as_drawn():
    maps = drawn(AugmentConfig(crop=0.9), count=2000).maps
    wide, high = maps[:, 0, 0], maps[:, 1, 1]
    area, ratio = wide * high, wide / high
    assert area.min() >= 0.1 - 1e-9
    assert area.max() <= 1 + 1e-9
    assert area.mean() == pytest.approx(0.55, abs=0.02)
    assert (ratio >= 3 / 4 - 1e-9).all()
    assert (ratio <= 4 / 3 + 1e-9).all()
    assert (np.abs(maps[:, 0, 2]) <= 28 * (1 - wide) + 1e-9).all()
    assert (np.abs(maps[:, 1, 2]) <= 20 * (1 - high) + 1e-9).all()
    assert np.log(ratio).mean() == pytest.approx(0, abs=0.02)


def test_values_spread_evenly_up_to_the_strength_both_ways():
    maps = drawn(AugmentConfig(rotate_deg=30), count=4000).maps
    angles = np.rad2deg(np.arctan2(maps[:, 0, 1], maps[:, 0, 0]))
    counts, _ = np.histogram(angles, bins=10, range=(-30, 30))
    assert counts.sum() == 4000
    assert counts.min() > 320
    assert counts.max() < 480


def test_movements_are_one_resampling_and_not_one_after_the_other():
    """Turned by an angle and back by the next step, nothing is blurred: what is composed are maps, not pictures."""
    pixels = photos(3)
    forth = drawn(AugmentConfig(rotate_deg=45), count=3, height=20, width=26).maps
    back = forth.copy()
    back[:, 0, 1], back[:, 1, 0] = -forth[:, 0, 1], -forth[:, 1, 0]
    whole = np.concatenate((back[:, :, :2] @ forth[:, :, :2], forth[:, :, 2:]), axis=2)
    nobody = np.zeros(3, bool)
    assert np.array_equal(move_pixels(pixels, Motion(nobody, nobody, whole)), pixels)
    twice = move_pixels(move_pixels(pixels, Motion(nobody, nobody, forth)), Motion(nobody, nobody, back))
    assert not np.array_equal(twice, pixels)
