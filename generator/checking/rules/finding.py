"""What a rule finds."""

from dataclasses import dataclass

from generator.problems import Severity
from generator.yamlfiles.reading import Keys


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with the value at `keys` and how to mend it."""

    keys: Keys
    message: str
    severity: Severity = Severity.ERROR
