"""Writes one class of the file: its layers, its forward pass with a shape on each line, and which layer a line is."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cnnstudio.export.class_names import harmless
from cnnstudio.export.module_classes import ModuleClass, ModuleClasses, Step
from cnnstudio.network.kinds.output import is_single_logit
from cnnstudio.network.layer_kinds import Shape

WIDTH = 100
_INDENT = " " * 8
_DEEPER = " " * 12
_KEPT_TOGETHER = ":\0"
"""Stands for a colon and a space, where no line is broken."""


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One line of the file.

    Attributes
    ----------
    text : without the line break
    ids : the layers or blocks it writes, several where blocks share a class
    """

    text: str
    ids: tuple[str, ...] = ()


def block_class(classes: ModuleClasses, made: ModuleClass) -> list[CodeLine]:
    """Return the class that blocks share, under a comment with the users' names for them."""
    names = list(dict.fromkeys(harmless(scope.block.name) for scope in made.scopes if scope.block is not None))
    arguments = "".join(f", {each.name}: {each.annotation}" for each in made.parameters.ordered)
    inputs = ", ".join(f"{name}: Tensor" for name in _input_names(made))
    ids = tuple(scope.block.id for scope in made.scopes if scope.block is not None)
    return [
        CodeLine(f"# The block{'s' * (len(names) > 1)} {_listed(names)}", ids),
        CodeLine(f"class {made.name}(nn.Module):", ids),
        *_plain(f'    """{_description(classes, made)}"""', ""),
        *_plain(f"    def __init__(self{arguments}) -> None:"),
        CodeLine(f"{_INDENT}super().__init__()"),
        *(CodeLine(f"{_INDENT}self.{name} = {name}") for name in _used_in_forward(made)),
        *constructor_lines(classes, made),
        *_plain("", f"    def forward(self, {inputs}) -> Tensor:"),
        *forward_lines(classes, made),
        CodeLine(f"{_INDENT}return {_result(made)}")]


def _listed(names: Sequence[str]) -> str:
    """Return as many names as fit into a line, and how many more there are."""
    shown = len(names)
    while shown > 1 and len(", ".join(names[:shown])) > WIDTH - 26:
        shown -= 1
    more = f" and {len(names) - shown} more" if shown < len(names) else ""
    return ", ".join(names[:shown]) + more


def constructor_lines(classes: ModuleClasses, made: ModuleClass) -> Iterator[CodeLine]:
    """Yield the lines that make the modules, each with the user's name where he gave one."""
    for row, patterns in zip(made.steps, made.constructors, strict=True):
        text = made.parameters.filled(patterns)
        if text:
            statement = f"{_INDENT}self.{row[0].attribute} = {text}"
            yield from _lines(statement, _name_of(classes, row), _ids(row))


def forward_lines(classes: ModuleClasses, made: ModuleClass) -> Iterator[CodeLine]:
    """Yield the lines of the forward pass, each with its shape in the first copy."""
    for row, patterns in zip(made.steps, made.constructors, strict=True):
        text = made.parameters.filled([step.expression for step in row], "self.")
        remark = shape_text(classes.shape_after(row[0].item, made.copies[0]))
        name = "" if patterns[0].pieces != ("",) else _name_of(classes, row)
        statement = f"{_INDENT}{row[0].result} = {text}"
        yield from _lines(statement, f"{remark} {name}".rstrip(), _ids(row))


def shape_text(shape: Shape) -> str:
    """Return ``"(N, 64, 28, 28)"``."""
    return f"(N, {', '.join(str(side) for side in shape)})"


def _plain(*texts: str) -> list[CodeLine]:
    return [line for text in texts for line in _lines(text, "", ())]


def _lines(text: str, remark: str, ids: tuple[str, ...]) -> list[CodeLine]:
    """Return a statement as one line, or as several when it is too long, with a comment behind or above it."""
    comment = f"  # {remark}" if remark else ""
    texts = [text] if len(text) <= WIDTH or "(" not in text else _wrapped(text)
    if len(texts[0] + comment) <= WIDTH:
        texts[0] += comment
    else:
        texts.insert(0, f"{_INDENT}# {remark}")
    return [CodeLine(each, ids) for each in texts]


def _wrapped(text: str) -> list[str]:
    """Return a statement broken behind its first bracket and, where needed, between arguments."""
    start, end = text.index("(") + 1, text.rindex(")")
    inner = text[start:end].replace(": ", _KEPT_TOGETHER)
    rest = textwrap.wrap(inner, WIDTH - len(_DEEPER) - len(text[end:]), break_long_words=False)
    texts = [text[:start], *(_DEEPER + part.replace(_KEPT_TOGETHER, ": ") for part in rest)]
    texts[-1] += text[end:]
    return texts


def _ids(row: Sequence[Step]) -> tuple[str, ...]:
    """Return the layers or blocks of a line, in all scopes that share the class."""
    return tuple(dict.fromkeys(step.item.id for step in row))


def _name_of(classes: ModuleClasses, row: Sequence[Step]) -> str:
    """Return the user's name of a layer, when he gave one and it is the same wherever the class stands."""
    if row[0].calls:
        return ""
    nodes = [classes.graph.nodes[each] for each in dict.fromkeys(step.item.id for step in row)]
    is_given = nodes[0].name != nodes[0].id and len(nodes) == 1
    return harmless(nodes[0].name) if is_given else ""


def _input_names(made: ModuleClass) -> list[str]:
    count = len(made.scopes[0].inputs)
    return ["inputs"] if count == 1 else [f"inputs_{number}" for number in range(1, count + 1)]


def _result(made: ModuleClass) -> str:
    return made.steps[-1][0].result


def _used_in_forward(made: ModuleClass) -> list[str]:
    """Return the parameters the forward pass needs, which the class must therefore keep."""
    text = " ".join(made.parameters.filled([step.expression for step in row], "self.") for row in made.steps)
    words = set(re.findall(r"self\.(\w+)", text))
    return [each.name for each in made.parameters.ordered if each.name in words]


def _description(classes: ModuleClasses, made: ModuleClass) -> str:
    count, uses = len(made.scopes[0].members), len(made.copies)
    text = f"{count} layer{'s' * (count > 1)}"
    if uses == 1:
        return f"{text}."
    shapes = {
        tuple(classes.shape_after(row[index].item, copy) for row in made.steps)
        for index, copy in enumerate(made.copies)}
    times = "twice" if uses == 2 else f"{uses} times"
    remark = "; shapes are those of the first" if len(shapes) > 1 else ""
    return f"{text}, used {times}, each with weights of its own{remark}."


def network_lines(classes: ModuleClasses, images: Shape, logits: Shape) -> list[CodeLine]:
    """Return the class of the whole network."""
    made = classes.classes[-1]
    size = ", ".join(str(side) for side in images)
    start, end = classes.graph.input_node, classes.graph.output_node
    input_ids, output_ids = (() if node is None else (node.id,) for node in (start, end))
    return [
        CodeLine("class Network(nn.Module):"),
        CodeLine(f'    """Takes normalised images (N, {size}) and gives logits {shape_text(logits)}."""'),
        *_plain("", f"    image_shape = ({size})", "", "    def __init__(self) -> None:"),
        CodeLine(f"{_INDENT}super().__init__()"),
        *constructor_lines(classes, made),
        CodeLine(""),
        CodeLine("    def forward(self, images: Tensor) -> Tensor:", input_ids),
        *forward_lines(classes, made),
        CodeLine(f"{_INDENT}return {_logits(classes, _result(made))}", output_ids)]


def _logits(classes: ModuleClasses, value: str) -> str:
    """Return the expression of the logits; two classes may share one value."""
    end = classes.graph.output_node
    if end is not None and is_single_logit(classes.analysis.input_shapes[end.id], end.parameters):
        return f"torch.cat((-{value} / 2, {value} / 2), dim=1)"
    return value
