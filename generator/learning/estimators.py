"""The estimators of scikit-learn that are used, with types; no other module imports scikit-learn."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from sklearn.pipeline import FeatureUnion, make_pipeline
from sklearn.preprocessing import StandardScaler

from generator.learning.examples import Text

Matrix = NDArray[np.float64]
Rows = NDArray[np.intp]
Flags = NDArray[np.bool_]

_RIDGE = 0.125
"""The regularization of the ridge regression; chosen by cross-validation, as the weights below."""


_FREEDOM = 10
"""The inverse of the regularization of the weights of words; from 3 to 30 the ranking is the same."""


class Similarity:
    """How similar texts are to the `known` ones, from 0 to 1.

    Their words, pairs and pieces of words, and the terms that they name (`list_terms`, of all `keys`), are
    weighed by TF-IDF. A squared similarity is one of pairs of features, so a linear model of it learns from
    what occurs together.
    """

    def __init__(
        self, known: Sequence[Text], keys: Sequence[str], list_terms: Callable[[Text], list[str]]
    ) -> None:
        def words(read: Callable[[Text], str]) -> TfidfVectorizer:
            return TfidfVectorizer(preprocessor=read, ngram_range=(1, 2), min_df=2, sublinear_tf=True)

        pieces = TfidfVectorizer(
            preprocessor=_all, analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True
        )
        terms = TfidfVectorizer(analyzer=list_terms, vocabulary=keys, sublinear_tf=True)
        parts = {
            "title": (words(_read_title), 0.5),
            "all": (words(_all), 1),
            "pieces": (pieces, 0.75),
            "terms": (terms, 1.5),
        }
        total = sum(weight for _, weight in parts.values())
        self._features = FeatureUnion(
            [(name, part) for name, (part, _) in parts.items()],
            transformer_weights={name: (weight / total) ** 0.5 for name, (_, weight) in parts.items()},
        )
        self._known = self._features.fit_transform(known).T.tocsr()

    def compare(self, texts: Sequence[Text]) -> Matrix:
        """Return a row for each text, with its similarity to each known one."""
        product: Matrix = (self._features.transform(texts) @ self._known).toarray()
        return ((product + 0.5) / 1.5) ** 2


def _read_title(text: Text) -> str:
    return text.title.lower()


def _all(text: Text) -> str:
    return f"{text.title}. {text.more}".lower()


class Ridge:
    """A ridge regression on the `similarity` among the known texts, whose scores are `targets`."""

    def __init__(self, similarity: Matrix, targets: Matrix) -> None:
        self._mean = targets.mean(axis=0)
        self._model = KernelRidge(alpha=_RIDGE, kernel="precomputed").fit(similarity, targets - self._mean)

    def predict(self, asked: Matrix) -> Matrix:
        """Return scores for the texts whose similarities to the known ones are in `asked`, a row for each."""
        scores: Matrix = self._model.predict(asked) + self._mean
        return scores


class Calibration:
    """A logistic regression from features of pairs to the share of right pairs among such ones."""

    def __init__(self, features: Matrix, right: Matrix) -> None:
        self._all_are = float(right[0]) if (right == right[0]).all() else None
        self._model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
        if self._all_are is None:
            self._model.fit(features, right)

    def confidence(self, features: Matrix) -> Matrix:
        """Return the confidence that each pair is right, from 0 to 1."""
        if self._all_are is not None:  # nothing to tell apart: each entry has the only term
            return np.full(len(features), self._all_are)
        both: Matrix = self._model.predict_proba(features)
        return both[:, 1]


def split(count: int, folds: int, seed: int = 0) -> Iterator[tuple[Rows, Rows]]:
    """Yield the rows to learn from and those to predict, the same at each call."""
    yield from KFold(folds, shuffle=True, random_state=seed).split(np.arange(count))


class WordWeights:
    """Which words and pairs of words make a text wanted, with `features` beside them.

    Logistic regression; the wanted texts and all others count the same. The words are weighed by TF-IDF.
    """

    def __init__(self, texts: Sequence[str], features: Matrix) -> None:
        self._words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, stop_words="english")
        self._rows = self._words.fit_transform(texts)
        self._all = hstack([self._rows, features]).tocsr()
        self._weights: Matrix | None = None

    def score(self, wanted: Flags, learned: Rows, asked: Rows) -> Matrix:
        """Learn from the texts in the rows `learned`, and return a number for each of those in `asked`."""
        scores: Matrix = self._learn(wanted, learned).decision_function(self._all[asked])
        return scores

    def explain(self, wanted: Flags, learned: Rows, row: int, most: int) -> list[str]:
        """Return the words of the text in `row` that speak most for it, the strongest first."""
        if self._weights is None:
            self._weights = self._learn(wanted, learned).coef_[0]
        words = self._rows[row]
        weights = self._weights[words.indices] * words.data
        names = self._words.get_feature_names_out()
        order = np.argsort(-weights, kind="stable")
        return [str(names[words.indices[at]]) for at in order[:most] if weights[at] > 0]

    def find_nearest(self, among: Rows, row: int, most: int) -> list[int]:
        """Return those of the rows `among` with the words most similar to those of the text in `row`."""
        similar = (self._rows[among] @ self._rows[row].T).toarray().ravel()
        order = np.argsort(-similar, kind="stable")
        return [int(among[at]) for at in order[:most] if similar[at] > 0]

    def _learn(self, wanted: Flags, rows: Rows) -> LogisticRegression:
        model = LogisticRegression(C=_FREEDOM, class_weight="balanced", solver="liblinear", random_state=0)
        return model.fit(self._all[rows], wanted[rows])
