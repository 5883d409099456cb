"""Learn from listed and unlisted texts which other texts belong in the list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.catalog.discovery import Discovery
from generator.learning.estimators import Calibration, Matrix, Rows, WordWeights, split
from generator.learning.examples import Text

_FOLDS = 5
_IN_TITLE = 3
"""A term in the title counts as much as this many in the rest."""
_MAX_IN_TEXT = 6
_MAX_MENTIONS = 9
_MIN_OLD = 200
"""From fewer older texts, and the known ones, nothing is learned about what is not wanted."""
_MIN_LISTED = 5
"""With fewer listed texts among the new ones, the share of listed ones cannot be learned."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """How much a text belongs in the list."""

    score: float
    """Orders the texts."""
    share: float
    """Which share of such texts was listed in the past: 0 to 1."""


class Relevance:
    """Ranks the new ones among `texts` by what distinguishes listed texts from all others.

    `known` are the texts of listed works; `is_listed` says which of `texts` are listed too. The others count
    as not wanted, though some are. The new ones are ranked by what the older ones teach; where these are
    too few, each text by a model that did not learn from it.
    """

    def __init__(
        self,
        known: Sequence[Text],
        texts: Sequence[Text],
        is_listed: Sequence[bool],
        is_new: Sequence[bool],
        discovery: Discovery,
    ) -> None:
        every = [*known, *texts]
        self._words = WordWeights(
            [f"{text.title}. {text.more}" for text in every], make_features(every, discovery)
        )
        self._wanted = np.array([True] * len(known) + list(is_listed), dtype=bool)
        self._new = np.array([False] * len(known) + list(is_new), dtype=bool)
        self._first = len(known)
        if len(texts) - sum(is_new) < _MIN_OLD:
            self._learned = np.arange(len(every))
        else:
            self._learned = np.flatnonzero(~self._new)

    def rank(self) -> list[Ranked]:
        """Return the rank of each of the texts."""
        scores = np.zeros(len(self._wanted))
        for learned, left_out in split(len(self._learned), _FOLDS):
            self._score(scores, self._learned[learned], self._learned[left_out])
        rest = np.setdiff1d(np.arange(len(scores)), self._learned)
        if len(rest):
            self._score(scores, self._learned, rest)
        shares = self._calibrate(scores)
        return [Ranked(*map(float, pair)) for pair in zip(scores[self._first :], shares, strict=True)]

    def explain(self, place: int, most: int) -> list[str]:
        """Return the words of the text number `place` that speak most for it."""
        return self._words.explain(self._wanted, self._learned, self._first + place, most)

    def find_nearest(self, place: int, most: int) -> list[int]:
        """Return the numbers of the known texts with the words most similar to those of text `place`."""
        return self._words.find_nearest(np.arange(self._first), self._first + place, most)

    def _score(self, scores: Matrix, learned: Rows, asked: Rows) -> None:
        if self._wanted[learned].any() and not self._wanted[learned].all():
            scores[asked] = self._words.score(self._wanted, learned, asked)

    def _calibrate(self, scores: Matrix) -> Matrix:
        """Learn the share of listed ones from the records learned from, or from all where few are listed."""
        rows = self._learned[self._learned >= self._first]
        if self._wanted[rows].sum() < _MIN_LISTED:
            rows = self._learned
        calibration = Calibration(scores[rows].reshape(-1, 1), self._wanted[rows].astype(float))
        return calibration.confidence(scores[self._first :].reshape(-1, 1))


def make_features(texts: Sequence[Text], discovery: Discovery) -> Matrix:
    """Make the features of texts: how often each names terms of each topic, and of several together."""
    rows = [_list_features(discovery.count(text.title), discovery.count(text.more)) for text in texts]
    width = 4 * len(discovery.topics) + 2 + len(discovery.topics) * (len(discovery.topics) - 1) // 2
    return np.array(rows, dtype=np.float64).reshape(len(texts), width)


def measure_topics(title: Mapping[str, int], more: Mapping[str, int]) -> list[float]:
    """Return how much each topic is named, from 0 to 1."""
    return [
        min(_IN_TITLE * title[topic] + min(more[topic], _MAX_IN_TEXT), _MAX_MENTIONS) / _MAX_MENTIONS
        for topic in title
    ]


def _list_features(title: Mapping[str, int], more: Mapping[str, int]) -> list[float]:
    levels = measure_topics(title, more)
    single = [
        value
        for topic in title
        for value in (
            title[topic] > 0,
            min(title[topic], 2) / 2,
            min(more[topic], _MAX_IN_TEXT) / _MAX_IN_TEXT,
        )
    ]
    pairs = [a * b for place, a in enumerate(levels) for b in levels[:place]]
    return [*single, *levels, *pairs, float(np.prod(levels)), min(levels, default=0.0)]
