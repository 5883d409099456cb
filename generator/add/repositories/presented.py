"""Choose the paper that a repository presents, by what its README says; never the one it names most."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.add.draft import Draft
from generator.add.repositories.readme import Readme, is_name_of
from generator.add.sources import target_of
from generator.links.answers.verdict import Target
from generator.links.compare.titles import TitleLikeness, compare_titles

_WEIGHTS = {"heading": 4, "citation": 3, "badge": 2, "words": 2}
_REASONS = {
    "heading": "its title is at the top of the README or the repository's name",
    "citation": "the README asks to cite it",
    "badge": "a badge at the top of the README leads to it",
    "words": "the README calls it its paper",
}
_STRONG = {"heading", "citation", "badge"}
_MAX_NAMED = 5


@dataclass(frozen=True, slots=True)
class Presented:
    """The paper to add, with what the README itself says of it, and why it was chosen."""

    target: Target | None
    cited: Draft | None
    note: str


def choose_paper(name: str, readme: Readme, titles: Mapping[Target, str]) -> Presented | None:
    """Return the paper that `readme` presents, or None where it presents none or several alike.

    `titles` are those of the papers that it names, as far as a registry knows them.
    """
    reasons = _find_reasons(name, readme, titles)
    scores = {target: sum(_WEIGHTS[reason] for reason in found) for target, found in reasons.items()}
    best = [target for target, score in scores.items() if score == max(scores.values())]
    untraced = [draft for draft in readme.citations if not _find_target(draft, titles)]
    if not best or (len(scores) > 1 and len(best) > 1):
        return _choose_cited(untraced) if not best else None
    target = best[0]
    cited = next((draft for draft in readme.citations if _find_target(draft, titles) == target), None)
    others = [other for other, found in reasons.items() if other != target and found & _STRONG]
    why = " and ".join(_REASONS[reason] for reason in _WEIGHTS if reason in reasons[target])
    note = f"{target.id} was taken, because {why}"
    if others or not reasons[target] & _STRONG:
        more = f"; the README presents {', '.join(other.id for other in others)} too" if others else ""
        note = f"not sure which paper is the repository's own: {note}{more}: check it"
    return Presented(target, cited, note)


def _choose_cited(untraced: list[Draft]) -> Presented | None:
    """The one work that a README asks to cite without an identifier."""
    if len(untraced) != 1:
        return None
    return Presented(None, untraced[0], "the README asks to cite it, and names no identifier of it")


def _find_reasons(name: str, readme: Readme, titles: Mapping[Target, str]) -> dict[Target, set[str]]:
    found: dict[Target, set[str]] = {}
    for draft in readme.citations:
        if target := _find_target(draft, titles):
            found.setdefault(target, set()).add("citation")
    for target in readme.badges:
        found.setdefault(target, set()).add("badge")
    for target in readme.own:
        found.setdefault(target, set()).add("words")
    for target, title in titles.items():
        if readme.is_about(title) or is_name_of(name.partition("/")[2], title):
            found.setdefault(target, set()).add("heading")
    return found


def _find_target(draft: Draft, titles: Mapping[Target, str]) -> Target | None:
    """What a citation names: its own identifier, or a paper of the README with the same title."""
    if target := target_of(draft):
        return target
    title = draft.data.get("title", "")
    same = (other for other, known in titles.items() if compare_titles(title, known) is TitleLikeness.SAME)
    return next(same, None)


def describe_choices(name: str, readme: Readme, titles: Mapping[Target, str]) -> str:
    """Say which papers a README names, where it is not sure which one is the repository's own."""
    shown = [f"{target.id} “{titles[target]}”" for target in readme.named if target in titles][:_MAX_NAMED]
    if not shown:
        return f"{name}: its CITATION.cff and its README present no paper: name its arXiv id, DOI or title"
    more = f" and {len(readme.named) - len(shown)} more" if len(readme.named) > len(shown) else ""
    return (
        f"{name}: not sure which paper is its own; the README names {', '.join(shown)}{more}: "
        f"add the right one by its id, such as {readme.named[0].id}"
    )
