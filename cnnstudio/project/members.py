"""The closed set of names a project file may hold, each with the most bytes that are ever read of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

MANIFEST, PROJECT, GRAPH, CURATION = "manifest.json", "project.json", "graph.json", "curation.json"

FILE_LIMIT_BYTES = 4_000_000_000
MEMBER_LIMIT = 5_000
RATIO_LIMIT = 200
"""How much larger than its packed form a member may be; what packs better is stored as it is."""
RUNS_LIMIT = 500
THUMBNAIL_LIMIT = 32


@dataclass(frozen=True, slots=True)
class MemberKind:
    """A row of the table of what may be in a project file.

    Attributes
    ----------
    pattern : of the whole name; nothing else is ever looked for or opened
    limit_bytes : unpacked
    is_packed : whether it is deflated when that makes it smaller
    items : most values of its JSON; 0 for what is no JSON
    """

    pattern: str
    limit_bytes: int
    is_packed: bool = True
    items: int = 0


_RUN = r"runs/[0-9]{4}/"
KINDS: Mapping[str, MemberKind] = {
    "manifest": MemberKind(r"manifest\.json", 2_000_000, items=100_000),
    "project": MemberKind(r"project\.json", 2_000_000, items=100_000),
    "graph": MemberKind(r"graph\.json", 8_000_000, items=400_000),
    "curation": MemberKind(r"curation\.json", 24_000_000, items=1_500_000),
    "thumbnail": MemberKind(r"thumbs/[a-z0-9_]{1,40}\.png", 1_000_000, is_packed=False),
    "run manifest": MemberKind(_RUN + r"manifest\.json", 100_000, items=10_000),
    "run document": MemberKind(_RUN + r"(?:record|graph|history|images|optimizer|state)-[0-9]{6,9}\.json", 64_000_000,
                               items=3_000_000),
    "run tensors": MemberKind(_RUN + r"(?:weights|best|start|module|predictions|optimizer_tensors|state_tensors)"
                                     r"-[0-9]{6,9}\.safetensors", 2_000_000_000, is_packed=False),
    "run epoch": MemberKind(_RUN + r"epochs/epoch-[0-9]{6}-[0-9a-f]{32}\.safetensors", 2_000_000_000,
                            is_packed=False),
}
_PATTERNS = {name: re.compile(kind.pattern) for name, kind in KINDS.items()}


def kind_of(name: str) -> MemberKind | None:
    """Return what a member is by its name; None for a name that no project file has."""
    return next((KINDS[key] for key, pattern in _PATTERNS.items() if pattern.fullmatch(name)), None)


def run_prefix(place: int) -> str:
    """Return ``"runs/0001/"`` for 1."""
    return f"runs/{place:04d}/"
