"""Copies are found whatever was done to them; pictures that only resemble each other are left alone."""

import io
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.folder import likeness, near_duplicates
from cnnstudio.data.folder.image_folder import ImageFile, check_images, list_images, scan
from cnnstudio.data.folder.likeness import Pictures, Sketches, nearly_equal, strictness
from cnnstudio.data.folder.measures import ImageMeasures, measure, outlines
from cnnstudio.data.folder.near_duplicates import DisjointSets, _nearest, near_duplicate_groups
from cnnstudio.data.thread_pool import ProgressReport
from cnnstudio.errors import JobCancelledError
from tests.stories.planted_copies import digits, judge, plant, texture


def pixels(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGB"))


def product(one: np.ndarray, other: np.ndarray) -> float:
    first, second = outlines([measure(one).outline, measure(other).outline])
    return float(first @ second)


def files_of(root: Path, pictures: list[np.ndarray]) -> list[ImageFile]:
    files = []
    for number, picture in enumerate(pictures):
        path = root / f"{number:03}.png"
        Image.fromarray(picture).save(path)
        files.append(ImageFile(path, path.name, 0, None, f"digest {number}", height=picture.shape[0],
                               width=picture.shape[1], measures=measure(picture)))
    return files


def test_the_outline_is_the_low_frequencies_of_the_luma():
    """An independent cosine transform, written out by its definition."""
    side = 32
    luma = np.random.default_rng(0).integers(0, 256, (side, side)).astype(np.float64)
    place = np.arange(side)
    basis = np.cos(np.pi * (2 * place[None] + 1) * place[:, None] / (2 * side)) * np.sqrt(2 / side)
    basis[0] /= np.sqrt(2)
    transform = basis @ luma @ basis.T
    low = [(row, column) for row in range(16) for column in range(16) if row + column > 0]
    low.sort(key=lambda where: (sum(where), abs(where[0] - where[1]), where))
    wanted = np.array([transform[where] * np.hypot(*where) ** 0.5 for where in low[:64]])
    found = outlines([measure(np.repeat(luma[..., None], 3, 2).astype(np.uint8)).outline])[0]
    assert np.allclose(found, wanted / np.linalg.norm(wanted), atol=0.01)


@pytest.mark.parametrize("number", range(4))
def test_copies_have_nearly_the_same_outline_and_others_have_not(number):
    original = texture(number)
    stream = io.BytesIO()
    original.resize((90, 70)).save(stream, "JPEG", quality=40)
    assert product(pixels(original), pixels(Image.open(stream))) > 0.95
    assert product(pixels(original), pixels(texture(number + 100))) < 0.7


def test_an_outline_does_not_depend_on_brightness_and_contrast():
    original = pixels(texture(1))
    assert product(original, (original * 0.5 + 20).astype(np.uint8)) > 0.99


def test_empty_pictures_have_no_outline_and_no_group(tmp_path):
    flat = [np.full((40, 40 + number, 3), 250, np.uint8) for number in range(6)]
    noisy = [np.random.default_rng(number).normal(128, 1, (200, 200, 3)).astype(np.uint8) for number in range(3)]
    files = files_of(tmp_path, flat + noisy)
    assert [file.measures.outline for file in files] == [bytes(64)] * 9
    assert near_duplicate_groups(files) == {}


def test_drawings_on_white_do_not_chain(tmp_path):
    """A page that is mostly white is told apart by what little is on it."""
    pages = []
    for number in range(12):
        page = np.full((96, 96, 3), 255, np.uint8)
        row, column = divmod(number, 4)
        page[8 + row * 28:28 + row * 28, 8 + column * 20:24 + column * 20] = 0
        pages.append(page)
    assert near_duplicate_groups(files_of(tmp_path, [*pages, pages[5][1:]])) == {5: "005.png", 12: "005.png"}


def test_an_object_that_is_in_one_of_two_pictures_tells_them_apart(tmp_path):
    ground = pixels(texture(3))
    with_object = ground.copy()
    with_object[30:70, 40:80] = (250, 240, 30)
    assert near_duplicate_groups(files_of(tmp_path, [ground, with_object])) == {}


def test_another_colour_is_another_picture(tmp_path):
    red = pixels(texture(3)).copy()
    red[30:90, 30:90] = (200, 30, 30)
    blue = red.copy()
    blue[30:90, 30:90] = (30, 30, 200)
    assert near_duplicate_groups(files_of(tmp_path, [red, blue])) == {}


def test_a_grey_copy_of_a_coloured_picture_is_a_copy(tmp_path):
    picture = texture(5)
    assert len(near_duplicate_groups(files_of(tmp_path, [pixels(picture), pixels(picture.convert("L"))]))) == 2


def test_a_picture_of_colours_with_one_luma_has_an_outline(tmp_path):
    """Its luma shows only noise, so the outline is that of its red or blue."""
    shape = np.asarray(texture(7).convert("L"), np.float64) - 128
    red, green = shape * 0.587, -shape * 0.299
    picture = np.clip(np.stack((red, green, 0 * red), -1) * 0.8 + 128, 0, 255).astype(np.uint8)
    assert np.asarray(Image.fromarray(picture).convert("L")).std() < 1
    stream = io.BytesIO()
    Image.fromarray(picture).save(stream, "JPEG", quality=40)
    assert len(near_duplicate_groups(files_of(tmp_path, [picture, pixels(Image.open(stream))]))) == 2
    assert product(picture, np.repeat(picture[..., :1], 3, 2)) > 0.99


def test_a_very_small_copy_is_compared_at_its_size(tmp_path):
    original = next(islice(digits(), 5, None))
    small = original.resize((10, 10), Image.Resampling.LANCZOS)
    assert len(near_duplicate_groups(files_of(tmp_path, [pixels(original), pixels(small)]))) == 2


def test_a_mirrored_picture_is_another_one(tmp_path):
    picture = pixels(texture(5))
    assert near_duplicate_groups(files_of(tmp_path, [picture, picture[:, ::-1].copy()])) == {}


def test_equal_digests_are_one_group_even_without_measures():
    files = [ImageFile(Path(name), name, 0, None, digest)
             for name, digest in (("b", "x"), ("a", "x"), ("c", "y"), ("d", ""), ("e", ""))]
    assert near_duplicate_groups(files) == {0: "a", 1: "a"}


def test_a_file_that_is_gone_has_no_group(tmp_path):
    picture = pixels(texture(2))
    files = files_of(tmp_path, [picture, picture[1:]])
    files[1].path.unlink()
    assert near_duplicate_groups(files) == {}


def test_a_stop_is_obeyed(tmp_path):
    picture = pixels(texture(2))
    with pytest.raises(JobCancelledError):
        near_duplicate_groups(files_of(tmp_path, [picture, picture[1:]]), should_stop=lambda: True)


def test_progress_reaches_the_end(tmp_path):
    seen = []
    near_duplicate_groups(files_of(tmp_path, [pixels(texture(number)) for number in range(3)]),
                          on_progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (3, 3)


def test_limits_are_narrower_in_a_crowd():
    chance = np.random.default_rng(0)
    spread = outlines([measure(pixels(texture(number))).outline for number in range(40)])
    crowd = spread[:1] + chance.normal(0, 0.02, (40, 64)).astype(np.float32)
    crowd /= np.linalg.norm(crowd, axis=1, keepdims=True)
    assert strictness(spread).min() == 1
    assert strictness(crowd).max() < 0.35


def test_likeness_is_the_mean_difference_in_deviations_with_colours_at_half_weight():
    chance = np.random.default_rng(1)
    picture = chance.integers(60, 190, (1, 24, 24, 3)).astype(np.uint8)
    noise = chance.normal(0, 6, picture.shape)
    other = np.clip(picture + noise, 0, 255).astype(np.uint8)
    first, second = ((array - array.mean((1, 2), keepdims=True)).astype(float) for array in (picture, other))
    errors = first / first.std() - second / second.std()
    lumas = (errors @ [0.299, 0.587, 0.114])[..., None]
    expected = np.sqrt((((errors + lumas) / 2) ** 2).mean())
    factors = np.array([expected / 0.65 * 1.02, expected / 0.65 * 0.98], np.float32)
    assert nearly_equal(np.repeat(picture, 2, 0), np.repeat(other, 2, 0), factors).tolist() == [True, False]


def test_no_pair_that_is_nearly_equal_is_told_apart_by_its_sketch(monkeypatch):
    """Around the limits, in colour, in grey and one of each; of most pairs beyond them no pixels are compared."""
    chance = np.random.default_rng(3)
    monkeypatch.setattr(likeness, "_KEPT_SKETCHES", 700)     # so that some are worked out again
    one = np.stack([pixels(texture(number % 40, 24)) for number in range(1200)])
    noise = chance.normal(0, 1, one.shape) * chance.uniform(1, 60, (1200, 1, 1, 1))
    other = np.clip(one + noise + chance.normal(0, 12, (1200, 1, 1, 3)), 0, 255).astype(np.uint8)
    for grey, pictures in ((5, one), (7, other)):
        pictures[::grey] = pictures[::grey, :, :, :1]
    factors = chance.choice([0.12, 0.5, 1], 1200).astype(np.float32)
    pool, sketches = np.concatenate([one, other]), Sketches()
    may = []
    for start in range(0, 1200, 300):
        looks = [(row, 0, 0) for row in (*range(start, start + 300), *range(1200 + start, 1500 + start))]
        rows = sketches.rows(looks, lambda look: pool[look[0]])
        may.append(sketches.may_agree(rows[:300], rows[300:], factors[start:start + 300]))

    are_equal, may_agree = nearly_equal(one, other, factors), np.concatenate(may)

    assert not (are_equal & ~may_agree).any()
    assert 200 < are_equal.sum() < 1000
    assert (~may_agree).sum() > 0.5 * (~are_equal).sum()


def test_pictures_of_all_sizes_agree_as_without_sketches(tmp_path, monkeypatch):
    sizes = (8, 12, 20, 24, 40, 90)
    pictures = [pixels(texture(number // 6, 90).resize((sizes[number % 6], sizes[number // 2 % 6])))
                for number in range(60)]
    files = files_of(tmp_path, pictures)
    files[7].path.unlink()
    pairs = np.array([(one, other) for one in range(60) for other in range(one)])
    factors = np.full(len(pairs), 0.7, np.float32)
    found = Pictures(files).agree(pairs, factors)

    monkeypatch.setattr(Sketches, "may_agree", lambda _self, one, *_: np.ones(len(one), np.bool_))
    assert (Pictures(files).agree(pairs, factors) == found).all()
    assert 50 < found.sum() < 300
    assert not found[(pairs == 7).any(axis=1)].any()


def test_in_a_crowd_the_nearest_of_each_picture_are_candidates():
    products = np.random.default_rng(0).random((400, 300)).astype(np.float32)
    least = np.full((400, 1), 0.1, np.float32)
    rows, columns = _nearest(products, least, 5)
    assert len(rows) == 400 * 6
    for row in range(0, 400, 50):
        assert set(columns[rows == row].tolist()) == set(np.argsort(products[row])[-6:].tolist())
    rows, columns = _nearest(products[:50], least[:50], 5)
    assert len(rows) == np.count_nonzero(products[:50] >= 0.1)


def test_candidates_are_all_pairs_whose_product_is_large_enough(monkeypatch):
    """Blocks and bounds leave nothing out: compared with the whole table of products."""
    monkeypatch.setattr(near_duplicates, "_BLOCK", 150)
    chance = np.random.default_rng(3)
    vectors = chance.normal(0, 1, (40, 64))[chance.integers(0, 40, 400)] + chance.normal(0, 0.45, (400, 64))
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    factors = chance.uniform(0.5, 1, 400).astype(np.float32)
    products = np.triu(vectors @ vectors.T, 1)
    wanted = set(map(tuple, np.argwhere(products >= 1 - 0.15 * np.minimum(factors[:, None], factors)).tolist()))
    progress = near_duplicates._Part(ProgressReport(None), 0, 400)
    blocks = list(near_duplicates._candidates(vectors, factors, lambda: False, progress))
    found = {(one, other) for pairs in blocks for one, other in pairs.tolist()}
    assert found == wanted
    assert 50 < len(wanted) < np.count_nonzero(products >= 0.85)


def test_pairs_of_a_neighbourhood_follow_each_other_and_none_is_lost(monkeypatch):
    monkeypatch.setattr(near_duplicates, "_NEIGHBOURHOOD", 10)
    chance = np.random.default_rng(1)
    pairs = np.sort(chance.integers(0, 40, (500, 2)), axis=1)
    ordered = near_duplicates._by_neighbourhood(pairs)
    assert sorted(map(tuple, ordered.tolist())) == sorted(map(tuple, pairs.tolist()))
    tiles = [tuple(tile) for tile in (ordered // 10).tolist()]
    assert tiles == sorted(tiles)
    assert len(set(tiles)) == 10  # 4 neighbourhoods, each with itself and the later ones


def test_disjoint_sets_agree_with_a_plain_relabelling():
    chance = np.random.default_rng(0)
    sets, labels = DisjointSets(200), np.arange(200)
    for one, other in chance.integers(0, 200, (150, 2)):
        sets.join(int(one), int(other))
        labels[labels == labels[other]] = labels[one]
    roots = sets.roots(np.arange(200))
    assert ((roots[:, None] == roots) == (labels[:, None] == labels)).all()


@pytest.mark.parametrize(("kind", "count", "found"), [("textures", 40, 0.95), ("digits", 150, 0.95)])
def test_planted_copies_are_found_and_nothing_else(tmp_path, kind, count, found):
    planted = plant(tmp_path, kind, count)
    result = judge(scan(tmp_path), planted)
    assert result["exact"] == 1
    assert result["altered"] >= found
    assert result["false"] <= 0.01


def test_the_judge_sees_what_is_missed_and_what_is_false(tmp_path):
    """Control: groups that are wrong give figures that are wrong."""
    planted = plant(tmp_path, "textures", 40)
    folder = scan(tmp_path)
    joined = [ImageFile(file.path, file.relative, 0, None, file.digest, group="all") for file in folder.files]
    lonely = [ImageFile(file.path, file.relative, 0, None, file.relative) for file in folder.files]
    assert judge(folder.__class__(tmp_path, "", ("a",), tuple(joined), (), ()), planted)["false"] == 1
    result = judge(folder.__class__(tmp_path, "", ("a",), tuple(lonely), (), ()), planted)
    assert result["altered"] == result["exact"] == 0


def test_measures_of_a_plain_picture_are_its_mean_and_deviation():
    picture = np.random.default_rng(0).integers(0, 256, (50, 60, 3)).astype(np.uint8)
    luma = np.asarray(Image.fromarray(picture).convert("L")).astype(float)
    found = measure(picture)
    assert isinstance(found, ImageMeasures)
    assert found.brightness == pytest.approx(luma.mean() / 255, abs=0.002)
    assert found.contrast == pytest.approx(luma.std() / 255, abs=0.002)
    assert not found.is_grey
    assert measure(np.repeat(picture[..., :1], 3, 2)).is_grey


def test_a_blurred_picture_has_little_sharpness_at_any_size():
    cells = np.random.default_rng(0).integers(0, 256, (64, 64, 3)).astype(np.uint8)
    sharp = Image.fromarray(cells).resize((256, 256), Image.Resampling.NEAREST)
    blurred = sharp.resize((32, 32), Image.Resampling.BOX).resize((256, 256), Image.Resampling.BICUBIC)
    assert measure(pixels(sharp)).sharpness > 10 * measure(pixels(blurred)).sharpness
    half = measure(pixels(sharp.resize((128, 128), Image.Resampling.BOX))).sharpness
    assert half == pytest.approx(measure(pixels(sharp)).sharpness, rel=0.05)


def test_a_check_tells_decoding_from_comparing(tmp_path):
    for number in range(6):
        place = tmp_path / f"class_{number % 2}" / f"{number}.png"
        place.parent.mkdir(exist_ok=True)
        texture(number).save(place)
    checked: list[tuple[int, int]] = []
    compared: list[tuple[int, int]] = []
    check_images(list_images(tmp_path), on_progress=lambda *now: checked.append(now),
                 on_compared=lambda *now: compared.append(now))
    assert checked[-1] == compared[-1] == (6, 6)
    assert checked == sorted(checked)  # none of the comparing is among the decoding
    assert compared == sorted(compared)
