"""Whether a link leads to the right thing: titles, authors, dates, repositories."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.catalog.catalog import Catalog
from generator.entry.model import Entry
from generator.links.compare import authors
from generator.links.compare.authors import Person, difference
from generator.links.compare.dates import arxiv_month, date_note
from generator.links.compare.judge import Case, Judgement, fingerprint, judge
from generator.links.compare.repositories import mentions, shares_something
from generator.links.compare.titles import Likeness, likeness
from generator.links.gather import entry_links
from generator.links.verdict import Answer, HubItem, Record, Repository, Verdict

AUTHORS = ("Ada Example", "Björn Muster", "Zifeng Wang")


def entry(**fields: Any) -> Entry:
    base = {
        "id": "a1",
        "title": "MedFoo: Reading Reports with Data",
        "kind": "model",
        "section": "x",
        "added": "2026",
    }
    return Entry.model_validate(base | {"authors": AUTHORS} | fields)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("MedFoo: Reading Reports", "MedFoo: Reading  reports", Likeness.SAME),
        ("MedFoo: Reading Reports", "MEDFOO", Likeness.SAME),
        ("MedFoo", "MedFoo: Reading Reports", Likeness.SAME),
        ("Müller's $\\alpha$-Test", "Mullers -Test", Likeness.SAME),
        (r"{\bf Big} data", "Big Data", Likeness.SAME),
        ("<i>In vitro</i> data", "In vitro data", Likeness.SAME),
        ("Off-diagonal book Ramsey numbers", "Off-diagonal Ramsey numbers", Likeness.SIMILAR),
        ("Reading Reports", "Reading of Reports", Likeness.SIMILAR),
        ("A Model of Chests", "Learning to See", Likeness.OTHER),
        ("A", "", Likeness.OTHER),
    ],
)
def test_titles(ours: str, theirs: str, expected: Likeness) -> None:
    assert likeness(ours, theirs) is expected
    assert likeness(theirs, ours) is expected


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=800), st.text(max_size=800))
def test_any_titles_compare(ours: str, theirs: str) -> None:
    assert likeness(ours, theirs) in Likeness
    assert likeness(ours, ours) is Likeness.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada Example", "Example, Ada"),
        ("Ada B. Example", "Ada Example"),
        ("Ada Example", "A. Example"),
        ("Ada Example", "Example A"),
        ("Ming Y. Lu", "Lu M.Y."),
        ("Zifeng Wang", "Wang Zifeng"),
        ("Jeroen van der Laak", "J. A. W. M. van der Laak"),
        ("Björn Muster", "Bjorn Muster Jr."),
        ("OpenAI", "OpenAI"),
        ("Muster", "Björn Muster"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert Person.of(one).is_like(Person.of(other))
    assert Person.of(other).is_like(Person.of(one))


@pytest.mark.parametrize(("one", "other"), [("Ada Example", "Bea Example"), ("Ada Example", "Ada Muster")])
def test_two_people(one: str, other: str) -> None:
    assert not Person.of(one).is_like(Person.of(other))


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (AUTHORS, AUTHORS, ""),
        ((), AUTHORS, ""),
        (AUTHORS, (), ""),
        (AUTHORS, ("王子", "李"), ""),
        (AUTHORS[:2], AUTHORS, "the author list lacks Zifeng Wang"),
        (AUTHORS, AUTHORS[:2], "the author list adds Zifeng Wang"),
        ((*AUTHORS, "Ada Example"), AUTHORS, "the author list adds Ada Example, doubles Ada Example"),
        (AUTHORS[::-1], AUTHORS, "the author list is in another order"),
        (
            AUTHORS[:1],
            (*AUTHORS, "A B", "C D", "E F"),
            "the author list lacks Björn Muster, Zifeng Wang, A B and 2 more",
        ),
    ],
)
def test_differences(ours: tuple[str, ...], theirs: tuple[str, ...], said: str) -> None:
    assert str(difference(ours, theirs)) == said


def test_another_list() -> None:
    assert difference(AUTHORS, ("Carl Other", "Dora Else")).is_another
    assert not difference(("Bob Smith",), ("Robert Q. Smith",)).is_another


NAMES = st.lists(st.text(max_size=20), max_size=6)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, NAMES)
def test_any_lists_compare(ours: list[str], theirs: list[str]) -> None:
    assert not difference(ours, ours).is_another
    assert isinstance(str(difference(ours, theirs)), str)
    assert authors.share_outer_surname(ours, theirs) in (True, False)


@pytest.mark.parametrize(
    ("ours", "arxiv", "record", "is_odd"),
    [
        ("2022-10-18", "2210.10163", "2022-10-18", False),
        ("2022-10", "2210.10163", "", False),
        ("2022", "2210.10163", "", False),
        ("2022-09", "2210.10163", "", False),
        ("2022-11-01", "2210.10163", "", True),
        ("2023", "2210.10163", "", True),
        ("2019-01", "2210.10163", "", True),
        ("1999", "hep-ex/9901001", "", False),
        (None, "2210.10163", "", False),
        ("2024-06", None, "2024-05-01", False),
        ("2025", None, "2024-05-01", True),
        ("2025", None, "", False),
        ("2025", "odd", "2025", False),
    ],
)
def test_dates(ours: str | None, arxiv: str | None, record: str, is_odd: bool) -> None:
    assert bool(date_note(ours, arxiv, record)) is is_odd


def test_the_month_of_an_arxiv_id() -> None:
    assert arxiv_month("2210.10163") == "2022-10"
    assert arxiv_month("math.GT/0309136") == "2003-09"
    assert arxiv_month("hep-th/9901001") == "1999-01"
    assert arxiv_month("nothing") == ""


def catalog_of(*entries: Entry) -> Catalog:
    return Catalog({one.id: one for one in entries})


def judged(ours: Entry, facts: Any, field: str, *others: Entry, verdict: Verdict = Verdict.OK) -> Judgement:
    link = next(link for link in entry_links(ours, "entries/a1.yaml") if link.field == field)
    return judge(Case(link, ours, Answer(verdict, facts=facts), catalog_of(ours, *others)))


WRONG = Verdict.WRONG
PAPER = {"arxiv": "2401.00001"}


def test_the_right_paper() -> None:
    ours = entry(**PAPER)
    assert judged(ours, Record(ours.title, AUTHORS, "2024-01-01"), "arxiv") == Judgement()


def test_another_paper_shows_both_titles() -> None:
    found = judged(entry(**PAPER), Record("Quite Another", ("X Y",)), "arxiv")
    assert found.verdict is WRONG
    assert "Quite Another" in found.notes[0]
    assert "MedFoo" in found.notes[0]


def test_an_earlier_title_is_the_works_own() -> None:
    ours = entry(**PAPER, aliases=("Old Title of the Paper",))
    assert judged(ours, Record("Old title of the paper", AUTHORS), "arxiv").verdict is Verdict.OK


def test_a_changed_title_needs_a_shared_author() -> None:
    ours = entry(**PAPER, title="Off-diagonal book Ramsey numbers")
    changed = judged(ours, Record("Off-diagonal Ramsey numbers", AUTHORS), "arxiv")
    assert changed.verdict is Verdict.OK
    assert changed.notes[0].startswith("title changed")
    assert judged(ours, Record("Off-diagonal Ramsey numbers", ("X Y", "Z W")), "arxiv").verdict is WRONG
    assert judged(ours, Record("Off-diagonal Ramsey numbers"), "arxiv").verdict is Verdict.OK


def test_authors_of_another() -> None:
    ours = entry(**PAPER)
    assert judged(ours, Record(ours.title, ("X Y", "Z W")), "arxiv").verdict is WRONG


def test_authors_copied_from_a_neighbour() -> None:
    ours = entry(**PAPER)
    neighbour = entry(id="b2", title="The Neighbour")
    found = judged(ours, Record(ours.title, ("Xu Wang", "Ada Example", "Q R")), "arxiv", neighbour)
    assert found.verdict is WRONG
    assert "the same as in b2" in found.notes[0]
    assert judged(ours, Record(ours.title, ("Xu Wang", "Ada Example", "Q R")), "arxiv").verdict is Verdict.OK


def test_published_meanwhile() -> None:
    ours = entry(**PAPER)
    record = Record(ours.title, AUTHORS, doi="10.5555/inv", journal="Invented J.")
    found = judged(ours, record, "arxiv")
    assert (found.doi, found.suggestion) == ("10.5555/inv", "10.5555/inv")
    assert found.notes == ("now published: doi 10.5555/inv, Invented J.",)
    assert judged(entry(**PAPER, doi="10.5555/inv"), record, "arxiv") == Judgement()
    assert judged(ours, Record(ours.title, AUTHORS, journal="J."), "arxiv").notes == ("now published: J.",)
    with_venue = entry(**PAPER, venue={"name": "J.", "year": 2024})
    assert judged(with_venue, Record(ours.title, AUTHORS, journal="J."), "arxiv") == Judgement()


def test_a_doi_is_compared_too_and_other_fields_are_not() -> None:
    ours = entry(doi="10.5555/a", links={"project": "https://doi.org/10.5555/b"})
    assert judged(ours, Record("Quite Another", AUTHORS), "doi").verdict is WRONG
    assert judged(ours, Record("Quite Another", AUTHORS), "links.project") == Judgement()
    assert judged(ours, Record("", AUTHORS), "doi") == Judgement()


def test_what_is_not_there_is_not_compared() -> None:
    assert judged(entry(**PAPER), Record("Another"), "arxiv", verdict=Verdict.UNKNOWN) == Judgement()
    assert judged(entry(**PAPER), None, "arxiv") == Judgement()


CODE = {"links": {"code": "https://github.com/a/b"}}


@pytest.mark.parametrize(
    "repository",
    [
        Repository("lab/MedFoo"),
        Repository("lab/code", "Official code of medfoo"),
        Repository("lab/x", "arXiv 2401.00001"),
        Repository("lab/ReportReading"),
        Repository("muster/x"),
        Repository("lab/mrrwd"),
    ],
)
def test_a_repository_that_shares_something(repository: Repository) -> None:
    ours = entry(**CODE, **PAPER, name="MedFoo2")
    assert shares_something(ours, repository, catalog_of(ours))
    assert judged(ours, repository, "links.code") == Judgement()


def test_a_repository_that_shares_nothing() -> None:
    found = judged(entry(**CODE), Repository("somebody/dotfiles", "my shell"), "links.code")
    assert found.needs_readme == "somebody/dotfiles"
    assert (
        judged(entry(links={"data": "https://github.com/a/b"}), Repository("s/d"), "links.data")
        == Judgement()
    )


def test_common_words_tell_nothing() -> None:
    many = [entry(id=f"e{number}", title=f"Medical thing {number}") for number in range(30)]
    ours = entry(title="Medical wonders", authors=("Q Z",))
    assert not shares_something(ours, Repository("lab/medical"), catalog_of(ours, *many))
    assert shares_something(ours, Repository("lab/wonders"), catalog_of(ours, *many))


@pytest.mark.parametrize(
    ("readme", "expected"),
    [
        ("code of MedFoo: reading reports with data", True),
        ("see arXiv:2401.00001", True),
        ("by Björn Muster", True),
        ("MEDFOO!", True),
        ("# dotfiles\nmy shell", False),
    ],
)
def test_readmes(readme: str, expected: bool) -> None:
    assert mentions(entry(**PAPER), readme) is expected


def test_hugging_face_items() -> None:
    ours = entry(
        **PAPER, links={"weights": "https://huggingface.co/a/b", "code": "https://huggingface.co/a/c"}
    )
    assert judged(ours, HubItem("models", ("2401.00001",)), "links.weights") == Judgement()
    assert judged(ours, HubItem("models"), "links.weights") == Judgement()
    assert "names arXiv 2402.1" in judged(ours, HubItem("models", ("2402.1",)), "links.weights").notes[0]
    assert judged(ours, HubItem("datasets"), "links.weights").notes == ("a data set stands under `weights`",)
    assert judged(ours, HubItem("models"), "links.code").notes == ("a model stands under `code`",)


def test_the_fingerprint_changes_with_what_is_compared() -> None:
    assert fingerprint(entry()) == fingerprint(entry(summary="A sentence."))
    assert fingerprint(entry()) != fingerprint(entry(title="Another"))
