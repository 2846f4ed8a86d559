"""Comments on the canvas, with real mouse and key events."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cnnstudio.network.document import dumps, loads
from cnnstudio.network.edits import AddComment
from cnnstudio.network.graph import Comment
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import at, click, drag, key, release

CTRL = Qt.KeyboardModifier.ControlModifier
NOTE = "comment_1"
HOSTILE = "<img src='file:///etc/passwd'><b>bold</b> & <a href=x>y</a>"


def settle() -> None:
    QApplication.processEvents()


def add(page: NetworkPage, text: str = "look here", x: float = -280, y: float = 200) -> None:
    page.session.push(AddComment(Comment(NOTE, text, x, y)))
    settle()


def note(page: NetworkPage) -> Comment:
    return page.session.graph.comments[NOTE]


def middle(page: NetworkPage) -> QPoint:
    return at(page, page.scene.comments[NOTE].scene_box().center())


def undo(page: NetworkPage) -> None:
    page.session.undo_stack.undo()
    settle()


def test_c_adds_a_comment_in_the_middle_and_waits_for_its_text(page: NetworkPage) -> None:
    key(page, Qt.Key.Key_C)
    editor = page.comment_editor
    assert editor.isVisible()
    assert editor.hasFocus()
    QTest.keyClicks(editor, "first")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "second")
    QTest.keyClick(editor, Qt.Key.Key_Return, CTRL)
    settle()
    assert not editor.isVisible()
    assert note(page).text == "first\nsecond"
    assert page.view.visible_box().contains(page.scene.comments[NOTE].scene_box())
    assert page.view.hasFocus()
    undo(page)
    assert note(page).text == ""
    undo(page)
    assert not page.scene.comments


def test_escape_leaves_the_text_and_going_elsewhere_keeps_it(page: NetworkPage) -> None:
    add(page)
    for leave, text in ((lambda: QTest.keyClick(page.comment_editor, Qt.Key.Key_Escape), "look here"),
                        (lambda: click(page, at(page, QPointF(-300, 520))), "changed")):
        QTest.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(page))
        release(page, middle(page))
        assert page.comment_editor.isVisible()
        QTest.keyClick(page.comment_editor, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(page.comment_editor, "changed")
        leave()
        settle()
        assert not page.comment_editor.isVisible()
        assert note(page).text == text
    assert page.session.undo_stack.count() == 2


def test_a_comment_is_dragged_resized_and_removed_each_as_one_step(page: NetworkPage) -> None:
    add(page)
    drag(page, middle(page), middle(page) + QPoint(40, 80))
    assert (note(page).x, note(page).y) == (-240, 280)
    corner = at(page, page.scene.comments[NOTE].scene_box().bottomRight() - QPointF(6, 6))
    drag(page, corner, corner + QPoint(80, 40))
    assert (note(page).width, note(page).height) == (320, 136)
    drag(page, middle(page), middle(page) + QPoint(-16, 0))
    key(page, Qt.Key.Key_Delete)
    assert not page.session.graph.comments
    assert page.session.undo_stack.count() == 5
    for expected in ((-256, 280, 320), (-240, 280, 320), (-240, 280, 240), (-280, 200, 240)):
        undo(page)
        assert (note(page).x, note(page).y, note(page).width) == expected
        assert page.scene.comments[NOTE].pos() == QPointF(*expected[:2])


def test_a_comment_cannot_be_made_too_small(page: NetworkPage) -> None:
    add(page)
    corner = at(page, page.scene.comments[NOTE].scene_box().bottomRight() - QPointF(6, 6))
    drag(page, corner, corner - QPoint(230, 90))
    assert (note(page).width, note(page).height) == (48, 48)


def test_layers_stand_before_comments_and_take_the_click(page: NetworkPage) -> None:
    add(page, x=-20, y=130)
    assert page.scene.comments[NOTE].zValue() < page.scene.nodes["conv2d_1"].zValue()
    click(page, at(page, page.scene.nodes["conv2d_1"].scene_box().center()))
    assert page.session.current == "conv2d_1"


def test_comments_are_copied_pasted_duplicated_and_moved_with_layers(page: NetworkPage) -> None:
    add(page)
    page.session.select([NOTE, "relu_1"])
    key(page, Qt.Key.Key_C, CTRL)
    key(page, Qt.Key.Key_V, CTRL)
    assert page.session.graph.comments["comment_2"].text == "look here"
    assert page.session.selected_comments == ("comment_2",)
    key(page, Qt.Key.Key_Right, CTRL)
    assert page.session.graph.comments["comment_2"].x == -280 + 32 + 8
    page.session.select([NOTE])
    key(page, Qt.Key.Key_D, CTRL)
    assert list(page.session.graph.comments) == [NOTE, "comment_2", "comment_3"]


def test_fit_includes_comments_and_the_document_keeps_them(page: NetworkPage) -> None:
    add(page, HOSTILE, x=-900, y=-300)
    key(page, Qt.Key.Key_F)
    assert page.view.visible_box().contains(page.scene.comments[NOTE].scene_box())
    assert loads(dumps(page.session.graph)).comments == page.session.graph.comments


def painted(page: NetworkPage, text: str) -> QImage:
    page.session.graph.set_comment(Comment(NOTE, text, -280, 200))
    settle()
    area = page.view.mapFromScene(page.scene.comments[NOTE].scene_box()).boundingRect()
    return page.view.viewport().grab(area).toImage()


def test_markup_in_a_comment_is_painted_as_the_text_it_is(page: NetworkPage) -> None:
    add(page)
    assert painted(page, "<b>x</b>") != painted(page, "x")
    assert painted(page, "<b>x</b>") == painted(page, "<b>x</b>")
    assert page.scene.comments[NOTE].toolTip() == ""
    page.comment_editor.begin(NOTE)
    assert page.comment_editor.toPlainText() == "<b>x</b>"


def test_the_editor_goes_with_its_comment(page: NetworkPage) -> None:
    key(page, Qt.Key.Key_C)
    assert page.comment_editor.isVisible()
    undo(page)
    assert not page.comment_editor.isVisible()
    assert not page.session.graph.comments


def test_the_form_counts_comments_and_f2_writes_the_selected_one(page: NetworkPage) -> None:
    add(page)
    page.session.select([NOTE])
    assert page.panel.shown is page.panel.selection
    key(page, Qt.Key.Key_F2)
    assert page.comment_editor.isVisible()
    page.comment_editor.abandon()
    key(page, Qt.Key.Key_Return)
    assert page.comment_editor.isVisible()


def test_a_new_comment_covers_no_layer_and_no_other_comment(page: NetworkPage) -> None:
    for _ in range(3):
        key(page, Qt.Key.Key_C)
        page.comment_editor.abandon()
    boxes = [item.scene_box() for item in (*page.scene.nodes.values(), *page.scene.comments.values())]
    assert len(boxes) == 9
    assert not [1 for i, box in enumerate(boxes) for other in boxes[i + 1:] if box.intersects(other)]
