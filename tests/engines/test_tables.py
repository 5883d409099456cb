"""The table of models: sorted by a column, compared side by side."""

from tests.engines import places
from tests.engines.reader import Reader

NEWEST_FIRST = ["P_O_I_N_T", "ImageTalk", "WordPix"]


def test_a_head_sorts_one_way_and_then_the_other(reader: Reader) -> None:
    reader.open("models/")
    assert reader.texts(places.ROW_NAMES) == NEWEST_FIRST
    reader.click("button", "Date", places.HEAD)
    once = reader.texts(places.ROW_NAMES)
    reader.click("button", "Date", places.HEAD)
    again = reader.texts(places.ROW_NAMES)
    assert once == again[::-1]
    assert NEWEST_FIRST in (once, again)


def test_ticked_rows_are_compared_and_the_address_says_which(reader: Reader) -> None:
    reader.open("models/")
    reader.click("checkbox", "ImageTalk", places.ROWS)
    reader.click("checkbox", "WordPix", places.ROWS)
    reader.click("button", "Compare", places.SELECTION)
    reader.wait_for_text("WordPix", places.COMPARED)
    assert reader.texts(places.COMPARED) == ["ImageTalk", "WordPix"]
    assert reader.address.count("compare=") == 2
    reader.back()
    reader.wait_until(lambda: "compare=" not in reader.address, "the table again")
    assert reader.address.count("selected=") == 2
