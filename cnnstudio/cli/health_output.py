"""How the health of a folder and the distributions of its images are printed."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from cnnstudio.cli.output import Output, printable
from cnnstudio.cli.shown_words import severity_word
from cnnstudio.data.curation.decisions import Decision
from cnnstudio.data.health.checks import Finding, Remedy
from cnnstudio.data.health.distributions import Distributions
from cnnstudio.wording import translate

_FILES_SHOWN = 4


def finding_fields(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain values, with all its files and remedies."""
    return {"kind": finding.kind, "severity": finding.severity, "title": finding.title, "detail": finding.detail,
            "files": list(finding.files), "remedies": [remedy_fields(remedy) for remedy in finding.remedies],
            "figures": dict(finding.figures)}


def remedy_fields(remedy: Remedy) -> dict[str, Any]:
    """Return a remedy as plain values; what it leaves as it is, is left out."""
    found: dict[str, Any] = {"title": remedy.title}
    if remedy.decisions:
        found["decisions"] = {name: _decided(decision) for name, decision in remedy.decisions.items()}
    if remedy.merge is not None:
        found["merge"] = {"class": remedy.merge[0], "into": remedy.merge[1]}
    others = {"keep_class": remedy.keep_class, "group_pattern": remedy.group_pattern,
              "needs_rescan": remedy.needs_rescan}
    return found | {name: value for name, value in others.items() if value}


def _decided(decision: Decision) -> dict[str, Any]:
    return {one.name: value for one in fields(decision) if (value := getattr(decision, one.name))}


def distribution_fields(distributions: Distributions) -> dict[str, Any]:
    """Return the distributions as plain values."""
    rows = zip(distributions.class_names, distributions.per_class, strict=True)
    return asdict(distributions) | {
        "per_class": {name: dict(zip(distributions.splits, row, strict=True)) for name, row in rows},
        "kinds": dict(distributions.kinds)}


def print_findings(findings: Iterable[Finding], root: Path, output: Output) -> None:
    """Print the findings for people: a title each, what it means, some files and the ways out."""
    for finding in findings:
        output.text(f"\n{severity_word(finding.severity)}: {printable(finding.title)}")
        output.text(f"  {printable(finding.detail)}")
        if finding.kind != "damaged":   # those are listed with their reasons above
            _print_files(finding, root, output)
        if finding.remedies:
            output.text(translate(
                "cli", "  Ways out: {remedies}",
                remedies='; '.join(printable(remedy.title) for remedy in finding.remedies)))


def _print_files(finding: Finding, root: Path, output: Output) -> None:
    for path in finding.files[:_FILES_SHOWN]:
        output.text(f"    {printable(_below(path, root))}")
    if len(finding.files) > _FILES_SHOWN:
        output.text(translate(
            "cli", "    ... and {count:,} more; --json lists all", count=len(finding.files) - _FILES_SHOWN))


def _below(path: Path, root: Path) -> str:
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
