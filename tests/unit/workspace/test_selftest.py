"""Tests of the checks of an installation."""

import pytest

from cnnstudio.errors import StorageError
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace import selftest


@pytest.mark.parametrize(("title", "check"), selftest.CHECKS)
def test_every_check_passes_here_and_tells_what_it_found(title, check):
    assert check()


def test_a_training_that_does_not_learn_is_found(monkeypatch):
    monkeypatch.setattr("cnnstudio.training.config.TrainConfig",
                        lambda **_given: TrainConfig(epochs=1, learning_rate=1e-9))
    with pytest.raises(RuntimeError, match="did not fall"):
        selftest.check_training()


def test_a_decoder_that_changes_pixels_is_found(monkeypatch):
    from cnnstudio.data.decoding import decode

    honest = decode.decode_bytes
    monkeypatch.setattr(decode, "decode_bytes",
                        lambda data, name: decode.DecodedImage(255 - honest(data, name).pixels))
    with pytest.raises(RuntimeError, match="other pixels"):
        selftest.check_decoding()


def test_a_missing_sample_is_found(monkeypatch, tmp_path):
    monkeypatch.setattr("cnnstudio.paths.resource", lambda relative: tmp_path / relative)
    with pytest.raises(StorageError):
        selftest.check_samples()
