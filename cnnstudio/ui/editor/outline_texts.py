"""What the outline says about a layer or a block: a text for each column and one sentence for screen readers."""

from dataclasses import dataclass

from cnnstudio.network.outline import OutlineEntry
from cnnstudio.network.problems import Problem
from cnnstudio.network.registry import layer_kind
from cnnstudio.ui.editor.formats import problem_count, shape_text
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.texts import tr
from cnnstudio.wording import mid_sentence


@dataclass(frozen=True, slots=True)
class OutlineTexts:
    """The columns of a row.

    Attributes
    ----------
    what : the kind as the sentence names it, such as ``"block of 3 layers, 2 times"``
    severity : "", "warning" or "error"
    """

    name: str
    kind: str
    shape: str
    state: str
    what: str = ""
    severity: str = ""

    @property
    def columns(self) -> tuple[str, str, str, str]:
        """Name, kind, output shape and state."""
        return self.name, self.kind, self.shape, self.state

    @property
    def sentence(self) -> str:
        """The row for those who hear it."""
        has_shape = self.shape != shape_text(None)
        gives = tr("gives {shape}").format(shape=self.shape) if has_shape else tr("has no shape yet")
        return f"{self.name}, {self.what or mid_sentence(self.kind)}, {gives}, {self.state}"


def layer_texts(session: EditorSession, entry: OutlineEntry) -> OutlineTexts:
    """Give the texts of a layer."""
    node = session.graph.nodes[entry.id]
    problems = session.problems_of(entry.id)
    state = " ".join(problem.message for problem in problems) if problems else tr("no problem")
    shape = shape_text(session.analysis.shapes.get(entry.id))
    kind = tr(layer_kind(node.kind).title, "LayerKind")
    return OutlineTexts(node.name, kind, shape, state, severity=_severity(problems))


def block_texts(session: EditorSession, entry: OutlineEntry) -> OutlineTexts:
    """Give the texts of a block: the shape of its last layer, and the problems of all."""
    block, layers = session.graph.blocks[entry.id], entry.layers()
    problems = tuple(problem for node_id in layers for problem in session.problems_of(node_id))
    state = problem_count(len(problems)) if problems else tr("no problem")
    shape = shape_text(session.analysis.shapes.get(layers[-1]))
    what = tr("block of {number} layers").format(number=len(layers)) if len(layers) > 1 else tr("block of 1 layer")
    if block.repeat > 1:
        what = tr("{what}, {number} times").format(what=what, number=block.repeat)
    name = f"{block.name} × {block.repeat}" if block.repeat > 1 else block.name
    return OutlineTexts(name, tr("Block"), shape, state, what, _severity(problems))


def _severity(problems: tuple[Problem, ...]) -> str:
    found = {problem.severity for problem in problems}
    return "error" if "error" in found else "warning" if found else ""
