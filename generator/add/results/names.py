"""Find the metrics, benchmarks, settings and models that a pasted table names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.catalog.catalog import Catalog
from generator.text import find_nearest, normalize_name

_WORD = re.compile(r"[^\s/,;:()\[\]|]+")
_MAX_WORDS = 8
"""The longest name that is searched for in a head, in words."""

MAX_GUESSES = 20
"""How many unknown names get a suggestion: each takes a comparison with all names of the list."""

_NO_NAME = {"", "↑", "↓"}
_IN_BRACKETS = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<variant>[^()\[\]]+)[)\]]$")
_CITATION = re.compile(r"\s*\[\d[\d\s,–-]*\]")
_SIZE = re.compile(r"^(?P<name>.+?)[\s-]+(?P<variant>\d+(?:\.\d+)?\s?[BbMm])$")


@dataclass(slots=True)
class ColumnHead:
    """What the head of one column says."""

    text: str
    """As it is printed, with the rows of the head joined."""
    benchmark: str | None = None
    metric: str | None = None
    setting: str | None = None
    rest: str = ""
    """What was not understood; it may be a setting that the benchmark's entry does not have yet."""


@dataclass(slots=True)
class ModelName:
    """The model of a row, and its size or version."""

    model: str
    variant: str | None = None
    is_known: bool = True
    guess: str | None = None
    """The name of the most similar entry, where no entry has this one."""


@dataclass
class NameFinder:
    """Finds what the texts of one table name in a catalog.

    >>> NameFinder(catalog).read_head(["AskFilm", "Acc."])
    ColumnHead(text='AskFilm / Acc.', benchmark='muster2023askfilm', metric='accuracy', setting=None, rest='')
    """

    catalog: Catalog
    _metrics: dict[str, str] = field(init=False)
    _guesses: int = 0

    def __post_init__(self) -> None:
        self._metrics = {}
        for term in self.catalog.vocabulary("metrics"):
            for name in (term.slug, term.label, term.name, *term.aliases):
                if name:
                    self._metrics.setdefault(normalize_name(name), term.slug)

    def read_head(self, texts: Sequence[str], benchmark: str | None = None) -> ColumnHead:
        """Read the benchmark, metric and setting from `texts`, the heads of a column from the top.

        `benchmark` is the one of the whole table, where a person gave it.
        """
        head = ColumnHead(" / ".join(texts))
        rest = [word for text in texts for word in self._take(text, head)]
        head.rest = " ".join(word for word in rest if normalize_name(word) or word not in _NO_NAME | {"%"})
        head.benchmark = head.benchmark or benchmark
        if head.rest and head.benchmark and head.benchmark in self.catalog.entries:
            self._read_setting(head, head.benchmark)
        return head

    def _take(self, text: str, head: ColumnHead) -> list[str]:
        """Take names from `text`, the longest first, and return the words that are left."""
        words = _WORD.findall(text)
        for length in range(min(_MAX_WORDS, len(words)), 0, -1):
            place = 0
            while place + length <= len(words):
                if self._take_name(" ".join(words[place : place + length]), head):
                    del words[place : place + length]
                else:
                    place += 1
        return words

    def _take_name(self, name: str, head: ColumnHead) -> bool:
        """Put `name` into `head` if it is a metric or a benchmark; return whether it is."""
        if not normalize_name(name):
            return False
        if not head.metric and (metric := self._metrics.get(normalize_name(name))):
            head.metric = metric
            return True
        if not head.benchmark and (id_ := self.find_benchmark(name)):
            head.benchmark = id_
            return True
        return False

    def find_benchmark(self, name: str) -> str | None:
        """The id of the benchmark or dataset that `name` means, or None."""
        id_ = self.catalog.find_id(name)
        kind = self.catalog.vocabulary("kinds").get(self.catalog.entries[id_].kind) if id_ else None
        return id_ if kind and kind.card == "dataset" else None

    def name_of(self, work: str) -> str:
        """How entry files name the entry with the id `work`; a plain name stays as it is."""
        entry = self.catalog.entries.get(work)
        name = entry.name if entry else None
        return name if name and self.catalog.find_id(name) == work else work

    def find_metric(self, name: str) -> str | None:
        """The slug of the metric that `name` means, or None."""
        return self._metrics.get(normalize_name(name))

    def _read_setting(self, head: ColumnHead, benchmark: str) -> None:
        """Take the rest of `head` as a setting, by slug or label; other text is left to a person."""
        settings = self.catalog.entries[benchmark].settings
        names = {normalize_name(name): slug for slug, label in settings.items() for name in (label, slug)}
        known = names.get(normalize_name(head.rest))
        head.setting = known or head.rest
        head.rest = "" if known else head.rest

    def read_model(self, text: str, own: str) -> ModelName:
        """Read the model that `text` names; `own` is the entry that prints the table, for "Ours"."""
        text = _CITATION.sub("", text) or text
        if normalize_name(text) in ("ours", "our", "ourmodel", "ourmethod", "proposed"):
            return ModelName(own)
        whole = self.catalog.find_id(text)
        for form in (_IN_BRACKETS, _SIZE):
            match = form.fullmatch(text[:300])
            known = match and self._read_variant(match["name"], match["variant"].strip(), own)
            # `Net (7B)` may be an alias of the entry too; the printed size is kept in any case.
            if known and whole in (None, known.model):
                return known
        if whole:
            return ModelName(whole)
        return ModelName(text, None, is_known=False, guess=self._guess(text))

    def _read_variant(self, name: str, variant: str, own: str) -> ModelName | None:
        id_ = self.catalog.find_id(name)
        if normalize_name(variant) == "ours":
            return ModelName(own, None if id_ == own else name)
        return ModelName(id_, variant) if id_ else None

    def _guess(self, text: str) -> str | None:
        """The entry with the name most similar to `text`, for the first `MAX_GUESSES` names only."""
        self._guesses += 1
        if self._guesses > MAX_GUESSES:
            return None
        name = find_nearest(text[:80], self.catalog.ids_by_name)
        return self.name_of(self.catalog.ids_by_name[name]) if name else None
