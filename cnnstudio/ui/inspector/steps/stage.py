"""What comes in, what happens to it under the window, and what comes out, side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cnnstudio.explain.walk_values import CellWalk, Patch
from cnnstudio.network.layer_kinds import shape_text
from cnnstudio.ui.cards import SentenceLine, card, label
from cnnstudio.ui.elided_label import ElidedLabel
from cnnstudio.ui.inspector.grid_painter import GridContent
from cnnstudio.ui.inspector.steps.contents import StageContents
from cnnstudio.ui.inspector.steps.curve_view import CurveView
from cnnstudio.ui.inspector.steps.patch_rows import PatchRows
from cnnstudio.ui.inspector.steps.session import WalkSession
from cnnstudio.ui.inspector.steps.term_table import TermTable
from cnnstudio.ui.inspector.value_grid import ValueGrid
from cnnstudio.ui.inspector.value_scale import number_text
from cnnstudio.ui.one_layout import laid_out_once

_LINES = 4


class MapCard(QFrame):
    """A whole map with a title above and its scale below."""

    def __init__(self, name: str, title: str, *, chooses: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}_card")
        self.setProperty("card", True)
        self.grid = ValueGrid(name, title, chooses=chooses)
        self._title, self._caption = label(title, "subheading"), label("", "caption", name=f"{name}_caption", wrap=True)
        self._detail = ElidedLabel("", "quiet", name=f"{name}_detail")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        column.addWidget(self.grid, 1)
        column.addWidget(self._caption)

    def tell(self, detail: str, content: GridContent) -> None:
        """Say what is shown and what its colours stand for."""
        self._detail.setText(detail)
        scale = self.grid.scale
        low, high = number_text(scale.low), number_text(scale.high)
        if content.picture is not None:
            self._caption.setText(self.tr("The image in its colours; the window holds what the network is given."))
        else:
            ends = (self.tr("blue {low} … 0 … red {high}") if scale.is_signed
                    else self.tr("dark {low} … bright {high}")).format(low=low, high=high)
            self._caption.setText(ends if content.is_vector else self.tr(
                "{ends}, one scale for all channels").format(ends=ends))


class Stage(QWidget):
    """Shows what a session looks at; clicks and keys go to the session."""

    def __init__(self, session: WalkSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.contents = StageContents(session)
        self.input = MapCard("walk_input", self.tr("What comes in"), chooses=False)
        self.output = MapCard("walk_output", self.tr("What comes out"), chooses=True)
        self.patches, self.terms, self.curve = PatchRows(), TermTable(), CurveView()
        self.reason = SentenceLine("info", "accent", name="walk_reason")
        self._flow = label("", "title", name="walk_flow")
        self._flow.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lines = [label("", "heading" if number == _LINES - 1 else "quiet", name=f"walk_line_{number}", wrap=True)
                       for number in range(_LINES)]
        self._differs = SentenceLine("warning", "warning", name="walk_differs")
        self._build()
        self.output.grid.cell_requested.connect(self._on_cell)
        self.output.grid.move_requested.connect(self._on_move)
        self.terms.row_requested.connect(self._on_term)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget, share in ((self.input, 5), (self._middle(), 10), (self.output, 5)):
            row.addWidget(widget, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row, 1)
        column.addWidget(self._formula())

    def _middle(self) -> QFrame:
        frame, column = card(name="walk_window_card", spacing=6)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(label(self.tr("What happens to it"), "subheading"))
        column.addWidget(self.reason)
        column.addWidget(self._flow, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.patches, 2)
        row.addWidget(self.terms, 1)
        column.addLayout(row, 3)
        column.addWidget(self.curve, 3)
        return frame

    def _formula(self) -> QFrame:
        frame, column = card(name="walk_formula_card", spacing=2)
        for line in self._lines:
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        column.addWidget(self._differs)
        return frame

    # showing

    def refresh(self, *, layer_changed: bool) -> None:
        """Show what the session looks at."""
        if layer_changed:
            self.contents.forget()
        with laid_out_once(self):
            self._show()

    def _show(self) -> None:
        if self._session.values is None or self._session.found is None:
            self._clear()
            return
        self._show_maps()
        self._show_window()
        self._show_lines()

    def _clear(self) -> None:
        for part in (self.input, self.output):
            part.grid.show_values(None)
        self.patches.show_patches([], [])
        self.curve.show_curve(None)
        self.terms.show_table(None)
        self.reason.say("")
        self._flow.hide()
        for line in self._lines:
            line.setText("")

    def _show_maps(self) -> None:
        content, marks = self.contents.input()
        self.input.grid.show_values(content, marks)
        self.input.tell(self._input_text(), content)
        content, marks = self.contents.output()
        self.output.grid.show_values(content, marks)
        self.output.tell(self._output_text(), content)

    def _input_text(self) -> str:
        values, patch = self._session.values, self.contents.chosen_patch()
        if values is None:
            return ""
        source = values.inputs[patch.source if patch is not None else 0]
        name = self._source_name(patch.source if patch is not None else 0)
        if source.ndim == 1 or patch is None:
            return f"{name}, {shape_text(source.shape)}"
        if self.contents.shows_image():
            return self.tr("{name}, red, green and blue").format(name=name)
        return self.tr("{name}, channel {number} of {count}").format(
            name=name, number=patch.channel + 1, count=f"{len(source):,}")

    def _source_name(self, port: int) -> str:
        values, recording = self._session.values, self._session.recording
        if values is None or recording is None or port >= len(values.outline.sources):
            return self.tr("pixels")
        return recording.outline(values.outline.sources[port]).name

    def _output_text(self) -> str:
        cell, values = self._session.cell, self._session.values
        if values is None:
            return ""
        shape = values.output.shape
        if len(cell) == 3:
            return self.tr("channel {number} of {count}, row {row}, column {column}").format(
                number=cell[0] + 1, count=f"{shape[0]:,}", row=cell[1] + 1, column=cell[2] + 1)
        name = self._class_name(cell[0])
        text = self.tr("value {number} of {count}").format(number=f"{cell[0] + 1:,}", count=f"{shape[0]:,}")
        return f"{text}: {name}" if name else text

    def _class_name(self, number: int) -> str:
        """Return the class a value stands for, behind the last layer."""
        outline, recording = self._session.outline, self._session.recording
        if outline is None or recording is None or outline.shape != (len(recording.class_names),):
            return ""
        last = recording.layers[-2]
        return recording.class_names[number] if outline.id in (last.id, recording.layers[-1].id, *last.sources) else ""

    def _show_window(self) -> None:
        found, recording = self._session.found, self._session.recording
        if found is None or recording is None:
            return
        is_point = self._is_point(found)
        shown = [] if is_point or found.curve is not None else self.contents.patch_contents()
        before = number_text(found.patches[0].total, 4) if is_point else "…"
        self._flow.setText(f"{before}  →  {number_text(found.result, 4)}")
        self._flow.setVisible(is_point or bool(found.reason))
        self.patches.show_patches([self._patch_title(part.patch) for part in shown], shown)
        self.curve.show_curve(found.curve)
        self.terms.show_table(found.table, recording.class_names)
        self.reason.say(found.reason)

    @staticmethod
    def _is_point(found: CellWalk) -> bool:
        """Whether one value becomes another, with nothing to see but the two."""
        return (len(found.patches) == 1 and found.patches[0].values.size == 1 and found.patches[0].weights is None
                and found.curve is None and found.table is None)

    def _patch_title(self, patch: Patch) -> str:
        if self.contents.shows_image():
            return (self.tr("red"), self.tr("green"), self.tr("blue"))[patch.channel]
        name = self._source_name(patch.source)
        return self.tr("{name}, channel {number}").format(name=name, number=patch.channel + 1)

    def _show_lines(self) -> None:
        found = self._session.found
        if found is None:
            return
        shown = found.lines[-_LINES:]
        for line, text in zip(self._lines, ("",) * (_LINES - len(shown)) + shown, strict=True):
            line.setText(text)
            line.setVisible(bool(text))
        self._differs.say("" if found.agrees else self.tr(
            "torch gave {given}: the two differ by more than rounding.").format(given=number_text(found.given, 7)))

    # wishes

    def _on_cell(self, row: int, column: int) -> None:
        if len(self._session.cell) == 3:
            self._session.show_cell((self._session.cell[0], row, column))
        else:
            self._session.show_cell((row * self.output.grid.content.values.shape[1] + column,))

    def _on_move(self, rows: int, columns: int) -> None:
        if len(self._session.cell) == 3:
            self._session.move(rows, columns)
        else:
            self._session.move(rows * self.output.grid.content.values.shape[1], columns)

    def _on_term(self, number: int) -> None:
        """Look at the channel of a term, or at the value of a table that names the layer's own."""
        found = self._session.found
        if found is None or found.table is None:
            return
        if found.table.names_classes:
            self._session.show_cell((number - 1,))
        else:
            self._session.show_input_channel(number - 1)
