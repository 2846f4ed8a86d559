"""The form of one block: name, repeat count, what goes in and out, what it costs in all repeats, and its layers."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from cnnstudio.network.annotations import REPEAT_LIMIT, Block
from cnnstudio.network.block_edits import RenameBlock, SetRepeat
from cnnstudio.network.blocks import block_ends, repeat_complaint
from cnnstudio.network.problems import Problem
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui import icons
from cnnstudio.ui.cards import label, plain_tip
from cnnstudio.ui.editor.block_faces import block_weights
from cnnstudio.ui.editor.formats import count, shape_text
from cnnstudio.ui.editor.frame_item import FRAME_FAMILY
from cnnstudio.ui.editor.layer_panel import with_share
from cnnstudio.ui.editor.problem_row import ProblemRow
from cnnstudio.ui.editor.sections import Figures, Section, empty, panel_header
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.forms import IntField
from cnnstudio.ui.theme import font, theme

_MOST_ROWS = 40
_REPEAT_PX = 88


class BlockPanel(QWidget):
    """Shows and edits the block it is told to show."""

    layer_requested = Signal(str)
    toggle_requested = Signal(str)
    dissolve_requested = Signal()

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("block_panel")
        self._session = session
        self._block_id = ""
        self._problems: tuple[Problem, ...] = ()
        self._listed: tuple[tuple[str, str], ...] = ()
        self.icon = QLabel()
        self.name = QLineEdit()
        self.kind_line = label(role="caption")
        self.repeat = IntField()
        self.why_not = label(role="quiet", wrap=True, name="repeat_complaint")
        self.flow = Figures("block_flow")
        self.formula = label(wrap=True, name="block_formula")
        self.cost = Figures("block_cost")
        self.toggle = QPushButton()
        self._problem_column, self._layer_column = QVBoxLayout(), QVBoxLayout()
        self._build()
        theme().changed.connect(self._tint)
        self._tint()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(self._make_header())
        column.addLayout(self._make_buttons())
        self._problem_column.setSpacing(4)
        column.addLayout(self._problem_column)
        settings = Section(self.tr("Settings"), "block_settings")
        settings.column.addLayout(self._make_repeat())
        settings.column.addWidget(self.why_not)
        flow = Section(self.tr("In and out"), "block_flow_section")
        flow.column.addWidget(self.flow)
        cost = Section(self.tr("Cost"), "block_costs")
        self.formula.setFont(font())
        self.formula.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for widget in (self.formula, self.cost):
            cost.column.addWidget(widget)
        layers = Section(self.tr("Layers"), "block_layers")
        self._layer_column.setSpacing(0)
        layers.column.addLayout(self._layer_column)
        for section in (settings, flow, cost, layers):
            column.addWidget(section)
        column.addStretch(1)

    def _make_header(self) -> QHBoxLayout:
        self.name.setObjectName("block_name")
        self.name.setAccessibleName(self.tr("Name of the block"))
        self.name.setToolTip(self.tr("Rename the block (F2 on the canvas)"))
        self.name.editingFinished.connect(self._rename)
        return panel_header(self.icon, self.name, self.kind_line)

    def _make_buttons(self) -> QHBoxLayout:
        dissolve = QPushButton(self.tr("Dissolve"))
        dissolve.setObjectName("dissolve_block")
        dissolve.setAccessibleName(self.tr("Dissolve the block and leave its layers"))
        dissolve.clicked.connect(self.dissolve_requested)
        self.toggle.setObjectName("toggle_block")
        self.toggle.setAccessibleName(self.tr("Open or close the block"))
        self.toggle.clicked.connect(self._toggle)
        row = QHBoxLayout()
        row.addWidget(self.toggle)
        row.addWidget(dissolve)
        row.addStretch(1)
        return row

    def _make_repeat(self) -> QHBoxLayout:
        self.repeat.setObjectName("block_repeat")
        self.repeat.setRange(1, REPEAT_LIMIT)
        self.repeat.setFixedWidth(_REPEAT_PX)
        self.repeat.setAccessibleName(self.tr("Repeat count"))
        self.repeat.setToolTip(self.tr("How many times the layers run one after the other, each with its own weights"))
        self.repeat.valueChanged.connect(self._set_repeat)
        words = label(self.tr("Repeat count"))
        words.setBuddy(self.repeat)
        row = QHBoxLayout()
        row.addWidget(words, 1)
        row.addWidget(self.repeat)
        return row

    # showing

    def show_block(self, block_id: str) -> None:
        """Show a block as it is now; fields keep the keyboard while the same block stays."""
        block = self._session.graph.blocks[block_id]
        if block_id != self._block_id:
            self._block_id = block_id
            self.name.setText(block.name)
        elif self.name.text() != block.name and not self.name.hasFocus():
            self.name.setText(block.name)
        number = len(block.members)
        self.kind_line.setText(tr("Block of 1 layer") if number == 1 else
                               tr("Block of {number} layers").format(number=count(number)))
        is_open = self._session.shown.is_open(block_id)
        self.toggle.setText(self.tr("Close") if is_open else self.tr("Open"))
        self.toggle.setAccessibleName(self.tr("Close the block") if is_open else self.tr("Open the block"))
        self._show_repeat(block)
        self._show_problems(self._session.problems_of_block(block_id))
        self._show_flow(block)
        self._show_cost(block)
        self._show_layers(block)

    def focus_first(self) -> None:
        """Put the keyboard into the repeat count."""
        self.repeat.setFocus()

    def _show_repeat(self, block: Block) -> None:
        complaint = repeat_complaint(block_ends(self._session.graph, block.members))
        self.repeat.blockSignals(True)
        self.repeat.setValue(block.repeat)
        self.repeat.blockSignals(False)
        self.repeat.setEnabled(block.repeat > 1 or not complaint)
        self.why_not.setText(tr("It cannot be repeated: {reason}.").format(reason=complaint))
        self.why_not.setVisible(bool(complaint))

    def _show_problems(self, problems: tuple[Problem, ...]) -> None:
        if problems == self._problems:
            return
        self._problems = problems
        empty(self._problem_column)
        for problem in problems[:_MOST_ROWS]:
            row = ProblemRow(self._session, problem)
            row.show_requested.connect(self.layer_requested)
            self._problem_column.addWidget(row)

    def _show_flow(self, block: Block) -> None:
        """Show what reaches the first run and what leaves the last one."""
        analysis, ends = self._session.analysis, block_ends(self._session.graph, block.members)
        nodes = self._session.graph.nodes
        lines = [(nodes[source].name, shape_text(analysis.shapes.get(source))) for source in ends.sources]
        goes_out = shape_text(analysis.shapes.get(ends.exit or ""))
        self.flow.show_lines([(tr("From {name}").format(name=name), text) for name, text in lines]
                             + [(self.tr("Goes out"), goes_out)])

    def _show_cost(self, block: Block) -> None:
        session, whole = self._session, self._session.total_cost
        weights = block_weights(session, block)
        adds = sum(cost.multiply_adds for key, cost in session.costs.items() if key in block.members)
        self.cost.show_lines([(self.tr("Weights"), with_share(weights, whole.weights)),
                              (self.tr("Multiply-adds"), with_share(adds, whole.multiply_adds))])
        formula = weights_formula(block, weights)
        self.formula.setText(formula)
        self.formula.setVisible(bool(formula))

    def _show_layers(self, block: Block) -> None:
        nodes = self._session.graph.nodes
        order = [key for key in self._session.graph.topological_order() if key in block.members]
        listed = tuple((key, f"{nodes[key].name}   {shape_text(self._session.analysis.shapes.get(key))}")
                       for key in order[:_MOST_ROWS])
        if listed == self._listed:
            return
        self._listed = listed
        empty(self._layer_column)
        for key, text in listed:
            self._layer_column.addWidget(self._layer_button(key, text))
        if len(order) > _MOST_ROWS:
            more = tr("and {number} more").format(number=count(len(order) - _MOST_ROWS))
            self._layer_column.addWidget(label(more, "quiet"))

    def _layer_button(self, node_id: str, text: str) -> QToolButton:
        node = self._session.graph.nodes[node_id]
        button = QToolButton()
        button.setObjectName("block_layer")
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIcon(icons.pixmap(node.kind, 16, canvas_style().family(layer_kind(node.kind).family)))
        button.setToolTip(plain_tip(tr("Show {name} on the canvas").format(name=node.name)))
        button.setAccessibleName(tr("Show {name} on the canvas").format(name=node.name))
        button.clicked.connect(partial(self.layer_requested.emit, node_id))
        return button

    def _tint(self) -> None:
        self.icon.setPixmap(icons.pixmap("block", 24, canvas_style().family(FRAME_FAMILY)))
        self._listed = ()
        if self._block_id in self._session.graph.blocks:
            self._show_layers(self._session.graph.blocks[self._block_id])

    # editing

    def _set_repeat(self, number: int) -> None:
        block = self._session.graph.blocks.get(self._block_id)
        if block is not None and block.repeat != number and not self._session.push(SetRepeat(block.id, number)):
            self._show_repeat(block)

    def _rename(self) -> None:
        block = self._session.graph.blocks.get(self._block_id)
        if block is None or self.name.text() == block.name:
            return
        if not self._session.push(RenameBlock(block.id, self.name.text())):
            self.name.setText(block.name)

    def _toggle(self) -> None:
        self.toggle_requested.emit(self._block_id)


def weights_formula(block: Block, weights: int) -> str:
    """Give ``3 × 1,234 = 3,702 weights``; nothing for a block that runs once, or whose runs differ in weights."""
    if block.repeat == 1 or not weights or weights % block.repeat:
        return ""
    return tr("{repeat} × {once} = {all} weights").format(
        repeat=block.repeat, once=count(weights // block.repeat), all=count(weights))
