"""A results table that is proposed: its data, and what a person must complete."""

from dataclasses import dataclass, field
from typing import Any

from generator.entry.layout.tree import LayoutNode, build_tree


@dataclass(slots=True)
class ProposedTable:
    """A results table as an entry file holds it, and notes for the person who pasted it."""

    data: dict[str, Any]
    notes: list[str] = field(default_factory=list)
    column_comments: dict[int, str] = field(default_factory=dict)
    row_comments: dict[int, str] = field(default_factory=dict)
    is_complete: bool = True
    """Whether all of it was understood."""

    def require(self, note: str) -> None:
        """Add a note about something that a person must complete."""
        self.notes.append(note)
        self.is_complete = False

    def to_tree(self) -> LayoutNode:
        """Return the table as a tree, with a comment at each part that a person must complete."""
        root = build_tree(self.data)
        parts = {child.key: child.children or [] for child in root.children or ()}
        for name, comments in (("columns", self.column_comments), ("rows", self.row_comments)):
            for place, comment in comments.items():
                holder = parts[name][place] if name in parts else root
                holder.comments_above.append(f"# {comment}")
        return root
