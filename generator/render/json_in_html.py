"""Put JSON into a `<script>` element: nothing in it can end the element or start another."""

import json
from typing import Any

_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"}
"""In JSON these occur only inside strings, where an escape means the same character."""


def dump_json_for_html(value: Any) -> str:
    """Return `value` as JSON that is safe in HTML and in JavaScript."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
