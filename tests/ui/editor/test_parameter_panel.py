"""The form of the selected layer, and what stands there without one."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QPushButton, QSpinBox, QToolButton

from cnnstudio.network.edits import AddNode, RemoveNodes, SetParameter
from cnnstudio.network.graph import Edge
from cnnstudio.network.layer_kinds import LayerKind
from cnnstudio.network.registry import layer_kinds
from cnnstudio.ui.editor.page import NetworkPage


def settle() -> None:
    QApplication.processEvents()


def spin(page: NetworkPage, name: str) -> QSpinBox:
    return page.panel.layer.form.findChild(QSpinBox, name)


def test_every_parameter_of_every_kind_has_a_field_that_edits_it(page: NetworkPage) -> None:
    for kind in layer_kinds().values():
        check_fields(page, kind)


def check_fields(page: NetworkPage, kind: LayerKind) -> None:
    node = page.session.graph.new_node(kind.name, 400, 0)
    page.session.push(AddNode(node))
    page.session.select([node.id])
    form = page.panel.layer.form
    assert (form is None) == (not kind.parameters)
    for parameter in kind.parameters:
        field = form.fields[parameter.name]
        assert all(widget.accessibleName() and widget.toolTip() for widget in field.widgets())
        other = _another(parameter)
        field.show_value(other)          # showing tells nobody
        assert page.session.graph.nodes[node.id].parameters[parameter.name] == parameter.default
        field.edited.emit(other)
        assert page.session.graph.nodes[node.id].parameters[parameter.name] == other
    assert page.panel.layer.about.text() == kind.help


def _another(parameter):
    return {"int": lambda: int(parameter.default) + (1 if parameter.default < parameter.maximum else -1),
            "float": lambda: parameter.default * 0.5 + 0.01,
            "bool": lambda: not parameter.default, "choice": lambda: parameter.choices[-1],
            "pair": lambda: (parameter.default[0] + 1, parameter.default[1] + 1),
            "matrix": lambda: ((1.0, 2.5, 3.0),) * 3}[parameter.type]()


def test_the_formula_has_the_users_numbers_in_it(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    assert page.panel.layer.formula.text() == "(32 − 3 + 2·0) / 1 + 1 = 30"
    spin(page, "kernel_size_rows").setValue(5)
    settle()
    assert page.panel.layer.formula.text() == "(32 − 5 + 2·0) / 1 + 1 = 28"
    assert page.panel.layer.output.text_of("Goes out") == "8 × 28 × 28"


def test_a_dense_layer_follows_what_arrives_unless_its_number_is_set_by_hand(page: NetworkPage) -> None:
    (dense,) = [node for node in page.session.graph.nodes.values() if node.kind == "Linear"]
    page.session.select([dense.id])
    box = spin(page, "in_features")
    arriving = page.session.analysis.input_shapes[dense.id][0][0]
    assert (box.value(), dense.parameters["in_features"]) == (0, 0)
    page.session.push(SetParameter("conv2d_1", "kernel_size", 5))
    settle()
    following = page.session.analysis.input_shapes[dense.id][0][0]
    assert following != arriving
    assert not page.session.problems_of(dense.id)
    assert f"{following} · " in page.panel.layer.formula.text()
    box.setValue(arriving)
    settle()
    assert "expects" in page.session.problems_of(dense.id)[0].message
    box.setValue(0)
    settle()
    assert not page.session.problems_of(dense.id)


def test_a_choice_is_shown_in_words(page: NetworkPage) -> None:
    node = page.session.graph.new_node("Upsample", 400, 0)
    page.session.push(AddNode(node))
    page.session.select([node.id])
    box = page.panel.layer.form.findChild(QComboBox, "mode")
    assert [box.itemText(index) for index in range(box.count())] == ["Nearest pixel", "Bilinear"]
    box.setCurrentIndex(1)
    assert page.session.graph.nodes[node.id].parameters["mode"] == "bilinear"


def test_a_burst_in_a_spin_box_is_one_undo_step(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    box = spin(page, "out_channels")
    for value in (9, 10, 11, 12):
        box.setValue(value)
        settle()
    assert page.session.graph.nodes["conv2d_1"].parameters["out_channels"] == 12
    assert page.session.undo_stack.count() == 1
    assert page.session.undo_stack.undoText() == "Set feature maps"
    page.session.undo_stack.undo()
    settle()
    assert box.value() == 8
    assert page.session.undo_stack.count() == 1      # showing the old value is no edit


def test_rows_and_columns_go_together_until_unlocked(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    rows, columns = spin(page, "kernel_size_rows"), spin(page, "kernel_size_columns")
    lock = page.panel.layer.form.findChild(QToolButton, "kernel_size_locked")
    assert lock.isChecked()
    rows.setValue(5)
    assert columns.value() == 5
    lock.setChecked(False)
    columns.setValue(1)
    assert rows.value() == 5
    assert page.session.graph.nodes["conv2d_1"].parameters["kernel_size"] == (5, 1)
    lock.setChecked(True)
    assert page.session.graph.nodes["conv2d_1"].parameters["kernel_size"] == (5, 5)


def test_the_lock_opens_where_rows_and_columns_differ(page: NetworkPage) -> None:
    page.session.push(SetParameter("conv2d_1", "kernel_size", (3, 5)))
    page.session.select(["conv2d_1"])
    assert not page.panel.layer.form.findChild(QToolButton, "kernel_size_locked").isChecked()


def test_a_check_box_edits(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    page.panel.layer.form.findChild(QCheckBox, "bias").click()
    settle()
    assert page.session.graph.nodes["conv2d_1"].parameters["bias"] is False
    assert page.panel.layer.cost.text_of("Weights").startswith("72 ·")


def test_cost_and_share_of_the_layer(page: NetworkPage) -> None:
    page.session.select(["linear_1"])
    assert page.panel.layer.cost.text_of("Weights") == "72,010 · 99.9 %"
    assert page.panel.layer.cost.text_of("Multiply-adds").startswith("72,000 ·")
    assert page.panel.layer.formula.text() == "7200 · 10 + 10 = 72,010 weights"


def test_the_name_field_renames(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    page.panel.layer.name.setText("edges")
    QTest.keyClick(page.panel.layer.name, Qt.Key.Key_Return)
    assert page.session.graph.nodes["conv2d_1"].name == "edges"
    page.panel.layer.name.setText("relu_1")
    QTest.keyClick(page.panel.layer.name, Qt.Key.Key_Return)
    assert page.session.graph.nodes["conv2d_1"].name == "edges"
    assert page.panel.layer.name.text() == "edges"
    assert page.messages[-1][0] == "error"


def test_the_source_of_an_input_can_be_chosen_without_the_mouse(page: NetworkPage) -> None:
    page.session.select(["flatten_1"])
    box = page.panel.layer.inputs.findChild(QComboBox, "source_0")
    sources = [box.itemText(row) for row in range(box.count())]
    assert sources == ["not connected", "input_1", "conv2d_1", "relu_1"]      # nothing that would close a circle
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert page.session.graph.predecessors("flatten_1") == ["input_1"]
    settle()
    box = page.panel.layer.inputs.findChild(QComboBox, "source_0", Qt.FindChildOption.FindDirectChildrenOnly)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert page.session.graph.predecessors("flatten_1") == []


def test_a_mend_button_mends(page: NetworkPage) -> None:
    page.session.push(SetParameter("linear_1", "in_features", 1024))
    page.session.select(["linear_1"])
    settle()
    button = next(button for button in page.panel.layer.findChildren(QPushButton, "mend_button")
                  if "7200" in button.text() or "7,200" in button.text())
    button.click()
    settle()
    assert page.session.graph.nodes["linear_1"].parameters["in_features"] == 7200
    assert page.session.analysis.is_trainable
    assert not page.panel.layer.findChildren(QPushButton, "mend_button") or not button.isVisible()
    page.session.undo_stack.undo()
    assert page.session.graph.nodes["linear_1"].parameters["in_features"] == 1024


def test_a_mend_that_inserts_a_layer_makes_room_for_it(page: NetworkPage) -> None:
    page.session.push(RemoveNodes(("flatten_1",)))
    page.session.select(["linear_1"])
    settle()
    buttons = page.panel.layer.findChildren(QPushButton, "mend_button")
    next(button for button in buttons if "Flatten" in button.text()).click()
    settle()
    boxes = [item.scene_box() for item in page.scene.nodes.values()]
    assert page.session.analysis.is_trainable
    assert not [1 for i, one in enumerate(boxes) for other in boxes[i + 1:] if one.intersects(other)]


def test_nothing_selected_shows_the_whole_network(page: NetworkPage) -> None:
    page.session.select(())
    assert page.panel.shown is page.panel.overview
    figures = page.panel.overview.figures
    assert figures.text_of("Image") == "1 × 32 × 32"
    assert figures.text_of("Weights") == "72,090"
    assert figures.text_of("Classes") == "10"


def test_several_selected_show_their_sums(page: NetworkPage) -> None:
    page.session.select(["conv2d_1", "linear_1"])
    assert page.panel.shown is page.panel.selection
    assert page.panel.selection.figures.text_of("Weights") == "72,090"
    page.panel.selection.findChild(QPushButton, "remove_selection").click()
    assert Edge("input_1", "relu_1") in page.session.graph.edges


def test_a_field_keeps_the_keyboard_while_its_layer_changes(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    box = spin(page, "out_channels")
    box.setFocus()
    box.setValue(20)
    settle()
    assert spin(page, "out_channels") is box
    assert QApplication.focusWidget() is box


def test_a_name_undone_elsewhere_is_not_given_again_when_the_field_is_left(page: NetworkPage) -> None:
    page.session.select(["relu_1"])
    field = page.panel.layer.name
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "bend")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert page.session.graph.nodes["relu_1"].name == "bend"
    page.session.undo_stack.undo()      # the button in the window's header leaves the keyboard in the field
    QApplication.processEvents()
    assert field.text() == "relu_1"
    page.view.setFocus()
    assert page.session.graph.nodes["relu_1"].name == "relu_1"
    assert page.session.undo_stack.canRedo()


def test_the_values_that_come_in_follow_until_they_are_set_by_hand(page: NetworkPage) -> None:
    page.session.select(["linear_1"])
    box = spin(page, "in_features")
    assert box.text() == "follows: 7,200"         # 8 x 30 x 30
    page.session.push(SetParameter("conv2d_1", "out_channels", 16))
    settle()
    assert box.text() == "follows: 14,400"
    assert page.session.analysis.is_trainable
    box.selectAll()
    QTest.keyClicks(box, "7200")
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle()
    assert box.text() == "7,200"
    assert not page.session.analysis.is_trainable
    box.setValue(0)                               # back to following
    settle()
    assert box.text() == "follows: 14,400"
    assert page.session.analysis.is_trainable
    page.session.push(RemoveNodes(("flatten_1",)))
    settle()
    assert box.text() == "follows"                # nothing that could be followed arrives
