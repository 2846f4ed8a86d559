"""What came of an export, as the dialog shows it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ExportOutcome:
    """What was written, and whether it is equal to the program.

    Attributes
    ----------
    verdict : ``"good"``: compared and equal; ``"warning"``: not compared; ``"bad"``: compared and not equal
    sentence : the verdict with its figures
    advice : what to do now; empty where there is nothing to do
    path : what was written, a file or a folder
    certificate : the readable certificate; None where there is none
    """

    verdict: str
    sentence: str
    advice: str
    path: Path
    certificate: Path | None = None
