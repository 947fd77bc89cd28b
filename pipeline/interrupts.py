"""Ctrl-C that no library can swallow: DuckDB turns it into an error of its own, or loses it."""

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heard() -> Iterator[Callable[[], None]]:
    """Gives `check`, which raises KeyboardInterrupt once Ctrl-C was pressed.

    An error that ends the block after Ctrl-C was pressed is a KeyboardInterrupt too. Outside the
    main thread, where Python handles no signals, nothing is changed.
    """
    pressed = threading.Event()

    def check() -> None:
        if pressed.is_set():
            raise KeyboardInterrupt

    def press(number: int, frame: FrameType | None) -> None:
        pressed.set()
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield check
        return
    before = signal.signal(signal.SIGINT, press)
    try:
        yield check
    except Exception as error:
        if pressed.is_set():
            raise KeyboardInterrupt from error
        raise
    finally:
        signal.signal(signal.SIGINT, before)
