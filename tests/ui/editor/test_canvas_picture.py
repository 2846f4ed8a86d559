"""Pictures of the canvas: all of it, in each format, without the selection, whole or not at all."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from cnnstudio.errors import NetworkError, StorageError
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.ui.editor.canvas_picture import picture_box, save_picture
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.editor.style import canvas_style


@pytest.fixture
def drawn(page: NetworkPage) -> NetworkPage:
    page.commands.use_preset("resnet18", fitted=False)
    return page


def test_a_png_shows_every_layer_at_twice_the_size(drawn: NetworkPage, tmp_path) -> None:
    save_picture(drawn.scene, tmp_path / "net.png")
    image = QImage(str(tmp_path / "net.png"))
    box = picture_box(drawn.scene)
    assert (image.width(), image.height()) == (round(2 * box.width()), round(2 * box.height()))
    ground = canvas_style().colors["surface"].rgb()
    assert image.pixel(2, 2) == ground
    for item in drawn.scene.nodes.values():
        x, y = item.scene_box().left() + 2 - box.left(), item.scene_box().center().y() - box.top()
        assert image.pixel(round(2 * x), round(2 * y)) != ground, item.node_id


def test_the_selection_is_not_drawn_and_stays(drawn: NetworkPage, tmp_path) -> None:
    save_picture(drawn.scene, tmp_path / "plain.png")
    drawn.session.select(["conv2d_1"])
    told = []
    drawn.session.selection_changed.connect(lambda: told.append("changed"))
    save_picture(drawn.scene, tmp_path / "selected.png")
    assert (tmp_path / "plain.png").read_bytes() == (tmp_path / "selected.png").read_bytes()
    assert drawn.session.selected == ("conv2d_1",)
    assert drawn.scene.nodes["conv2d_1"].isSelected()
    assert told == []


def test_a_pdf_has_one_page_of_the_networks_size(drawn: NetworkPage, tmp_path) -> None:
    save_picture(drawn.scene, tmp_path / "net.pdf")
    data = (tmp_path / "net.pdf").read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.count(b"/Type /Page\n") == 1


def test_an_svg_is_a_drawing_of_the_networks_size(drawn: NetworkPage, tmp_path) -> None:
    save_picture(drawn.scene, tmp_path / "net.svg")
    renderer = QSvgRenderer(str(tmp_path / "net.svg"))
    assert renderer.isValid()
    box = picture_box(drawn.scene)
    assert (renderer.viewBoxF().width(), renderer.viewBoxF().height()) == (box.width(), box.height())


def test_what_cannot_be_drawn_or_written_is_said(drawn: NetworkPage, tmp_path) -> None:
    with pytest.raises(NetworkError, match=r"net\.gif: a picture of the network is a \.png"):
        save_picture(drawn.scene, tmp_path / "net.gif")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(StorageError, match="Cannot save"):
        save_picture(drawn.scene, tmp_path / "file" / "net.png")
    drawn.session.graph.replace_content(NetworkGraph())
    with pytest.raises(NetworkError, match="nothing on the canvas"):
        save_picture(drawn.scene, tmp_path / "empty.png")
