"""Measure how often the terms proposed for a work are those of its entry, by cross-validation.

    python -m tests.bench.suggestions [FILE…]

A row has, for section and kind, the share of works whose term comes first, and is among three; for the other
fields F1 of all terms of all works.

A tenth of the entries at a time is left out: the model learns from titles, summaries and terms of the others.
Each left-out entry is asked about three times: by its title alone; by title and abstract, where a FILE has
it (JSON lines with `title` and `abstract`, here or in `arxiv_record`); by title and our summary, which is
easier than any real question, as summaries are written by who chooses the terms. Beside the model, terms are
taken by their names alone: the four that title and text name most.
"""

# ruff: noqa: T201 - a measurement prints its results

import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.catalog.catalog import Catalog
from generator.checking.load import load
from generator.learning.estimators import split
from generator.learning.examples import (
    SINGLE,
    VOCABULARIES,
    Candidate,
    Example,
    Text,
    list_labels,
    make_examples,
)
from generator.learning.names import NameIndex
from generator.learning.term_model import TermModel
from generator.text import normalize_name
from tests.paths import PROJECT

FOLDS = 10
F1_FROM = 0.4
"""The confidence from which terms count for F1."""
LEVELS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
NAMED = 4
"""How many terms are taken by their names."""

Proposed = dict[str, list[Candidate]]
Pairs = list[tuple[Example, Proposed]]


def read_abstracts(files: Sequence[str]) -> dict[str, str]:
    """Read the abstracts of records, by normalized title."""
    found = {}
    for file in files:
        for line in Path(file).read_text("utf-8").splitlines():
            record = json.loads(line)
            record = record.get("arxiv_record") or record
            if record.get("abstract"):
                found[normalize_name(record["title"])] = record["abstract"]
    return found


def cross_validate(
    examples: Sequence[Example], catalog: Catalog, asked: dict[str, list[Text]]
) -> dict[str, Pairs]:
    """Return each example with what is proposed for it by a model that does not know it, by kind of text."""
    pairs: dict[str, Pairs] = {kind: [] for kind in asked}
    for learned, left_out in split(len(examples), FOLDS):
        model = TermModel([examples[row] for row in learned], catalog)
        for kind, texts in asked.items():
            rows = [row for row in left_out if texts[row].more or kind == "title"]
            if rows:
                proposed = model.propose_all([texts[row] for row in rows])
                pairs[kind] += zip([examples[row] for row in rows], proposed, strict=True)
    return pairs


def propose_by_names(examples: Sequence[Example], catalog: Catalog) -> Callable[[Text], Proposed]:
    """Return what proposes the terms that a text names most; a name in the title counts five times."""
    labels = list_labels(examples, catalog)
    index = NameIndex(label for terms in labels.values() for label in terms)

    def propose(text: Text) -> Proposed:
        counts = Counter(key for part in (text.title,) * 5 + (text.more,) for key, _ in index.find(part))
        found: Proposed = {field: [] for field in labels}
        for key, _ in counts.most_common():
            field, slug = key.split(" ", 1)
            vocabulary = catalog.vocabulary(VOCABULARIES[field])
            above = {term.slug for other in found[field] for term in vocabulary.ancestors(other.term)}
            if slug not in above and len(found[field]) < NAMED:
                found[field].append(Candidate(slug, 1.0))
        return found

    return propose


def first_right(pairs: Pairs, field: str, most: int) -> float:
    """Return the share of works whose one term is among the first `most`."""
    right = sum(example.terms[field][0] in [c.term for c in found[field][:most]] for example, found in pairs)
    return right / len(pairs)


def judge(pairs: Pairs, field: str, level: float) -> tuple[float, float, float]:
    """Return F1, precision and recall of all terms proposed with at least the confidence `level`."""
    hits = proposed = wanted = 0
    for example, found in pairs:
        taken = {candidate.term for candidate in found[field] if candidate.confidence >= level}
        hits += len(taken & set(example.terms[field]))
        proposed += len(taken)
        wanted += len(example.terms[field])
    return 2 * hits / max(proposed + wanted, 1), hits / max(proposed, 1), hits / max(wanted, 1)


def reliability(pairs: Pairs, field: str) -> Iterator[str]:
    """Yield, for each tenth of confidence, the share of right terms and the number of terms."""
    for low in range(1, 10):
        right = [
            candidate.term in example.terms[field]
            for example, found in pairs
            for candidate in found[field]
            if low <= int(candidate.confidence * 10) < low + 1 + (low == 9)
        ]
        yield f"{low * 10}: {sum(right) / len(right):.2f} ({len(right)})" if right else f"{low * 10}: –"


def _print_row(kind: str, pairs: Pairs) -> None:
    cells = [f"{kind} ({len(pairs)})"]
    for field in pairs[0][1]:
        if field in SINGLE:
            cells.append(f"{field} {first_right(pairs, field, 1):.1%}, {first_right(pairs, field, 3):.1%}")
        else:
            cells.append(f"{field} {judge(pairs, field, F1_FROM)[0]:.3f}")
    print(f"| {' | '.join(cells)} |")


def _print_levels(pairs: Pairs) -> None:
    for field in pairs[0][1]:
        print(field, "share right at a confidence in percent of", *reliability(pairs, field), sep="; ")
        for level in LEVELS:
            f1, precision, recall = judge(pairs, field, level)
            print(f"  from {level:.0%}: F1 {f1:.3f}, precision {precision:.3f}, recall {recall:.3f}")


def main(arguments: Sequence[str]) -> None:
    """Print the tables."""
    catalog = load(PROJECT).catalog
    examples = make_examples(catalog)
    abstracts = read_abstracts(arguments)
    titles = [example.text.title for example in examples]
    asked = {
        "title": [Text(title) for title in titles],
        "title and abstract": [Text(title, abstracts.get(normalize_name(title), "")) for title in titles],
        "title and our summary": [example.text for example in examples],
    }
    start = time.process_time()
    TermModel(examples, catalog).propose(examples[0].text)
    print(f"learned from {len(examples)} entries in {time.process_time() - start:.1f} s of processor time")
    by_names = propose_by_names(examples, catalog)
    for kind, pairs in cross_validate(examples, catalog, asked).items():
        if pairs:
            texts = dict(zip(titles, asked[kind], strict=True))
            named = [(example, by_names(texts[example.text.title])) for example, _ in pairs]
            _print_row(f"names: {kind}", named)
            _print_row(f"model: {kind}", pairs)
            _print_levels(pairs)
    print(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at the peak")


if __name__ == "__main__":
    main(sys.argv[1:])
