"""Filters of the browse page: the count and the address follow them, and so does the back button."""

from tests.engines import places
from tests.engines.reader import Reader


def test_ticked_filters_change_count_and_address_and_back_undoes_them(reader: Reader) -> None:
    reader.open("browse/")
    reader.wait_for_text("10 entries", places.COUNT)
    reader.click("checkbox", "Visual question answering", places.FILTERS)
    reader.wait_for_text("3 entries", places.COUNT)
    assert reader.address == "browse/?task=vqa"
    reader.click("checkbox", "CT", places.FILTERS)
    reader.wait_for_text("1 entry", places.COUNT)
    assert reader.address == "browse/?task=vqa&modality=ct"
    reader.back()
    reader.wait_for_text("3 entries", places.COUNT)
    assert reader.address == "browse/?task=vqa"
    assert reader.find("checkbox", "Visual question answering", places.FILTERS).is_selected()
    assert not reader.find("checkbox", "CT", places.FILTERS).is_selected()
    reader.back()
    reader.wait_for_text("10 entries", places.COUNT)
    assert reader.address == "browse/"


def test_a_shared_address_shows_the_same_filters(reader: Reader) -> None:
    reader.open("browse/?task=vqa&modality=ct")
    reader.wait_for_text("1 entry", places.COUNT)
    assert reader.find("checkbox", "Visual question answering", places.FILTERS).is_selected()
    assert reader.find("checkbox", "CT", places.FILTERS).is_selected()
