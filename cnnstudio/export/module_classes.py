"""Gives the copies of all blocks their classes: copies that differ in literals only share one, with parameters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cnnstudio.errors import NetworkError
from cnnstudio.export.class_names import class_stem, snake_case, unique
from cnnstudio.export.class_parameters import Parameters, find_parameters
from cnnstudio.export.copies import Call, written_calls
from cnnstudio.export.layer_source import CONSTRUCTORS, EXPRESSIONS, OWN_MODULES, written_constructor
from cnnstudio.export.literals import Pattern, joined, pattern
from cnnstudio.export.scopes import NETWORK, Item, Scope, value_names
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.layer_kinds import Shape
from cnnstudio.network.shapes import Analysis
from cnnstudio.wording import translate

PARAMETER_LIMIT = 8
"""Blocks whose shared class would need more parameters than this get a class each."""

Copy = tuple[str, int]
"""Id of a scope and the number of one of its copies in the network that runs, from 0."""


@dataclass(frozen=True, slots=True)
class Step:
    """One item in one copy of a scope.

    Attributes
    ----------
    item : the layer or block
    attribute : what holds its module
    result : name of its value
    expression : how the value comes about
    constructor : how a layer's module is made; empty for blocks and for layers without a module
    calls : how a block's copies are made, one for each repeat; empty for layers
    """

    item: Item
    attribute: str
    result: str
    expression: Pattern
    constructor: Pattern
    calls: tuple[Call, ...] = ()

    @property
    def key(self) -> object:
        """Equal for two steps that one text with parameters can stand for."""
        calls = tuple(call.class_name for call in self.calls)
        return (self.attribute, self.result, self.expression.pieces, self.constructor.pieces,
                calls if len(set(calls)) > 1 else (*calls[:1], len(calls) > 1))


@dataclass(frozen=True)
class ModuleClass:
    """One class of the file.

    Attributes
    ----------
    name : its identifier
    copies : what it stands for; the text is made from the first
    scopes : the scopes of the copies, each once
    steps : for each item, its step in every copy
    constructors : for each item, the text that makes its module in every copy
    parameters : what differs between the copies
    """

    name: str
    copies: tuple[Copy, ...]
    scopes: tuple[Scope, ...]
    steps: tuple[tuple[Step, ...], ...]
    constructors: tuple[tuple[Pattern, ...], ...]
    parameters: Parameters


@dataclass
class ModuleClasses:
    """All classes of a network's file.

    Attributes
    ----------
    classes : those of inner blocks first, the network last
    calls : how each copy of a block is made
    """

    graph: NetworkGraph
    analysis: Analysis
    scopes: Mapping[str, Scope]
    classes: list[ModuleClass] = field(default_factory=list)
    calls: dict[Copy, Call] = field(default_factory=dict)
    attributes: dict[Copy, dict[str, str]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=lambda: {"Network", *OWN_MODULES})

    def __post_init__(self) -> None:
        blocks = [scope_id for scope_id in self.scopes if scope_id != NETWORK]
        for height in sorted({self.scopes[scope_id].height for scope_id in blocks}):
            level = [scope_id for scope_id in blocks if self.scopes[scope_id].height == height]
            place = {node_id: index for index, node_id in enumerate(self.scopes[NETWORK].members)}
            level.sort(key=lambda scope_id: place[self.scopes[scope_id].result])
            self._add_level(level)
        self.classes.append(self._made("Network", {(NETWORK, 0): self._steps(NETWORK, 0)}))

    def shape_after(self, item: Item, copy: Copy) -> Shape:
        """Return the shape of what an item of a scope's copy gives, after its last repeat."""
        flat_ids = self.analysis.unrolled.copies[item.value]
        each = len(flat_ids) // self.scopes[copy[0]].copies
        return self.analysis.shapes[flat_ids[(copy[1] + 1) * each - 1]]

    def _add_level(self, scope_ids: Sequence[str]) -> None:
        """Make the classes of blocks that are equally high."""
        groups: dict[object, dict[Copy, list[Step]]] = {}
        for scope_id in scope_ids:
            scope = self.scopes[scope_id]
            for number in range(scope.copies):
                steps = self._steps(scope_id, number)
                key = (_stem(scope), len(scope.inputs), *(step.key for step in steps))
                groups.setdefault(key, {})[scope_id, number] = steps
        for copies in groups.values():
            self._add_group(copies)

    def _add_group(self, copies: Mapping[Copy, list[Step]]) -> None:
        name = _stem(self.scopes[next(iter(copies))[0]])
        shared = self._made(name, copies)
        ids = dict.fromkeys(scope_id for scope_id, _ in copies)
        if len(shared.parameters.found) <= PARAMETER_LIMIT or len(ids) == 1:
            self._keep(shared)
            return
        for only in ids:
            self._keep(self._made(name, {copy: steps for copy, steps in copies.items() if copy[0] == only}))

    def _keep(self, made: ModuleClass) -> None:
        """Give a class its final name and remember how its copies are made."""
        name = unique(made.name, self._taken)
        self.classes.append(ModuleClass(
            name, made.copies, made.scopes, made.steps, made.constructors, made.parameters))
        ordered = made.parameters.ordered
        for index, copy in enumerate(made.copies):
            self.calls[copy] = Call(name, ordered, tuple(parameter.texts[index] for parameter in ordered))

    def _made(self, name: str, copies: Mapping[Copy, list[Step]]) -> ModuleClass:
        steps = tuple(zip(*copies.values(), strict=True))
        constructors = tuple(
            tuple(written_calls([step.calls for step in row])) if row[0].calls
            else tuple(step.constructor for step in row) for row in steps)
        expressions = [[step.expression for step in row] for row in steps]
        parameters = find_parameters([*constructors, *expressions])
        ids = dict.fromkeys(scope_id for scope_id, _ in copies)
        return ModuleClass(name, tuple(copies), tuple(self.scopes[scope_id] for scope_id in ids), steps,
                           constructors, parameters)

    def _steps(self, scope_id: str, number: int) -> list[Step]:
        """Return what runs in one copy of a scope, in order."""
        scope = self.scopes[scope_id]
        names = value_names(scope)
        counts: dict[str, int] = {}
        steps = []
        for item in scope.items:
            calls = self._calls_of(item, number)
            prefix = snake_case(calls[0].class_name) if calls else self.graph.nodes[item.id].kind.lower()
            counts[prefix] = counts.get(prefix, 0) + 1
            attribute = f"{prefix}_{counts[prefix]}"
            self.attributes.setdefault((scope_id, number), {})[item.id] = attribute
            arguments = tuple(names[source] for source in item.sources)
            called = f"self.{attribute}({', '.join(arguments)})"
            constructor, expression = ("", called) if calls else self._layer_texts(item, number, called, arguments)
            read = joined if scope_id == NETWORK else pattern    # of the network there is one copy: nothing to share
            steps.append(Step(item, attribute, names[item.value], read(expression), read(constructor), calls))
        return steps

    def _layer_texts(self, item: Item, number: int, called: str, arguments: tuple[str, ...]) -> tuple[str, str]:
        """Return how a layer's module is made and how its value comes about."""
        node = self.graph.nodes[item.id]
        if node.kind not in CONSTRUCTORS:
            raise NetworkError(translate(
                "export", "{layer}: there is no code for layers of the kind {kind}.", layer=node.name, kind=node.kind))
        inputs = self.analysis.input_shapes[self.analysis.unrolled.copies[item.id][number]]
        expression = EXPRESSIONS[node.kind](arguments, inputs, node.parameters) if node.kind in EXPRESSIONS else called
        return written_constructor(node.kind, inputs, node.parameters), expression

    def _calls_of(self, item: Item, number: int) -> tuple[Call, ...]:
        """Return how the copies of a block are made, one for each repeat; nothing for a layer."""
        if item.id not in self.scopes:
            return ()
        block = self.scopes[item.id].block
        repeat = 1 if block is None else block.repeat
        return tuple(self.calls[item.id, number * repeat + turn] for turn in range(repeat))


def _stem(scope: Scope) -> str:
    return class_stem("" if scope.block is None else scope.block.name)
