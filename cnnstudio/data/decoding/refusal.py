"""Why one picture is not used, on its way to the error that names the file too."""


class RefusedError(Exception):
    """A reason in plain words; `cnnstudio.data.decoding.decode` turns it into an `ImageError` with the path."""
