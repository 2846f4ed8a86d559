"""The numbers in the glossary's pictures are torch's, numpy's or worked out by hand."""

import math

import numpy as np
import pytest
import torch
from torch.nn import functional

from cnnstudio.ui.help.glossary import figures_data as data
from cnnstudio.ui.help.glossary import figures_layers as layers
from cnnstudio.ui.help.glossary import figures_training as training
from cnnstudio.ui.help.glossary.figure import Cells, Grid, Plot, Sign, correlate, patch
from cnnstudio.ui.help.glossary.figures import FIGURES, figure_of
from cnnstudio.ui.help.glossary.terms import TERMS, term


def grids(name: str) -> list[np.ndarray]:
    return [panel.values for panel in figure_of(name) if isinstance(panel, Grid)]


def as_images(values: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(values))[None, None]


def test_convolution_is_that_of_torch_and_of_the_courses() -> None:
    pixels, kernel, result = grids("convolution")
    expected = functional.conv2d(as_images(pixels), as_images(kernel))[0, 0].numpy()
    np.testing.assert_allclose(result, expected)
    row, column = layers.PLACE
    assert result[row, column] == (pixels[row:row + 3, column:column + 3] * kernel).sum()
    edge = np.array([[1.0, 0, -1]] * 3)
    assert correlate(np.array([[4.0, 9, 2], [5, 6, 2], [2, 4, 5]]), edge).item() == 2
    assert correlate(np.array([[2.0, 4, 9], [2, 1, 4], [1, 1, 2]]),
                     np.array([[1.0, 2, 3], [-4, 7, 4], [2, -5, 1]])).item() == 51


def test_the_patch_is_of_the_real_photograph() -> None:
    assert patch().shape == (6, 6)
    assert patch().min() < 150 < 250 < patch().max(), "a patch without an edge would show nothing"


def test_padding_keeps_the_size_as_torch_does() -> None:
    ringed, result = grids("padding")
    expected = functional.conv2d(as_images(patch()[:4, :4]), torch.full((1, 1, 3, 3), 1 / 9, dtype=torch.float64),
                                 padding=1)[0, 0].numpy()
    np.testing.assert_allclose(result, expected)
    assert result.shape == (4, 4)
    assert ringed[0].tolist() == [0.0] * 6


@pytest.mark.parametrize(("step", "count"), [(1, 9), (2, 4)])
def test_stride_counts_the_places_of_the_window(step: int, count: int) -> None:
    assert grids("stride")[step - 1].sum() == count == layers.out_size(5, 3, s=step) ** 2


def test_pooling_is_that_of_torch() -> None:
    volume = as_images(layers.POOLED)
    np.testing.assert_array_equal(grids("pooling")[1], functional.max_pool2d(volume, 2)[0, 0].numpy())
    np.testing.assert_array_equal(grids("average_pooling")[1], functional.avg_pool2d(volume, 2)[0, 0].numpy())
    assert grids("global_pooling")[1].item() == functional.adaptive_avg_pool2d(volume, 1).item() == 2.375
    assert grids("pooling")[1].tolist() == [[6, 2], [2, 7]]


TORCHS = {"relu": torch.relu, "leaky_relu": lambda x: functional.leaky_relu(x, 0.1), "elu": functional.elu,
          "sigmoid": torch.sigmoid, "tanh": torch.tanh, "maxout": lambda x: torch.maximum(-0.8 * x - 0.6, 0.9 * x)}


@pytest.mark.parametrize("name", list(TORCHS))
def test_curves_are_those_of_torch(name: str) -> None:
    plot = figure_of(name)[0]
    assert isinstance(plot, Plot)
    curve = plot.lines[-1]
    np.testing.assert_allclose(curve.y, TORCHS[name](torch.from_numpy(curve.x)).numpy(), atol=1e-12)
    assert TORCHS.keys() == layers.FUNCTIONS.keys()


def test_softmax_is_that_of_torch_and_a_larger_constant_changes_nothing() -> None:
    bars = figure_of("softmax")[2]
    np.testing.assert_allclose(bars.values, torch.softmax(torch.from_numpy(layers.LOGITS), 0).numpy())
    np.testing.assert_allclose(bars.values, [0.659, 0.242, 0.099], atol=5e-4)
    np.testing.assert_allclose(figure_of("logits")[3].values, bars.values)
    z, p = layers.LOGITS, bars.values
    assert z[0] - z[1] == pytest.approx(math.log(p[0] / p[1])), "the formula of the entry"


def test_flatten_and_dense_layer_count_as_torch_does() -> None:
    volume = torch.from_numpy(np.stack(grids("flatten")[:2]))
    assert grids("flatten")[2].ravel().tolist() == volume.flatten().tolist()
    assert sum(one.numel() for one in torch.nn.Linear(4, 3).parameters()) == 15
    assert "4 · 3 + 3 = 15" in figure_of("dense_layer")[0].title
    assert 150 * 150 * 100 == 2_250_000
    assert 64 * 9 * 9 == 5_184
    assert "2,250,000" in term("dense_layer").text
    assert "5,184" in term("dense_layer").text


@pytest.mark.parametrize(("n", "k", "p", "s"), [(32, 3, 0, 1), (150, 9, 0, 1), (30, 2, 0, 2), (7, 3, 1, 2)])
def test_output_shape_is_that_of_torch(n: int, k: int, p: int, s: int) -> None:
    assert functional.conv2d(torch.zeros(1, 1, n, n), torch.zeros(1, 1, k, k), padding=p, stride=s).shape[-1] \
        == layers.out_size(n, k, p, s)


def test_the_output_shape_in_the_text_is_that_of_the_formula() -> None:
    assert (layers.out_size(32, 3), layers.out_size(150, 9)) == (30, 142)
    assert "give 30" in term("output_shape").text
    assert "give 142" in term("output_shape").text
    assert "= 30" in figure_of("output_shape")[0].words[1]
    assert "= 15" in figure_of("output_shape")[0].words[2]


def test_the_receptive_field_is_what_a_gradient_reaches() -> None:
    image = torch.zeros(1, 1, 9, 9, requires_grad=True)
    ones = torch.ones(1, 1, 3, 3)
    middle = functional.conv2d(functional.conv2d(image, ones, padding=1), ones, padding=1)[0, 0, 4, 4]
    middle.backward()
    reached = (image.grad[0, 0] != 0).numpy()
    shown = figure_of("receptive_field")[0]
    assert isinstance(shown, Cells)
    np.testing.assert_array_equal(shown.kinds == 1, reached)
    assert reached.sum() == 25


def test_batch_normalisation_and_dropout_are_those_of_torch() -> None:
    after = figure_of("batch_normalisation")[2].values
    expected = functional.batch_norm(torch.from_numpy(layers.CHANNEL)[:, None], None, None, training=True)
    np.testing.assert_allclose(after, expected[:, 0].numpy(), atol=1e-12)
    assert (layers.CHANNEL.mean(), layers.CHANNEL.var()) == (3.0, 3.5)
    values = set(grids("dropout")[0].ravel().tolist())
    assert values == set(torch.dropout(torch.ones(100), 0.5, train=True).tolist()) == {0.0, 2.0}


def test_kaiming_keeps_the_size_behind_relu_and_xavier_loses_it() -> None:
    kaiming, xavier = (training.signal_sizes(variance, layers.relu) for variance in (2.0, 1.0))
    assert 0.7 < kaiming[-1] < 1.4
    assert xavier[-1] == pytest.approx(kaiming[-1] / math.sqrt(2) ** 10), "each layer takes the root of two"
    assert not training.signal_sizes(0.0, layers.relu)[1:].any()
    weights = torch.nn.init.kaiming_normal_(torch.empty(400, 400), nonlinearity="relu")
    assert weights.var().item() == pytest.approx(2 / 400, rel=0.05)
    weights = torch.nn.init.xavier_normal_(torch.empty(400, 400))
    assert weights.var().item() == pytest.approx(1 / 400, rel=0.05)


@pytest.mark.parametrize(("rate", "momentum"), [(0.15, 0.0), (0.03, 0.0), (0.03, 0.8)])
def test_the_way_down_is_that_of_torchs_sgd(rate: float, momentum: float) -> None:
    place = torch.tensor(training.START, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([place], lr=rate, momentum=momentum)
    x, y = training.descent(rate, momentum)
    for step in range(1, training.STEPS + 1):
        optimizer.zero_grad()
        ((place[0] ** 2 + 10 * place[1] ** 2) / 2).backward()
        optimizer.step()
        assert place.tolist() == pytest.approx([x[step], y[step]])


def test_momentum_comes_nearer_and_rates_are_as_they_are_called() -> None:
    plain, rolling = (np.hypot(*training.descent(0.03, momentum))[-1] for momentum in (0.0, 0.8))
    assert rolling < plain / 2
    small, right, large = (abs(training.one_valley(rate)[0][-1]) for rate in (0.05, 0.5, 2.15))
    assert right < 0.01 < small < 4 < large


def test_gradient_loss_and_decay_are_what_their_formulas_say() -> None:
    w = torch.tensor([2.0, -1.0], requires_grad=True)
    (w**2 / 2).sum().backward()
    assert w.grad.tolist() == [2.0, -1.0]
    curve = figure_of("loss")[0].lines[0]
    place = int(np.argmin(abs(curve.x - 0.5)))
    expected = functional.cross_entropy(torch.tensor([[0.0, 0.0]]), torch.tensor([0])).item()
    assert curve.y[place] == pytest.approx(expected, abs=0.02)
    steps = figure_of("weight_decay")[0].lines[1]
    assert steps.y[100] == pytest.approx(0.99**100)
    assert sum((figure_of("mini_batch")[0].kinds == number).sum() for number in range(3)) == 40
    assert math.ceil(40 / 16) == 3


def test_the_training_that_overfits_does_and_the_small_one_does_not() -> None:
    loss, validation = training.both_losses()
    best = training.best_step()
    assert 5 < best < 60
    assert loss[-1] < 0.1 * loss[best]
    assert validation[-1] > 1.3 * validation[best]
    assert figure_of("early_stopping")[0].upright == best
    low, high = (one[-1] for one in training.both_losses(2))
    assert min(low, high) > 0.7 * training.both_losses(2)[0][0], "both stay high"


def test_seeds_give_the_same_numbers_again() -> None:
    first, again, other = grids("seed")
    np.testing.assert_array_equal(first, again)
    assert (first != other).all()
    one, two = grids("epoch")
    assert sorted(one.ravel()) == sorted(two.ravel()) == list(range(24))
    assert (one != two).any()


def test_precision_recall_and_f1_are_those_of_scikit_learn() -> None:
    from sklearn.metrics import accuracy_score, precision_recall_fscore_support

    counts = data.MATRIX.astype(int)
    truth = np.repeat(np.arange(3), counts.sum(axis=1))
    said = np.concatenate([np.repeat(np.arange(3), row) for row in counts])
    precision, recall, f1, _ = precision_recall_fscore_support(truth, said)
    for index in range(3):
        assert data.precision_of(data.MATRIX, index) == pytest.approx(precision[index])
        assert data.recall_of(data.MATRIX, index) == pytest.approx(recall[index])
        assert data.f1_of(data.MATRIX, index) == pytest.approx(f1[index])
    assert data.accuracy_of(data.MATRIX) == pytest.approx(accuracy_score(truth, said)) == pytest.approx(23 / 30)
    assert grids("precision")[1].item() == 6 / 8
    assert grids("recall")[1].item() == 6 / 10


def test_grad_cam_is_its_formula_and_worked_by_hand() -> None:
    torch_maps = torch.from_numpy(data.MAPS).requires_grad_()
    weights = torch.from_numpy(data.GRADIENTS)
    logit = (torch_maps.mean(dim=(1, 2)) * weights * 16).sum()
    logit.backward()
    alpha = torch_maps.grad.mean(dim=(1, 2))
    np.testing.assert_allclose(alpha.numpy(), data.GRADIENTS)
    expected = torch.relu((alpha[:, None, None] * torch_maps).sum(dim=0)).detach().numpy()
    np.testing.assert_allclose(grids("grad_cam")[2], expected)
    assert expected[1, 2] == 0.5 * 4
    assert expected[0, 0] == 0, "what speaks against it is cut off"
    large = data.enlarged(expected, 12, 20)
    torchs = functional.interpolate(as_images(expected), size=(12, 20), mode="bilinear", align_corners=False)
    np.testing.assert_allclose(large, torchs[0, 0].numpy(), atol=1e-12)


def test_normalisation_gives_mean_0_and_deviation_1() -> None:
    _pixels, scaled, after = grids("normalisation")
    assert after.mean() == pytest.approx(0, abs=1e-12)
    assert after.std() == pytest.approx(1)
    np.testing.assert_allclose(scaled * 255, data.pixels_of_a_row())


def test_splits_and_folds_are_what_they_say() -> None:
    kinds = figure_of("split")[0].kinds
    assert [(kinds == number).sum() for number in range(3)] == [70, 20, 10]
    folds = figure_of("cross_validation")[0].kinds
    assert folds.sum(axis=0).tolist() == folds.sum(axis=1).tolist() == [1] * 5, "each once for validation"


def test_every_entry_has_a_picture_and_no_picture_lacks_an_entry() -> None:
    assert FIGURES.keys() == {one.name for one in TERMS}
    assert len(TERMS) >= 40
    for one in TERMS:
        assert any(not isinstance(panel, Sign) for panel in figure_of(one.name)), one.name
