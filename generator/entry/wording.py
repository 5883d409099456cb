"""The words of the list, from `_vocabulary/wording.yaml`: what an entry may not say, and what it says better.

>>> wording = Wording(avoid={"colour": ["color"]}, allow=["Colour Atlas"])
>>> [message for _, message in wording.find_avoided("Colour and colour in the Colour Atlas.")]
['`Colour` is a word to avoid: write `color`']
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.entry.phrases import Phrases, hide_quotations, is_in_name
from generator.text import quoted

WORD = re.compile(r"[^\W_]+([ -][^\W_]+)*")


def _put_into_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Words = Annotated[list[str], BeforeValidator(_put_into_list), Field(min_length=1)]


class Wording(BaseModel):
    """Words with a rule of their own. A word holds for itself, not for its inflections."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    praise: list[str] = []
    """Words that a summary may not have."""
    avoid: dict[str, Words] = {}
    """Words to avoid, each with the better word, or several."""
    allow: list[str] = []
    """Phrases in which a word to avoid is fine."""
    no_hint: list[str] = []
    """Names of terms that are too common for a hint that a facet lacks the term."""
    measured_tasks: list[str] = []
    """Slugs of tasks that need a dataset of their own to be measured."""

    def find_praise(self, text: str) -> list[str]:
        """Return the words of praise in `text`, as they are written there, each once."""
        return [*dict.fromkeys(found.written for found in self._praise.find(text))]

    def find_avoided(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield each word to avoid in `text`, with a message; names and quotations are left alone."""
        text = hide_quotations(text)
        seen = set()
        for found in self._avoided.find(text):
            if found.value and found.phrase not in seen and not is_in_name(text, found):
                seen.add(found.phrase)
                yield found.written, _describe(found.written, found.value)

    def list_words(self) -> list[tuple[tuple[str | int, ...], str]]:
        """Return every word with its path in the file."""
        lists = [("praise", self.praise), ("allow", self.allow), ("no_hint", self.no_hint)]
        found = [((key, index), word) for key, words in lists for index, word in enumerate(words)]
        return [*found, *((("avoid", word), word) for word in self.avoid)]

    @cached_property
    def _praise(self) -> Phrases[None]:
        return Phrases(dict.fromkeys(self.praise))

    @cached_property
    def _avoided(self) -> Phrases[list[str]]:
        return Phrases({**{phrase: [] for phrase in self.allow}, **self.avoid})


def _describe(written: str, better: list[str]) -> str:
    return f"{quoted(written)} is a word to avoid: write {' or '.join(map(quoted, better))}"
