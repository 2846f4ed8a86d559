"""The templates of the program's own pages, in the user's language; everything put into them is escaped."""

from collections.abc import Callable
from functools import partial

import jinja2

from cnnstudio import paths
from cnnstudio.storage import read_bytes
from cnnstudio.wording import language_code, translate

_LIMIT_BYTES = 200_000


def page_template(name: str, **filters: Callable[..., str]) -> jinja2.Template:
    """Return the template ``templates/<name>.html`` of the program's resources; a value that is missing is an error.

    A text in it is translated by ``tr("text with {name}", name=value)``.

    Raises
    ------
    StorageError
        When it cannot be read.
    """
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
                                     lstrip_blocks=True)
    environment.filters.update(filters)
    environment.globals.update(tr=partial(translate, "export"), language=language_code())
    source = read_bytes(paths.resource(f"templates/{name}.html"), limit=_LIMIT_BYTES).decode("utf-8")
    return environment.from_string(source)
