"""A reader of the dashboard without a browser: a session with the server, page after page."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 60
"""Seconds that a page may take before it counts as stuck."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the server sent for one page: its HTML and what went wrong."""

    html: str
    complaints: tuple[str, ...]


class Session:
    """One reader's session, as his browser holds it open."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket

    def open(self, **address: str) -> Shown:
        """The page at an address, once the server has sent it whole."""
        asked = BackMsg()
        asked.rerun_script.query_string = urlencode(address)
        self._socket.send(asked.SerializeToString())
        parts, complaints = [], []
        while True:
            message = ForwardMsg.FromString(self._socket.recv(PATIENCE, decode=False))
            kind = message.WhichOneof("type")
            element = message.delta.new_element
            if kind == "delta" and element.WhichOneof("type") == "html":
                parts.append(element.html.body)
            elif kind == "delta" and element.WhichOneof("type") == "exception":
                complaints.append(element.exception.message)
            elif kind == "script_finished":
                return Shown("\n".join(parts), tuple(complaints))


@contextmanager
def session(port: int) -> Iterator[Session]:
    """A session with the dashboard at a port."""
    with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        subprotocols=[Subprotocol("streamlit")],
        origin=Origin(f"http://127.0.0.1:{port}"),
        max_size=None,
        open_timeout=PATIENCE,
    ) as socket:
        yield Session(socket)
