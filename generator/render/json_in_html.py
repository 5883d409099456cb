"""Put JSON into a `<script>` element: nothing in it can end the element or begin another."""

import json
from typing import Any

_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}
"""These stand in JSON only within strings, where an escape is the same character."""


def dump_json_for_html(value: Any) -> str:
    """`value` as JSON that HTML and JavaScript read as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
