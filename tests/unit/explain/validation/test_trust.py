"""The checks of a map, with a network whose knowledge is known: it looks at the red of one corner."""

import dataclasses

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.validation import randomisation_check, trust
from cnnstudio.explain.validation.agreement import spearman
from cnnstudio.explain.validation.change_checks import CHANGES, check_class, check_stability, check_sum
from cnnstudio.explain.validation.deletion_check import check_deletion
from cnnstudio.explain.validation.effort import QUICK, THOROUGH
from cnnstudio.explain.validation.random_weights import ForgetfulNetwork
from cnnstudio.explain.validation.randomisation_check import check_randomisation
from cnnstudio.explain.validation.subject import Subject, subject_of
from cnnstudio.explain.validation.trust_report import TrustReport, TrustRow, TrustStep
from tests.unit.explain.networks import seeded

SIDE = 16
NAMES = ("red", "green", "blue")


def never():
    return False


class Colors(nn.Module):
    """Blurs, and asks how much of each colour there is: class scores are 20 times the mean brightness of a channel."""

    def __init__(self) -> None:
        super().__init__()
        self.blur = nn.Conv2d(3, 3, 3, padding=1, groups=3, bias=False)
        self.head = nn.Linear(3, 3)
        with torch.no_grad():
            self.blur.weight.fill_(1 / 9)
            self.head.weight.copy_(20 * torch.eye(3))
            self.head.bias.copy_(torch.tensor([0.3, 0.1, -0.2]))

    def forward(self, images):
        return self.head(self.blur(images).relu().mean(dim=(2, 3)))


class Deep(nn.Module):
    """Random convolutions with normalisation in between, and a head."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(3, 8, 3, padding=1), nn.BatchNorm2d(8), nn.ReLU(),
                                  nn.Conv2d(8, 16, 3, padding=1), nn.BatchNorm2d(16), nn.ReLU())
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(16 * SIDE * SIDE, 3))

    def forward(self, images):
        return self.head(self.body(images))


def picture():
    pixels = np.full((SIDE, SIDE, 3), 20, np.uint8)
    pixels[2:7, 3:8] = 250, 10, 10
    pixels[10:14, 9:13] = 10, 10, 180
    return pixels


def subject(network=None, method="grad-cam", layer="blur", target=0, pixels=None, **more):
    pixels = picture() if pixels is None else pixels
    preprocess = PreprocessConfig(height=pixels.shape[0], width=pixels.shape[1])
    return subject_of((network or Colors()).eval(), preprocess, (0.0,) * 3, (1.0,) * 3, NAMES, pixels, target=target,
                      layer=layer, method=method, **more)


def row_of(events):
    *steps, row = events
    assert all(isinstance(step, TrustStep) for step in steps)
    assert [step.done for step in steps] == list(range(1, len(steps) + 1))
    assert not steps or steps[-1].done <= steps[-1].total
    assert isinstance(row, TrustRow)
    return row


def test_the_map_of_a_network_that_adds_up_adds_up():
    mine = subject()
    row = row_of(check_sum(mine, never))
    with torch.no_grad():
        scores = mine.network(torch.from_numpy(picture()).permute(2, 0, 1)[None] / 255)
    assert mine.raw.sum() == pytest.approx(float(scores[0, 0]) - 0.3, rel=1e-4)   # float32: score without the bias
    assert row.level == "good"
    assert row.value < 1e-4


def test_a_head_that_is_not_a_sum_leaves_a_gap_and_methods_that_drop_signs_are_not_asked():
    class Squared(Colors):
        def forward(self, images):
            return super().forward(images) ** 2

    row = row_of(check_sum(subject(Squared()), never))
    with torch.no_grad():
        linear = float(Colors()(torch.from_numpy(picture()).permute(2, 0, 1)[None] / 255)[0, 0])
    # Y = s^2: the map sums up to 2 s (s - 0.3), the layer brings s^2 - 0.3^2.
    brought = linear**2 - 0.09
    assert row.value == pytest.approx(abs(2 * linear * (linear - 0.3) - brought) / brought, rel=1e-3)   # float32
    assert row.level == "doubtful"
    assert row_of(check_sum(subject(method="layercam"), never)).level == "not applicable"


def test_a_map_of_red_is_not_that_of_the_least_likely_class_and_a_blind_method_is_found_out():
    row = row_of(check_class(subject(), never))
    assert "green" in row.control
    mine = subject()
    assert row.value == pytest.approx(spearman(mine.raw, subject(target=1).raw))
    assert row.level == "good"
    assert row_of(check_class(subject(method="eigencam"), never)).level == "bad"


def test_covering_the_red_square_takes_the_answer_away():
    row = row_of(check_deletion(subject(), never))
    assert row.level == "good"
    with torch.no_grad():
        sure = float(Colors()(torch.from_numpy(picture()).permute(2, 0, 1)[None] / 255).softmax(dim=1)[0, 0])
    assert f"of red from {100 * sure:.0f} % to" in row.verdict
    turned = dataclasses.replace(subject(), raw=subject().raw[::-1, ::-1].copy())
    assert row_of(check_deletion(turned, never)).level != "good"


def test_a_blurring_network_is_stable_and_one_that_multiplies_neighbours_is_not():
    row = row_of(check_stability(subject(), never))
    assert row.level == "good"

    class Jumpy(Colors):
        def forward(self, images):
            rows = torch.arange(images.shape[2]) // 2 % 2
            return super().forward(images * rows[None, None, :, None])

    assert row_of(check_stability(subject(Jumpy()), never)).value < row.value - 0.1


class Grainy(nn.Module):
    """The score hangs on the brightest red pixel of every 3 × 3, and which that is, noise decides; cells are of 24."""

    def __init__(self) -> None:
        super().__init__()
        self.pool = nn.Sequential(nn.MaxPool2d(3), nn.AvgPool2d(8), nn.Conv2d(3, 3, 1, bias=False))
        self.head = nn.Linear(3, 3)
        with torch.no_grad():
            self.pool[2].weight.copy_(torch.eye(3)[:, :, None, None])
            self.head.weight.copy_(20 * torch.eye(3))
            self.head.bias.zero_()

    def forward(self, images):
        return self.head((self.pool(images) - 0.5).relu().mean(dim=(2, 3)))


class Leaping(Grainy):
    """Looks at one of the four columns of cells: another one for every image, however little it differs."""

    def forward(self, images):
        chosen = torch.Generator().manual_seed(int(255 * images.detach().double().sum()) % 2**31)
        columns = torch.randperm(4, generator=chosen)[:1]
        mask = torch.zeros(4).index_fill(0, columns, 1.0)
        return self.head(((self.pool(images) - 0.5).relu() * mask).mean(dim=(2, 3)))


def noisy_red():
    """Give (96, 96, 3) with a left half of red noise."""
    pixels = np.full((96, 96, 3), 20, np.uint8)
    pixels[:, :48, 0] = np.random.default_rng(0).integers(224, 230, (96, 48))
    return pixels


def test_a_map_of_single_pixels_is_compared_by_cells_and_one_that_leaps_stays_bad():
    steady = row_of(check_stability(subject(Grainy(), "gradient-size", "pool.2", pixels=noisy_red()), never))
    assert steady.level == "good"
    assert "averaged over 25 × 25 pixels" in steady.rule   # cells of 24 pixels, the next odd side
    leaping = row_of(check_stability(subject(Leaping(), "gradient-size", "pool.2", pixels=noisy_red()), never))
    assert leaping.level == "bad"
    of_cells = row_of(check_stability(subject(Grainy(), "hirescam", "pool.2", pixels=noisy_red()), never))
    assert "averaged" not in of_cells.rule + of_cells.verdict


def test_what_single_pixels_do_is_told_beside_the_cells():
    mine = subject(Grainy(), "gradient-size", "pool.2", pixels=noisy_red())
    seen = [np.corrcoef(*(values[2:-2, 2:-2].ravel() for values in (
        mine.raw, change.back(mine.again(pixels=np.ascontiguousarray(change.pixels(mine.pixels)))))))[0, 1]
        for change in CHANGES]
    assert np.mean(seen) < 0.7   # bad, were it judged by them
    assert f"single pixels agree by {np.mean(seen):.2f}, so do not" in row_of(check_stability(mine, never)).verdict


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.words)
def test_every_change_is_undone_by_its_way_back(change):
    values = np.random.default_rng(0).integers(0, 255, (SIDE, SIDE, 1)).astype(np.uint8)
    back = change.back(change.pixels(values)[..., 0].astype(np.float32))[2:-2, 2:-2]
    assert np.abs(back - values[2:-2, 2:-2, 0]).max() <= (15 if "noise" in change.words else 0)


def test_forgetting_leaves_the_network_as_found_and_comes_back():
    network = seeded(0, Deep).eval()
    before = {name: value.clone() for name, value in network.state_dict().items()}
    images = torch.rand(1, 3, SIDE, SIDE)
    forgetful = ForgetfulNetwork(network, images)
    assert forgetful.layers == 3
    assert forgetful.stages() == [1, 2, 3]
    changed = []
    for _ in forgetful.forgetting([1, 2, 3], seed=0):
        now = dict(forgetful.network.named_parameters())
        changed.append({name for name, value in before.items() if name in now and not torch.equal(now[name], value)})
    assert changed[0] == {"head.1.weight", "head.1.bias"}
    assert changed[1] - changed[0] == {"body.3.weight", "body.3.bias", "body.4.weight", "body.4.bias"}
    assert len(changed[2]) == 10
    weights = forgetful.network.body[3].weight.detach()
    old = before["body.3.weight"]
    assert float(weights.std()) == pytest.approx(float(old.std()), rel=0.1)   # 1,152 normal numbers: 2 % at one sigma
    assert next(forgetful.forgetting([], seed=0), None) is None
    assert all(torch.equal(value, before[name]) for name, value in forgetful.network.state_dict().items())
    assert all(torch.equal(value, before[name]) for name, value in network.state_dict().items())


def test_a_map_that_ignores_the_weights_is_found_out():
    honest = row_of(check_randomisation(subject(seeded(0, Deep), "hirescam", "body.5"), never))
    assert honest.level == "good"

    class EdgesOnly(Deep):
        """Its maps are those of fixed edges, whatever is learned: the head only adds up."""

        def forward(self, images):
            edges = (images[:, :, 1:] - images[:, :, :-1]).abs().repeat(1, 6, 1, 1)[:, :16]
            return self.probe(edges).sum(dim=(2, 3))[:, :3] + 0 * self.head(self.body(images))

        def __init__(self) -> None:
            super().__init__()
            self.probe = nn.Identity()

    row = row_of(check_randomisation(subject(seeded(0, EdgesOnly), "hirescam", "probe"), never))
    assert row.level == "bad"
    assert row.value == pytest.approx(1, abs=1e-3)


def test_all_checks_are_made_and_summed_up_and_can_be_stopped():
    events = list(trust.check_map(subject(), never))
    report = events[-1]
    assert isinstance(report, TrustReport)
    assert list(report.rows) == [event for event in events if isinstance(event, TrustRow)]
    assert [row.name for row in report.rows] == ["class", "sum", "randomisation", "stability", "deletion"]
    assert all(row.verdict and row.rule for row in report.rows)
    assert (report.class_name, report.layer, report.method) == ("red", "blur", "Grad-CAM")
    with pytest.raises(JobCancelledError):
        list(trust.check_map(subject(), lambda: True))


def test_a_quick_look_makes_few_rough_maps_and_says_so(monkeypatch):
    made = []
    again = Subject.again

    def counted(self, **words):
        made.append(again(self, **words))
        return made[-1]

    monkeypatch.setattr(Subject, "again", counted)
    for effort in (THOROUGH, QUICK):
        made.clear()
        mine = subject(seeded(0, Deep), "smoothgrad", "body.5", is_rough=effort.is_rough)
        events = list(trust.check_map(mine, never, effort))
        report, shares = events[-1], [event.done for event in events if isinstance(event, TrustStep)]
        assert shares == sorted(shares)
        assert shares[-1] == 100
        assert ("quick" in report.verdict) == report.is_rough == (effort is QUICK)
        # A class, draws of half and all (and in a cascade of three layers two more), changes of the image.
        assert len(made) == (1 + 5 * 2 + 1 + 6 if effort is THOROUGH else 1 + 2 * 2 + 3)
    rough, whole = (subject(seeded(0, Deep), "occlusion", "body.5", is_rough=rough) for rough in (True, False))
    assert np.array_equal(rough.raw, rough.again())
    assert not np.array_equal(rough.raw, whole.raw)   # of 16 large squares, of small ones


@pytest.mark.parametrize(("rank", "method", "level", "said"), [
    (0.3, "layercam", "good", "another one"), (0.5, "layercam", "doubtful", "positive parts only"),
    (0.5, "grad-cam", "doubtful", "somewhat similar"), (0.6, "grad-cam", "bad", "in the image"),
    (0.7, "guided-backpropagation", "bad", "drawing of edges")])
def test_what_is_left_after_forgetting_is_judged_in_three_levels(monkeypatch, rank, method, level, said):
    monkeypatch.setattr(randomisation_check, "spearman", lambda *_maps: rank)
    row = row_of(check_randomisation(subject(seeded(0, Deep), method, "body.5"), never, QUICK))
    assert (row.level, row.value) == (level, pytest.approx(rank))
    assert said in row.verdict


def test_the_worst_level_counts_and_is_told():
    def made(level):
        return TrustRow("x", f"Is it {level}?", level, 0.0, "", "", "", "")

    def report(*levels):
        return TrustReport(tuple(map(made, levels)), "m", "l", "c")

    assert report("good", "doubtful", "bad").level == "bad"
    assert report("good", "doubtful", "bad").verdict.endswith("fails: Is it bad?")
    assert report("good", "doubtful", "not applicable").verdict.endswith("In doubt: Is it doubtful?")
    assert report("good", "not applicable").verdict.startswith("This map passes all 1 checks")
    assert report("not applicable").level == "not applicable"


def test_a_grey_network_is_checked_too():
    class Grey(Colors):
        def forward(self, images):
            return super().forward(images.repeat(1, 3, 1, 1))

    pixels = picture()[..., :1].copy()
    preprocess = PreprocessConfig(height=SIDE, width=SIDE, color="grey")
    mine = subject_of(Grey().eval(), preprocess, (0.0,), (1.0,), NAMES, pixels, layer="blur")
    assert len(list(trust.check_map(mine, never))) > 5


def test_a_slow_method_is_checked_and_can_be_stopped_within_one_map():
    mine = subject(method="occlusion", layer="blur")
    assert mine.raw.shape[0] > 1
    asked = iter([False] * 3 + [True] * 1_000)
    with pytest.raises(JobCancelledError):
        mine.again(should_stop=lambda: next(asked))
    assert row_of(check_class(mine, never)).value < 0.5
