"""The data files of the browse page, each named by a hash of its content.

So a browser may cache them forever.
"""

from hashlib import sha256

from generator.render.json_line import encode_line

BROWSE_DATA_FOLDER = "browse/data/"


def make_browse_file(name: str, content: object) -> tuple[str, str]:
    """Return the address of the file `name` from the root of the site, and its text, `content` as JSON."""
    text = encode_line(content)
    return f"{BROWSE_DATA_FOLDER}{name}-{sha256(text.encode()).hexdigest()[:12]}.json", text
