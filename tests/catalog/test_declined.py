"""The file of declined works: each error at its place, with what to write."""

from pathlib import Path

import pytest

from generator.checking.check import check


def problems(root: Path, text: str) -> list[str]:
    (root / "entries").mkdir(exist_ok=True)
    (root / "entries" / "_declined.yaml").write_text(text, "utf-8")
    return [str(one).removeprefix("entries/_declined.yaml:") for one in check(root).problems]


def test_a_declined_work_has_id_day_and_reason(tmp_path: Path) -> None:
    lines = [
        '- {id: "2601.01234", day: 2026-11-30, reason: off-topic}\n',
        "- {id: 10.1000/5, day: 2026-11-30, reason: duplicate}\n",
    ]
    assert problems(tmp_path, "".join(lines)) == []
    assert problems(tmp_path, "# none yet\n[]\n") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "id: 5\n",
            "1:1: error: a list is expected here, "
            "of works such as `- {id: …, day: …, reason: off-topic}` [wrong-type]",
        ),
        (
            "- {id: 2601.01234, day: 2026-11-30, reason: off-topic}\n",
            "1:8: error: `id` must be a text, not the number 2601.01234: put it in quotes [wrong-type]",
        ),
        (
            '- {id: "2601", day: 2026-11-30, reason: off-topic}\n',
            "1:8: error: `id`: `2601` is neither an arXiv id, such as `2210.10163`, nor a DOI [id]",
        ),
        (
            '- {id: "2601.01234", day: 2026-11, reason: off-topic}\n',
            "1:27: error: `day`: `2026-11` is not a day: write YYYY-MM-DD [day]",
        ),
        (
            '- {id: "2601.01234", day: 2026-11-30, reason: "I do not like it"}\n',
            "1:47: error: `reason`: `I do not like it` is not a reason: "
            "write a word in lower case, such as `off-topic` or `duplicate` [reason]",
        ),
        (
            '- {id: "2601.01234", day: 2026-11-30}\n',
            "1:3: error: the key `reason` is missing: it is required [missing-key]",
        ),
        (
            '- {id: "2601.01234", day: 2026-11-30, reason: a}\n'
            '- {id: "2601.01234", day: 2026-11-30, reason: b}\n',
            "2:8: error: `2601.01234` is here twice: delete one of the two [declined]",
        ),
    ],
)
def test_an_error_is_reported_at_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text) == [expected]
