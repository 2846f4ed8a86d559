"""Parameters keep their limits, and every row of the catalogue is complete."""

import pytest

from cnnstudio.errors import NetworkError
from cnnstudio.network.layer_kinds import Parameter, shape_text
from cnnstudio.network.registry import layer_kind, layer_kinds

COUNT = Parameter("count", "Count", "int", 3, 1, 10)
SHARE = Parameter("share", "Share", "float", 0.5, 0, 1)
PAIR = Parameter("kernel_size", "Kernel size", "pair", (3, 3), 1, 11)
FLAG = Parameter("bias", "Bias", "bool", True)
CHOICE = Parameter("mode", "Mode", "choice", "a", choices=("a", "b"))
MATRIX = Parameter("kernel", "Kernel", "matrix", ((0.0, 0.0), (0.0, 0.0)), -9, 9, sides=(2, 3))

FAMILIES = ["input", "backbone", "convolution", "pooling", "resizing", "activation", "normalisation", "dense", "merge",
            "output"]
KINDS = list(layer_kinds().values())
EXAMPLES = {"Add": [(4, 6, 6), (4, 6, 6)], "Concatenate": [(4, 6, 6), (2, 6, 6)], "Linear": [(12,)],
            "Output": [(10,)], "Input": [], "Multiply": [(4, 6, 6), (4,)], "BatchNorm1d": [(12,)],
            "GroupNorm": [(16, 6, 6)], "Crop2d": [(4, 10, 10)], "Backbone": [(3, 33, 64)]}
QUIET = {"BatchNorm2d", "BatchNorm1d", "LayerNorm", "GELU"}  # say something only where a setting is not the usual one


@pytest.mark.parametrize(("parameter", "value", "normal"), [
    (COUNT, 4, 4), (SHARE, 1, 1.0), (SHARE, 0.25, 0.25), (PAIR, 5, (5, 5)), (PAIR, [1, 3], (1, 3)),
    (PAIR, (2, 2), (2, 2)), (FLAG, False, False), (CHOICE, "b", "b"),
    (MATRIX, [[1, -2], [0.5, 9]], ((1.0, -2.0), (0.5, 9.0))), (MATRIX, ((0,) * 3,) * 3, ((0.0,) * 3,) * 3),
])
def test_check_returns_the_normal_form(parameter, value, normal):
    checked = parameter.check(value)
    assert checked == normal
    assert type(checked) is type(normal)


@pytest.mark.parametrize(("parameter", "value"), [
    (COUNT, 0), (COUNT, 11), (COUNT, 2.0), (COUNT, True), (COUNT, "3"), (COUNT, None), (COUNT, 10**400),
    (SHARE, -0.1), (SHARE, float("nan")), (SHARE, float("inf")), (SHARE, True), (SHARE, 10**400), (SHARE, "0.5"),
    (PAIR, 0), (PAIR, [3]), (PAIR, [3, 3, 3]), (PAIR, [3, 3.0]), (PAIR, {"a": 1}), (PAIR, "33"), (PAIR, [True, 1]),
    (PAIR, True),
    (FLAG, 1), (FLAG, "true"), (CHOICE, "c"), (CHOICE, 1),
    (MATRIX, [[1, 2]]), (MATRIX, [[1, 2], [3]]), (MATRIX, [[1, 2], [3, 10]]), (MATRIX, [[1, 2], [3, -10]]),
    (MATRIX, [[1, 2], [3, float("nan")]]), (MATRIX, [[1, 2], [3, float("inf")]]), (MATRIX, [[1, 2], [3, True]]),
    (MATRIX, [[1, 2], [3, "4"]]), (MATRIX, [[0] * 4] * 4), (MATRIX, []), (MATRIX, 1), (MATRIX, "ab"), (MATRIX, None),
    (MATRIX, [1, 2]), (MATRIX, {"a": 1}), (MATRIX, [[[1], [2]], [[3], [4]]]), (MATRIX, ["12", "34"]),
])
def test_check_refuses_with_the_parameters_name(parameter, value):
    with pytest.raises(NetworkError, match=parameter.name):
        parameter.check(value)


def test_a_matrix_says_which_sizes_and_which_numbers_it_takes():
    with pytest.raises(NetworkError, match="kernel must be 2 rows of 2 or 3 rows of 3 numbers"):
        MATRIX.check([[1]])
    with pytest.raises(NetworkError, match="kernel must be between -9 and 9, not '10'"):
        MATRIX.check([[1, 2], [3, 10]])
    assert all(type(number) is float for row in MATRIX.check([[1, 2], [3, 4]]) for number in row)


def test_unknown_kind_and_parameter_offer_the_nearest():
    with pytest.raises(NetworkError, match="Did you mean 'Conv2d'"):
        layer_kind("conv2D")
    with pytest.raises(NetworkError, match="Did you mean 'kernel_size'"):
        layer_kind("Conv2d").parameter("kernelsize")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_words_limits_and_an_icon(kind):
    assert kind.family in FAMILIES
    assert kind.title
    assert kind.icon == kind.name
    assert kind.help.endswith(".")
    assert len(kind.help) > 60
    assert kind.min_inputs <= kind.max_inputs
    assert kind.check_parameters({}) == kind.defaults()
    for parameter in kind.parameters:
        assert parameter.title
        assert parameter.help.endswith(".")
        assert parameter.type in ("bool", "choice") or parameter.minimum < parameter.maximum


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_a_formula_and_a_summary_of_its_parameters(kind):
    inputs = EXAMPLES.get(kind.name, [(4, 6, 6)])
    parameters = kind.defaults()
    shape = kind.shape(inputs, parameters)
    assert kind.formula(inputs, parameters)
    assert isinstance(kind.formula([], parameters), str)
    assert bool(kind.summary(parameters)) == bool(kind.parameters) or kind.name in QUIET
    assert kind.weights(inputs, parameters) >= 0
    assert kind.multiply_adds(inputs, shape, parameters) >= 0
    assert min(kind.window(inputs, shape, parameters).size) >= 1


def test_kinds_come_in_the_order_of_their_families():
    places = [FAMILIES.index(kind.family) for kind in KINDS]
    assert places == sorted(places)
    assert len({kind.title for kind in KINDS}) == len(KINDS)


def test_shape_text_tells_volumes_from_vectors():
    assert shape_text((64, 4, 4)) == "64 × 4 × 4"
    assert shape_text((8192,)) == "8,192 values"
