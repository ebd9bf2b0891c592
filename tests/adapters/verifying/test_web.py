"""The web is asked politely, and nothing inside the own network ever is."""

from __future__ import annotations

import datetime
import http.server
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from proofolio.adapters.verifying import web
from proofolio.adapters.verifying.web import Unanswered, Web, is_public, public_address
from proofolio.core.verifying.world import Reach

HOST = "hill.example.org"


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("ff02::1", False),
        ("nonsense", False),
    ],
)
def test_which_numbers_are_public(number: str, public: bool) -> None:
    assert is_public(number) is public


@pytest.mark.parametrize(
    "address",
    [
        "http://hill.example.org/x.json",
        "file:///etc/passwd",
        "ftp://hill.example.org/x",
        "https://user:secret@hill.example.org/x",
        "https:///x",
        "https://hill.example.org:99999/x",
        "https://[::1/x",
        "https://127.0.0.1/x",
        "https://[::1]:8443/x",
        "https://localhost/x",
        "https://h\u00fcgel.example.org/x",
        "//hill.example.org/x",
        "",
    ],
)
def test_what_is_never_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_answer", lambda *_: pytest.fail("somebody was asked"))
    found = Web().fetch(address)
    assert found is not None
    assert found.reach is Reach.UNREACHED


def test_one_private_number_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [("93.184.215.14", 443), ("10.0.0.1", 443)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(0, 0, 0, "", each) for each in numbers])
    with pytest.raises(Unanswered):
        public_address(HOST, 443)


def test_only_so_many_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(web, "_MOST_QUESTIONS", 3)
    monkeypatch.setattr(web, "_asked", lambda *_: asked.append("x"))
    one = Web()
    for at in range(9):
        one.fetch(f"https://{HOST}/{at}")
    assert len(asked) == 3


class _Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.headers["Host"] != f"{HOST}:{self.server.server_address[1]}":  # type: ignore[index]
            self.send_error(421)
        elif self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "https://hill.example.org/good")
            self.end_headers()
        elif self.path == "/slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.1)
        elif self.path == "/much":
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b" " * 3_000_000)
        elif self.path == "/good":
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            self.wfile.write(b'{"a": 1}')
        else:
            self.send_error(int(self.path[1:]))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, HOST)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(HOST)]), False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "hill.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(made.public_bytes(Encoding.PEM) + secret)
    return path


@pytest.fixture
def at(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server that calls itself hill.example.org; that it is on this machine is overlooked."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(web, "public_address", lambda *_: str(ipaddress.ip_address("127.0.0.1")))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    yield f"https://{HOST}:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def test_a_document_is_had_by_the_number_and_trusted_by_the_name(at: str) -> None:
    found = Web().fetch(f"{at}/good")
    assert found is not None
    assert found.document == {"a": 1}


@pytest.mark.parametrize(
    ("path", "reach"),
    [
        ("/404", Reach.ABSENT),
        ("/410", Reach.ABSENT),
        ("/500", Reach.UNREACHED),
        ("/403", Reach.UNREACHED),
        ("/moved", Reach.UNREACHED),
        ("/much", Reach.UNREACHED),
    ],
)
def test_answers_that_are_none(at: str, path: str, reach: Reach) -> None:
    found = Web().fetch(f"{at}{path}")
    assert found is not None
    assert found.reach is reach
    assert found.why


def test_a_server_that_drips_is_left(at: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "_WHOLE_SECONDS", 0.4)
    begun = time.monotonic()
    found = Web().fetch(f"{at}/slow")
    assert found is not None
    assert found.reach is Reach.UNREACHED
    assert time.monotonic() - begun < 3


def test_a_certificate_for_another_name_is_not_trusted(at: str) -> None:
    found = Web().fetch(f"{at}/good".replace(HOST, "valley.example.org"))
    assert found is not None
    assert found.reach is Reach.UNREACHED
