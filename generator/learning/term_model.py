"""Propose terms for a text: scores learned from all examples, calibrated to confidences."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from generator.catalog.catalog import Catalog
from generator.entry.vocabulary import Term
from generator.learning.estimators import Calibration, Matrix, Ridge, Similarity, split
from generator.learning.examples import SINGLE, Candidate, Example, Text, list_labels, make_key
from generator.learning.names import NameIndex

_FOLDS = 5
"""Confidences come from examples whose scores were learned from the other four fifths."""


class TermModel:
    """Learns from `examples`, and proposes terms of the fields with terms for other texts.

    A ridge regression scores each term by the similar examples. A logistic regression turns a score, and
    whether title and text name the term, into a confidence. It is fitted to scores of left-out examples:
    once for texts with more than a title and once for titles alone, each when the first such text comes.
    """

    def __init__(self, examples: Sequence[Example], catalog: Catalog) -> None:
        labels = list_labels(examples, catalog)
        terms = [label for field_terms in labels.values() for label in field_terms]
        self._slugs = [term.slug for _, term in terms]
        self._columns = {key: column for column, (key, _) in enumerate(terms)}
        self._fields = _slice(labels)
        self._parents = self._relate(labels)
        self._names = NameIndex(terms)
        self._texts = [example.text for example in examples]
        self._targets = self._make_targets(examples)
        self._similarity = Similarity(self._texts, [*self._columns], self._list_named)
        self._known = self._similarity.compare(self._texts)
        self._ridge = Ridge(self._known, self._targets)
        self._calibrations: dict[bool, dict[str, Calibration]] = {}

    def propose(self, text: Text) -> dict[str, list[Candidate]]:
        """Return the candidates for each field, the surest first."""
        (found,) = self.propose_all([text])
        return found

    def propose_all(self, texts: Sequence[Text]) -> list[dict[str, list[Candidate]]]:
        """Return for each text what `propose` does; all of them, or none, have more than a title."""
        scores = self._ridge.predict(self._similarity.compare(texts))
        calibrations = self._calibrate(any(text.more for text in texts))
        found: list[dict[str, list[Candidate]]] = [{} for _ in texts]
        for field, features in self._list_features(texts, scores):
            confidences = calibrations[field].confidence(features).reshape(len(texts), -1)
            if field in SINGLE:
                confidences = confidences / confidences.sum(axis=1, keepdims=True)
            slugs = self._slugs[self._fields[field]]
            for row, confident in enumerate(confidences):
                order = np.argsort(-confident, kind="stable")
                found[row][field] = [Candidate(slugs[at], float(confident[at])) for at in order]
        return found

    def _calibrate(self, has_more: bool) -> dict[str, Calibration]:
        if has_more not in self._calibrations:
            texts = self._texts if has_more else [Text(text.title) for text in self._texts]
            asked = self._known if has_more else self._similarity.compare(texts)
            scores = np.zeros_like(self._targets)
            for learned, left_out in split(len(texts), _FOLDS):
                ridge = Ridge(self._known[np.ix_(learned, learned)], self._targets[learned])
                scores[left_out] = ridge.predict(asked[np.ix_(left_out, learned)])
            self._calibrations[has_more] = {
                field: Calibration(features, self._targets[:, self._fields[field]].ravel())
                for field, features in self._list_features(texts, scores)
            }
        return self._calibrations[has_more]

    def _list_features(self, texts: Sequence[Text], scores: Matrix) -> Iterator[tuple[str, Matrix]]:
        """Yield for each field the features of each pair of a text and a term, by which it is judged."""
        in_title = self._find_named([text.title for text in texts])
        in_text = self._find_named([text.more for text in texts])
        narrower = ((in_title + in_text) @ self._parents > 0).astype(float)
        frequent = np.broadcast_to(np.log(self._targets.mean(axis=0) + 0.002), scores.shape)
        for field, columns in self._fields.items():
            score, title, text = scores[:, columns], in_title[:, columns], in_text[:, columns]
            behind = score - score.max(axis=1, keepdims=True)
            features = [score, score**2, behind, title, text, score * title, score * text]
            features += [narrower[:, columns], frequent[:, columns]]
            yield field, np.stack([feature.ravel() for feature in features], axis=1)

    def _find_named(self, texts: Sequence[str]) -> Matrix:
        """Return a row for each text: 1 for each term that it names, else 0."""
        named = np.zeros((len(texts), len(self._columns)))
        for row, text in enumerate(texts):
            for key, _ in self._names.find(text):
                named[row, self._columns[key]] = 1
        return named

    def _list_named(self, text: Text) -> list[str]:
        return [key for key, _ in self._names.find(f"{text.title}. {text.more}")]

    def _make_targets(self, examples: Sequence[Example]) -> Matrix:
        targets = np.zeros((len(examples), len(self._columns)))
        for row, example in enumerate(examples):
            for field, slugs in example.terms.items():
                for slug in slugs:
                    targets[row, self._columns[make_key(field, slug)]] = 1
        return targets

    def _relate(self, labels: Mapping[str, Sequence[tuple[str, Term]]]) -> Matrix:
        """Make the matrix that leads from each term to the term directly above it."""
        relation = np.zeros((len(self._columns), len(self._columns)))
        for field, terms in labels.items():
            for key, term in terms:
                above = self._columns.get(make_key(field, term.parent or ""))
                if above is not None:
                    relation[self._columns[key], above] = 1
        return relation


def _slice(labels: Mapping[str, Sequence[tuple[str, Term]]]) -> dict[str, slice]:
    """Return the columns of each field."""
    slices, start = {}, 0
    for field, terms in labels.items():
        slices[field] = slice(start, start + len(terms))
        start += len(terms)
    return slices
