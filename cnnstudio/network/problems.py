"""What can be wrong with a network graph, and the edits that mend it."""

from dataclasses import dataclass
from typing import Literal

from cnnstudio.network.edits import Edit

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Mend:
    """One way out of a problem: the text of a button and the edit it makes."""

    label: str
    edit: Edit


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong.

    Attributes
    ----------
    node_id : the layer to mark; None when it is about the whole network
    severity : an error stops training, a warning does not
    message : a sentence that names the layer, what arrived and what is needed
    mends : edits that make the problem go away, the best first
    """

    node_id: str | None
    severity: Severity
    message: str
    mends: tuple[Mend, ...] = ()
