"""A signature holds for what was signed, and for nothing else."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from tests.adapters.signing.mutants import mutants
from tests.adapters.signing.samples import (
    CREATED,
    badge,
    key,
    keys,
    learner_record,
    method,
    status_list,
)

from proofolio.adapters.signing import canonical as canonical_module
from proofolio.adapters.signing import proof as module
from proofolio.adapters.signing.canonical import UnsignableError
from proofolio.adapters.signing.contexts import document_loader
from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.signing.multibase import decode
from proofolio.adapters.signing.proof import embedded, proof_trouble, signed
from proofolio.core.diagnostics.error import ProofolioError

OTHER = key(bytes(32))


def made(document: dict[str, Any], by: SigningKey | None = None) -> dict[str, Any]:
    return signed(document, by or key(), method(by or key()), CREATED)


def record() -> dict[str, Any]:
    return made(learner_record(made(badge()), made(badge("lead-a-team"))))


@pytest.mark.parametrize("document", [badge(), status_list()], ids=["badge", "status list"])
def test_what_was_signed_holds_and_is_the_same_each_time(document: dict[str, Any]) -> None:
    before = copy.deepcopy(document)
    result = made(document)
    assert document == before
    assert proof_trouble(result, keys()) is None
    assert made(document) == result
    assert list(result)[-1] == "proof"
    assert len(result["proof"]) == 1


def test_a_published_vector() -> None:
    """Data Integrity EdDSA Cryptosuites 1.0, B.1: the same key and document, the same signature."""
    examples = "https://www.w3.org/ns/credentials/examples/v2"
    words = {"@context": {"@vocab": "https://www.w3.org/ns/credentials/examples#"}}

    def loader(url: str, options: Any = None) -> dict[str, Any]:
        found = {"contextUrl": None, "documentUrl": url, "document": words}
        return found if url == examples else document_loader(url, options)

    document = {
        "@context": ["https://www.w3.org/ns/credentials/v2", examples],
        "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
        "type": ["VerifiableCredential", "AlumniCredential"],
        "name": "Alumni Credential",
        "description": "A minimum viable example of an Alumni Credential.",
        "issuer": "https://vc.example/issuers/5678",
        "validFrom": "2023-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
    }
    public = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
    options = {
        "type": "DataIntegrityProof",
        "cryptosuite": "eddsa-rdfc-2022",
        "created": "2023-02-24T23:36:38Z",
        "verificationMethod": f"https://vc.example/issuers/5678#{public}",
        "proofPurpose": "assertionMethod",
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(canonical_module, "document_loader", loader)
        data = module._data(document, options)
    published = decode("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq")  # a secret that W3C made public
    assert published is not None
    signing = SigningKey.from_seed(published[2:])
    assert signing.multibase == public
    assert data.hex() == (
        "4c4d3890a157f8d611b13c265c2c22f39aa0a567c7c7dd9ba3e45cd579784eeb"
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017"
    )
    assert module.encode(signing.sign(data)) == (
        "z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9"
    )


@pytest.mark.parametrize(
    ("document", "every"),
    [
        (status_list(), 1),
        (badge(), 20),
        pytest.param(badge(), 1, marks=pytest.mark.slow),
    ],
    ids=["status list", "badge, one in twenty", "badge"],
)
def test_every_change_of_a_member_is_noticed(document: dict[str, Any], every: int) -> None:
    tried = 0
    for number, (name, changed) in enumerate(mutants(made(document))):
        if number % every == 0 or name.startswith("without"):
            tried += 1
            assert proof_trouble(changed, keys()) is not None, name
    assert tried > 200


def test_every_change_of_a_learner_record_is_noticed() -> None:
    """Also where the record and a badge in it say the same, and in the badges."""
    whole = record()
    outer = {name: value for name, value in whole.items() if name not in {"credentialSubject"}}
    for name, changed in mutants(outer):
        document = {**changed, "credentialSubject": whole["credentialSubject"]}
        assert proof_trouble(document, keys()) is not None, name
    for number in range(2):
        changed = copy.deepcopy(whole)
        del changed["credentialSubject"]["verifiableCredential"][number]["issuer"]["name"]
        assert proof_trouble(changed, keys()) is not None


def test_a_learner_record_holds_with_all_that_is_in_it() -> None:
    whole = record()
    assert proof_trouble(whole, keys()) is None
    assert [each["id"].rsplit("/", 1)[-1] for each in embedded(whole)] == [
        "pace-a-unit.json",
        "lead-a-team.json",
    ]


def test_a_badge_of_another_key_in_a_record_is_noticed() -> None:
    whole = made(learner_record(made(badge(), OTHER)))
    assert "within it" in str(proof_trouble(whole, keys()))
    assert proof_trouble(whole, keys(key(), OTHER)) is None


def proofed(**changes: Any) -> dict[str, Any]:
    result = made(badge())
    result["proof"] = [{**result["proof"][0], **changes}]
    return result


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"cryptosuite": "eddsa-jcs-2022"}, "kind that Proofolio does not know"),
        ({"proofPurpose": "authentication"}, "assert"),
        ({"created": "2026-11-20"}, "when"),
        ({"created": "2026-02-30T00:00:00Z"}, "when"),
        ({"created": "2026-11-20T00:00:00"}, "when"),
        ({"created": "2026-11-21T00:00:00Z"}, "changed"),
        ({"verificationMethod": "did:web:elsewhere.example.org#z6Mk"}, "not one of the issuer's"),
        ({"proofValue": "z1111"}, "damaged"),
        ({"proofValue": "uAAAA"}, "damaged"),
        ({"proofValue": "z" + "9" * 100_000}, "damaged"),
        ({"domain": "example.org"}, "does not know: domain"),
        ({"expires": "2020-01-01T00:00:00Z"}, "does not know: expires"),
    ],
)
def test_other_proofs_do_not_hold(changes: dict[str, Any], words: str) -> None:
    assert words in str(proof_trouble(proofed(**changes), keys()))


def test_without_a_proof_with_a_foreign_key_or_with_one_bad_proof_of_two() -> None:
    assert proof_trouble(badge(), keys()) == "it is not signed"
    assert "not one of the issuer's" in str(proof_trouble(made(badge(), OTHER), keys()))
    mixed = made(badge())
    mixed["proof"] = [*mixed["proof"], made(badge(), OTHER)["proof"][0]]
    assert "not one of the issuer's" in str(proof_trouble(mixed, keys()))
    assert proof_trouble(mixed, keys(key(), OTHER)) is None
    assert (
        proof_trouble(proofed(proofValue=made(badge(), OTHER)["proof"][0]["proofValue"]), keys()) is not None
    )
    swapped = {method(key()): OTHER.multibase}
    assert "another key" in str(proof_trouble(made(badge()), swapped))


def test_what_is_signed_already_is_not_signed_again() -> None:
    with pytest.raises(ProofolioError, match="signed already"):
        made(made(badge()))


def test_what_a_signature_cannot_cover_is_not_signed() -> None:
    document = badge()
    document["credentialSubject"]["achievement"]["colour"] = "green"
    with pytest.raises(UnsignableError, match=r"credentialSubject\.achievement\.colour"):
        made(document)
    with pytest.raises(ProofolioError, match="date-time"):
        signed(badge(), key(), method(key()), "2026-11-20")


def test_another_issuers_document_may_say_things_twice_and_without_brackets() -> None:
    document = badge()
    document["credentialSubject"]["achievement"]["creator"] = {**document["issuer"], "email": "b@example.org"}
    document["issuer"]["type"] = "Profile"
    document["evidence"] = document["evidence"][0]
    with pytest.raises(UnsignableError):
        made(document)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "faults", lambda _document: ())
        foreign = made(document)
    assert proof_trouble(foreign, keys(), lenient=True) is None
    assert proof_trouble(foreign, keys()) is not None
    del foreign["name"]
    assert proof_trouble(foreign, keys(), lenient=True) is not None


def test_another_issuers_proof_may_be_undated() -> None:
    whole = made(badge())
    options = {
        name: value for name, value in whole["proof"][0].items() if name not in {"created", "proofValue"}
    }
    data = module._data(badge(), options)
    undated = {**badge(), "proof": [{**options, "proofValue": module.encode(key().sign(data))}]}
    assert proof_trouble(undated, keys(), lenient=True) is None
    assert "when" in str(proof_trouble(undated, keys()))
    assert "when" in str(proof_trouble(proofed(created="yesterday"), keys(), lenient=True))
