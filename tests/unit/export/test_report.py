"""The page that stands alone."""

import base64
import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest
from PIL import Image

from cnnstudio.export.report import ReportData, ReportExample, SettingsGroup, build_report, charts
from cnnstudio.network.layer_table import rows
from cnnstudio.network.presets import preset
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.metrics import Evaluation, from_confusion

EVIL = "<script>alert('x')</script>\" onload=\"x"


def png(value: int, side: int = 4) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(np.full((side, side, 3), value, dtype=np.uint8)).save(stream, "PNG")
    return stream.getvalue()


def epoch(number: int, *, val_loss: float = 0.5) -> EpochEnded:
    return EpochEnded(epoch=number, train_loss=1 / number, train_accuracy=1 - 0.5 / number, val_loss=val_loss,
                      val_accuracy=0.8, learning_rate=1e-3, images_per_s=800.0, seconds=40.0, is_best=False)


def evaluation() -> Evaluation:
    return from_confusion(np.array([[45, 5, 0], [10, 30, 0], [0, 0, 0]]), ["cat", "dog", "owl"])


def example(**changes: object) -> ReportExample:
    return replace(ReportExample(png(10), png(200), "cat", "cat", 0.9731, title="a.jpg", evidence="62 % lies there."),
                   **changes)


def full() -> ReportData:
    return ReportData(
        title="Pets", created="2026-03-04 15:20 UTC", folder="/home/ada/pets",
        network=rows(preset("small", input_shape=(3, 32, 32), classes=3)),
        settings=(SettingsGroup("Training", (("Epochs", "3"), ("Optimiser", "adam"))),),
        history=(epoch(1), epoch(2, val_loss=0.25), epoch(3)), evaluation=evaluation(),
        examples=(example(), example(predicted="dog", target="cat")), verdict="Learning well.",
        versions=(("torch", "2.14"),), network_name="small")


class Page(HTMLParser):
    """Collects elements, attributes and text, and checks that every element is closed in order."""

    EMPTY = frozenset({"meta", "img", "br", "line", "rect", "circle", "polyline"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data + " "

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements
                if name == tag and all(value in (attrs.get(key) or "").split() for key, value in wanted.items())]


def words(text: str) -> str:
    return re.sub(r"\s+", " ", Page(text).words)


def test_the_page_refers_to_nothing_outside_itself_and_runs_nothing():
    page = build_report(full())
    assert not re.search(r"https?:|//|@import|url\(|<script|<link|<iframe|javascript:", page.replace("data:image", ""))
    for tag, attributes in Page(page).elements:
        assert not [name for name in attributes if name.startswith("on")], tag
    assert {attributes["src"].split(",")[0] for attributes in Page(page).all("img")} == {"data:image/png;base64"}


def test_all_parts_are_on_the_page():
    text = words(build_report(full()))
    for part in ("Pets", "small on /home/ada/pets · 2026-03-04 15:20 UTC", "Learning well.", "How it learned",
                 "What it confuses", "How well each class is recognised", "Where it looks", "The network", "Settings",
                 "All epochs in numbers", "Optimiser adam", "torch 2.14"):
        assert part in text


def test_the_numbers_are_those_of_the_evaluation():
    text = words(build_report(full()))
    assert "Accuracy on 90 validation images 83.3 % 95 % interval 74.3 % to 89.6 %" in text   # Wilson, 75 of 90
    assert "always answering the most frequent class gives 55.6 %" in text
    assert "cat 81.8 % 90.0 % 78.6 % to 95.7 % 85.7 % 50" in text     # Wilson of 45 of 50
    assert "dog 85.7 % 75.0 % 59.8 % to 85.8 % 80.0 % 40" in text
    assert "owl 0.0 % – – – 0 no image of this class" in text
    assert "clearly beaten" in text


def test_each_cell_of_the_matrix_shows_its_count_and_is_shaded_by_its_share():
    page = Page(build_report(full()))
    cells = page.all("td", **{"class": "right"}) + page.all("td", **{"class": "wrong"})
    shades = {cell["title"]: cell["style"] for cell in cells}
    assert shades == {
        "cat taken for cat: 45 of 50": "--share: 0.458", "cat taken for dog: 5 of 50": "--share: 0.122",
        "dog taken for cat: 10 of 40": "--share: 0.185", "dog taken for dog: 30 of 40": "--share: 0.395"}
    assert len(page.all("td", **{"class": "none"})) == 5


def test_the_best_epoch_is_the_one_with_the_lowest_validation_loss():
    text = words(build_report(full()))
    assert "Best epoch 2 of 3" in text
    assert "The dotted line marks epoch 2" in text
    assert "Training time 2 min 0 s" in text


def test_training_is_drawn_solid_and_validation_dashed_on_labelled_axes():
    page = build_report(full())
    assert len(Page(page).all("polyline", **{"class": "training"})) == 2
    assert len(Page(page).all("polyline", **{"class": "validation"})) == 2
    assert re.search(r"\.curve\.validation \{[^}]*stroke-dasharray", page)
    assert not re.search(r"\.curve\.training \{[^}]*stroke-dasharray", page)
    for title in ("epoch", "loss (nats)", "images right"):
        assert re.search(rf'class="axis-title"[^>]*>{re.escape(title)}<', page)


def test_pictures_are_inside_the_page_as_they_were_given():
    sources = [attributes["src"] for attributes in Page(build_report(full())).all("img")]
    assert [base64.b64decode(source.split(",")[1]) for source in sources] == [png(10), png(200)] * 2


def test_right_and_wrong_answers_are_told_by_sign_and_word_not_by_colour_alone():
    text = words(build_report(full()))
    assert "cat 97.3 % ✓ right" in text
    assert "dog 97.3 % ✗ is cat heatmap for cat" in text


def test_small_pictures_keep_sharp_pixels():
    small = build_report(replace(full(), examples=(example(),)))
    large = build_report(replace(full(), examples=(example(image=png(10, 90)),)))
    assert Page(small).all("div", **{"class": "sharp"})
    assert not Page(large).all("div", **{"class": "sharp"})


def test_text_of_users_is_never_taken_for_html():
    data = replace(
        full(), title=EVIL, folder=EVIL, verdict=EVIL, network_name=EVIL, evaluated_on=EVIL,
        evaluation=from_confusion(np.array([[3, 1], [1, 3]]), [EVIL, "dog"]),
        examples=(example(title=EVIL, evidence=EVIL, true_class=EVIL, target=EVIL),),
        settings=(SettingsGroup(EVIL, ((EVIL, EVIL),)),), versions=((EVIL, EVIL),), created=EVIL)
    page = build_report(data)
    assert not Page(page).all("script")
    assert "<script" not in page
    assert not [attributes for _, attributes in Page(page).elements if "onload" in attributes]
    assert page.count("&lt;script&gt;") >= 12


def test_a_page_without_training_evaluation_and_pictures_says_what_is_missing():
    text = words(build_report(ReportData("Empty", "now", "/x")))
    assert "This network has not been evaluated." in text
    for part in ("How it learned", "What it confuses", "Where it looks", "The network", "Settings"):
        assert part not in text


def test_one_epoch_and_many_classes_make_a_page():
    names = [f"a class with a long name {number}" for number in range(40)]
    data = replace(full(), history=(epoch(1),), evaluation=from_confusion(np.eye(40, dtype=int) * 2, names))
    page = Page(build_report(data))
    assert len(page.all("circle")) == 4
    assert page.all("table", **{"class": "dense"})
    assert page.all("table", **{"class": "tall"})


def test_the_page_has_its_own_colours_for_light_dark_and_paper():
    page = build_report(full())
    assert "@media (prefers-color-scheme: dark)" in page
    assert "@media print" in page


def luminance(color: np.ndarray) -> float:
    linear = np.where(color <= 0.03928, color / 12.92, ((color + 0.055) / 1.055) ** 2.4)
    return float(linear @ [0.2126, 0.7152, 0.0722])


def rgb(text: str) -> np.ndarray:
    parts = re.findall(r"\d+", text) if "," in text else [str(int(text[place:place + 2], 16)) for place in (1, 3, 5)]
    return np.array([int(part) for part in parts]) / 255


def contrast(one: np.ndarray, other: np.ndarray) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("block", [0, 1, 2], ids=["light", "dark", "paper"])
def test_all_text_has_enough_contrast_also_on_the_darkest_cell(block):
    css = [part for part in re.findall(r":root \{([^}]*)\}", build_report(full())) if "--text" in part][block]
    tokens = dict(re.findall(r"--([\w-]+): ([^;]+);", css))
    surface, text = rgb(tokens["surface"]), rgb(tokens["text"])
    for name in ("text", "quiet", "good", "bad", "accent"):
        assert contrast(rgb(tokens[name]), surface) >= 4.5, name
    for shade in ("accent-rgb", "bad-rgb"):
        assert contrast(text, surface * 0.5 + rgb(tokens[shade]) * 0.5) >= 4.5, shade
    for curve in ("training", "validation"):
        assert contrast(rgb(tokens[curve]), surface) >= 3, curve


def test_there_are_no_charts_without_epochs():
    assert charts(()) == ()
