"""Pure functions (Document, Reference) -> records; no disk, no clock, no globals."""
