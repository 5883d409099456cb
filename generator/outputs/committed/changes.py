"""Compare the generated files of a list with those on disk, and bring these up to date."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from generator.files.project import delete_inside, find_inside, read_inside, write_inside
from generator.outputs.committed import MADE_BY, OWNED


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file that is out of date; a content is None where the file does not or should not exist."""

    path: str
    old: bytes | None
    new: bytes | None

    def diff(self) -> str:
        """What would change, as a unified diff."""
        lines = unified_diff(
            _split_lines(self.old), _split_lines(self.new), self._name(self.old), self._name(self.new)
        )
        return "\n".join(line.removesuffix("\n") for line in lines)

    def changed_lines(self) -> list[str]:
        """The lines that are in only one of the two contents."""
        return [line[1:] for line in self.diff().splitlines()[2:] if line[:1] in ("+", "-")]

    def _name(self, content: bytes | None) -> str:
        return "/dev/null" if content is None else self.path


def _split_lines(content: bytes | None) -> list[str]:
    return (content or b"").decode("utf-8", "replace").splitlines(keepends=True)


def find_changes(root: Path, texts: Mapping[str, str]) -> list[FileChange]:
    """Find what must change below `root` so that it has `texts`, and no other owned file.

    Raises ProjectFileError where one of them, or its folder, is a link.
    """
    wanted = {path: text.encode() for path, text in texts.items()}
    paths = sorted({*wanted, *_list_owned(root)})
    compared = [FileChange(path, read_inside(root, path), wanted.get(path)) for path in paths]
    return [change for change in compared if change.old != change.new]


def _list_owned(root: Path) -> list[str]:
    """List the files that were generated; one that people put beside them does not say so, and is theirs."""
    files = [file for pattern in OWNED for file in find_inside(root, pattern).parent.glob(Path(pattern).name)]
    paths = [file.relative_to(root).as_posix() for file in files if file.is_file()]
    return [path for path in paths if MADE_BY.encode() in (read_inside(root, path) or b"")]


def apply_changes(root: Path, changes: Sequence[FileChange]) -> None:
    """Make each change; a file is replaced as a whole, so that nobody ever reads half of one."""
    for change in changes:
        if change.new is None:
            delete_inside(root, change.path)
        else:
            write_inside(root, change.path, change.new)
