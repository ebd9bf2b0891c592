"""What a signature would not cover is found before anything is signed."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from pyld import jsonld
from tests.adapters.signing.samples import badge, learner_record, status_list

from proofolio.adapters.signing import contexts
from proofolio.adapters.signing.canonical import UnsignableError, canonical
from proofolio.adapters.signing.contexts import (
    CLR_2,
    CONTEXTS,
    CREDENTIALS_V2,
    OPEN_BADGES_3,
    OPEN_BADGES_EXTENSIONS,
    document_loader,
)
from proofolio.adapters.signing.document import parse
from proofolio.adapters.signing.fault import Trouble
from proofolio.adapters.signing.faults import faults
from proofolio.adapters.signing.vocabulary import Vocabulary
from proofolio.core.diagnostics.error import ProofolioError

Change = Callable[[dict[str, Any]], Any]


def achievement(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["credentialSubject"]["achievement"]
    return found


def test_our_documents_have_none() -> None:
    for document in (badge(), status_list(), learner_record({**badge(), "proof": []})):
        assert [str(each) for each in faults(document) if "proof" not in each.path] == []


@pytest.mark.parametrize(
    ("change", "path", "trouble"),
    [
        (lambda d: d.update(colour="red"), "colour", Trouble.WORD),
        (lambda d: achievement(d).update(colour="red"), "credentialSubject.achievement.colour", Trouble.WORD),
        (  # a word of another type
            lambda d: d["evidence"][0].update(achievementType="x"),
            "evidence[0].achievementType",
            Trouble.WORD,
        ),
        (  # a word of the type of the node around it
            lambda d: achievement(d)["criteria"].update(humanCode="x"),
            "credentialSubject.achievement.criteria.humanCode",
            Trouble.WORD,
        ),
        (lambda d: d["type"].append("Badge"), "type[2]", Trouble.WORD),
        (
            lambda d: achievement(d).update(type=["Achievment"]),
            "credentialSubject.achievement.type[0]",
            Trouble.WORD,
        ),
        (lambda d: d.update({"@graph": []}), "@graph", Trouble.WORD),
        (lambda d: d["issuer"].update({"@id": "x:y"}), "issuer.@id", Trouble.WORD),
        (lambda d: d["@context"].append("https://example.org/own"), "@context", Trouble.WORD),
        (lambda d: d["@context"].append({"@vocab": "https://example.org/"}), "@context", Trouble.WORD),
        (lambda d: d["issuer"].update({"@context": []}), "issuer.@context", Trouble.SHAPE),
        (lambda d: d.update(id="portfolios/a.json"), "id", Trouble.ADDRESS),
        (lambda d: d.update(id="_:b0"), "id", Trouble.ADDRESS),
        (lambda d: d.update(id="https://example.org/a b"), "id", Trouble.ADDRESS),
        (lambda d: d.update(id="@id"), "id", Trouble.ADDRESS),
        (lambda d: d.update(id=""), "id", Trouble.EMPTY),
        (lambda d: d.update(issuer=""), "issuer", Trouble.EMPTY),
        (lambda d: d.update(issuer="/issuer"), "issuer", Trouble.ADDRESS),
        (
            lambda d: d["credentialStatus"].update(statusListCredential="list.json"),
            "credentialStatus.statusListCredential",
            Trouble.ADDRESS,
        ),
        (lambda d: d.update(name="Pace\x0ba unit"), "name", Trouble.CHARACTER),
        (lambda d: d.update(name="\x7f"), "name", Trouble.CHARACTER),
        (lambda d: d.update(name="\x00"), "name", Trouble.CHARACTER),
        (lambda d: d.update(name="\ud83d"), "name", Trouble.CHARACTER),
        (lambda d: d.update(name=None), "name", Trouble.EMPTY),
        (lambda d: d.update(evidence=[]), "evidence", Trouble.EMPTY),
        (lambda d: d.update(credentialStatus={}), "credentialStatus", Trouble.EMPTY),
        (lambda d: d["issuer"].update(type=[]), "issuer.type", Trouble.EMPTY),
        (
            lambda d: achievement(d).update(creditsAvailable=float("nan")),
            "credentialSubject.achievement.creditsAvailable",
            Trouble.NUMBER,
        ),
        (
            lambda d: achievement(d).update(creditsAvailable=float("inf")),
            "credentialSubject.achievement.creditsAvailable",
            Trouble.NUMBER,
        ),
        (
            lambda d: achievement(d).update(creditsAvailable=-0.0),
            "credentialSubject.achievement.creditsAvailable",
            Trouble.NUMBER,
        ),
        (
            lambda d: achievement(d).update(creditsAvailable=2**60),
            "credentialSubject.achievement.creditsAvailable",
            Trouble.NUMBER,
        ),
        (
            lambda d: achievement(d).update(creditsAvailable="1.5"),
            "credentialSubject.achievement.creditsAvailable",
            Trouble.SHAPE,
        ),
        (
            lambda d: achievement(d).update(tag=[["a"], "b"]),
            "credentialSubject.achievement.tag[0]",
            Trouble.SHAPE,
        ),
        (lambda d: d.update(validFrom=2026), "validFrom", Trouble.SHAPE),
        (lambda d: d.update(evidence=d["evidence"] * 2), "evidence[1]", Trouble.TWICE),
        (
            lambda d: achievement(d).update(creator=d["issuer"]),
            "credentialSubject.achievement.creator",
            Trouble.TWICE,
        ),
        (lambda d: d["type"].append("OpenBadgeCredential"), "type[2]", Trouble.TWICE),
        (lambda d: d.update(evidence=d["evidence"][0]), "evidence", Trouble.FORM),
        (lambda d: d.update(name=["Pace"]), "name", Trouble.FORM),
        (lambda d: d["issuer"].update(type="Profile"), "issuer.type", Trouble.FORM),
        (
            lambda d: achievement(d)["resultDescription"][0]["rubricCriterionLevel"].reverse(),
            "credentialSubject.achievement.resultDescription[0].rubricCriterionLevel",
            Trouble.FORM,
        ),
    ],
)
def test_each_is_found_where_it_stands(change: Change, path: str, trouble: Trouble) -> None:
    document = badge()
    change(document)
    assert (path, trouble) in [(each.path, each.trouble) for each in faults(document)]


@pytest.mark.parametrize("document", [None, [], "x", 1, {}, {"@context": CREDENTIALS_V2}])
def test_what_is_no_credential(document: object) -> None:
    assert faults(document)


def test_a_thing_may_be_referred_to_as_often_as_one_likes() -> None:
    document = badge()
    achievement(document)["creator"] = {"id": document["issuer"]["id"]}
    assert faults(document) == ()


def test_the_words_are_the_ones_that_pyld_knows() -> None:
    """Our reading of the contexts against pyld's: each type, with every word of all of them."""
    listed = [CREDENTIALS_V2, CLR_2, OPEN_BADGES_3, OPEN_BADGES_EXTENSIONS]
    words = Vocabulary({}).of(listed)
    every = set(words.terms)
    for url in listed:
        for definition in CONTEXTS[url]["@context"].values():
            if isinstance(definition, dict) and isinstance(definition.get("@context"), dict):
                every |= {each for each in definition["@context"] if not each.startswith("@")}
    for kind in [None, *words.terms]:
        types = [] if kind is None else [kind]
        if kind is not None and kind[0].islower():
            continue  # a member's name; types are written with a capital
        ours = words.for_types(types)
        plain = [each for each in sorted(every) if not (ours.meaning(each) or "").startswith("@")]
        members = {word: f"urn:word:{word}" for word in plain}
        document = {"@context": listed, "id": "urn:x:1", **({"type": types} if types else {}), **members}
        kept = json.dumps(jsonld.expand(document, {"documentLoader": document_loader}))
        theirs = [word for word in plain if f'"urn:word:{word}"' in kept]
        assert theirs == [word for word in plain if ours.meaning(word) is not None], kind
        assert len(theirs) > 10


def test_what_was_made_to_keep_a_verifier_busy_is_refused_in_time() -> None:
    began = time.monotonic()
    with pytest.raises(UnsignableError, match="look alike"):
        canonical(_poison())
    assert time.monotonic() - began < 5


def _poison() -> dict[str, Any]:
    twigs = [
        {"type": ["Result"], "alignment": [{"type": ["Alignment"], "targetName": str(n)}]} for n in range(11)
    ]
    branch = {"type": ["AchievementSubject"], "result": twigs}
    return {
        "@context": [CREDENTIALS_V2, OPEN_BADGES_3],
        "id": "urn:x:1",
        "type": ["VerifiableCredential"],
        "credentialSubject": [branch, {**branch, "result": [*twigs[:-1], {**twigs[-1], "value": "1"}]}],
    }


def test_an_unknown_context_is_never_fetched() -> None:
    with pytest.raises(UnsignableError, match="does not carry"):
        canonical({"@context": ["https://example.org/ctx"], "id": "urn:x:1"})
    with pytest.raises(ProofolioError, match="does not carry"):
        document_loader("https://example.org/ctx")


def test_the_contexts_are_pinned(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(CONTEXTS[url]["@context"] for url in CONTEXTS)
    contexts._read.cache_clear()
    monkeypatch.setitem(contexts._PINNED, CREDENTIALS_V2, ("credentials-v2.json", "0" * 64))
    with pytest.raises(ProofolioError, match="altered"):
        CONTEXTS[CREDENTIALS_V2]
    contexts._read.cache_clear()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a": {"b": 1, "b": 1}}', "twice"),
        (b'{"a": NaN}', "not a number"),
        (b"[]", "not a JSON object"),
        (b'{"a"', "line 1, column 5"),
        (b"\xff\xfe", "UTF-8"),
        (b"[" * 100_000, "deep"),
        (b" " * 2_000_001, "too large"),
    ],
)
def test_reading_is_strict(data: bytes, words: str) -> None:
    with pytest.raises(UnsignableError, match=words):
        parse(data)


def test_reading_gives_back_what_was_written() -> None:
    assert parse(json.dumps(badge()).encode()) == badge()
