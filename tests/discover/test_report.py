"""The report for the issue: untrusted text is inert, and ticks are kept."""

from generator.catalog.candidates import Candidate
from generator.catalog.catalog import Catalog
from generator.discover.notices import Notice
from generator.discover.report import Report, format_report, keep_ticks
from generator.settings import Settings

SITE = Settings("Films", site_url="https://example.org/films")


def candidate(id_: str = "2601.01234", **values: object) -> Candidate:
    return Candidate.model_validate(
        {"id": id_, "title": "A title", "day": "2026-01-05", "score": 0.5, "authors": ["Ada Li"], **values}
    )


def test_a_candidate_has_its_facts_its_reasons_and_what_to_do(catalog: Catalog) -> None:
    entry = next(iter(catalog))
    one = candidate(
        authors=["Ada Li", "Bo Ko", "Cy Ro", "Di Wu"],
        date="2026-01-02",
        venue="EMNLP",
        code="https://github.com/ada/films",
        words=["film", "radio play"],
        nearest=[entry.id, "gone"],
        score=0.834,
    )
    text = format_report(Report([one], until="2026-01-04", read=1200, settings=SITE), catalog)
    assert text.split("\n\n", 1)[1] == (
        "## Without a section\n\n"
        "- [ ] [A title](https://arxiv.org/abs/2601.01234) <!-- candidate 2601.01234 -->\\\n"
        "  Ada Li, Bo Ko, Cy Ro, et al. · 2026-01-02 · EMNLP · "
        "[code](https://github.com/ada/films) · 83 %\\\n"
        f"  Why: film, radio play. Like [{entry.label}](https://example.org/films/papers/{entry.id}/)\\\n"
        "  `/add 2601.01234` · `/decline 2601.01234 off-topic` · "
        "[fill in the form](https://example.org/films/contribute/?paper=2601.01234)\n"
    )
    assert "1 candidate, 1,200 records read until 2026-01-04." in text


def test_sections_come_in_the_order_of_their_best_candidates(catalog: Catalog) -> None:
    found = [
        candidate("2601.00001", section="models", score=0.4),
        candidate("2601.00002", section="surveys", score=0.9),
        candidate("2601.00003", section="models", score=0.6),
    ]
    text = format_report(Report(found), catalog)
    assert text.index("## Surveys") < text.index("## Models, methods & more")
    assert text.index("2601.00002") < text.index("2601.00003 -->") < text.index("2601.00001 -->")


def test_untrusted_text_stays_text_on_its_line(catalog: Catalog) -> None:
    one = candidate(
        title="![x](https://evil.example) -->\n- [x] done <!-- candidate 2601.09999 -->",
        authors=["@everyone", "<img src=x>"],
        venue="`/add 2601.00001`",
        code="javascript:alert(1)",
        words=["](https://evil.example)"],
    )
    text = format_report(Report([one]), catalog)
    body = text.split("## ", 1)[1]
    assert len([line for line in body.splitlines() if line.startswith("- ")]) == 1
    assert "\n@" not in body
    assert "javascript:" not in body
    assert "<img" not in body.replace("\\<img", "")
    assert "`/add 2601.00001`" not in body.replace("\\`", "")
    assert "![" not in body.replace("!\\[", "")


def test_ticked_items_stay_ticked(catalog: Catalog) -> None:
    text = format_report(Report([candidate("2601.00001"), candidate("2601.00002")]), catalog)
    before = text.replace("- [ ] [A title](https://arxiv.org/abs/2601.00002)", "- [x] [Old title](x)")
    again = keep_ticks(text, before.replace("\n", "\r\n"))
    assert again.count("- [x]") == 1
    assert "- [x] [A title](https://arxiv.org/abs/2601.00002)" in again
    assert keep_ticks(text, "") == text


def test_an_issue_has_room_for_the_best_sixty(catalog: Catalog) -> None:
    found = [candidate(f"2601.{number:05}", score=number / 100) for number in range(80)]
    text = format_report(Report(found), catalog)
    assert text.startswith("80 candidates (the best 60 are here), ")
    assert text.count("- [ ]") == 60
    assert "2601.00079 -->" in text
    assert "2601.00019 -->" not in text


def test_without_candidates_the_report_has_no_section(catalog: Catalog) -> None:
    assert "## " not in format_report(Report([]), catalog)


def test_notices_are_grouped_under_listed_works(catalog: Catalog) -> None:
    entry = next(iter(catalog))
    notice = Notice("published", entry.id, "2601.00001", "accepted by EMNLP")
    text = format_report(Report([], [notice]), catalog)
    assert text.endswith(
        f"## Listed works\n\n- Published: {entry.label}, "
        "[2601\\.00001](https://arxiv.org/abs/2601.00001): accepted by EMNLP\n"
    )
