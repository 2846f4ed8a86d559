"""Says in plain English what differs between two networks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from cnnstudio.network.costs import Cost
from cnnstudio.network.difference import (
    BlockChange,
    ChangedLayer,
    LonelyLayer,
    NetworkDifference,
    ParameterChange,
    RewiredLayer,
)
from cnnstudio.network.graph import Node
from cnnstudio.network.layer_kinds import Parameter, pair_text, short_pair
from cnnstudio.network.registry import layer_kind
from cnnstudio.wording import joined, mid_sentence, translate

Sign = Literal["summary", "added", "removed", "changed", "renamed", "cost"]
_SUMMED_UP_FROM = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """One thing that differs.

    Attributes
    ----------
    layer : id of the layer or block it is about, in the second network; of a removed layer in the first; None when it
        is about neither
    """

    text: str
    sign: Sign
    layer: str | None = None


@dataclass(frozen=True, slots=True)
class Phrases:
    """How things are said; the words between the names."""

    added: str
    removed: str
    value: str
    switched: str
    kind: str
    name: str
    end: str


EDITED = Phrases(
    added="Added {layers}", removed="Removed {layers}", value="{what} {before} became {after}",
    switched="{what} switched {after}", kind="{before} became {after}", name="{before} is called {after} now", end=".")
"""The second network came out of the first."""

INSTEAD = Phrases(
    added="With {layers}", removed="Without {layers}", value="{what} {after} instead of {before}",
    switched="{what} {after} instead of {before}", kind="{after} instead of {before}",
    name="{after} is called {before} there", end="")
"""The second network stands beside the first, as two runs do; without full stops."""


def words(difference: NetworkDifference, phrases: Phrases = EDITED) -> list[str]:
    """Return the sentences, such as ``"conv2d_2: kernel size 3×3 became 5×5, stride 1 became 2."``."""
    return [sentence.text for sentence in sentences(difference, phrases)]


def sentences(difference: NetworkDifference, phrases: Phrases = EDITED) -> list[Sentence]:
    """Return what differs, a sentence a layer: a summary of many first, what is computed, names, and costs last."""
    said = [*_summary(difference, phrases), *_layers(difference, phrases), *_names(difference, phrases),
            *_costs(difference)]
    return [Sentence(sentence.text + phrases.end, sentence.sign, sentence.layer) for sentence in said]


def change_texts(changed: ChangedLayer, phrases: Phrases = EDITED) -> list[str]:
    """Return what differs in one layer, without its name: ``["kernel size 3×3 became 5×5"]``."""
    if changed.is_other_kind:
        return [translate("network", phrases.kind, before=_title(changed.before), after=_described(changed))]
    return [_parameter_text(changed.after.kind, change, phrases) for change in changed.parameters]


def value_text(parameter: Parameter, value: Any) -> str:
    """Return a parameter's value for people: ``"3×3"``, ``"on"``, ``"0.5"``, ``"1,024"``."""
    if parameter.type == "bool":
        return translate("network", "on") if value else translate("network", "off")
    if parameter.type == "pair":
        return pair_text(value) if parameter.name.endswith("_size") else short_pair(value)
    if parameter.type == "matrix":
        return next((title for title, preset in parameter.presets if preset == value), translate(
            "network", "own {count}×{count}", count=len(value)))
    return f"{value:g}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)


# summary


def _summary(difference: NetworkDifference, phrases: Phrases) -> Iterator[Sentence]:
    for layers, phrase in ((difference.added, phrases.added), (difference.removed, phrases.removed)):
        if len(layers) >= _SUMMED_UP_FROM:
            text = translate(
                "network", "{count} layers: {kinds}", count=len(layers),
                kinds=_kinds_text([layer.node for layer in layers]))
            yield Sentence(translate("network", phrase, layers=text), "summary")


def _kinds_text(nodes: Sequence[Node]) -> str:
    return ", ".join(f"{number} × {title}" for title, number in Counter(map(_title, nodes)).items())


# layers


def _layers(difference: NetworkDifference, phrases: Phrases) -> Iterator[Sentence]:
    for changed in difference.changed:
        text = f"{_changed_name(changed)}: {', '.join(change_texts(changed, phrases))}"
        yield Sentence(text, "changed", changed.after.id)
    for layers, phrase, sign in ((difference.added, phrases.added, "added"),
                                 (difference.removed, phrases.removed, "removed")):
        for layer in layers:
            text = translate("network", phrase, layers=_lonely_text(layer))
            yield Sentence(text, sign, layer.node.id)  # type: ignore[arg-type]
    for moved in difference.moved:
        text = translate(
            "network", "{known_as}: stands after {listed} instead of {other_listed}",
            known_as=_known_as(moved.before, moved.after), listed=_listed(moved.feeders_after),
            other_listed=_listed(moved.feeders_before))
        yield Sentence(text, "changed", moved.after.id)
    for rewired in difference.rewired:
        yield Sentence(_rewired_text(rewired), "changed", rewired.after.id)
    for block in difference.blocks:
        yield from _block_sentences(block)


def _title(node: Node) -> str:
    return translate("LayerKind", layer_kind(node.kind).title)


def _lonely_text(layer: LonelyLayer) -> str:
    """Return ``"Dropout dropout_1 (p 0.5) after relu_3"``."""
    text = f"{_title(layer.node)} {layer.node.name}{_key_numbers(layer.node)}"
    if layer.feeders:
        text += translate("network", " after {listed}", listed=_listed(layer.feeders))
    elif layer_kind(layer.node.kind).max_inputs:
        text += translate("network", ", connected to nothing before it")
    return translate("network", "{text}, in “{block}”", text=text, block=layer.block) if layer.block else text


def _key_numbers(node: Node) -> str:
    summary = layer_kind(node.kind).summary(node.parameters)
    return f" ({summary})" if summary else ""


def _changed_name(changed: ChangedLayer) -> str:
    """Return the name, with the old one when another layer is taken for the same."""
    if changed.is_other_kind:
        return changed.before.name
    return _known_as(changed.before, changed.after)


def _known_as(before: Node, after: Node) -> str:
    is_same = before.name == after.name or before.id == after.id
    return after.name if is_same else translate(
        "network", "{after} (before: {before})", after=after.name, before=before.name)


def _described(changed: ChangedLayer) -> str:
    after = changed.after
    name = "" if after.name == changed.before.name else f" {after.name}"
    return f"{_title(after)}{name}{_key_numbers(after)}"


def _parameter_text(kind: str, change: ParameterChange, phrases: Phrases) -> str:
    parameter = layer_kind(kind).parameter(change.name)
    what = mid_sentence(translate("LayerKind", parameter.title))
    before, after = value_text(parameter, change.before), value_text(parameter, change.after)
    if before == after:
        return translate("network", "other numbers in {what}", what=what)
    phrase = phrases.switched if parameter.type == "bool" else phrases.value
    return translate("network", phrase, what=what, before=before, after=after)


# wires, blocks, names


def _rewired_text(rewired: RewiredLayer) -> str:
    name = _known_as(rewired.before, rewired.after)
    lost, gained = _listed(rewired.lost), _listed(rewired.gained)
    if lost and gained:
        return translate("network", "{name}: takes {gained} instead of {lost}", name=name, gained=gained, lost=lost)
    if gained:
        return translate(
            "network", "{name}: also takes {gained}", name=name,
            gained=gained) if rewired.feeders_before else translate(
            "network", "{name}: now takes {gained}", name=name, gained=gained)
    if lost:
        return translate(
            "network", "{name}: no longer takes {lost}", name=name, lost=lost) if rewired.feeders_after else translate(
            "network", "{name}: no longer takes anything", name=name)
    return translate(
        "network", "{name}: takes {listed} in this order", name=name, listed=_listed(rewired.feeders_after))


def _block_sentences(block: BlockChange) -> Iterator[Sentence]:
    if block.repeat_before != block.repeat_after:
        before, after = _times(block.repeat_before), _times(block.repeat_after)
        yield Sentence(translate(
            "network", "{block}: runs {after} instead of {before}", block=block.name, after=after,
            before=before), "changed", block.id or None)
    for names, verb in ((block.joined, "repeats"), (block.left, translate("network", "no longer repeats"))):
        if names:
            yield Sentence(f"{block.name}: {verb} {_listed(names)}", "changed", block.id or None)


def _times(number: int) -> str:
    few = (translate("network", "once"), translate("network", "twice"))
    return few[number - 1] if number <= 2 else translate("network", "{number} times", number=number)


def _names(difference: NetworkDifference, phrases: Phrases) -> Iterator[Sentence]:
    for renamed in difference.renamed:
        text = translate("network", phrases.name, before=renamed.before, after=renamed.after)
        yield Sentence(text, "renamed", renamed.id)


def _listed(names: Sequence[str]) -> str:
    return joined(names)


# costs

_COUNTED = (("weights", "Weights"), ("multiply_adds", "Multiply-adds"), ("activations", "Values out"))


def cost_lines(before: Cost, after: Cost) -> list[str]:
    """Return what costs another number than before, such as ``"Weights 98,970 → 122,570 (+24 %)"``."""
    return [f"{translate('network', title)} {getattr(before, name):,} → {getattr(after, name):,}"
            f"{share_text(getattr(before, name), getattr(after, name))}"
            for name, title in _COUNTED if getattr(before, name) != getattr(after, name)]


def share_text(before: int, after: int) -> str:
    """Return how much more or less that is, in percent or as a multiple: ``" (+24 %)"``; nothing can be more than 0."""
    if not before:
        return ""
    if after >= 10 * before:
        return translate("network", " ({after:.0f} times)", after=after / before)
    percent = 100 * (after - before) / before
    digits = 0 if abs(percent) >= 10 else 1
    text = f"{abs(percent):.{digits}f}"
    if not float(text):
        return (translate("network", " (less than 0.1 % more)") if after > before else
                translate("network", " (less than 0.1 % less)"))
    return f" ({'+' if after > before else '−'}{text} %)"


def _costs(difference: NetworkDifference) -> Iterator[Sentence]:
    return (Sentence(line, "cost") for line in cost_lines(difference.cost.before, difference.cost.after))
