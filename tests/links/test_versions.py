"""Title and authors of an entry are those of its DOI's record: the published version wins."""

from typing import Any

import pytest

from generator.entry.model import Entry
from generator.links.answers.verdict import Verdict
from generator.links.compare.comparison import fingerprint
from generator.links.compare.link_case import Comparison
from tests.links.fakes.work import record_of
from tests.links.test_compare import AUTHORS, compare, entry

TITLE = "MedFoo: Reading Reports with Data"
PLACE: dict[str, Any] = {"doi": "10.5555/a", "venue": {"name": "J", "year": 2024}}
PAPER = {"arxiv": "2401.00001"}
FINE = Comparison()


def published(**fields: Any) -> Entry:
    return entry(**PLACE | fields)


def by_doi(ours: Entry, title: str = TITLE, authors: tuple[str, ...] = AUTHORS, **facts: Any) -> Comparison:
    return compare(ours, record_of(title, authors, **facts), "doi")


def wrong(message: str) -> Comparison:
    return Comparison(Verdict.WRONG, (message,))


def test_the_published_version_is_right() -> None:
    assert by_doi(published()) == FINE


def test_another_title_and_another_first_author_are_wrong_with_what_to_write() -> None:
    authors = ("Björn Muster", "Ada Example", "Zifeng Wang")
    assert by_doi(published(), "A foundation model for the reading of invented reports", authors) == wrong(
        "not the version of this DOI: write"
        " title: “A foundation model for the reading of invented reports”,"
        f" aliases: “{TITLE}”, authors: [Björn Muster, Ada Example, Zifeng Wang]"
    )


def test_a_coauthor_that_the_entry_lacks_is_wrong() -> None:
    assert by_doi(published(authors=AUTHORS[:2])) == wrong(
        "not the version of this DOI: write authors: [Ada Example, Björn Muster, Zifeng Wang]"
    )


def test_a_coauthor_that_the_record_lacks_in_the_middle_is_wrong() -> None:
    assert by_doi(published(), authors=("Ada Example", "Zifeng Wang")) == wrong(
        "not the version of this DOI: write authors: [Ada Example, Zifeng Wang]"
    )


def test_a_slightly_changed_title_is_wrong_also_where_it_is_an_alias() -> None:
    title = "MedFoo: Reading Many Reports with Data"
    message = f"not the version of this DOI: write title: “{title}”, aliases: “{TITLE}”"
    assert by_doi(published(), title) == wrong(message)
    assert by_doi(published(aliases=[title]), title) == wrong(message)


def test_the_name_before_the_title_is_part_of_it() -> None:
    comparison = by_doi(published(name="MedFoo"), "Reading Reports with Data")
    assert comparison.notes[0].startswith("not the version of this DOI: write title: “Reading Reports")


def test_a_deposit_without_a_venue_may_have_a_title_of_its_own() -> None:
    ours = entry(doi="10.5555/a", aliases=["The MedFoo data"])
    assert by_doi(ours, "The MedFoo data") == FINE
    assert by_doi(ours, "The MedFoo data, other people", ("X Y", "Z W")).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("title", "others"),
    [
        ("", ()),
        ("MedFoo", ()),
        ("MEDFOO: reading reports with data.", ()),
        ("<i>MedFoo</i>: Reading&#160;Reports\n with  Data", ()),
        ("&lt;i&gt;MedFoo&lt;/i&gt;: Reading Reports with Data", ()),
        ("RETRACTED ARTICLE: MedFoo: Reading Reports with Data", ()),
        ("[Retracted] MedFoo: Reading Reports with Data", ()),
        ("MedFoo: Reading Reports with Data: a subtitle", (TITLE,)),
        ("Ein anderer Titel", (TITLE,)),
    ],
)
def test_what_registries_do_to_titles_is_no_difference(title: str, others: tuple[str, ...]) -> None:
    assert by_doi(published(), title, other_titles=others) == FINE


def test_a_formula_is_no_difference() -> None:
    ours = published(title=r"Reading $\alpha$-Reports with Invented Data and More")
    math = '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mi>α</mml:mi></mml:math>'
    assert by_doi(ours, f"Reading {math}-Reports with Invented Data and More") == FINE


@pytest.mark.parametrize(
    "authors",
    [
        (),
        ("Ada Example",),
        ("Ada Example", "Björn Muster"),
        ("Example, Ada", "Muster, B.", "Wang, Z."),
        ("ADA EXAMPLE", "Bjorn Muster", "Wang Zifeng"),
        ("Ada Example", "Bjoern Muster", "Zifeng Wang"),
        ("Ada B. Example", "Björn Muster", "Zifeng Wang"),
        ("Ada Example", "Ada Example", "Björn Muster", "Zifeng Wang"),
        (*AUTHORS, "The Film Consortium"),
        ("例 示", "王 子"),
    ],
)
def test_what_registries_do_to_authors_is_no_difference(authors: tuple[str, ...]) -> None:
    assert by_doi(published(), authors=authors) == FINE


def test_a_name_without_parts_may_be_a_group_or_a_person() -> None:
    assert by_doi(published(), authors=(*AUTHORS, "FilmBase"), groups=("FilmBase",)) == FINE
    assert by_doi(published(), groups=AUTHORS) == FINE
    ours = published(authors=(*AUTHORS, "The Film Consortium"))
    assert by_doi(ours) == FINE


def test_authors_that_nobody_lists_are_not_asked_for() -> None:
    assert by_doi(published(authors=(*AUTHORS[:2], "others"))) == FINE
    assert by_doi(published(authors=(AUTHORS[1], "others"))).verdict is Verdict.WRONG
    nobody = published().model_copy(update={"authors": ()})
    assert by_doi(nobody) == FINE


def test_a_proposal_keeps_names_as_the_entry_writes_them_and_groups() -> None:
    ours = published(authors=(*AUTHORS, "The Film Consortium"))
    comparison = by_doi(ours, authors=("Wang, Z.", "Example, A.", "Muster, B.", "Neu, Carla"))
    assert comparison.notes[0].endswith(
        "authors: [Zifeng Wang, Ada Example, Björn Muster, Carla Neu, The Film Consortium]"
    )


@pytest.mark.parametrize(
    "title", [f"Author Correction: {TITLE}", f"Correction to: {TITLE}", f"Erratum for “{TITLE}”"]
)
def test_the_record_of_a_correction_is_not_the_work(title: str) -> None:
    comparison = by_doi(published(aliases=[title]), title)
    assert comparison == wrong(
        f"leads to a correction or a comment, “{title}”: write the DOI of the work itself"
    )


@pytest.mark.parametrize(
    "notice", ["Retraction Note: ", "Corrigendum to ", "Expression of Concern: ", "Reply to: ", "Comment on "]
)
def test_the_title_of_a_notice_is_not_proposed(notice: str) -> None:
    comparison = by_doi(published(), f"{notice}{TITLE}")
    assert comparison.verdict is Verdict.WRONG
    assert not comparison.notes[0].startswith("not the version")


def test_an_ampersand_is_no_difference() -> None:
    ours = published(title="Images and Reports of Films and More")
    assert by_doi(ours, "Images &amp; Reports of Films & More") == FINE


def test_an_umlaut_may_be_written_with_two_letters_in_each_name() -> None:
    ours = published(authors=("Jürgen Müller", "Åse Sørensen"))
    assert by_doi(ours, authors=("Juergen Mueller", "Ase Soerensen")) == FINE


def test_another_work_of_other_people_has_no_proposal() -> None:
    assert by_doi(published(), "Quite Another", ("X Y", "Ada Example", "Z W", "V U")) == wrong(
        f"leads to “Quite Another”, the entry is “{TITLE}”"
    )
    assert by_doi(published(), "Proceedings of ExConf", ()) == wrong(
        f"leads to “Proceedings of ExConf”, the entry is “{TITLE}”"
    )


def test_the_preprint_may_differ_once_the_published_version_is_known() -> None:
    ours = published(**PAPER)
    old = record_of("An early draft about films", AUTHORS[::-1])
    assert compare(ours, old, "arxiv") == Comparison(
        notes=("the preprint has another title: add “An early draft about films” to `aliases`",)
    )
    assert compare(published(**PAPER, aliases=[old.title]), old, "arxiv") == FINE
    assert compare(entry(**PAPER), old, "arxiv").verdict is Verdict.WRONG
    assert compare(entry(**PAPER, venue=PLACE["venue"]), old, "arxiv").verdict is Verdict.WRONG


def test_a_preprint_that_names_the_doi_is_of_the_same_work() -> None:
    old = record_of("An early draft", (AUTHORS[0], "X Y", "Z W"), doi="10.5555/A")
    assert compare(published(**PAPER), old, "arxiv").verdict is Verdict.OK
    other = record_of("An early draft", (AUTHORS[0], "X Y", "Z W"), doi="10.5555/other")
    assert compare(published(**PAPER), other, "arxiv").verdict is Verdict.WRONG


def test_a_venue_changes_what_the_doi_is_compared_with() -> None:
    assert fingerprint(published()) != fingerprint(entry(doi="10.5555/a"))
    assert fingerprint(entry(**PAPER)) == fingerprint(entry(**PAPER, venue=PLACE["venue"]))
