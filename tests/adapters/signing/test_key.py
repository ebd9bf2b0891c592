"""Keys are read from where their URI says, belong to the issuer, and are never shown."""

from __future__ import annotations

import base64
import copy
import pickle
import traceback
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from tests.adapters.signing.samples import DID, SEED, key

from proofolio.adapters.signing.belongs import require_issuer_key
from proofolio.adapters.signing.key import SigningKey, read_key
from proofolio.adapters.signing.multibase import decode, encode, multikey, public_bytes
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.did import IssuerKey, IssuerKeys

PEM = key().pem()
SECRETS = (base64.b64encode(SEED).decode(), SEED.hex(), PEM.decode().split("\n")[1])


@pytest.mark.parametrize(
    "text",
    [
        PEM,
        PEM.replace(b"\n", b"\r\n"),
        b"  " + PEM + b"\n\n",
        base64.b64encode(SEED),
        base64.b64encode(SEED) + b"\n",
    ],
    ids=["pem", "crlf", "spaces", "seed", "seed with line feed"],
)
def test_a_key_is_read(text: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "key").write_bytes(text)
    monkeypatch.setenv("THE_KEY", text.decode())
    assert read_key(f"file:{tmp_path / 'key'}").multibase == key().multibase
    assert read_key("env:THE_KEY").multibase == key().multibase


def damaged() -> dict[str, bytes]:
    other = generate_private_key(SECP256R1())
    locked = key()._private.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"secret")
    )
    return {
        "of another kind": other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        "password": locked,
        "right length": base64.b64encode(SEED[:-1]),
        "not a signing key": b"no key at all " + SECRETS[0].encode(),
        "damaged": PEM.replace(PEM[40:60], b""),
        "empty": b"  \n",
    }


@pytest.mark.parametrize("words", damaged())
def test_what_is_no_key_is_said_without_repeating_it(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = damaged()[words].decode()
    monkeypatch.setenv("THE_KEY", text)
    with pytest.raises(ProofolioError, match=words) as caught:
        read_key("env:THE_KEY")
    shown = "".join(traceback.format_exception(caught.value)) + str(caught.value.hint)
    assert caught.value.__cause__ is None
    for line in text.split():
        assert len(line) < 12 or line not in shown


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "env:",
        "file:",
        "PROOFOLIO",
        "https://example.org/key",
        SECRETS[0],
        PEM.decode(),
        f"env:{SECRETS[2]}",
    ],
)
def test_a_key_pasted_in_the_wrong_place_is_not_repeated(uri: str) -> None:
    with pytest.raises(ProofolioError) as caught:
        read_key(uri)
    shown = f"{caught.value.message}{caught.value.hint}"
    assert not any(secret in shown for secret in SECRETS)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("none", ".", "\0"):
        with pytest.raises(ProofolioError, match="cannot be read"):
            read_key(f"file:{tmp_path}/{name}")


def test_the_secret_does_not_leak() -> None:
    shown = f"{key()!r} {key()} {[key()]}"
    assert key().multibase in shown
    assert not any(secret in shown for secret in SECRETS)
    for leak in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            leak(key())
    assert not hasattr(key(), "__dict__")


def test_new_keys_differ_and_sign_the_same_each_time() -> None:
    assert SigningKey.new().multibase != SigningKey.new().multibase
    assert key().sign(b"x") == key().sign(b"x")


def keys(*multibases: str) -> IssuerKeys:
    return IssuerKeys(DID, tuple(map(IssuerKey, multibases)), Pointer("competencies/issuer/did.json"))


def test_only_the_issuers_keys_sign() -> None:
    other = SigningKey.new()
    assert require_issuer_key(key(), keys(other.multibase, key().multibase)) == f"{DID}#{key().multibase}"
    with pytest.raises(ProofolioError, match="does not belong to this issuer"):
        require_issuer_key(key(), keys(other.multibase))
    with pytest.raises(ProofolioError, match="no keys yet"):
        require_issuer_key(key(), None)


@pytest.mark.parametrize(
    ("data", "text"),
    [(b"", "z"), (b"\0\0\1", "z112"), (b"Hello World!", "z2NEpo7TZRRrLZSi2U"), (b"\0" * 3, "z111")],
)
def test_base58(data: bytes, text: str) -> None:
    assert encode(data) == text
    assert decode(text) == data


@pytest.mark.parametrize("text", ["", "2NE", "u2NE", "z0", "zO", "zI", "zl", "z é", "z" + "1" * 200])
def test_what_is_not_base58(text: str) -> None:
    assert decode(text) is None


def test_multikeys() -> None:
    assert multikey(bytes(32)).startswith("z6Mk")
    assert public_bytes(multikey(bytes(32))) == bytes(32)
    for other in (encode(b"\xed\x01" + bytes(31)), encode(b"\x12\x00" + bytes(32)), "z", "x"):
        assert public_bytes(other) is None
