"""Says where a random change would make another class of an image, hide what it shows, or do nothing."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from cnnstudio.data.config import AugmentConfig
from cnnstudio.wording import joined, translate


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.casefold().split())


_NUMBERS = _set_of("zero one two three four five six seven eight nine")
_TEXT = _set_of("digit digits letter letters character characters text word words handwriting")
_SIDES = _set_of("left right leftward rightward clockwise counterclockwise anticlockwise east west venstre højre "
                  "vänster höger links rechts")
_HEIGHTS = _set_of("up down top bottom upward downward upwards downwards above below north south upside op ned upp "
                    "ner oben unten")
_ARROWS = _set_of("arrow arrows pil pile pilar pfeil pfeile ← → ↑ ↓")
_COLORS = _set_of("red green blue yellow orange purple violet pink brown black white grey gray golden silver cyan "
                   "magenta rød grøn blå gul sort hvid brun röd grön svart vit rot grün blau gelb schwarz weiß braun "
                   "lila rosa ripe unripe")

_LARGE_TURN_DEG = 45.0
_HALF_TURN_DEG = 120.0
_FEW_EPOCHS = 10


@dataclass(frozen=True, slots=True)
class AugmentWarning:
    """Why a change may do harm.

    Attributes
    ----------
    names : the changes of `AUGMENTATION_NAMES` it is about; switching them off ends it
    text : a sentence or two
    severity : ``"warning"``: results will probably be worse; ``"info"``: good to know
    """

    names: tuple[str, ...]
    text: str
    severity: Literal["warning", "info"] = "warning"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is known about the images and the training.

    Attributes
    ----------
    class_names : of the image folder; empty when none is open
    is_grey : whether the network is given grey images, or all images are grey
    epochs : of the training; None when not known
    """

    class_names: tuple[str, ...] = ()
    is_grey: bool = False
    epochs: int | None = None

    def named(self, words: frozenset[str]) -> tuple[str, ...]:
        """Return the classes whose names hold one of the words."""
        return tuple(name for name in self.class_names if not words.isdisjoint(_words(name)))

    @property
    def characters(self) -> tuple[str, ...]:
        """The classes that are named by one digit or letter, or by the word for a digit."""
        return tuple(name for name in self.class_names if _is_character(name))

    @property
    def are_characters(self) -> bool:
        """Whether the images seem to show digits, letters or text: most classes are named by one, or by the word."""
        return 2 * len(self.characters) > len(self.class_names) or bool(self.named(_TEXT))


def augment_warnings(config: AugmentConfig, subject: Subject) -> tuple[AugmentWarning, ...]:
    """Return what may go wrong with these changes of these images, warnings first; empty when all is well."""
    found = [warning for rule in _RULES for warning in rule(config, subject)]
    return tuple(sorted(found, key=lambda warning: warning.severity == "info"))


def switched_off(config: AugmentConfig, names: Sequence[str]) -> AugmentConfig:
    """Return the settings without these changes; their probabilities stay."""
    return config.model_copy(update={name: type(getattr(config, name))(0) for name in names})


def _words(name: str) -> set[str]:
    """Return the words of a class name: ``"TurnLeft_2"`` has turn, left and 2."""
    spaced = re.sub(r"(?<=[a-zß-ÿ])(?=[A-Z])", " ", name)
    return {word.casefold() for word in re.split(r"[\W_]+|(?<=\D)(?=\d)", spaced) if word} | (set(name) & _ARROWS)


def _is_character(name: str) -> bool:
    return (len(name) == 1 and name.isalnum()) or name.casefold() in _NUMBERS


def _listed(names: Sequence[str]) -> str:
    """Return up to three names for a sentence: ``"left, right and 3 more"``."""
    if len(names) > 3:
        return translate("data", "{name} and {count} more", name=', '.join(names[:2]), count=len(names) - 2)
    return joined(names)


@dataclass(frozen=True, slots=True)
class _FlipInfo:
    """What a flip does to names: ``pairs`` are letters of which it makes the other one."""

    name: str
    words: frozenset[str]
    effect: str
    way: str
    pairs: tuple[tuple[str, str], ...]
    otherwise: str = ""


_FLIPS = (
    _FlipInfo("flip_horizontal", _SIDES | _ARROWS, "Mirrored, left becomes right", "mirrored",
              (("b", "d"), ("p", "q"))),
    _FlipInfo("flip_vertical", _HEIGHTS | _ARROWS, "Flipped, up becomes down", "upside down and mirrored",
              (("b", "p"), ("d", "q")),
              "Scenes and things seldom stand on their heads: this suits images from above or through a microscope."),
)


def _flips(config: AugmentConfig, subject: Subject) -> Iterator[AugmentWarning]:
    for flip in _FLIPS:
        if config.is_on(flip.name):
            yield from _flip(flip, subject)


def _flip(flip: _FlipInfo, subject: Subject) -> Iterator[AugmentWarning]:
    confused = subject.named(flip.words)
    if confused:
        yield AugmentWarning((flip.name,), translate(
            "data", "{effect}: the classes {listed} would be confused.", effect=translate("data", flip.effect),
                listed=_listed(confused)))
    elif subject.are_characters:
        letters = {name.casefold() for name in subject.characters}
        example = next((translate(
            "data", ", and {one} becomes {other}", one=one,
            other=other) for one, other in flip.pairs if {one, other} <= letters), "")
        yield AugmentWarning((flip.name,), translate(
            "data", "Digits, letters and text are never met {way}{example}.", way=translate("data", flip.way),
            example=example))
    elif flip.otherwise:
        yield AugmentWarning((flip.name,), translate("data", flip.otherwise), "info")


def _turn(config: AugmentConfig, subject: Subject) -> Iterator[AugmentWarning]:
    angle = config.rotate_deg if config.is_on("rotate_deg") else 0.0
    pointing = subject.named(_SIDES | _HEIGHTS | _ARROWS)
    if angle > _LARGE_TURN_DEG and pointing:
        yield AugmentWarning(("rotate_deg",), translate(
            "data", "Turned by more than {large_turn_deg:.0f}°, things point elsewhere: the classes {listed} would be "
            "confused.", large_turn_deg=_LARGE_TURN_DEG, listed=_listed(pointing)))
    elif angle > _LARGE_TURN_DEG and subject.are_characters:
        nines = {"6", "9"} <= set(subject.class_names) and angle > _HALF_TURN_DEG
        yield AugmentWarning(("rotate_deg",), translate("data", "Turned upside down, 6 becomes 9.") if nines else
                             translate(
                                 "data", "Turned by more than {large_turn_deg:.0f}°, characters look like others or "
                                 "like none.", large_turn_deg=_LARGE_TURN_DEG))


def _color(config: AugmentConfig, subject: Subject) -> Iterator[AugmentWarning]:
    colors = subject.named(_COLORS)
    harmful = tuple(name for name, is_strong in (
        ("hue", config.hue > 0.03), ("grey", config.grey), ("saturation", config.saturation > 0.8))
        if is_strong and config.is_on(name))
    if len(colors) > 1 and harmful and not subject.is_grey:
        yield AugmentWarning(harmful, translate(
            "data", "The classes {listed} are told apart by their colours, which this changes.",
            listed=_listed(colors)))


def _no_color(config: AugmentConfig, subject: Subject) -> Iterator[AugmentWarning]:
    names = tuple(name for name in ("saturation", "hue", "grey") if config.is_on(name))
    if names and subject.is_grey:
        yield AugmentWarning(names, translate("data", "The images are grey: there is no colour to change."), "info")


def _vanishing(config: AugmentConfig, _subject: Subject) -> Iterator[AugmentWarning]:
    """Report crops and erased squares that may leave nothing of the object, alone or together."""
    crop = config.crop if config.is_on("crop") else 0.0
    erased = config.erase**2 if config.is_on("erase") else 0.0
    if crop > 0.7:
        yield AugmentWarning(("crop",), translate(
            "data", "As little as {crop:.0%} of an image may remain, maybe without what it is named after.",
            crop=1 - crop))
    elif config.erase > 0.45 and erased:
        yield AugmentWarning(("erase",), translate(
            "data", "The square covers up to {erased:.0%} of an image, maybe all of a small thing.", erased=erased))
    elif crop and (1 - crop) * (1 - erased) < 0.4:
        yield AugmentWarning(("crop", "erase"), translate(
            "data", "Cropped and erased, as little as {crop:.0%} of an image may remain.",
            crop=(1 - crop) * (1 - erased)))
    if config.is_on("shift") and config.shift > 0.35:
        yield AugmentWarning(("shift",), translate(
            "data", "Shifted by {shift:.0%}, what stands aside may leave the image.", shift=config.shift))
    if config.is_on("zoom") and config.zoom > 0.6:
        yield AugmentWarning(("zoom",), translate(
            "data", "Scaled down to {zoom:.0%}, small things can no longer be made out.", zoom=1 - config.zoom))


def _mixing(config: AugmentConfig, subject: Subject) -> Iterator[AugmentWarning]:
    names = tuple(name for name in ("mixup", "cutmix") if config.is_on(name))
    if names and subject.epochs is not None and subject.epochs < _FEW_EPOCHS:
        epochs = translate(
            "data", "1 epoch") if subject.epochs == 1 else translate("data", "{epochs} epochs", epochs=subject.epochs)
        yield AugmentWarning(names, translate(
            "data", "Mixed images are learned slowly: they seldom pay in {epochs}. Train for {few_epochs} or more.",
            epochs=epochs, few_epochs=_FEW_EPOCHS))


_RULES: tuple[Callable[[AugmentConfig, Subject], Iterator[AugmentWarning]], ...] = (
    _flips, _turn, _color, _vanishing, _mixing, _no_color)
