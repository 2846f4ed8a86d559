"""Looks at an image in another run, whose classes may be numbered in another way."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cnnstudio.errors import InputError
from cnnstudio.explain.target import Target
from cnnstudio.wording import translate
from cnnstudio.workspace.inspected_image import inspected_image
from cnnstudio.workspace.jobs import ShouldStop
from cnnstudio.workspace.look_job import LookJob, LookQuestion


class ComparedLookJob:
    """Explain for classes given by name: `LookReady`.

    Parameters
    ----------
    names : of the target's class and of the class it is held against; ``""`` for none

    Raises
    ------
    InputError
        From `run`, when the run knows no class of that name.
    """

    title = "Explaining the second image"

    def __init__(self, question: LookQuestion, names: tuple[str, str]) -> None:
        self._question, self._names = question, names

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Explain and yield the answer."""
        question = self._question
        with inspected_image(question.run_path, question.image) as seen:
            known = seen.answer.class_names
        target = Target(question.target.kind, number_of(self._names[0], known),
                        number_of(self._names[1], known) if self._names[1] else None, question.target.region)
        yield from LookJob(replace(question, target=target), ahead=False).run(should_stop)


def number_of(name: str, names: Sequence[str]) -> int:
    """Return the number of a class.

    Raises
    ------
    InputError
        When there is none of this name, with what to do.
    """
    if name not in names:
        raise InputError(translate(
            "workspace", 'The other run knows no class "{name}". Choose a class that both know, or another run.',
            name=name))
    return list(names).index(name)
