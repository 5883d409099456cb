"""Each model is ranked once, at its best number; equal numbers share a rank."""

import pytest

from generator.views.numbers.ranking import rank_models


@pytest.mark.parametrize(
    ("numbers", "better", "ranks"),
    [
        ([("a", 3), ("b", 2), ("c", 1)], "higher", [1, 2, 3]),
        ([("a", 3), ("b", 2), ("c", 1)], "lower", [3, 2, 1]),
        ([("a", 3), ("b", 3), ("c", 1)], "higher", [1, 1, 3]),
        ([("a", 3), ("a", 3), ("c", 1)], "higher", [1, 1, 2]),
        ([("a", 3), ("a", 2), ("c", 1)], "higher", [1, None, 2]),
        ([("a", None), ("b", 0), ("c", -1)], "higher", [None, 1, 2]),
        ([("a", 3), ("b", 2)], "", [None, None]),
        ([], "higher", []),
    ],
)
def test_ranks(numbers: list[tuple[str, float | None]], better: str, ranks: list[int | None]) -> None:
    assert rank_models(numbers, better) == ranks
