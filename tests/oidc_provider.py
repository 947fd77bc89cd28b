"""A small OpenID Connect provider on this machine, for tests of the login."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "kiemdiem-test"


@contextmanager
def provider() -> Iterator["Provider"]:
    """A provider that lets in whoever its `email` names, without asking."""
    server = Provider(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class Provider(ThreadingHTTPServer):
    """The provider: who logs in next, and the codes it has given out."""

    email = "an@example.vn"

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self.key = RSAKey.generate_key(2048, {"kid": "test"})
        self.nonces: dict[str, str] = {}

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def token(self, nonce: str) -> str:
        """The signed word on who logged in."""
        now = int(time.time())
        claims = {
            "iss": self.address, "aud": CLIENT, "sub": self.email, "email": self.email,
            "iat": now, "exp": now + 600, "nonce": nonce,
        }  # fmt: skip
        return jwt.encode({"alg": "RS256", "kid": "test"}, claims, self.key)


class _Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        path, query = urlsplit(self.path).path, parse_qs(urlsplit(self.path).query)
        if path == "/.well-known/openid-configuration":
            self._send(self._configuration())
        elif path == "/keys":
            self._send({"keys": [self.server.key.as_dict(private=False)]})
        elif path == "/authorize":
            code = f"code{len(self.server.nonces)}"
            self.server.nonces[code] = query.get("nonce", [""])[0]
            back = urlencode({"code": code, "state": query["state"][0]})
            self.send_response(302)
            self.send_header("Location", f"{query['redirect_uri'][0]}?{back}")
            self.end_headers()
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        told = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        nonce = self.server.nonces.pop(told["code"][0])
        token = self.server.token(nonce)
        self._send({"access_token": "x", "token_type": "Bearer", "id_token": token})

    def _configuration(self) -> dict[str, object]:
        address = self.server.address
        return {
            "issuer": address,
            "authorization_endpoint": f"{address}/authorize",
            "token_endpoint": f"{address}/token",
            "jwks_uri": f"{address}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def _send(self, told: dict[str, object]) -> None:
        body = json.dumps(told).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is said on standard error."""
