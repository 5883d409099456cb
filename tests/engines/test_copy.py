"""Copying a citation: it is on the clipboard, and the reader is still on the page."""

from tests.engines import places
from tests.engines.reader import Reader

BIBTEX = "@inproceedings{example2024imagetalk,"


def test_the_citation_of_a_hit_is_copied_and_the_page_stays(reader: Reader) -> None:
    page = "browse/?q=ImageTalk"
    reader.open(page)
    reader.click("button", "BibTeX", places.FIRST_CARD)
    reader.wait_until(lambda: has_answered(reader, page), "an answer to the click")
    assert reader.address == page
    assert reader.paste().startswith(BIBTEX)


def test_the_citation_on_a_page_of_an_entry_is_copied(reader: Reader) -> None:
    page = "papers/example2024imagetalk/"
    reader.open(page)
    reader.click("button", "Copy", places.CITATION)
    reader.wait_for_text("copied", "body")
    assert reader.address == page
    assert reader.paste().startswith(BIBTEX)


def has_answered(reader: Reader, page: str) -> bool:
    return reader.address != page or "copied" in reader.heard()
