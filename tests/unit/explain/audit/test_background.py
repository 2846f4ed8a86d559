"""A network that goes by the background is told from one that goes by the object, on pictures of both."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.explain.audit.background import find_backgrounds, judged
from cnnstudio.explain.audit.background_trial import Trial, chosen_places, descriptors, donors, try_backgrounds
from cnnstudio.explain.audit.background_words import evidence_inside
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.one_pass import joined, look_once
from cnnstudio.explain.audit.report import AuditStep, Suspicion

SIDE, EACH = 32, 16
GROUNDS = np.array([[60, 120, 220], [230, 230, 235], [50, 140, 50]], float)
THINGS = np.array([[250, 30, 30], [250, 220, 20], [120, 20, 130]], float)


class ByColour(nn.Module):
    """Knows three colours; looks at the pixel nearest to any of them (the thing), or at the mean of the corners."""

    def __init__(self, colours: np.ndarray, *, at_corners: bool) -> None:
        super().__init__()
        self.layer = nn.Conv2d(3, 3, 1)
        centred = torch.tensor(colours / 255, dtype=torch.float32)
        self.layer.weight.data = 40 * centred[:, :, None, None]      # -20 |x - c|^2 without its |x|^2
        self.layer.bias.data = -20 * (centred ** 2).sum(dim=1)
        self.at_corners = at_corners

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        scores = self.layer(images)
        if self.at_corners:
            return torch.stack([scores[:, :, y, x] for y in (0, -1) for x in (0, -1)]).mean(dim=0)
        near = scores - 20 * (images ** 2).sum(dim=1, keepdim=True)
        return near.amax(dim=(2, 3)) * 2


def pictures(tied: bool, seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pictures of coloured discs on grounds, their labels and boxes."""
    chance = np.random.default_rng(seed)
    labels = np.repeat(np.arange(3), EACH)
    grounds = labels if tied else chance.integers(0, 3, len(labels))
    yy, xx = np.mgrid[:SIDE, :SIDE]
    shown, boxes = [], []
    for label, ground in zip(labels, grounds, strict=True):
        y, x, radius = *chance.integers(9, SIDE - 9, 2), 6
        picture = GROUNDS[ground] + chance.normal(0, 8, (SIDE, SIDE, 3))
        picture[(yy - y) ** 2 + (xx - x) ** 2 < radius ** 2] = THINGS[label]
        shown.append(np.clip(picture, 0, 255).astype(np.uint8))
        boxes.append([x - radius, y - radius, x + radius + 1, y + radius + 1])
    return np.array(shown), labels, np.array(boxes, np.float32) / SIDE


def case_of(network: nn.Module, tied: bool, *, with_boxes: bool = False) -> AuditCase:
    pixels, labels, boxes = pictures(tied)
    names = tuple(f"{row}.png" for row in range(len(labels)))
    return AuditCase(network, ("bird", "bear", "frog"), np.zeros(3), np.ones(3), pixels, labels, names, pixels[:0],
                     labels[:0], boxes if with_boxes else None)


CHEAT = ByColour(GROUNDS, at_corners=True)
HONEST = ByColour(THINGS, at_corners=False)


def said(case: AuditCase) -> list[Suspicion]:
    found = joined(look_once(case, np.arange(len(case.labels)), lambda: False))
    return [event for event in find_backgrounds(case, found, lambda: False) if isinstance(event, Suspicion)]


def trial_of(case: AuditCase) -> Trial:
    plain = case.logits(case.pixels)
    *_, last = try_backgrounds(case, plain, lambda: False, np.random.default_rng(0))
    assert isinstance(last, Trial)
    return last


@pytest.mark.parametrize("with_boxes", [True, False])
def test_a_network_that_goes_by_the_background_is_found_out_with_and_without_boxes(with_boxes):
    found = said(case_of(CHEAT, tied=True, with_boxes=with_boxes))
    assert {one.class_index for one in found} == {0, 1, 2}
    assert {one.level for one in found} == {"relied on"}
    one = found[0]
    assert {figure.name: figure.value for figure in one.figures}["follows_background"] > 0.9
    assert one.kind == "background"
    assert "bird" in one.headline
    assert len(one.pictures) == 16
    assert all(picture.pixels.shape == (SIDE, SIDE, 3) for picture in one.pictures)
    assert set(one.with_it) <= set(range(EACH))


def test_a_network_that_goes_by_the_object_before_telling_backgrounds_is_not_accused_of_relying_on_them():
    """The control of the verdict: the same pictures, another network."""
    assert {one.level for one in said(case_of(HONEST, tied=True, with_boxes=True))} == {"in the data"}


@pytest.mark.parametrize("network", [HONEST, CHEAT])
def test_nothing_is_said_of_backgrounds_that_do_not_go_with_the_class(network):
    assert said(case_of(network, tied=False)) == []


def test_the_answers_of_a_trial_are_those_of_pictures_made_by_hand():
    """With boxes: what lies far from both objects is the donor's pixel for pixel, and the answers follow."""
    case = case_of(CHEAT, tied=True, with_boxes=True)
    trial = trial_of(case)
    assert (case.labels[trial.places[trial.same]] == trial.labels).all()
    assert (case.labels[trial.places[trial.other]] != trial.labels).all()
    picture, donor = trial.layers.swapped(0, int(trial.other[0])), trial.layers.pixels[trial.other[0]]
    assert (picture[:2] == donor[:2]).all()
    assert (trial.swapped.argmax(axis=1) == trial.labels[trial.other]).all()
    assert (trial.kept.argmax(axis=1) == trial.labels).all()
    assert {exchange.gap for _, _, exchange in judged(trial)} == {1.0}


def test_no_donor_serves_twice_within_a_class_and_none_is_the_image_itself():
    labels = np.array([0] * 5 + [1] * 9 + [2] * 7)
    same, other = donors(labels, np.random.default_rng(1))
    for name in range(3):
        assert sorted(same[labels == name]) == sorted(np.flatnonzero(labels == name))
        assert len(set(other[labels == name])) == (labels == name).sum()
    assert (same != np.arange(len(labels))).all()
    assert (labels[other] != labels).all()


def test_as_many_images_of_each_class_are_looked_at_and_no_more_than_the_time_allows():
    labels = np.repeat(np.arange(10), 100)
    counts = np.bincount(labels[chosen_places(labels, np.random.default_rng(0))])
    assert counts.tolist() == [16] * 10
    assert len(chosen_places(np.array([0] * 50 + [1] * 3), np.random.default_rng(0))) == 0


def test_a_background_is_described_without_the_object():
    """Two sets that differ in nothing but their objects have the same figures; with another ground they have not."""
    trial = trial_of(case_of(CHEAT, tied=True, with_boxes=True))
    layers, plain = trial.layers, descriptors(trial.layers)
    repainted = layers.pixels.copy()
    repainted[layers.pixels.astype(int)[..., 0] == 250] = (0, 0, 0)
    changed = descriptors(type(layers)(repainted, layers.objects, layers.holes))
    assert np.abs(changed - plain)[:, :3].max() < 1.0     # Lab has 100 steps; a disc's edge is blurred into the grid
    assert np.abs(plain[0, :3] - plain[-1, :3]).max() > 20


def test_evidence_is_shared_between_inside_and_outside():
    case = case_of(HONEST, tied=True, with_boxes=True)
    trial = trial_of(case)
    found = joined(look_once(case, np.arange(len(case.labels)), lambda: False))
    inside, area = evidence_inside(found, trial, np.ones(len(trial.labels), bool))
    assert inside > 0.9          # the network takes the best cell of all, which is on the disc
    assert 0.1 < area < 0.25     # 13 x 13 of 32 x 32


def test_a_wish_to_stop_ends_the_search_without_a_verdict():
    case = case_of(CHEAT, tied=True)
    found = joined(look_once(case, np.arange(len(case.labels)), lambda: False))
    asked = iter([False, False, True])
    events = list(find_backgrounds(case, found, lambda: next(asked, True)))
    assert all(isinstance(event, AuditStep) for event in events)


def test_too_few_images_are_left_alone():
    pixels, labels, _ = pictures(tied=True)
    rows = np.arange(0, 48, 3)[:12]
    case = AuditCase(CHEAT, ("a", "b", "c"), np.zeros(3), np.ones(3), pixels[rows], labels[rows],
                     tuple(map(str, rows)), pixels[:0], labels[:0])
    assert said(case) == []
