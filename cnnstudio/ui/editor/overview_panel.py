"""What stands at the right while no single layer is selected: the whole network, or what several layers have."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cnnstudio.network.costs import Cost
from cnnstudio.network.memory import NetworkMemory
from cnnstudio.ui import icons
from cnnstudio.ui.cards import label
from cnnstudio.ui.editor.formats import count, problem_count, shape_text, short, size_text
from cnnstudio.ui.editor.layer_panel import receptive_text
from cnnstudio.ui.editor.sections import Figures, Section
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.texts import tr
from cnnstudio.ui.theme import theme

_BYTES_A_WEIGHT = 4


class HintLine(QWidget):
    """A small picture and one thing that can be done."""

    def __init__(self, icon_name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._sign = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, "quiet", wrap=True), 1)
        theme().changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self._sign.setPixmap(icons.pixmap(self._icon_name, 16, "accent"))


class OverviewPanel(QWidget):
    """Input, output, totals, state and first steps."""

    presets_requested = Signal()
    images_requested = Signal()

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("overview_panel")
        self._session = session
        self._title = label(role="heading", wrap=True)
        self._state = label(role="quiet", wrap=True, name="network_state")
        self.figures = Figures("network_figures")
        self._machine = Section(self.tr("On this machine"), "machine")
        self._machine.hide()
        self._pictures = QPushButton(self.tr("Choose an image…"))
        self._pictures_words = label(role="quiet", wrap=True, name="pictures_state")
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        top = QVBoxLayout()
        top.setSpacing(4)
        top.addWidget(self._title)
        top.addWidget(self._state)
        column.addLayout(top)
        column.addWidget(self.figures)
        column.addWidget(self._machine)
        column.addWidget(self._make_pictures())
        hints = Section(self.tr("What you can do here"), "hints")
        for icon_name, text in self._hints():
            hints.column.addWidget(HintLine(icon_name, text))
        presets = QPushButton(self.tr("Start from a known network…"))
        presets.setObjectName("overview_presets")
        presets.setAccessibleName(presets.text())
        presets.clicked.connect(self.presets_requested)
        hints.column.addWidget(presets)
        column.addWidget(hints)
        column.addStretch(1)

    def show_forecast(self, forecast: QWidget) -> None:
        """Show what is measured and forecast of the network on this machine."""
        self._machine.column.addWidget(forecast)
        self._machine.show()

    def _make_pictures(self) -> Section:
        section = Section(self.tr("Pictures in the layers"), "pictures")
        section.column.addWidget(self._pictures_words)
        self._pictures.setObjectName("choose_image")
        self._pictures.setAccessibleName(self.tr("Choose an image on the Data page"))
        self._pictures.clicked.connect(self.images_requested)
        section.column.addWidget(self._pictures)
        return section

    def _hints(self) -> list[tuple[str, str]]:
        return [
            ("add", self.tr("Drag a layer from the left into a wire; or press Enter on it to put it after the "
                            "selected layer.")),
            ("network", self.tr("Pull a wire from the dot below a layer to the dot above another.")),
            ("settings", self.tr("Click a layer to change its settings and to see its formula.")),
            ("search", self.tr("Ctrl and the wheel zoom, the space bar and the mouse move the canvas, F shows all.")),
            ("undo", self.tr("Everything can be undone.")),
        ]

    def refresh(self) -> None:
        """Show the network as it is now."""
        graph, analysis = self._session.graph, self._session.analysis
        self._title.setText(self.tr("The network"))
        errors = len(analysis.errors)
        if errors:
            state = self.tr("{problems} to mend before it can be trained").format(problems=problem_count(errors))
        else:
            state = self.tr("Ready to train")
        self._set_state(state, "bad" if errors else "good")
        entry, output = graph.input_node, graph.output_node
        whole = self._session.total_cost
        lines = [
            (self.tr("Image"), shape_text(analysis.shapes.get(entry.id) if entry else None)),
            (self.tr("Classes"), count(output.parameters["classes"]) if output else "–"),
            (self.tr("Layers"), count(len(graph.nodes))),
        ]
        self.figures.show_lines(lines + cost_lines(whole, self._session.memory, self._session.context.batch_size))

    def _set_state(self, text: str, role: str) -> None:
        self._state.setText(text)
        if self._state.property("role") != role:
            self._state.setProperty("role", role)
            self._state.style().unpolish(self._state)
            self._state.style().polish(self._state)

    def set_pictures_state(self, text: str, *, needs_image: bool) -> None:
        """Say which pictures the layers show; offer a way to an image where there is none."""
        self._pictures_words.setText(text)
        self._pictures.setVisible(needs_image)


class SelectionPanel(QWidget):
    """Several layers together."""

    duplicate_requested = Signal()
    remove_requested = Signal()

    def __init__(self, session: EditorSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("selection_panel")
        self._session = session
        self._title = label(role="heading")
        self.figures = Figures("selection_figures")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addWidget(self._title)
        column.addWidget(self.figures)
        row = QHBoxLayout()
        for text, name, signal in ((self.tr("Duplicate"), "duplicate_selection", self.duplicate_requested),
                                   (self.tr("Remove"), "remove_selection", self.remove_requested)):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAccessibleName(self.tr("{action} what is selected").format(action=text))
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what the selected layers cost together, those in selected blocks included."""
        ids, notes = self._session.selected_layers, len(self._session.selected_comments)
        self._title.setText(" + ".join(_counted(len(ids), notes)))
        self.figures.setVisible(bool(ids))
        costs = [self._session.costs[node_id] for node_id in ids if node_id in self._session.costs]
        self.figures.show_lines([
            (self.tr("Weights"), count(sum(cost.weights for cost in costs))),
            (self.tr("Multiply-adds"), count(sum(cost.multiply_adds for cost in costs))),
            (self.tr("Values out"), count(sum(cost.activations for cost in costs))),
        ])


def _counted(layers: int, comments: int) -> list[str]:
    """Give ``3 layers selected`` and the like."""
    words = []
    if layers:
        words.append(tr("1 layer") if layers == 1 else tr("{number} layers").format(number=count(layers)))
    if comments:
        words.append(tr("1 comment") if comments == 1 else tr("{number} comments").format(number=count(comments)))
    return [*words[:-1], tr("{things} selected").format(things=words[-1])] if words else []


def memory_lines(memory: NetworkMemory, batch_size: int) -> list[tuple[str, str]]:
    """Give what predicting and training need for a batch, beside the weights, as lines of words and figures."""
    images = tr("1 image") if batch_size == 1 else tr("{number} images").format(number=count(batch_size))
    return [
        (tr("Memory, predicting {images}").format(images=images), size_text(memory.predicting_bytes)),
        (tr("Memory, learning {images}").format(images=images), size_text(memory.training_bytes)),
    ]


def cost_lines(whole: Cost, memory: NetworkMemory, batch_size: int) -> list[tuple[str, str]]:
    """Give the totals as lines of words and figures."""
    return [
        (tr("Weights"), _in_full_and_short(whole.weights)),
        (tr("File size"), size_text(whole.weights * _BYTES_A_WEIGHT)),
        (tr("Multiply-adds"), _in_full_and_short(whole.multiply_adds)),
        *memory_lines(memory, batch_size),
        (tr("Receptive field"), receptive_text(whole.receptive_field if whole.activations else None)),
    ]


def _in_full_and_short(number: int) -> str:
    """Give millions both ways: ``"2,794,240 (2.79 M)"``, which a narrow panel breaks before the bracket only."""
    unbroken = short(number).replace(" ", "\N{NO-BREAK SPACE}")
    return f"{count(number)} ({unbroken})" if number >= 1_000_000 else count(number)
