"""The error where no service knows a work, or none could be asked."""


class NotFound(Exception):
    """No service knows the work, or none could be asked; the message says which.

    It `may_change` where a service gave no usable answer: a later run may know more. The identifier
    `is_wrong` where its registry knows no such one.
    """

    def __init__(self, message: str, *, may_change: bool = False, is_wrong: bool = False) -> None:
        super().__init__(message)
        self.may_change, self.is_wrong = may_change, is_wrong


def describe_missing(error: NotFound) -> str:
    """Say what a service said of an identifier, and that it was left out if it is wrong."""
    return f"{error}, so it was left out: correct it" if error.is_wrong else str(error)
