"""Figures of files are those of what was drawn and how it was saved."""

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.folder.file_properties import PROPERTIES
from cnnstudio.data.folder.file_properties import file_properties as properties_of
from cnnstudio.data.folder.image_folder import ImageFile
from cnnstudio.errors import JobCancelledError


def file_properties(paths, **options):
    return properties_of([ImageFile(path, path.name, 0, None) for path in paths], **options)


def scene(seed: int, size: int = 96) -> Image.Image:
    chance = np.random.default_rng(seed)
    coarse = Image.fromarray(chance.integers(0, 256, (12, 12, 3)).astype(np.uint8)).resize((size, size))
    noise = chance.normal(0, chance.uniform(1, 25), (size, size, 3))
    return Image.fromarray(np.clip(np.asarray(coarse) + noise, 0, 255).astype(np.uint8))


def test_each_property_has_a_column_with_the_value_that_was_made(tmp_path):
    picture = np.zeros((40, 80, 3), np.uint8)
    picture[:, :40] = (255, 0, 0)
    Image.fromarray(picture).save(tmp_path / "a.png")
    found = file_properties([tmp_path / "a.png"])
    assert set(found) == {info.name for info in PROPERTIES}
    values = {name: column[0] for name, column in found.items()}
    size = (tmp_path / "a.png").stat().st_size
    assert (values["width"], values["height"], values["aspect"], values["bytes"]) == (80, 40, 2, size)
    assert values["bytes_a_pixel"] == size / 3200
    assert values["brightness"] == pytest.approx(0.299 / 2, abs=0.002)       # half red, half black (BT.601)
    assert values["redness"] == pytest.approx(80.1 / 2, abs=2)               # a* of sRGB red is 80.1
    assert values["rim_brightness"] == pytest.approx(53.2 / 2, abs=2)        # and its L* 53.2
    assert (values["grey"], values["exif"]) == (0, 0)
    assert (values["white"], values["black"]) == (76, 0)                     # luma of red: 0.299 * 255
    assert values["white_red"] == pytest.approx(np.log(259 / 4), abs=0.003)  # float16
    assert values["white_blue"] == 0
    assert np.isnan(values["jpeg_quality"])


def test_bytes_for_the_detail_shown_follow_the_quality_and_not_the_scene(tmp_path):
    """Control: the bytes themselves follow the scene more than the quality."""
    files, qualities = [], []
    for seed in range(40):
        qualities.append(85 if seed % 2 else 92)
        files.append(tmp_path / f"{seed}.jpg")
        scene(seed).save(files[-1], quality=qualities[-1])
    found, fine = file_properties(files), np.array(qualities) == 92
    assert found["jpeg_quality"].tolist() == qualities

    def gap(name: str) -> float:
        values = np.log(found[name]) if name == "bytes" else found[name]
        return float((values[fine].mean() - values[~fine].mean()) / values.std())

    assert gap("compression") > 1.5
    assert gap("bytes") < gap("compression") - 0.3


def test_a_file_that_cannot_be_read_is_unknown_and_the_others_are_not(tmp_path):
    scene(0).save(tmp_path / "good.jpg", quality=70)
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8\xff\xe0 no picture")
    found = file_properties([tmp_path / "good.jpg", tmp_path / "bad.jpg", tmp_path / "away.jpg"])
    assert all(np.isnan(column[1:]).all() for column in found.values())
    assert found["jpeg_quality"][0] == 70


def test_no_files_have_empty_columns():
    assert {len(column) for column in file_properties([]).values()} == {0}


def test_a_wish_to_stop_is_heard(tmp_path):
    scene(0).save(tmp_path / "a.jpg")
    with pytest.raises(JobCancelledError):
        file_properties([tmp_path / "a.jpg"], should_stop=lambda: True)
