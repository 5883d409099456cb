"""Whether two sources print another number for the same thing; a rounded number is not another."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from generator.catalog.catalog import Catalog
from generator.entry.results import Result
from generator.text import normalize_name
from generator.views.printed import Printed

_Thing = tuple[str, str, str]
_Part = tuple[str, str, str | None]


class Comparison:
    """The numbers that are printed on one benchmark, each beside those of the same thing."""

    def __init__(self, printed: Iterable[Printed], catalog: Catalog) -> None:
        self._catalog = catalog
        self._same: dict[_Thing, list[Printed]] = defaultdict(list)
        self._most_places: dict[_Part, int] = defaultdict(int)
        for one in printed:
            self._same[self._thing(one.result)].append(one)
            part = self._part(one)
            self._most_places[part] = max(self._most_places[part], _places(one.result))

    def differing(self, one: Printed) -> tuple[str, ...]:
        """Other sources that print another number for the thing that `one` is a number of."""
        found = {
            f"{_number(other.result)} in {other.source.label}"
            for other in self._same[self._thing(one.result)]
            if other.source.id != one.source.id and not self._agree(one, other)
        }
        return tuple(sorted(found))

    def _thing(self, result: Result) -> _Thing:
        """What is measured of which model: setting and metric, the model's name with its variant."""
        name = normalize_name(f"{self._catalog.work_label(result.model)} {result.variant or ''}")
        return result.setting or "", result.metric, name

    def _part(self, one: Printed) -> _Part:
        """A source prints its numbers of one unit to as many places; some lost a zero at their end."""
        metric = self._catalog.vocabulary("metrics").get(one.result.metric)
        return one.source.id, one.result.setting or "", metric.unit if metric else None

    def _agree(self, one: Printed, other: Printed) -> bool:
        """Whether the numbers are equal as far as the source that prints fewer places says."""
        places = min(self._most_places[self._part(one)], self._most_places[self._part(other)])
        return abs(_exact(one.result) - _exact(other.result)) <= Decimal(5).scaleb(-places - 1)


def _number(result: Result) -> str:
    """The number as printed, without its deviation."""
    return result.text.partition(" ")[0]


def _exact(result: Result) -> Decimal:
    return Decimal(_number(result))


def _places(result: Result) -> int:
    exponent = _exact(result).as_tuple().exponent
    return max(0, -int(exponent))
