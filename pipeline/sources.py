"""Find files, hash them, tell their format by content."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file of the archive. `id` is the first 16 hex digits of their SHA-256."""

    id: str
    name: str
    format: str
    data: bytes


def read(path: Path) -> Source:
    """The file as a Source; raises OSError where it cannot be opened."""
    data = path.read_bytes()
    return Source(hashlib.sha256(data).hexdigest()[:16], path.name, sniff(path.name, data), data)


def sniff(name: str, data: bytes) -> str:
    """The format by content first, the suffix only where content does not tell."""
    suffix = Path(name).suffix.lower().lstrip(".")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data[:4096] or suffix == "docx" else suffix or "zip"
    head = data[:2048].lstrip().lower()
    if suffix in ("html", "htm") or head.startswith((b"<!doctype html", b"<html")):
        return "html"
    return {"md": "md", "markdown": "md", "txt": "txt", "text": "txt", "": "txt"}.get(
        suffix, suffix
    )
