"""The comments of a file, beside its data: what the layout writes of a tree."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class NodeComments:
    """The comments at a value and in it; false where there are none."""

    above: list[str] = field(default_factory=list)
    trailing: list[str] = field(default_factory=list)
    """Comments at the end of its line."""
    after_children: list[str] = field(default_factory=list)
    """Comments after the last child, in the same block."""
    inside: dict[str | int, "NodeComments"] = field(default_factory=dict)
    """The comments of its children, by key or index."""

    @property
    def is_inside(self) -> bool:
        """Whether there is a comment inside, so that the value cannot be on one line."""
        return bool(self.after_children) or any(self.inside.values())

    def __bool__(self) -> bool:
        return bool(self.above or self.trailing) or self.is_inside


@dataclass(frozen=True, slots=True)
class AsWritten:
    """An empty value that is written as `text`, where data without comments would leave it out."""

    text: str
