"""Why the system refused something with a file, in words of the user's language."""

import errno

from cnnstudio.wording import translate

REASONS = {
    errno.ENOENT: "No such file or directory", errno.EACCES: "Permission denied",
    errno.EPERM: "Operation not permitted",
    errno.ENOSPC: "No space left on device", errno.EROFS: "Read-only file system", errno.EEXIST: "File exists",
    errno.ENOTDIR: "Not a directory", errno.EISDIR: "Is a directory", errno.ENOTEMPTY: "Directory not empty",
    errno.ENAMETOOLONG: "File name too long", errno.EIO: "Input/output error", errno.EBUSY: "Device or resource busy",
    errno.ELOOP: "Too many levels of symbolic links", errno.EMFILE: "Too many open files",
    errno.EFBIG: "File too large", errno.EINVAL: "Invalid argument", errno.ENOMEM: "Cannot allocate memory",
    errno.ETIMEDOUT: "Connection timed out", errno.ECONNREFUSED: "Connection refused",
    errno.ENETUNREACH: "Network is unreachable", errno.ECONNRESET: "Connection reset by peer",
}
"""What usually happens, as Linux says it; anything else stays in the system's own words."""


def os_reason(error: object) -> str:
    """Return why, such as ``"No space left on device"``; of another error what it says."""
    number = getattr(error, "errno", None)
    usual = REASONS.get(number) if isinstance(number, int) else None
    own = getattr(error, "strerror", None)
    if usual is not None and own in {None, usual}:
        return translate("core", usual)
    return str(own or error)
