"""The answer to one request, or why there is none; apart from the session, as that loads an HTTP library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from pydantic import BaseModel, ValidationError

MAX_PAGE_BYTES = 64 * 1024
API_DEADLINE = 30.0
MAX_DELIMITERS = 200_000
"""Brackets, commas and the like that an answer may hold: what is read takes up to 100 bytes for each."""

Shape = TypeVar("Shape", bound=BaseModel)


class FailureCause(StrEnum):
    """Why there is no answer."""

    NAME = "no such name"
    CONNECT = "no connection"
    TIMEOUT = "timed out"
    TLS = "TLS"
    PROTOCOL = "broken answer"
    FORBIDDEN = "not followed"


class NoAnswer(Exception):
    """A request that brought no answer."""

    def __init__(self, cause: FailureCause, detail: str = "") -> None:
        super().__init__(f"{cause}: {detail}" if detail else str(cause))
        self.cause, self.detail = cause, detail


class NotUnderstood(Exception):
    """An answer that is not of the service's documented shape."""


@dataclass(frozen=True, slots=True)
class Response:
    """An answer; `whole` unless its body was cut at the limit."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    is_complete: bool = True

    def parse(self, shape: type[Shape]) -> Shape:
        """The JSON body as `shape`; `NotUnderstood` for anything else."""
        if not self.is_complete or sum(map(self.body.count, (b"{", b"[", b","))) > MAX_DELIMITERS:
            raise NotUnderstood("the answer is too large")
        try:
            return shape.model_validate_json(self.body)
        except ValidationError as error:
            raise NotUnderstood("the answer is not of the documented shape") from error
