"""A network that goes by the background is told from one that goes by the object, on pictures of both."""

import dataclasses
from collections.abc import Generator

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.explain.audit.background import find_backgrounds
from cnnstudio.explain.audit.background_pairs import designs, typical_of
from cnnstudio.explain.audit.background_trial import (
    Answers,
    Trial,
    answers,
    chosen_places,
    descriptors,
    try_backgrounds,
)
from cnnstudio.explain.audit.background_words import evidence_inside
from cnnstudio.explain.audit.case import AuditCase
from cnnstudio.explain.audit.exchange import exchange_of, mean_by, sign_chance
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


def pictures(tied: bool, seed: int = 0, ground: int | None = None) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return pictures of coloured discs on grounds (all on one of them, if given), their labels and boxes."""
    chance = np.random.default_rng(seed)
    labels = np.repeat(np.arange(3), EACH)
    grounds = labels if tied else chance.integers(0, 3, len(labels))
    if ground is not None:
        grounds = np.full(len(labels), ground)
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


def of_pixels(network: nn.Module, pixels: np.ndarray, labels: np.ndarray) -> AuditCase:
    return AuditCase(network, ("bird", "bear", "frog"), np.zeros(3), np.ones(3), pixels, labels,
                     tuple(map(str, range(len(labels)))), pixels[:0], labels[:0])


def one_class_case(network: nn.Module) -> AuditCase:
    """Return birds before sky, and others before other grounds, a quarter of them before sky."""
    pixels, labels, _ = pictures(tied=True)
    sky, _, _ = pictures(tied=True, seed=1, ground=0)
    pixels[labels > 0] = np.where((np.arange(len(labels)) % 4 == 0)[labels > 0, None, None, None],
                                  sky[labels > 0], pixels[labels > 0])
    return of_pixels(network, pixels, labels)


def finished(steps: Generator[AuditStep, None, Answers | None]) -> Answers | None:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


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
    assert one.pictures[0].title.startswith("bird, answer bird")
    assert all(picture.pixels.shape == (SIDE, SIDE, 3) for picture in one.pictures)
    assert set(one.with_it) <= set(range(EACH))


def test_a_network_that_goes_by_the_object_before_telling_backgrounds_is_not_accused_of_relying_on_them():
    """The control of the verdict: the same pictures, another network."""
    assert {one.level for one in said(case_of(HONEST, tied=True, with_boxes=True))} == {"in the data"}


@pytest.mark.parametrize("network", [HONEST, CHEAT])
def test_nothing_is_said_of_backgrounds_that_do_not_go_with_the_class(network):
    assert said(case_of(network, tied=False)) == []


def test_the_answers_are_those_of_pictures_made_by_hand():
    """With boxes: what lies far from both objects is the donor's pixel for pixel, and the answers follow."""
    case = case_of(CHEAT, tied=True, with_boxes=True)
    trial = trial_of(case)
    pairs, = designs(trial.labels, trial.telling, 0, 12, np.random.default_rng(0))
    said = finished(answers(case, trial, pairs, lambda: False))
    assert said is not None
    picture = trial.layers.swapped(int(pairs.own[0]), int(pairs.untypical[0, 0]))
    donor = trial.layers.pixels[pairs.untypical[0, 0]]
    assert (picture[:2] == donor[:2]).all()
    assert (said.swapped[0] == case.logits(picture[None])[0]).all()
    assert (said.kept.argmax(axis=1) == 0).all()
    assert (said.swapped.argmax(axis=1) == trial.labels[pairs.untypical[0]]).all()
    assert (said.drawn.argmax(axis=1) == 0).all()
    assert (said.undrawn.argmax(axis=1) == trial.labels[pairs.untypical[1]]).all()
    assert (said.alone == case.logits(np.array([trial.layers.scene(int(row)) for row in pairs.own]))).all()
    exchange = exchange_of(said)
    assert (exchange.gap, exchange.pull, exchange.is_matched) == (1.0, 1.0, False)


def test_one_class_with_a_ground_of_its_own_is_found_though_others_stand_before_it_too():
    """A quarter of the others has its ground: the two backgrounds of a pair come from images of one class."""
    case = one_class_case(CHEAT)
    found = said(case)
    assert [(one.class_index, one.level) for one in found] == [(0, "relied on")]
    assert "came from images of one class" in found[0].explanation
    assert [one.class_index for one in said(one_class_case(HONEST)) if one.level == "relied on"] == []


def test_a_comparison_within_classes_differs_in_the_background_alone():
    trial = trial_of(one_class_case(CHEAT))
    pairs, _ = designs(trial.labels, trial.telling, 0, 12, np.random.default_rng(0))
    typical = typical_of(trial.telling, 0)
    assert pairs.is_matched
    assert (trial.labels[pairs.typical] == trial.labels[pairs.untypical]).all()
    assert typical[pairs.typical].all()
    assert not typical[pairs.untypical].any()
    assert (trial.labels[pairs.own] == 0).all()
    assert (trial.labels[pairs.others] != 0).all()
    for objects, line in ((pairs.own, 0), (pairs.others, 1)):
        assert not ((objects == pairs.typical[line]) | (objects == pairs.untypical[line])).any()


def test_the_accuracy_on_images_before_an_untypical_background_is_among_the_figures():
    """Three of nineteen images stand before other grounds, which the cheat takes for other classes: counted by hand."""
    pixels, labels, _ = pictures(tied=True)
    pixels, labels = np.concatenate([pixels, pixels[-3:]]), np.concatenate([labels, [0] * 3])
    found = said(of_pixels(CHEAT, pixels, labels))
    one, = (one for one in found if one.class_index == 0)
    figure, = (figure for figure in one.figures if figure.name == "accuracy_untypical")
    assert (figure.value, figure.control) == (0.0, 1.0)
    assert "0 of 3 are recognised" in one.explanation
    whole, = (other for other in found if other.class_index == 1)
    assert "accuracy_untypical" not in {figure.name for figure in whole.figures}
    assert "cannot be said: only 0" in whole.explanation


def test_changes_that_share_a_background_count_once():
    groups = np.array([4, 4, 9, 4])
    assert mean_by(groups, np.array([1.0, 2.0, -5.0, 3.0])).tolist() == [2.0, -5.0]
    all_up = sign_chance(np.ones(6))
    assert all_up == pytest.approx(1 / 64, rel=0.3)      # 9,999 drawn signs: 156 expected, sixfold their spread
    assert sign_chance(mean_by(np.repeat(np.arange(6), 10), np.ones(60))) == all_up


def test_classes_whose_background_tells_nothing_cost_no_answers():
    """The control: a class that is told is asked about."""
    asked = []

    class Counting(AuditCase):
        def logits(self, pixels):
            asked.append(len(pixels))
            return super().logits(pixels)

    for tied, some in ((False, False), (True, True)):
        case = case_of(CHEAT, tied=tied, with_boxes=True)
        counting = Counting(**{field.name: getattr(case, field.name) for field in dataclasses.fields(case)})
        found = joined(look_once(counting, np.arange(len(case.labels)), lambda: False))
        asked.clear()
        list(find_backgrounds(counting, found, lambda: False))
        assert bool(asked) == some
    assert sum(asked) == 3 * 6 * 20     # three classes, six kinds of pictures of 240 / (3 * 4) objects


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
