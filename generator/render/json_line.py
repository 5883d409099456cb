"""Write JSON in one line and without spaces, which would be a tenth of a long file."""

import json
from typing import Any

from pydantic_core import to_json

encode_floats = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Returns a value as JSON. `encode_line` takes a quarter of the time, and writes 0.00005 for 5e-05."""


def encode_line(value: Any) -> str:
    """Return `value`, which has no floats, as JSON."""
    return to_json(value).decode()
