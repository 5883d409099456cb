"""Find where two sources print different numbers for the same thing; rounding is no difference."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from generator.catalog.catalog import Catalog
from generator.entry.results import Result
from generator.text import normalize_name
from generator.views.numbers.printed_numbers import PrintedNumber

_Thing = tuple[str, str, str]
_Column = tuple[str, str, str | None]


class NumberComparison:
    """Compares the numbers that are printed on one benchmark."""

    def __init__(self, printed: Iterable[PrintedNumber], catalog: Catalog) -> None:
        self.catalog = catalog
        self._identities: dict[tuple[str, str | None], str] = {}
        self._same: dict[_Thing, list[PrintedNumber]] = defaultdict(list)
        self._decimals: dict[_Column, int] = defaultdict(int)
        for number in printed:
            self._same[self._identify_thing(number.result)].append(number)
            column = self._identify_column(number)
            self._decimals[column] = max(self._decimals[column], _count_decimals(number.result))

    def find_differing(self, number: PrintedNumber) -> tuple[str, ...]:
        """List the different numbers that other sources print for the same thing, with their sources."""
        found = {
            f"{_format_as_printed(other.result)} in {other.source.label}"
            for other in self._same[self._identify_thing(number.result)]
            if other.result.text != number.result.text
            and other.source.id != number.source.id
            and not self.agree(number, other)
        }
        return tuple(sorted(found))

    def identify_model(self, result: Result) -> str:
        """Return the model's name with its variant, the same text for all ways to write them."""
        written = result.model, result.variant
        if written not in self._identities:
            name = f"{self.catalog.work_label(result.model)} {result.variant or ''}"
            self._identities[written] = normalize_name(name)
        return self._identities[written]

    def _identify_thing(self, result: Result) -> _Thing:
        """What a number measures: setting, metric, and the model's name with its variant."""
        return result.setting or "", result.metric, self.identify_model(result)

    def _identify_column(self, number: PrintedNumber) -> _Column:
        """A source prints numbers of one unit with equal decimals; some entries lost a zero at the end."""
        metric = self.catalog.vocabulary("metrics").get(number.result.metric)
        return number.source.id, number.result.setting or "", metric.unit if metric else None

    def agree(self, one: PrintedNumber, other: PrintedNumber) -> bool:
        """Whether the numbers are equal when rounded as the source with fewer decimals rounds."""
        decimals = min(
            self._decimals[self._identify_column(one)], self._decimals[self._identify_column(other)]
        )
        return abs(_find_exact(one.result) - _find_exact(other.result)) <= Decimal(5).scaleb(-decimals - 1)


def _format_as_printed(result: Result) -> str:
    """The number as printed, without its deviation."""
    return result.text.partition(" ")[0]


def _find_exact(result: Result) -> Decimal:
    return Decimal(_format_as_printed(result))


def _count_decimals(result: Result) -> int:
    exponent = _find_exact(result).as_tuple().exponent
    return max(0, -int(exponent))
