"""Search: from any page, and with a typing error."""

from selenium.webdriver import Keys

from tests.engines import places
from tests.engines.reader import Reader


def test_the_header_of_any_page_leads_to_what_is_searched_for(reader: Reader) -> None:
    reader.open("about/")
    reader.write("Search", "WordPix" + Keys.ENTER, "header")
    reader.wait_for_text("WordPix", places.CARD_TITLES)
    assert reader.address == "browse/?q=WordPix"


def test_hits_follow_what_is_typed(reader: Reader) -> None:
    reader.open("browse/")
    reader.write(places.SEARCH, "imagetalk", places.SEARCH_FORM)
    reader.wait_until(lambda: reader.address == "browse/?q=imagetalk", "the search in the address")
    reader.wait_until(lambda: "ImageTalk" in reader.texts(places.CARD_TITLES)[0], "ImageTalk first")


def test_a_typing_error_is_corrected(reader: Reader) -> None:
    reader.open("browse/?q=sgementation")
    reader.wait_for_text("P_O_I_N_T", places.CARD_TITLES)


def test_a_text_without_a_word_is_not_searched(reader: Reader) -> None:
    reader.open("browse/")
    reader.write(places.SEARCH, "???", places.SEARCH_FORM)
    reader.wait_for_text("Not searched", places.SEARCH_FORM)
    reader.wait_for_text("10 entries", places.COUNT)
    reader.write(places.SEARCH, "imagetalk", places.SEARCH_FORM)
    reader.wait_until(lambda: "Not searched" not in reader.texts(places.SEARCH_FORM)[0], "a search")
