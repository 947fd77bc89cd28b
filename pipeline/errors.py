"""Exit codes and the errors that a bad call or bad reference data raises."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command tells the shell; part of the interface."""

    OK = 0
    BUG = 1
    USAGE = 2
    PARTIAL = 3
    DATABASE = 4


class KiemdiemError(Exception):
    """A failure with a message for a person: what, where, and what to do next."""

    exit_code = ExitCode.BUG


class UsageError(KiemdiemError):
    """The call cannot be carried out as given (a missing path, a folder without documents)."""

    exit_code = ExitCode.USAGE


class DatabaseError(KiemdiemError):
    """The database cannot be read or written."""

    exit_code = ExitCode.DATABASE


class ReferenceError(KiemdiemError):
    """A file of data/reference breaks its own rules."""


class UnreadableError(KiemdiemError):
    """A document cannot be read; costs that document only.

    `code` names the kind of failure (`encrypted`, `damaged`, `empty`, `unsupported`, ...).
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
