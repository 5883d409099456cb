"""Find the metrics, benchmarks, settings and models that the head and the names of a pasted table mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.catalog.catalog import Catalog
from generator.text import find_nearest, normalize_name

_WORD = re.compile(r"[^\s/,;:()\[\]|]+")
_LONGEST = 8
"""Words of a name in a head: more are not tried."""

MOST_GUESSES = 20

_NO_NAME = {"", "↑", "↓"}
_IN_BRACKETS = re.compile(r"^(?P<name>.+?)\s*[(\[](?P<variant>[^()\[\]]+)[)\]]$")
_SIZE = re.compile(r"^(?P<name>.+?)[\s-]+(?P<variant>\d+(?:\.\d+)?\s?[BbMm])$")


@dataclass(slots=True)
class Head:
    """What the head of one column says."""

    text: str
    """As it is printed, its rows joined."""
    benchmark: str | None = None
    metric: str | None = None
    setting: str | None = None
    rest: str = ""
    """What was not understood; it may be a setting that the benchmark's entry does not have yet."""


@dataclass(slots=True)
class ModelName:
    """The model that a row is of."""

    model: str
    variant: str | None = None
    is_known: bool = True
    guess: str | None = None
    """The entry whose name is most like it, where none has it."""


@dataclass
class Names:
    """The names of a catalog, looked up for one table after another."""

    catalog: Catalog
    _metrics: dict[str, str] = field(init=False)
    _guesses: int = 0

    def __post_init__(self) -> None:
        self._metrics = {}
        for term in self.catalog.vocabulary("metrics"):
            for name in (term.slug, term.label, term.name, *term.aliases):
                if name:
                    self._metrics.setdefault(normalize_name(name), term.slug)

    def read_head(self, texts: Sequence[str], benchmark: str | None = None) -> Head:
        """The benchmark, metric and setting that `texts`, the heads of a column from the top, name.

        `benchmark` is that of the whole table, where a person says it.
        """
        head = Head(" / ".join(texts))
        rest = [word for text in texts for word in self._take(text, head)]
        head.rest = " ".join(word for word in rest if normalize_name(word) or word not in _NO_NAME | {"%"})
        head.benchmark = head.benchmark or benchmark
        if head.rest and head.benchmark and head.benchmark in self.catalog.entries:
            self._read_setting(head, head.benchmark)
        return head

    def _take(self, text: str, head: Head) -> list[str]:
        """Take the longest names first from `text`; the words that are left."""
        words = _WORD.findall(text)
        for length in range(min(_LONGEST, len(words)), 0, -1):
            place = 0
            while place + length <= len(words):
                if self._knows(" ".join(words[place : place + length]), head):
                    del words[place : place + length]
                else:
                    place += 1
        return words

    def _knows(self, name: str, head: Head) -> bool:
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
        """The id of the data that `name` means."""
        id_ = self.catalog.find_id(name)
        kind = self.catalog.vocabulary("kinds").get(self.catalog.entries[id_].kind) if id_ else None
        return id_ if kind and kind.card == "dataset" else None

    def find_metric(self, name: str) -> str | None:
        """The slug of the metric that `name` means."""
        return self._metrics.get(normalize_name(name))

    def _read_setting(self, head: Head, benchmark: str) -> None:
        """Take the rest of `head` for a setting, by slug or label, or as text that is to be completed."""
        settings = self.catalog.entries[benchmark].settings
        names = {normalize_name(name): slug for slug, label in settings.items() for name in (label, slug)}
        known = names.get(normalize_name(head.rest))
        head.setting = known or head.rest
        head.rest = "" if known else head.rest

    def read_model(self, text: str, own: str) -> ModelName:
        """The model that `text` names; `own` is the entry whose table it is, which may call it "Ours"."""
        if normalize_name(text) in ("ours", "our", "ourmodel", "ourmethod", "proposed"):
            return ModelName(own)
        whole = self.catalog.find_id(text)
        for form in (_IN_BRACKETS, _SIZE):
            match = form.fullmatch(text[:300])
            known = match and self._read_variant(match["name"], match["variant"].strip(), own)
            # `Net (7B)` may be an alias of the entry too; its size is printed all the same.
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
        """The entry whose name is most like `text`; of few, as to compare all names takes long."""
        self._guesses += 1
        if self._guesses > MOST_GUESSES:
            return None
        name = find_nearest(text[:80], self.catalog.ids_by_name)
        return self.catalog.ids_by_name[name] if name else None
