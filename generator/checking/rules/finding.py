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
