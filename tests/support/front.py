"""A proxy that speaks TLS, so that a browser can meet a hosted Beside."""

from __future__ import annotations

import http.client
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length"}


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """Write a certificate for *name*, and its key, into *folder*."""
    key = ec.generate_private_key(ec.SECP256R1())
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(called, called, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "page.pem").write_bytes(made.public_bytes(pem))
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
    (folder / "key.pem").write_bytes(private)
    return folder / "page.pem", folder / "key.pem"


def _handler(port: int) -> type[BaseHTTPRequestHandler]:
    class Passing(BaseHTTPRequestHandler):
        """Passes each request on to *port*."""

        protocol_version = "HTTP/1.1"

        def _pass_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name: value for name, value in self.headers.items() if _goes_on(name)}
            headers |= {"X-Forwarded-Proto": "https", "X-Forwarded-For": self.client_address[0]}
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as way:
                way.request(self.command, self.path, body=body or None, headers=headers)
                answer = way.getresponse()
                told = answer.read()
            self.send_response_only(answer.status)
            for name, value in answer.headers.items():
                if _goes_on(name):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(told)))
            self.end_headers()
            self.wfile.write(told)

        do_GET = do_POST = do_HEAD = _pass_on  # noqa: N815 - as the library calls them

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Passing


def _goes_on(name: str) -> bool:
    return name.lower() not in HOP_BY_HOP


@contextmanager
def speaking_tls(port: int, *, name: str, folder: Path) -> Iterator[str]:
    """Let a browser reach what listens at *port*; yield the address, without a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(port))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*certificate(folder, name))
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"https://{name}:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
