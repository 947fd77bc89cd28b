"""Ctrl-C that no library can swallow: DuckDB turns it into an error of its own, or loses it."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heard() -> Iterator[Callable[[], None]]:
    """Gives `check`, which raises KeyboardInterrupt once Ctrl-C was pressed.

    An error that ends the block after Ctrl-C was pressed is a KeyboardInterrupt too. Nothing is
    changed where the signal is ignored, as for a job in the background, or outside the main
    thread, where Python handles no signals.
    """
    pressed = threading.Event()

    def check() -> None:
        if pressed.is_set():
            raise KeyboardInterrupt

    def press(number: int, frame: FrameType | None) -> None:
        pressed.set()
        raise KeyboardInterrupt

    before = signal.getsignal(signal.SIGINT)
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or before is signal.SIG_IGN:
        yield check
        return
    signal.signal(signal.SIGINT, press)
    try:
        yield check
    except Exception as error:
        if pressed.is_set():
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, before)
