"""Each check finds what is planted, offers a way out that works, and is quiet about a folder that is like that."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.curation.decisions import Curation, Decision, curate
from cnnstudio.data.folder.image_folder import ImageFile, ImageFolder, RefusedImage, scan
from cnnstudio.data.folder.measures import ImageMeasures
from cnnstudio.data.health.checks import CHECKS, Finding, Remedy, findings
from cnnstudio.data.split import Splits, split
from tests.helpers.folders import ROOT, folder_of
from tests.helpers.images import make_folder
from tests.stories.planted_copies import plant

PLAIN = ImageMeasures(0.5, 0.2, 900.0, False, bytes(64))


def sound(count: int = 30, **values: object) -> ImageFolder:
    """Return a folder of two classes without any fault; all files have ``values``."""
    folder = folder_of([(name, None, f"{name} {number}") for name in "ab" for number in range(count)])
    values = {"measures": PLAIN, "height": 100, "width": 120} | values
    files = tuple(replace(file, row=row, **values) for row, file in enumerate(folder.files))
    return replace(folder, files=files)


def changed(folder: ImageFolder, changes: dict[int, dict[str, object]]) -> ImageFolder:
    files = tuple(replace(file, **changes.get(place, {})) for place, file in enumerate(folder.files))
    return replace(folder, files=files)


def measured(**values: object) -> dict[str, object]:
    return {"measures": PLAIN._replace(**values)}


def only(found: tuple[Finding, ...], kind: str) -> Finding:
    finding, = [one for one in found if one.kind == kind]
    return finding


def kinds(folder: ImageFolder, **given: object) -> list[str]:
    return [finding.kind for finding in findings(folder, **given)]


def places(finding: Finding, folder: ImageFolder) -> list[int]:
    paths = [file.path for file in folder.files]
    return [paths.index(path) for path in finding.files]


def after(folder: ImageFolder, remedy: Remedy) -> ImageFolder:
    return curate(folder, remedy.applied_to(Curation()))


def test_a_sound_folder_stays_without_findings():
    assert findings(sound(), preprocess=PreprocessConfig()) == ()


@pytest.mark.parametrize(("kind", "values", "low"), [
    ("dark", {"brightness": 0.03}, {"brightness": 0.05}),
    ("bright", {"brightness": 0.98}, {"brightness": 0.96}),
    ("low contrast", {"contrast": 0.01}, {"contrast": 0.02}),
    ("blurred", {"sharpness": 5.0}, {"sharpness": 12.0}),
])
def test_odd_light_is_reported_unless_the_whole_folder_is_like_that(kind, values, low):
    """A folder of night skies, white pages, fog or soft pictures is not at fault."""
    folder = changed(sound(), {7: measured(**values)})
    finding = only(findings(folder), kind)
    assert places(finding, folder) == [7]
    assert finding.remedies[0].decisions == {folder.files[7].relative: Decision(excluded=True)}
    assert kinds(after(folder, finding.remedies[0])) == []
    alike = sound(measures=PLAIN._replace(**low))
    assert kinds(changed(alike, {7: measured(**values)})) == []


def test_real_night_skies_are_no_warning_but_a_lens_cap_among_photos_is(tmp_path):
    chance = np.random.default_rng(0)
    for name in "ab":
        (tmp_path / "night" / name).mkdir(parents=True)
        for number in range(25):
            sky = np.zeros((64, 64, 3), np.uint8)
            sky[chance.integers(0, 64, 60), chance.integers(0, 64, 60)] = 255
            Image.fromarray(sky).save(tmp_path / "night" / name / f"{number}.png")
    make_folder(tmp_path / "day", {"a": 25, "b": 25}, 64)
    Image.new("RGB", (64, 64), (5, 5, 5)).save(tmp_path / "day" / "a" / "cap.png")
    assert "dark" not in kinds(scan(tmp_path / "night"))
    assert [path.name for path in only(findings(scan(tmp_path / "day")), "dark").files] == ["cap.png"]


def test_a_dark_picture_is_told_once():
    folder = changed(sound(), {3: measured(brightness=0.01, contrast=0.001, sharpness=0.0)})
    assert kinds(folder) == ["dark"]


def test_long_pictures_are_reported_from_four_to_one():
    folder = changed(sound(), {2: {"height": 100, "width": 400}, 4: {"height": 100, "width": 401},
                               5: {"height": 500, "width": 90}})
    assert places(only(findings(folder), "extreme aspect"), folder) == [4, 5]


def test_small_pictures_are_measured_by_the_input():
    folder = changed(sound(), {5: {"height": 31, "width": 120}, 6: {"height": 32, "width": 32}})
    assert "too small" not in kinds(folder)
    assert places(only(findings(folder, preprocess=PreprocessConfig(height=64, width=64)), "too small"), folder) == [5]
    finding = only(findings(folder, preprocess=PreprocessConfig(height=512, width=512)), "too small")
    assert finding.remedies == ()
    assert "smaller image size" in finding.detail


def test_another_size_is_told_only_where_nearly_all_have_one():
    folder = changed(sound(), {5: {"height": 64, "width": 64}})
    finding = only(findings(folder), "other size")
    assert (places(finding, folder), finding.severity) == ([5], "info")
    assert "120 × 100" in finding.detail
    various = changed(sound(), {place: {"height": 50 + place} for place in range(20)})
    assert "other size" not in kinds(various)


def test_grey_among_colour_is_a_note_and_a_grey_class_a_warning():
    few = changed(sound(), {3: measured(is_grey=True)})
    assert only(findings(few), "grey").title == "1 grey picture among coloured ones"
    assert only(findings(few), "grey").severity == "info"
    assert "grey" not in kinds(few, preprocess=PreprocessConfig(color="grey"))
    other = changed(sound(measures=PLAIN._replace(is_grey=True)), {3: measured()})
    assert only(findings(other), "grey").title == "1 coloured picture among grey ones"
    telling = only(findings(changed(sound(), {place: measured(is_grey=True) for place in range(29)})), "grey")
    assert telling.severity == "warning"
    assert "images of a are grey" in telling.detail


def test_the_copies_but_the_largest_are_excluded():
    folder = changed(sound(), {1: {"digest": "x", "height": 50}, 2: {"digest": "x"}, 3: {"digest": "x", "height": 60}})
    remedy, = only(findings(folder), "duplicates").remedies
    assert sorted(remedy.decisions) == sorted(folder.files[place].relative for place in (1, 3))
    assert kinds(after(folder, remedy)) == []


def test_near_copies_are_told_apart_from_exact_ones():
    folder = changed(sound(), {1: {"group": "g"}, 2: {"group": "g"}, 8: {"group": "h", "digest": "x"},
                               9: {"group": "h", "digest": "x"}})
    assert kinds(folder) == ["duplicates", "near duplicates"]
    finding = only(findings(folder), "near duplicates")
    assert finding.title == "1 near copy"
    assert places(finding, folder) == [1, 2]


def test_a_conflict_is_solved_by_excluding_all_or_keeping_one_class():
    folder = changed(sound(), {1: {"digest": "x"}, 40: {"digest": "x"}})
    everything, *keeping = only(findings(folder), "conflict").remedies
    assert len(everything.decisions) == 2
    assert {remedy.title for remedy in keeping} == {"Keep those in a", "Keep those in b"}
    in_a = next(remedy for remedy in keeping if remedy.title.endswith(" a"))
    assert list(in_a.decisions) == [folder.files[40].relative]
    assert all("conflict" not in kinds(after(folder, remedy)) for remedy in (everything, *keeping))


def test_a_near_conflict_is_a_warning():
    folder = changed(sound(), {1: {"group": "g"}, 40: {"group": "g"}})
    assert kinds(folder) == ["near conflict", "near duplicates"]


@pytest.mark.parametrize(("kind", "same"), [("leak", {"digest": "x"}), ("near leak", {"group": "g"})])
def test_every_remedy_of_a_leak_ends_it(kind, same):
    given = {place: {"split": "test" if place % 5 == 0 else "train"} for place in range(60)}
    folder = changed(sound(), given)
    assert kinds(folder) == []
    folder = changed(folder, {place: given[place] | same for place in (10, 11, 12)})
    finding = only(findings(folder), kind)
    exclude, move = finding.remedies
    assert sorted(exclude.decisions) == sorted(folder.files[place].relative for place in (11, 12))
    assert set(move.decisions.values()) == {Decision(split="test")}
    for remedy in finding.remedies:
        assert kind not in kinds(after(folder, remedy))


def test_the_splits_made_here_have_no_leaks_and_others_are_seen(tmp_path):
    """The control is a random division of the same folder."""
    folder = scan(plant(tmp_path, "textures", 60).root)
    for seed in range(5):
        ours = split(folder, SplitConfig(seed=seed, validation_share=0.3, test_share=0.2))
        assert not {"leak", "near leak"} & set(kinds(folder, splits=ours))
    order = np.random.default_rng(0).permutation(folder.used)
    random = Splits(np.sort(order[30:]), np.sort(order[:15]), np.sort(order[15:30]))
    assert "near leak" in kinds(folder, splits=random)


def test_a_remedy_leaves_other_decisions_about_an_image_alone():
    curation = Curation({"a/1.png": Decision(class_name="b", confirmed=True)})
    result = Remedy("x", {"a/1.png": Decision(split="test"), "a/2.png": Decision(excluded=True)}).applied_to(curation)
    assert result.of("a/1.png") == Decision(class_name="b", split="test", confirmed=True)
    assert result.of("a/2.png") == Decision(excluded=True)


@pytest.mark.parametrize(("names", "into"), [
    (("cat", "cats"), "cat"), (("Red Fox", "red_fox"), "Red Fox"), (("café", "cafe"), "café")])
def test_similar_names_can_be_merged_into_the_larger_class(names, into):
    folder = folder_of([(names[0], None, f"x{n}") for n in range(40)] + [(names[1], None, f"y{n}") for n in range(30)]
                       + [("other", None, f"z{n}") for n in range(30)])
    remedy, = only(findings(folder), "similar names").remedies
    assert remedy.merge == (next(name for name in names if name != into), into)
    assert kinds(curate(folder, remedy.applied_to(Curation()))) == []


@pytest.mark.parametrize("names", [("class1", "class2"), ("bus", "bu"), ("glass", "glas"), ("cat", "cast")])
def test_other_names_are_not_similar(names):
    folder = folder_of([(name, None, f"{name}{n}") for name in names for n in range(30)])
    assert "similar names" not in kinds(folder)


def test_a_class_whose_images_are_all_left_out_can_be_kept():
    folder = folder_of([(name, None, f"{name}{n}") for name in "abc" for n in range(30)])
    out = Curation().with_change([file.relative for file in folder.files if file.class_index == 2], excluded=True)
    curated = curate(folder, out)
    remedy, = only(findings(curated), "empty class").remedies
    kept = curate(folder, remedy.applied_to(out))
    assert kept.class_names == ("a", "b", "c")
    assert only(findings(kept), "empty class").title == "c without images"


def named(pattern: str, groups: int, members: int) -> ImageFolder:
    """Return a folder whose names follow a pattern of group and member."""
    folder = sound(groups * members)
    files = []
    for place, file in enumerate(folder.files):
        group, member = divmod(place, members)
        name = f"{folder.class_names[file.class_index]}/{pattern.format(group, member)}"
        files.append(replace(file, path=ROOT / name, relative=name))
    return replace(folder, files=tuple(files))


@pytest.mark.parametrize(("names", "pattern"), [
    ("clip{0}_frame_{1:04}.png", "{}_frame_#"), ("patient{0}_{1:02}.png", "{}_#"), ("P{0:03}-left-{1}.png", "{}-#"),
    ("subject{0}_view{1}.png", "{}_*"), ("IMG_{0}_BURST{1:03}.png", "{}_BURST*")])
def test_series_of_pictures_are_seen_by_their_names(names, pattern):
    folder = named(names, 8, 5)
    finding = only(findings(folder), "name groups")
    assert finding.remedies[0].group_pattern == pattern
    assert "16 series" in finding.title
    together = split(folder, SplitConfig(group_pattern=pattern))
    assert "name groups" not in kinds(folder, splits=together)
    assert "name groups" in kinds(folder, splits=split(folder, SplitConfig(seed=3)))


@pytest.mark.parametrize("names", ["IMG_{0}{1}.png", "{0}{1}.png", "cat.{0}{1}.png", "a_{0}{1}.png"])
def test_names_that_only_count_are_no_series(names):
    assert "name groups" not in kinds(named(names, 8, 5))


def test_truncated_files_can_be_used_in_part():
    refused = [RefusedImage(ROOT / "a" / name, reason, ImageFile(ROOT / "a" / name, f"a/{name}", 0, None))
               for name, reason in (("x.jpg", "the end of the picture is missing (truncated)"), ("y.jpg", "damaged"))]
    remedy, = only(findings(replace(sound(), refused=tuple(refused))), "damaged").remedies
    assert remedy.decisions == {"a/x.jpg": Decision(readable_part=True)}
    assert remedy.needs_rescan
    assert remedy.applied_to(Curation()).readable_parts == {"a/x.jpg"}


def test_conversions_are_counted_by_what_was_done(tmp_path):
    make_folder(tmp_path, {"a": 22, "b": 22}, 32)
    chance = np.random.default_rng(0)
    clear = Image.fromarray(chance.integers(0, 255, (32, 32, 4)).astype(np.uint8))
    for number in range(2):
        clear.rotate(90 * number).save(tmp_path / "a" / f"clear{number}.png")
    Image.fromarray(chance.integers(0, 255, (32, 32, 4)).astype(np.uint8), "CMYK").save(tmp_path / "a" / "print.jpg")
    Image.fromarray(chance.integers(0, 65535, (32, 32)).astype(np.uint16)).save(tmp_path / "b" / "deep.png")
    (tmp_path / "b" / "other.jpg").write_bytes((tmp_path / "b" / "deep.png").read_bytes()[:0])
    Image.fromarray(chance.integers(0, 255, (32, 32, 3)).astype(np.uint8)).save(tmp_path / "b" / "other.jpg", "PNG")
    finding = only(findings(scan(tmp_path)), "converted")
    assert finding.title == "5 pictures were converted"
    assert finding.detail == ("transparent parts filled: 2; CMYK to RGB: 1; 16-bit to 8-bit: 1; "
                              "another ending than its kind: 1.")


def large_folder(count: int) -> ImageFolder:
    """Return a folder with some of everything, without files behind it."""
    chance = np.random.default_rng(0)
    bright, sharp = chance.random(count), chance.random(count) * 2000
    files = tuple(
        ImageFile(Path(f"/p/{row % 10}/clip{row // 40}_{row}.jpg"), f"{row % 10}/clip{row // 40}_{row}.jpg", row % 10,
                  ("train", "test")[row % 7 == 0], f"digest {row // 2 if row % 100 == 1 else row}",
                  ("turned upright (EXIF 6)",) if row % 9 == 0 else (), 1000, 1, 200 + row % 3, 300,
                  ImageMeasures(bright[row], 0.2, sharp[row], row % 50 == 0, bytes(64)), f"{row // 3}", row=row)
        for row in range(count))
    return ImageFolder(Path("/p"), "", tuple("0123456789"), files, (), ())


def test_a_hundred_thousand_files_are_judged_in_two_seconds_of_processor_time():
    folder = large_folder(10_000)
    start = time.process_time()
    found = findings(folder, preprocess=PreprocessConfig(height=500, width=500))
    assert time.process_time() - start < 2 / 10 * 2  # a tenth of the files; twice the time, for a busy machine
    assert {"near leak", "dark", "bright", "blurred", "grey", "converted", "too small", "near duplicates"} <= {
        finding.kind for finding in found}


def test_an_empty_class_folder_is_said_and_can_be_kept(tmp_path):
    root = make_folder(tmp_path, {"cat": 3, "dog": 3})
    (root / "bird").mkdir()
    folder = scan(root)
    finding = only(findings(folder), "empty class")
    assert (finding.severity, finding.title) == ("info", "1 class folder without images")
    assert "bird" in finding.detail
    remedy, = finding.remedies
    assert remedy.title == "Keep the class"
    kept = after(folder, remedy)
    assert kept.class_names == ("cat", "dog", "bird")
    assert only(findings(kept), "empty class").title == "bird without images"
    (root / "bird").rmdir()
    assert "empty class" not in kinds(scan(root))


def test_a_class_that_has_images_in_another_split_is_not_empty(tmp_path):
    root = make_folder(tmp_path / "train", {"cat": 3, "dog": 3}).parent
    make_folder(tmp_path / "test", {"cat": 2})
    (root / "test" / "dog").mkdir()
    assert "empty class" not in kinds(scan(root))


def test_every_check_is_in_the_table_once():
    assert len(set(CHECKS)) == len(CHECKS) == 21


def test_images_beside_the_split_folders_are_told_and_other_files_are_not(tmp_path):
    root = tmp_path / "photos"
    for name in ("train", "val"):
        make_folder(root / name, {"cat": 2, "dog": 2}, 24)
    assert "unused" not in kinds(scan(root))
    make_folder(root / "extra", {"cat": 3}, 24)
    (root / "notes.txt").write_text("by hand")
    (root / "train" / "Thumbs.db").write_bytes(b"x")
    folder = scan(root)
    found = only(findings(folder), "unused")
    assert (found.title, found.severity) == ("3 unused images", "info")
    assert sorted(path.relative_to(root).parts[:2] for path in found.files) == [("extra", "cat")] * 3
    assert "extra/cat/" in found.detail
    assert "beside the train, validation and test folders" in found.detail
    left_out = curate(folder, Curation({folder.files[0].relative: Decision(excluded=True)}))
    assert only(findings(left_out), "unused").title == "3 unused images", "what the user left out is no news"
