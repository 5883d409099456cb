"""Split the name of a person into its parts, and find out which names are of groups.

An entry has names as papers print them, given name first. No rules split every name in the world
correctly. These are right for most names, and BibTeX and reference managers do the same:

1. In `Last, First` the comma separates the parts; a comma before `Jr` and the like does not.
2. A name of one word, one that begins with `The`, or one with a word of `GROUP_WORD` is that of a
   group, and is not split.
3. `Jr`, `III` and the like at the end are a suffix.
4. The family name begins at the first lower-case particle after the given name (`van der`, `de`), or
   at a word that ends in a hyphen and a particle (`Hulsbergen-van de Kaa`). A capitalized particle
   counts only before a lower-case one (`Van der`); so `Van` alone is a middle name. `Ben` always counts.
5. `y` between two words joins them into one family name.
6. In all other names the last word is the family name.
"""

import re
from dataclasses import dataclass

PARTICLE = re.compile(
    "af|al|ap|auf|av|bin|da|dal|de|degli|dei|del|della|den|der|des|di|do|dos|du|e|el|ibn|la|las|le|lo|los"
    "|op|'t|te|ten|ter|thoe|tot|und|van|vander|vom|von|voor|zu|zum|zur"
)
SUFFIX = re.compile(r"(jr|sr)\.?|ii|iii|iv")
GROUP_WORD = re.compile(
    "and|for|of|the|&|Association|Authors|Challenge|Collaboration|College|Committee|Consortium|Contributors"
    "|Council|Foundation|Groups?|Initiative|Institutes?|Investigators|Lab|Laboratory|Labs|Network"
    "|Organi[sz]ation|Program(me)?|Project|Society|Study|Team|University"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name. A group has only a family name, and `literal` is true.

    >>> split_name("Jeroen van der Laak").last_first
    'van der Laak, Jeroen'
    """

    family: str
    given: str = ""
    particle: str = ""
    """Lower-case words before the family name, which are ignored in sorting: `van der`."""
    suffix: str = ""
    literal: bool = False

    @property
    def last(self) -> str:
        """The family name with its particle."""
        return f"{self.particle} {self.family}" if self.particle else self.family

    @property
    def last_first(self) -> str:
        """The family name first: `van der Laak, Jeroen`, with the suffix after it; a group is unchanged."""
        last = f"{self.last} {self.suffix}" if self.suffix else self.last
        return f"{last}, {self.given}" if self.given else last

    @property
    def natural(self) -> str:
        """The name as papers print it, given name first."""
        return " ".join(filter(None, (self.given, self.last, self.suffix)))


def split_name(name: str) -> PersonName:
    """Return the parts of `name`; together they have all of its words."""
    words = name.split()
    name = " ".join(words)
    if "," in name:
        before, _, after = name.partition(",")
        if not SUFFIX.fullmatch(after.strip().casefold()):
            return _make_inverted(name, before.strip(), after.strip())
        words = name.replace(",", " ").split()
    if _is_group(words):
        return PersonName(name, literal=True)
    suffix = words.pop() if len(words) > 2 and SUFFIX.fullmatch(words[-1].casefold()) else ""
    start = _find_family(words)
    return _make_person(" ".join(words[:start]), words[start:], suffix)


def _is_group(words: list[str]) -> bool:
    return len(words) < 2 or words[0] == "The" or any(map(GROUP_WORD.fullmatch, words))


def _make_inverted(name: str, last: str, first: str) -> PersonName:
    if not last or not first or "," in first or _is_group([*last.split(), *first.split()]):
        return PersonName(name, literal=True)
    return _make_person(first, last.split(), "")


def _make_person(given: str, last: list[str], suffix: str) -> PersonName:
    small = 0
    while small < len(last) - 1 and PARTICLE.fullmatch(last[small]):
        small += 1
    return PersonName(" ".join(last[small:]), given, " ".join(last[:small]), suffix)


def _find_family(words: list[str]) -> int:
    end = len(words) - 1
    for place in range(1, end):
        if _begins_family(words[place], words[place + 1]):
            return place
        if words[place + 1] == "y" and place + 1 < end:
            return place
    return end


def _begins_family(word: str, following: str) -> bool:
    last_part = word.rpartition("-")[2]
    if word == "Ben" or PARTICLE.fullmatch(last_part):
        return True
    return bool(PARTICLE.fullmatch(word.casefold()) and PARTICLE.fullmatch(following))
