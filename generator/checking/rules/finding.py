"""What a rule yields."""

from dataclasses import dataclass

from generator.problems import Severity
from generator.yamlfiles.reading import Keys


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with the value at `keys`, and how to fix it."""

    keys: Keys
    message: str
    severity: Severity = Severity.ERROR
    word: str = ""
    """The word in the value that is meant, where it is not the whole value."""
    silenced_by: str = ""
    """What a comment `# no hint: …` in the file has to name, so that this finding is not reported."""
    because_missing: tuple[Keys, ...] = ()
    """The paths to values whose absence is the reason, which an invalid value in the file is not."""
