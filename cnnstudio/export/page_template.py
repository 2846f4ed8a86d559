"""The templates of the program's own pages, set up so that everything put into them is escaped."""

from collections.abc import Callable

import jinja2

from cnnstudio import paths
from cnnstudio.storage import read_bytes

_LIMIT_BYTES = 200_000


def page_template(name: str, **filters: Callable[..., str]) -> jinja2.Template:
    """Return the template ``templates/<name>.html`` of the program's resources; a value that is missing is an error.

    Raises
    ------
    StorageError
        When it cannot be read.
    """
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True,
                                     lstrip_blocks=True)
    environment.filters.update(filters)
    source = read_bytes(paths.resource(f"templates/{name}.html"), limit=_LIMIT_BYTES).decode("utf-8")
    return environment.from_string(source)
