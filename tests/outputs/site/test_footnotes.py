"""Notes of a table: a note of all cells appears once above it, each other note once below."""

from generator.outputs.site.footnotes import number_footnotes


def test_what_all_cells_share_has_no_number() -> None:
    found = number_footnotes([{"a": ["All agree.", "Mine."], "b": ["All agree."]}, {"a": ["All agree."]}])
    assert found.shared == ("All agree.",)
    assert found.numbered == ("Mine.",)
    assert [(row.row, dict(row.cells)) for row in found.rows] == [((), {"a": (1,), "b": ()}), ((), {"a": ()})]


def test_what_a_whole_row_shares_is_marked_once() -> None:
    found = number_footnotes(
        [{"a": ["Row.", "Cell. Of two sentences."], "b": ["Row."]}, {"a": ["Row."], "b": []}]
    )
    assert found.shared == ()
    assert found.numbered == ("Row.", "Cell. Of two sentences.")
    assert [(row.row, dict(row.cells)) for row in found.rows] == [
        ((1,), {"a": (2,), "b": ()}),
        ((), {"a": (1,), "b": ()}),
    ]


def test_a_table_without_rows_has_no_notes() -> None:
    found = number_footnotes([])
    assert (found.shared, found.numbered, found.rows) == ((), (), ())
