"""How much may be made of one document; a limit that is hit is an issue that says which."""

from dataclasses import dataclass

from pipeline.errors import UnreadableError

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sound for any report; more is a mistake in the archive or a file that means harm.

    `seconds` is for a small file, a large one gets more. `memory` is the address space of the
    process that reads, in bytes; `unpacked` the bytes of a file and of all that it unpacks to.
    """

    seconds: float = 120
    memory: int = 2048 * MEGABYTE
    pages: int = 2000
    unpacked: int = 200 * MEGABYTE
    characters: int = 5_000_000

    def check_pages(self, name: str, pages: int) -> None:
        """UnreadableError where a document has more pages than allowed."""
        if pages > self.pages:
            raise UnreadableError(
                "too_many_pages",
                f"{name}: has {pages} pages, more than {self.pages}; "
                "split it or allow more with --page-limit.",
            )

    def check_unpacked(self, name: str, size: int) -> None:
        """UnreadableError where a file is, or unpacks to, more bytes than allowed."""
        if size > self.unpacked:
            raise UnreadableError(
                "too_large",
                f"{name}: is or unpacks to more than {self.unpacked // MEGABYTE} MB; save it again "
                "without its pictures or allow more with --size-limit.",
            )

    def check_text(self, name: str, text: str) -> None:
        """UnreadableError where a text is longer, or of more lines, than allowed."""
        characters = max(len(text), _LINE * text.count("\n"))
        if characters > self.characters:
            raise UnreadableError(
                "too_long",
                f"{name}: holds {characters} characters, more than {self.characters}; "
                "split it or allow more with --text-limit.",
            )


_LINE = 25
"""Characters that a line counts for at least; half of what the lines of a report have."""

DEFAULT = Limits()

HIT = frozenset({"too_many_pages", "too_large", "too_long", "too_slow", "out_of_memory"})
"""The codes of issues that say that a limit was hit."""
