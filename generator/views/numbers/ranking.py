"""Rank models by one metric: each model once, at its best number; equal numbers share a rank."""

from collections.abc import Sequence


def rank_models(numbers: Sequence[tuple[str, float | None]], better: str) -> list[int | None]:
    """Return the rank of each of `numbers`, a model with its value; `better` is "higher" or "lower".

    A number has no rank if the model has a better one, and no number has one if neither way is better.
    `assets/results/rank.js` does the same.

    >>> rank_models([("a", 0.9), ("b", 0.8), ("a", 0.7), ("c", 0.8), ("d", 0.1)], "higher")
    [1, 2, None, 2, 4]
    """
    if better not in ("higher", "lower"):
        return [None] * len(numbers)
    sign = -1 if better == "higher" else 1
    costs = [None if value is None else sign * value for _, value in numbers]
    best: dict[str, float] = {}
    for (model, _), cost in zip(numbers, costs, strict=True):
        if cost is not None:
            best[model] = min(cost, best.get(model, cost))
    places = sorted(best.values())
    return [
        None if cost is None or cost != best[model] else 1 + places.index(cost)
        for (model, _), cost in zip(numbers, costs, strict=True)
    ]
