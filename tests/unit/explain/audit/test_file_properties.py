"""What gives a class away is named, scenes raise no alarm, and a network is accused only after its answers changed."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.data.health.giveaways import gap_between
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.file_properties import find_file_properties, property_suspicions
from cnnstudio.explain.audit.one_pass import OnePass
from cnnstudio.explain.audit.property_changes import CHANGES, saved_as_jpeg, steps_towards
from cnnstudio.explain.audit.report import AuditStep, Suspicion

NAMES = ("cat", "dog", "owl")
LABELS = np.repeat(np.arange(3), 30)


def noise(seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=len(LABELS))


def said(**properties: np.ndarray) -> list[Suspicion]:
    return list(property_suspicions({"height": noise(1)} | properties, LABELS, NAMES))


def test_a_class_saved_in_another_quality_is_named_with_the_figure_and_chance():
    one, = said(jpeg_quality=np.where(LABELS == 1, 40.0, 90.0))
    assert (one.kind, one.class_index, one.level) == ("file", 1, "in the data")
    assert one.headline == (
        "dog can be told from the rest by the JPEG quality alone: "
        f"{100 * one.figures[0].value:.0f} % (by chance 50 %).")
    assert "The middle value is 40, of the other classes 90." in one.explanation
    assert one.figures[0].value > 0.95
    assert one.figures[0].limit is not None
    assert one.figures[0].limit < 0.8


def test_classes_that_are_all_told_by_the_width_are_one_suspicion_about_all():
    one, = said(width=100.0 + 10 * LABELS, aspect=1.0 + LABELS)
    assert one.class_index is None
    assert f"picture width alone: {100 * one.figures[0].value:.0f} % (by chance 33 %)." in one.headline
    assert one.figures[0].value > 0.95
    assert "The same goes for: proportions of the picture." in one.explanation


@pytest.mark.parametrize("name", ["bytes", "brightness", "sharpness", "yellowness"])
def test_a_scene_that_is_often_brighter_raises_no_alarm(name):
    assert said(**{name: 1.6 * (LABELS == 2) + noise(2)}) == []


def test_the_same_of_the_file_does():
    """Control of the test above."""
    assert [one.class_index for one in said(width=3 * (LABELS == 2) + noise(2))] == [2]


def test_chance_alone_raises_no_alarm():
    assert said(**{name: noise(seed) for seed, name in enumerate(("jpeg_quality", "width", "brightness"), 5)}) == []


def test_a_gap_is_counted_in_the_spread_of_the_rest():
    """101 values from 0 to 100: quartiles 25 and 75, the 95th percentile 95; the others from 200 on, 5th at 205."""
    values, own = np.concatenate([np.arange(101.0), np.arange(200.0, 301.0), [np.nan]]), np.arange(203) >= 101
    assert gap_between(values, own) == pytest.approx((205 - 95) / 50)
    assert gap_between(-values, own) == pytest.approx((205 - 95) / 50)
    assert gap_between(values, np.arange(203) % 2 == 0) < 0
    assert gap_between(values, np.arange(203) == 202) == -1


class ByBrightness(nn.Module):
    """Tells class 0 by brightness, or, as a control, knows nothing of it."""

    def __init__(self, *, looks: bool) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.tensor(60.0 if looks else 0.0))

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        dark = self.weight * (0.4 - images.mean(dim=(1, 2, 3)))
        return torch.stack([dark, torch.zeros_like(dark), torch.zeros_like(dark) - 1], dim=1)


def case_of(network: nn.Module) -> AuditCase:
    chance = np.random.default_rng(0)
    base = np.where(LABELS == 0, 70, 135)[:, None, None, None] + chance.integers(-5, 6, (90, 1, 1, 1))
    pixels = np.clip(base + chance.normal(0, 20, (90, 12, 12, 3)), 0, 255).astype(np.uint8)
    return AuditCase(network, NAMES, np.zeros(3), np.ones(3), pixels, LABELS, tuple(map(str, range(90))), pixels[:0],
                     LABELS[:0], properties={"brightness": pixels.mean(axis=(1, 2, 3)) / 255})


def found_in(case: AuditCase) -> list[Suspicion]:
    empty = np.zeros((0, 3), np.float32)
    nothing = OnePass(np.zeros(0, np.int64), empty, empty[:, :, None], empty, empty, "")
    return [one for one in find_file_properties(case, nothing, lambda: False) if isinstance(one, Suspicion)]


def test_a_network_that_goes_by_brightness_is_accused_after_pictures_were_darkened():
    one, = found_in(case_of(ByBrightness(looks=True)))
    assert (one.class_index, one.level) == (0, "relied on")
    figure = next(figure for figure in one.figures if figure.name == "takes_class")
    assert figure.value == 1.0            # all are darker than 0.4 then
    assert figure.control == 0.0          # and none when they were brightened
    assert len(one.pictures) == 9


def test_one_that_does_not_is_not_accused():
    """The control: the same pictures. Nearly every picture of the class is darker, so that is told, calmly."""
    one, = found_in(case_of(ByBrightness(looks=False)))
    assert one.level == "in the data"
    assert one.headline.endswith("That may well belong to the class.")


def test_a_wish_to_stop_ends_the_search():
    events = list(find_file_properties(case_of(ByBrightness(looks=True)), None, lambda: True))
    assert all(isinstance(event, AuditStep) for event in events)


@pytest.mark.parametrize("name", sorted(CHANGES))
def test_a_change_reaches_the_value_it_aims_at_and_the_control_moves_away(name):
    """Pictures of middle brightness, so that nothing is cut off; the steps are small."""
    chance = np.random.default_rng(3)
    coarse = chance.uniform(90, 160, (4, 6, 6, 3)).repeat(4, axis=1).repeat(4, axis=2)
    pictures = np.clip(coarse + chance.normal(0, 6, coarse.shape), 0, 255).astype(np.uint8)
    measure, _ = CHANGES[name]
    before = np.array([measure(picture) for picture in pictures])
    is_ratio = name in ("white_red", "white_blue")
    step = 0.05 if is_ratio else 0.3 if name == "sharpness" else 2.0       # logarithms; else levels of 255
    towards, away = steps_towards(name, pictures, float(before.max() + step))
    after, control = ([measure(picture) for picture in changed] for changed in (towards, away))
    rounding = 0.01 if is_ratio else 0.5 * (name != "sharpness")
    assert after == pytest.approx([before.max() + step] * 4, abs=0.1 * step + rounding)
    assert (np.array(control) < before).all()


def test_a_picture_saved_as_jpeg_is_the_one_pillow_reads_back():
    picture = np.random.default_rng(4).integers(0, 256, (4, 4, 3)).astype(np.uint8).repeat(8, axis=0).repeat(8, axis=1)
    fine, coarse = (np.abs(saved_as_jpeg(picture, quality).astype(int) - picture).mean() for quality in (98, 10))
    assert fine < coarse / 2
    assert saved_as_jpeg(picture[..., :1], 50).shape == (32, 32, 1)
