"""Signatures of commits, checked here and by no program that a repository names."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils

from proofolio.adapters.git.history import read_history
from proofolio.adapters.git.ssh_signature import verify
from proofolio.core.diagnostics.pointer import Pointer
from proofolio.core.model.history import Signature
from proofolio.core.model.person import Person

PAGE = "portfolios/amina-yusuf/menu-maths/index.md"
AUTHOR = {"GIT_AUTHOR_EMAIL": "amina-y@users.noreply.github.com"}
PGP = "-----BEGIN PGP SIGNATURE-----\n\niQEzBAABCAAdFiEE\n-----END PGP SIGNATURE-----\n"
X509 = "-----BEGIN SIGNED MESSAGE-----\nMIIB\n-----END SIGNED MESSAGE-----\n"


def _string(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


class Key:
    """A key that signs as ``ssh-keygen -Y sign`` does."""

    def __init__(self, kind: str = "ed25519", bits: int = 2048) -> None:
        if kind == "ed25519":
            self.private = ed25519.Ed25519PrivateKey.generate()
        elif kind == "ecdsa":
            self.private = ec.generate_private_key(ec.SECP256R1())
        else:
            self.private = rsa.generate_private_key(65537, bits)
        formats = serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH
        self.text = self.private.public_key().public_bytes(*formats).decode()
        self.blob = base64.b64decode(self.text.split()[1])

    def sign(self, signed: bytes, namespace=b"git", algorithm="sha512", made_with=None) -> str:
        digest = hashlib.new(algorithm, signed).digest()
        parts = (namespace, b"", algorithm.encode(), digest)
        message = b"SSHSIG" + b"".join(map(_string, parts))
        if isinstance(self.private, ed25519.Ed25519PrivateKey):
            name, raw = b"ssh-ed25519", self.private.sign(message)
        elif isinstance(self.private, ec.EllipticCurvePrivateKey):
            numbers = utils.decode_dss_signature(self.private.sign(message, ec.ECDSA(hashes.SHA256())))
            raw = b"".join(_string(each.to_bytes(33, "big")) for each in numbers)
            name = b"ecdsa-sha2-nistp256"
        else:
            chosen = hashes.SHA1() if made_with == b"ssh-rsa" else hashes.SHA512()
            name, raw = b"rsa-sha2-512", self.private.sign(message, padding.PKCS1v15(), chosen)
        signature = _string(made_with or name) + _string(raw)
        return armored(self.blob, namespace, algorithm.encode(), signature)


def armored(public: bytes, namespace: bytes, algorithm: bytes, signature: bytes, version: int = 1) -> str:
    parts = b"".join(map(_string, (public, namespace, b"", algorithm, signature)))
    text = base64.b64encode(b"SSHSIG" + version.to_bytes(4, "big") + parts).decode()
    lines = "\n".join(text[at : at + 70] for at in range(0, len(text), 70))
    return f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n"


def person(id_: str = "amina-yusuf", account: str = "amina-y", *keys: str) -> dict[str, Person]:
    where = Pointer("portfolios/roster.yml")
    return {id_: Person(id_, id_, account, None, frozenset(), None, None, where, None, keys)}


def sign(repository, *signatures: str, header: str = "gpgsig", altered: bool = False) -> None:
    """Put signatures (or what ``Key.sign`` makes of the commit) into the last commit."""
    raw = repository.git("cat-file", "commit", "HEAD").encode() + b"\n"
    head, blank, message = raw.partition(b"\n\n")
    for each in signatures:
        head += f"\n{header} ".encode() + each.rstrip("\n").replace("\n", "\n ").encode()
    message = message.replace(b"Add", b"Added") if altered else message
    place = repository.folder.parent / "commit"
    place.write_bytes(head + blank + message)
    made = repository.git("hash-object", "-t", "commit", "-w", str(place))
    repository.git("update-ref", "refs/heads/main", made)


def payload(repository) -> bytes:
    return repository.git("cat-file", "commit", "HEAD").encode() + b"\n"


def judged(repository, people=None) -> Signature:
    return read_history(repository.folder, people=people or {}).by_path[PAGE][-1].signature


@pytest.fixture
def added(repository):
    """A commit by Amina that is not signed yet."""
    repository.commit("Add\n\nWith a body.", {PAGE: "one"}, **AUTHOR)
    return repository


@pytest.fixture(scope="module")
def key() -> Key:
    return Key()


def test_none(added) -> None:
    assert judged(added) is Signature.NONE


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_good_with_the_author_s_own_key(added, kind: str) -> None:
    mine = Key(kind)
    sign(added, mine.sign(payload(added)))
    commented = mine.text + " amina@laptop"
    assert judged(added, person("amina-yusuf", "Amina-Y", "ssh-ed25519 AAAA", commented)) is Signature.GOOD


def test_whose_key_it_is_decides(added, key: Key) -> None:
    sign(added, key.sign(payload(added), algorithm="sha256"))
    assert judged(added) is Signature.STRANGER, "nobody has keys"
    assert judged(added, person("amina-yusuf", "amina-y", Key().text)) is Signature.STRANGER
    assert judged(added, person("ben-okafor", "ben", key.text)) is Signature.STRANGER, "somebody else's key"
    both = person("ben-okafor", "ben", key.text) | person("amina-yusuf", "amina-y", key.text)
    assert judged(added, both) is Signature.GOOD


def test_bad_when_the_commit_was_altered(added, key: Key) -> None:
    sign(added, key.sign(payload(added)), altered=True)
    assert judged(added, person("amina-yusuf", "amina-y", key.text)) is Signature.BAD


@pytest.mark.parametrize("text", [PGP, X509, "something new"])
def test_other_kinds_are_unchecked(added, text: str) -> None:
    sign(added, text)
    assert judged(added) is Signature.UNCHECKED


def test_two_signatures_are_bad(added, key: Key) -> None:
    made = key.sign(payload(added))
    sign(added, made, made)
    assert judged(added, person("amina-yusuf", "amina-y", key.text)) is Signature.BAD


def test_a_signature_in_the_message_is_none(repository, key: Key) -> None:
    message = "Add\n\ngpgsig " + key.sign(b"x").replace("\n", "\n ")
    repository.commit(message, {PAGE: "one"}, **AUTHOR)
    assert judged(repository) is Signature.NONE


def test_a_signed_commit_among_others(repository, key: Key) -> None:
    repository.commit("First", {PAGE: "one"}, **AUTHOR)
    repository.commit("Add", {PAGE: "two"}, **AUTHOR)
    sign(repository, key.sign(payload(repository)))
    repository.commit("Third", {PAGE: "three"}, **AUTHOR)
    found = read_history(repository.folder, people=person("amina-yusuf", "amina-y", key.text)).by_path[PAGE]
    assert [each.signature for each in found] == [Signature.NONE, Signature.GOOD, Signature.NONE]


DATA = b"tree 1\nauthor a\n\nAdd\n"


def test_what_holds_names_its_key(key: Key) -> None:
    assert verify(key.sign(DATA).encode(), DATA) == (Signature.STRANGER, " ".join(key.text.split()[:2]))


def _broken(key: Key) -> dict[str, bytes]:
    fine = key.sign(DATA)
    blob = base64.b64decode("".join(fine.split("\n")[1:-2]))
    own = _string(b"ssh-ed25519") + _string(bytes(64))
    other = Key()
    raw = base64.b64decode("".join(other.sign(DATA).split("\n")[1:-2]))[-64:]
    wrapped = "-----BEGIN SSH SIGNATURE-----\n{}\n-----END SSH SIGNATURE-----\n".format
    return {
        "of other data": key.sign(DATA + b"x").encode(),
        "for another purpose": key.sign(DATA, namespace=b"file").encode(),
        "a weak hash": key.sign(DATA, algorithm="sha1").encode(),
        "zeros": armored(key.blob, b"git", b"sha512", own).encode(),
        "by another key": armored(
            key.blob, b"git", b"sha512", _string(b"ssh-ed25519") + _string(raw)
        ).encode(),
        "of another version": armored(key.blob, b"git", b"sha512", own, 2).encode(),
        "made another way": key.sign(DATA, made_with=b"rsa-sha2-512").encode(),
        "cut off": wrapped(base64.b64encode(blob[:-9]).decode()).encode(),
        "with a tail": wrapped(base64.b64encode(blob + _string(b"x")).decode()).encode(),
        "no magic": wrapped(base64.b64encode(b"XX" + blob).decode()).encode(),
        "no base64": wrapped("***").encode(),
        "no end": fine.rpartition("-----END")[0].encode(),
        "followed by more": (fine + "more\n").encode(),
        "twice": (fine + fine).encode(),
        "too long": fine.replace("\n", "\n" + "A" * 70_000 + "\n", 1).encode(),
        "an empty key": armored(_string(b"ssh-ed25519"), b"git", b"sha512", own).encode(),
        "a short key": armored(_string(b"ssh-ed25519") + _string(b"x"), b"git", b"sha512", own).encode(),
        "no signature": armored(key.blob, b"git", b"sha512", b"").encode(),
        "nothing": b"",
    }


@pytest.mark.parametrize("what", list(_broken(Key())))
def test_broken_signatures_are_bad(what: str, key: Key) -> None:
    assert verify(_broken(key)[what], DATA) == (Signature.BAD, None)


def test_weak_rsa_is_bad() -> None:
    assert verify(Key("rsa", 1024).sign(DATA).encode(), DATA) == (Signature.BAD, None)
    assert verify(Key("rsa").sign(DATA, made_with=b"ssh-rsa").encode(), DATA) == (Signature.BAD, None)


def test_a_key_of_an_unknown_kind_is_unchecked() -> None:
    public = _string(b"sk-ssh-ed25519@openssh.com") + _string(bytes(32)) + _string(b"ssh:")
    assert verify(armored(public, b"git", b"sha512", b"x").encode(), DATA) == (Signature.UNCHECKED, None)


needs_openssh = pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen makes these")


@needs_openssh
@pytest.mark.parametrize("kind", ["ed25519", "ecdsa", "rsa"])
def test_as_git_and_openssh_sign(repository, tmp_path: Path, kind: str) -> None:
    place, sprung = tmp_path / "key", tmp_path / "sprung"
    subprocess.run(["ssh-keygen", "-q", "-t", kind, "-N", "", "-f", place], check=True)
    repository.write({PAGE: "one"})
    repository.git("add", "--all")
    how = ("-c", "gpg.format=ssh", "-c", f"user.signingKey={place}")
    repository.git(*how, "commit", "--quiet", "-S", "-m", "Ünïcode\n\nand a body\n\nA: b\n", **AUTHOR)
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\nexit 0\n")
    trap.chmod(0o755)
    for name in ("gpg.program", "gpg.ssh.program", "gpg.x509.program", "gpg.ssh.allowedSignersFile"):
        repository.git("config", name, str(trap))
    repository.git("config", "gpg.format", "ssh")
    text = place.with_suffix(".pub").read_text()
    assert judged(repository, person("amina-yusuf", "amina-y", text)) is Signature.GOOD
    assert judged(repository) is Signature.STRANGER
    repository.commit("Next", {PAGE: "two"}, **AUTHOR)
    assert judged(repository) is Signature.NONE
    assert not sprung.exists()
    assert "GIT_DIR" not in os.environ
