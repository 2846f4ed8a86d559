"""The form of one layer: name, problems, settings, what comes in and goes out, cost, and what it is."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from cnnstudio.network.edits import Rename, SetParameter
from cnnstudio.network.graph import Node
from cnnstudio.network.layer_kinds import LayerKind
from cnnstudio.network.registry import layer_kind
from cnnstudio.network.shapes import Problem
from cnnstudio.ui import icons
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.formats import count, percent, shape_text
from cnnstudio.ui.editor.inputs_editor import InputsEditor
from cnnstudio.ui.editor.layer_pictures import LayerPicture
from cnnstudio.ui.editor.parameter_form import ParameterForm
from cnnstudio.ui.editor.problem_row import ProblemRow
from cnnstudio.ui.editor.sections import Figures, Section, empty, panel_header
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.editor.weights_card import WeightsCard
from cnnstudio.ui.theme import font, theme


class LayerPanel(QWidget):
    """Shows and edits the node it is told to show."""

    show_requested = Signal(str)

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("layer_panel")
        self._session = session
        self._node_id = self._shown_name = ""
        self._kind: LayerKind | None = None
        self._problems: tuple[Problem, ...] = ()
        self.form: ParameterForm | None = None
        self.icon = QLabel()
        self.name = QLineEdit()
        self.kind_line = label(role="caption")
        self.formula = label(wrap=True, name="formula")
        self.inputs = InputsEditor(session)
        self.output = Figures("layer_output")
        self.cost = Figures("layer_cost")
        self.picture = LayerPicture()
        self.about = label(role="quiet", wrap=True, name="layer_help")
        self.weights = WeightsCard()
        self._problem_column = QVBoxLayout()
        self._settings = Section(self.tr("Settings"), "layer_settings")
        self._build()
        theme().changed.connect(self._tint)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 16, 12, 16)
        column.setSpacing(16)
        column.addLayout(self._make_header())
        self._problem_column.setSpacing(4)
        column.addLayout(self._problem_column)
        flow = Section(self.tr("In and out"), "layer_flow")
        self.formula.setFont(font())
        self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.formula.setAccessibleName(self.tr("Formula of the output size"))
        for widget in (self.inputs, self.output, self.formula):
            flow.column.addWidget(widget)
        column.addWidget(flow)
        column.addWidget(self.weights)
        column.addWidget(self._settings)
        cost = Section(self.tr("Cost"), "layer_costs")
        cost.column.addWidget(self.cost)
        column.addWidget(cost)
        about = Section(self.tr("What it does"), "layer_about")
        about.column.addWidget(self.picture)
        about.column.addWidget(self.about)
        column.addWidget(about)
        column.addStretch(1)

    def _make_header(self) -> QHBoxLayout:
        self.name.setObjectName("layer_name")
        self.name.setAccessibleName(self.tr("Name of the layer"))
        self.name.setToolTip(self.tr("Rename the layer (F2 on the canvas)"))
        self.name.editingFinished.connect(self._rename)
        return panel_header(self.icon, self.name, self.kind_line)

    # showing

    def show_node(self, node_id: str) -> None:
        """Show a layer as it is now; fields keep the keyboard while the same layer stays."""
        node = self._session.graph.nodes[node_id]
        kind = layer_kind(node.kind)
        if node_id != self._node_id or kind is not self._kind:
            self._node_id, self._kind = node_id, kind
            self._make_form(kind)
            self._tint()
        if self.form is not None:
            self.form.show_values(node.parameters)
            self.form.show_followed(self._session.analysis.input_shapes.get(node_id, ()))
        if self._shown_name != node.name:
            self._show_name(node.name)
        self.weights.show_layer(node.kind, node.parameters)
        self._show_problems(self._session.problems_of(node_id))
        self._show_flow(node, kind)
        self._show_cost(node)

    def focus_first(self) -> None:
        """Put the keyboard into the first field, or the name where there is none."""
        if self.form is None or not self.form.focus_first():
            self.name.setFocus()

    def _make_form(self, kind: LayerKind) -> None:
        if self.form is not None:
            self._settings.column.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if kind.parameters:
            self.form = ParameterForm(kind)
            self.form.parameter_edited.connect(self._set_parameter)
            self._settings.column.addWidget(self.form)
        self._settings.setVisible(bool(kind.parameters))
        self.kind_line.setText(f"{tr(kind.title, 'LayerKind')} · {kind.name}")
        self.picture.show_kind(kind.name)
        self.about.setText(tr(kind.help, "LayerKind"))
        self._show_name(self._session.graph.nodes[self._node_id].name)

    def _show_name(self, name: str) -> None:
        """Show a name; a text in the field that differs from it was typed."""
        self._shown_name = name
        self.name.setText(name)

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        if problems == self._problems:
            return
        self._problems = problems
        empty(self._problem_column)
        for problem in problems:
            self._problem_column.addWidget(ProblemRow(self._session, problem, with_link=False))

    def _show_flow(self, node: Node, kind: LayerKind) -> None:
        analysis = self._session.analysis
        self.inputs.setVisible(kind.max_inputs > 0)
        if kind.max_inputs:
            self.inputs.show_node(node.id)
        self.output.show_lines([(self.tr("Goes out"), shape_text(analysis.shapes.get(node.id)))])
        formula = _formula(kind.formula, analysis.input_shapes.get(node.id, ()), node.parameters)
        self.formula.setText(formula)
        self.formula.setVisible(bool(formula))

    def _show_cost(self, node: Node) -> None:
        cost = self._session.costs.get(node.id)
        if cost is None:
            self.cost.show_lines([(self.tr("Weights"), "–"), (self.tr("Multiply-adds"), "–")])
            return
        whole = self._session.total_cost
        self.cost.show_lines([
            (self.tr("Weights"), with_share(cost.weights, whole.weights)),
            (self.tr("Multiply-adds"), with_share(cost.multiply_adds, whole.multiply_adds)),
            (self.tr("Values out"), count(cost.activations)),
            (self.tr("Sees of the image"), receptive_text(cost.receptive_field)),
        ])

    def _tint(self) -> None:
        if self._kind is not None:
            color = canvas_style().family(self._kind.family)
            self.icon.setPixmap(icons.pixmap(self._kind.icon, 24, color))

    # editing

    def _set_parameter(self, name: str, value: object) -> None:
        node = self._session.graph.nodes.get(self._node_id)
        if node is not None and node.parameters[name] != value:
            self._session.push(SetParameter(self._node_id, name, value))

    def _rename(self) -> None:
        node = self._session.graph.nodes.get(self._node_id)
        if node is None or self.name.text() == self._shown_name:
            return
        self._session.push(Rename(self._node_id, self.name.text()))
        self._show_name(node.name)    # the new one cleaned, or the old one when it was refused


def _formula(rule: Callable[..., str], shapes: Any, parameters: Any) -> str:
    """Give the formula, or nothing while not all inputs have a shape."""
    return rule(shapes, parameters) if all(shapes) else ""


def with_share(part: int, whole: int) -> str:
    """Give a number with its share of the network's total."""
    return f"{count(part)} · {percent(part / whole)}" if part and whole else count(part)


def receptive_text(field: tuple[int, int] | None) -> str:
    """Give a receptive field as rows × columns of pixels."""
    return f"{count(field[0])} × {count(field[1])} px" if field else "–"
