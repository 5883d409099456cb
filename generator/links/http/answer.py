"""The answer to one request, or why there is none.

A module of its own: the session loads an HTTP library, and who only reads answers needs none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel, ValidationError

MAX_PAGE_BYTES = 64 * 1024
API_DEADLINE = 30.0
MAX_DELIMITERS = 200_000
"""Brackets, commas and the like that an answer may hold: its data takes up to 100 bytes for each of them."""

Shape = TypeVar("Shape", bound=BaseModel)


class FailureCause(StrEnum):
    """The reasons why there is no answer."""

    NAME = "no such name"
    CONNECT = "no connection"
    TIMEOUT = "timed out"
    TLS = "TLS"
    PROTOCOL = "broken answer"
    FORBIDDEN = "not followed"


class NoAnswer(Exception):
    """A request got no answer; `cause` and `detail` say why."""

    def __init__(self, cause: FailureCause, detail: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else str(cause))
        self.cause, self.detail = cause, detail


class NotUnderstood(Exception):
    """An answer does not have the shape that the service documents."""


@dataclass(frozen=True, slots=True)
class Response:
    """An HTTP answer; `is_complete` unless its body was cut off at the limit."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_complete: bool = True

    def parse(self, shape: type[Shape]) -> Shape:
        """Parse the JSON body as `shape`; raises `NotUnderstood` if it is anything else."""
        if not self.is_complete or sum(map(self.body.count, (b"{", b"[", b","))) > MAX_DELIMITERS:
            raise NotUnderstood("the answer is too large")
        try:
            return shape.model_validate_json(self.body)
        except ValidationError as error:
            raise NotUnderstood("the answer is not of the documented shape") from error
