"""From decoded pixels to a map over the original image."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.preprocess import place
from cnnstudio.errors import InputError, NetworkError
from cnnstudio.explain.explained import lay_over
from cnnstudio.explain.explainer import Explainer
from cnnstudio.explain.grad_cam import grad_cam
from cnnstudio.network.presets import preset
from cnnstudio.torch_network.builder import GraphNetwork, build, initialise

SIDE = 32


def bright_spot_network() -> nn.Module:
    """Classes *spot* and *dark*: a network that adds up what is brighter than the mean grey, and its opposite."""
    network = nn.Sequential(nn.Conv2d(1, 1, 3, padding=1, bias=False), nn.ReLU(), nn.AvgPool2d(2), nn.Flatten(),
                            nn.Linear((SIDE // 2) ** 2, 2))
    with torch.no_grad():
        network[0].weight.zero_()
        network[0].weight[0, 0, 1, 1] = 1.0
        network[4].weight[0], network[4].weight[1] = 0.01, -0.01
        network[4].bias.zero_()
    return network


def spot_explainer(fit: str = "stretch") -> Explainer:
    config = PreprocessConfig(height=SIDE, width=SIDE, color="grey", fit=fit)
    return Explainer(bright_spot_network(), config, [0.5], [0.25], ["spot", "dark"])


def picture(height: int, width: int, top: int, left: int, side: int = 8) -> np.ndarray:
    pixels = np.full((height, width, 3), 90, dtype=np.uint8)
    pixels[top:top + side, left:left + side] = 250
    return pixels


def graph_explainer() -> tuple[GraphNetwork, Explainer]:
    network = build(preset("small", input_shape=(3, SIDE, SIDE), classes=3))
    initialise(network, "kaiming", 1)
    config = PreprocessConfig(height=SIDE, width=SIDE)
    return network, Explainer(network, config, [0.4, 0.5, 0.6], [0.2, 0.25, 0.3], ["cat", "dog", "owl"])


@pytest.mark.parametrize(("fit", "top", "left"), [("stretch", 8, 100), ("crop", 20, 60), ("pad", 8, 100)])
def test_the_map_lies_where_the_evidence_is_in_the_original_image(fit, top, left):
    pixels = picture(64, 128, top, left)
    values = spot_explainer(fit).explain(pixels).heatmap.values
    assert values.shape == (64, 128)
    bright = pixels[..., 0] == 250
    inside = np.nansum(values[bright]) / np.nansum(values)
    assert inside > 0.6                       # it covers 1 % of the image
    row, column = np.unravel_index(np.nanargmax(values), values.shape)
    assert bright[row, column]


def test_what_was_cut_off_is_marked_as_never_seen():
    values = spot_explainer("crop").explain(picture(64, 128, 20, 60)).heatmap.values
    assert np.isnan(values[:, :32]).all()
    assert np.isnan(values[:, 96:]).all()
    assert not np.isnan(values[:, 32:96]).any()


def test_the_map_is_the_grad_cam_of_the_normalised_input():
    network, explainer = graph_explainer()
    pixels = np.random.default_rng(0).integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)
    mean, std = np.array([0.4, 0.5, 0.6]), np.array([0.2, 0.25, 0.3])
    image = torch.from_numpy(((pixels / 255 - mean) / std).transpose(2, 0, 1)[None]).float()

    found = explainer.explain(pixels, 1)
    expected = grad_cam(network, network.layers[found.layer], image, 1)

    np.testing.assert_allclose(found.heatmap.raw, expected.raw, atol=1e-5 * np.abs(expected.raw).max())
    np.testing.assert_allclose(found.logits, expected.logits, atol=1e-5)
    np.testing.assert_allclose(found.probabilities, torch.tensor(expected.logits).softmax(0).numpy(), atol=1e-6)
    np.testing.assert_array_equal(found.input_pixels, pixels)
    assert (found.target, found.target_name, found.method) == (1, "dog", "grad-cam")


def test_without_a_target_the_predicted_class_is_explained():
    found = spot_explainer().explain(picture(SIDE, SIDE, 2, 2))
    assert found.target == found.predicted == 0
    assert found.target_name == "spot"


def test_the_sentence_names_the_tenth_that_holds_the_evidence():
    found = spot_explainer().explain(picture(63, 63, 2, 2, 16))
    assert found.evidence == "100 % of the positive evidence for spot lies in the upper left tenth of the image."
    assert not found.heatmap.weak


def test_no_evidence_is_said_in_words_and_the_map_stays_zero():
    found = spot_explainer().explain(picture(SIDE, SIDE, 2, 2), 1)
    assert found.evidence == "No evidence: at this layer nothing in the image speaks for dark."
    assert found.heatmap.weak
    assert not found.heatmap.values.any()


def test_spread_evidence_is_called_spread():
    found = spot_explainer().explain(picture(60, 60, 0, 0, 60))
    assert found.evidence.startswith("The positive evidence for spot is spread out: no tenth of the image holds over 1")


def test_evidence_in_the_added_border_is_not_hidden():
    raw = np.zeros((4, 4), dtype=np.float32)
    raw[0] = 3.0                               # only in the border above a wide picture
    raw[2, 3] = 1.0
    config = PreprocessConfig(height=SIDE, width=SIDE, fit="pad")
    heatmap, border = lay_over(raw, place(16, 32, config), SIDE, SIDE)
    assert heatmap.values.shape == (16, 32)
    assert heatmap.peak == 3
    assert 0.3 < np.nanmax(heatmap.values) < 0.5   # not blown up to 1
    assert border > 0.8


def test_evidence_in_the_border_is_in_the_sentence():
    explainer = spot_explainer("pad")
    pixels = np.full((32, 64, 3), 200, dtype=np.uint8)     # bright, so its mean colour fills the border as well
    assert explainer.explain(pixels).evidence.endswith("50 % of it lies in the border that was added around the image.")


def test_the_note_tells_why_a_layer_was_taken():
    _, explainer = graph_explainer()
    found = explainer.explain(picture(SIDE, SIDE, 4, 4), 0)
    choice = explainer.automatic_layer()
    assert (found.layer, found.layer_note) == (choice.id, choice.reason)
    assert "is the last layer with height and width before the classifier" in found.layer_note


def test_a_convolution_is_said_to_be_shown_before_its_activation():
    network, explainer = graph_explainer()
    layer = next(node for node, kind in network.kinds.items() if kind == "BatchNorm2d")
    note = explainer.explain(picture(SIDE, SIDE, 4, 4), 0, layer).layer_note
    assert note.startswith(f"{network.names[layer]} is shown before its activation;")


def test_the_provenance_names_everything_to_do_it_again():
    _, explainer = graph_explainer()
    found = explainer.explain(picture(40, 60, 4, 4), 2)
    p = found.provenance
    assert (p.method, p.layer, p.target, p.target_name) == ("grad-cam", found.layer, 2, "owl")
    assert (p.input_shape, p.layer_calls, p.layer_shape) == ((3, SIDE, SIDE), 1, found.heatmap.raw.shape)
    assert (p.placement.left, p.placement.width) == (10, 40)
    assert {"cnnstudio", "torch", "numpy", "python"} == set(dict(p.versions))


def test_a_class_that_is_not_there_is_refused():
    with pytest.raises(InputError, match="There is no class 2"):
        spot_explainer().explain(picture(SIDE, SIDE, 2, 2), 2)


def test_an_unknown_method_is_refused_with_the_known_ones():
    with pytest.raises(InputError, match='no method "lime"; choose grad-cam'):
        spot_explainer().explain(picture(SIDE, SIDE, 2, 2), 0, method="lime")


def test_the_image_itself_is_no_layer_to_look_at():
    network, explainer = graph_explainer()
    with pytest.raises(NetworkError, match="is the image itself; choose a layer behind it"):
        explainer.explain(picture(SIDE, SIDE, 2, 2), 0, network.input_id)


def test_refusals_use_the_names_the_user_gave():
    graph = preset("small", input_shape=(3, SIDE, SIDE), classes=3)
    dense = next(node.id for node in graph.nodes.values() if node.kind == "Linear")
    graph.rename(dense, "my decision")
    explainer = Explainer(build(graph), PreprocessConfig(height=SIDE, width=SIDE), [0.5] * 3, [0.2] * 3, "abc")
    with pytest.raises(NetworkError, match="Layer my decision gives a vector"):
        explainer.explain(picture(SIDE, SIDE, 2, 2), 0, dense)


def test_anything_but_colour_pixels_is_refused():
    with pytest.raises(InputError, match=r"pixels of shape \(H, W, 3\) in uint8"):
        spot_explainer().explain(np.zeros((8, 8), dtype=np.uint8))


def test_class_names_that_do_not_fit_the_network_are_refused():
    config = PreprocessConfig(height=SIDE, width=SIDE, color="grey")
    explainer = Explainer(bright_spot_network(), config, [0.5], [0.25], ["spot", "dark", "third"])
    with pytest.raises(NetworkError, match="tells 2 classes apart; 3 are named"):
        explainer.explain(picture(SIDE, SIDE, 2, 2))


def test_the_input_tensor_is_the_one_of_training():
    from cnnstudio.data.batches import normalize

    _, explainer = graph_explainer()
    pixels = picture(50, 40, 4, 4)
    expected = normalize(explainer.input_pixels(pixels)[None], np.array([0.4, 0.5, 0.6]), np.array([0.2, 0.25, 0.3]))
    assert torch.equal(explainer.input_tensor(pixels), expected)
