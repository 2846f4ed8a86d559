"""The function an exported file loads images with gives what the program gives its network, to the pixel."""

import numpy as np
import pytest
import torch

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.loading import load
from cnnstudio.data.normalization import normalize
from cnnstudio.export.image_loading import image_loading
from cnnstudio.export.pytorch_source import source
from cnnstudio.network.presets import preset
from tests.helpers.images import class_picture, turned_jpeg
from tests.helpers.odd_images import SIZES, OddFile, make_odd_files

UNKNOWN_TO_IT = ("phone",)
SETTINGS = [
    PreprocessConfig(height=24, width=32, fit="stretch"),
    PreprocessConfig(height=20, width=20, fit="crop", color="grey", background="black"),
    PreprocessConfig(height=16, width=40, fit="pad", background="grey", sixteen_bit="own range"),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> list[OddFile]:
    files = make_odd_files(tmp_path_factory.mktemp("odd"), SIZES[1:])
    return [odd for odd in files if odd.drawn is not None and not odd.path.name.startswith(UNKNOWN_TO_IT)]


def exported(preprocess: PreprocessConfig, names: list[str]):
    mean, std = [0.4, 0.5, 0.6][:preprocess.channels], [0.2, 0.25, 0.3][:preprocess.channels]
    namespace = {"torch": torch}
    exec(compile(image_loading(preprocess, mean, std, names), "network.py", "exec"), namespace)
    return namespace, np.array(mean), np.array(std)


@pytest.mark.parametrize("preprocess", SETTINGS, ids=["stretch", "crop", "pad"])
def test_over_the_corpus_it_gives_what_the_network_is_given(preprocess, kept):
    namespace, mean, std = exported(preprocess, ["cat", "dog"])
    assert len(kept) > 100
    for odd in kept:
        found = namespace["load_image"](odd.path)
        expected = normalize(load(odd.path, preprocess).input_pixels[None], mean, std)
        assert torch.equal(found, expected), odd.path.name


@pytest.mark.parametrize("preprocess", SETTINGS, ids=["stretch", "crop", "pad"])
def test_a_large_turned_jpeg_is_decoded_small_as_in_the_program(preprocess, tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(turned_jpeg(6, class_picture("cat", 1, 300)[:211]))
    namespace, mean, std = exported(preprocess, [])
    loaded = load(path, preprocess)
    assert not loaded.is_whole
    expected = normalize(loaded.input_pixels[None], mean, std)
    assert torch.equal(namespace["load_image"](path), expected)
    text = image_loading(preprocess, list(mean), list(std), []).replace("image.draft", "(lambda *size: None)")
    exec(compile(text, "network.py", "exec"), namespace)
    assert not torch.equal(namespace["load_image"](path), expected)  # the control: decoded whole


def test_another_way_to_load_would_be_noticed(kept):
    """Control: turning, the background and the scale of 16 bits all matter somewhere in the corpus."""
    preprocess = SETTINGS[0]
    text = image_loading(preprocess, [0, 0, 0], [1, 1, 1], [])
    for line, instead in (("image = ImageOps.exif_transpose(image)", "pass"), ("(255, 255, 255)", "(0, 0, 0)"),
                          ("// 257", "// 256"), ("255 / tops[0]", "254 / tops[0]")):
        assert line in text
        namespace = {"torch": torch}
        exec(compile(text.replace(line, instead), "network.py", "exec"), namespace)
        assert any(not torch.equal(
            namespace["load_image"](odd.path),
            normalize(load(odd.path, preprocess).input_pixels[None], np.zeros(3), np.ones(3))) for odd in kept), line


def test_names_of_classes_are_literals_and_numbers_are_whole():
    names = ["Katze 'ä'", "HEIGHT", '"""', "\u202eevil\n"]
    namespace, mean, std = exported(SETTINGS[0], names)
    assert namespace["CLASSES"] == names
    assert namespace["MEAN"] == list(mean)
    assert namespace["STD"] == list(std)
    assert image_loading(SETTINGS[0], mean, std, names).isascii()


def test_the_file_runs_and_its_network_takes_what_its_function_gives(kept):
    graph = preset("small", input_shape=(3, 24, 32), classes=2)
    text = source(graph, image_loading=image_loading(SETTINGS[0], [0.4] * 3, [0.2] * 3, ["cat", "dog"]))
    namespace = {"__name__": "exported"}
    exec(compile(text, "network.py", "exec"), namespace)
    logits = namespace["Network"]().eval()(namespace["load_image"](kept[0].path))
    assert logits.shape == (1, len(namespace["CLASSES"]))
