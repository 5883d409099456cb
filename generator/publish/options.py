"""The options of each kind of publication."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.options import Options


@dataclass(frozen=True, kw_only=True)
class ReviewOptions(Options):
    """The options of `publish review`."""

    head: str
    file: Path


@dataclass(frozen=True, kw_only=True)
class IssueOptions(Options):
    """The options of `publish issue`."""

    marker: str
    title: str
    text: str


@dataclass(frozen=True, kw_only=True)
class CommitOptions(Options):
    """The options of `publish commit`."""

    branch: str
    message: str
    paths: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class PullRequestOptions(Options):
    """The options of `publish pull-request`."""

    branch: str
    base: str
    title: str
    text: str
    paths: Sequence[str]
    once: bool


@dataclass(frozen=True, kw_only=True)
class AddressesOptions(Options):
    """The options of `publish addresses`."""

    site_url: str


@dataclass(frozen=True, kw_only=True)
class ProposalOptions(Options):
    """The options of `publish proposal`; without a `number`, issues that wait for a service are answered."""

    number: int | None
    comment: int | None
    base: str


@dataclass(frozen=True, kw_only=True)
class DeclineOptions(Options):
    """The options of `publish declined`."""

    number: int
    comment: int
    base: str


@dataclass(frozen=True, kw_only=True)
class ProposedOptions(Options):
    """The options of `publish proposed`."""


@dataclass(frozen=True, kw_only=True)
class HistoryOptions(Options):
    """The options of `publish history`."""


@dataclass(frozen=True, kw_only=True)
class DigestOptions(Options):
    """The options of `publish digest`; without a `month` it is the last whole one."""

    month: str | None


@dataclass(frozen=True, kw_only=True)
class ReleaseOptions(DigestOptions):
    """The options of `publish release`."""

    exports: Path
    branch: str


PublishOptions = (
    ReviewOptions
    | IssueOptions
    | CommitOptions
    | PullRequestOptions
    | ProposalOptions
    | AddressesOptions
    | DeclineOptions
    | ProposedOptions
    | HistoryOptions
    | ReleaseOptions
    | DigestOptions
)
