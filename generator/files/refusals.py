"""Say what the system refuses, such as to write on a full disk, and what a person can do about it."""

import errno

NO_FILE = "it is a device or a pipe"
"""What neither is a file nor a folder: to read it may be to wait forever."""

_MAKE_ROOM = "make room there and run this again"
_PERMIT = "change the permissions of the file or of its folder"
_ADVICE = {
    errno.ENOSPC: _MAKE_ROOM,
    errno.EDQUOT: _MAKE_ROOM,
    errno.EFBIG: "raise the limit of this shell, `ulimit -f`, and run this again",
    errno.EROFS: "this disk can only be read: work on a copy elsewhere",
    errno.EACCES: _PERMIT,
    errno.EPERM: _PERMIT,
    errno.ENOTDIR: "a part of its path is a file",
    errno.EISDIR: "a file is expected there",
}


def explain(error: OSError | ValueError) -> str:
    """Return why the system refuses something, without the file, and what to do.

    >>> explain(OSError(errno.ENOSPC, "No space left on device"))
    'No space left on device; make room there and run this again'
    """
    if not isinstance(error, OSError):
        return str(error)
    reason, advice = error.strerror or str(error), _ADVICE.get(error.errno or 0)
    return f"{reason}; {advice}" if advice else reason


def explain_with_file(error: OSError) -> str:
    """Return the same after the name of the file, where the system has named one.

    Of two it names the last: a copy of a file is what cannot be written.
    """
    file = error.filename2 or error.filename
    return f"{file}: {explain(error)}" if file else explain(error)
