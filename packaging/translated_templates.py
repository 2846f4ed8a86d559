"""Finds every text that the templates of the program's pages mark for translation."""

from collections.abc import Iterator
from pathlib import Path

import jinja2
from jinja2 import nodes

FOLDER = Path(__file__).parents[1] / "resources" / "templates"
CONTEXT = "export"
"""As `cnnstudio.export.page_template` looks them up."""


def template_texts(folder: Path = FOLDER) -> Iterator[tuple[str, str, str]]:
    """Yield context, text and place of each ``tr("text")`` in the templates of a folder.

    Raises
    ------
    ValueError
        One of them is no literal.
    """
    for file in sorted(folder.glob("*.html")):
        for call in jinja2.Environment(autoescape=True).parse(file.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "tr":
                text = call.args[0]
                if not isinstance(text, nodes.Const):
                    message = f"{file.name}:{call.lineno}: a text to translate must be a literal"
                    raise ValueError(message)
                yield CONTEXT, text.value, f"templates/{file.name}"
