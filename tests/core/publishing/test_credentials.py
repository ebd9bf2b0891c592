"""What people earned, on the site: what is shown to whom, at which address, and in which words."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.core.publishing.builders import Said, everything, portfolio, reviewed, submission, uris, view
from tests.core.publishing.builders import site as unproven
from tests.core.publishing.earned import (
    DIGEST,
    LEVELS,
    OLD_KEY,
    SITE,
    credential,
    criterion,
    document,
    kept,
    site,
    with_ledger,
    work,
    world,
)

from proofolio.core.model.address import STATUS_LIST, of_learner_record
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing.page import Audience, SitePlan
from proofolio.core.publishing.signed_file import STATUS_SOURCE

PUBLIC, INTERNAL, PRIVATE = Visibility.PUBLIC, Visibility.INTERNAL, Visibility.PRIVATE
PAGE = "portfolios/ann/credentials/pacing.md"
FILE = "portfolios/ann/credentials/pacing.json"
ISSUER = "issuer/index.md"
ANN = "portfolios/ann/index.md"


def ann(*credentials: dict[str, Any], **changes: Any) -> Any:
    mine = portfolio("ann", reviewed(submission("ann", "paced")), **changes)
    return with_ledger(mine, *map(credential, credentials))


def signed(shown: SitePlan) -> dict[str, str]:
    return {each.uri: each.source for each in shown.signed}


def told(shown: SitePlan) -> dict[str, dict[str, Any]]:
    return {each.uri: json.loads(each.content) for each in shown.documents}


@pytest.mark.parametrize(
    ("visibility", "audience", "there"),
    [
        (PUBLIC, Audience.PUBLIC, True),
        (PUBLIC, Audience.INTERNAL, True),
        (INTERNAL, Audience.PUBLIC, False),
        (INTERNAL, Audience.INTERNAL, True),
        (PRIVATE, Audience.PUBLIC, False),
        (PRIVATE, Audience.INTERNAL, False),
    ],
)
def test_a_credential_goes_with_its_portfolio(visibility: Visibility, audience: Audience, there: bool):
    shown = site(world(ann(document("ann", "pacing"), visibility=visibility)), audience)
    assert (PAGE in uris(shown)) is there
    assert (FILE in signed(shown)) is there
    assert ("portfolios/ann/credentials/pacing.ob2.json" in told(shown)) is there
    assert any(each.uri == "portfolios/ann/credentials/pacing" for each in shown.badges) is there


def test_only_what_is_proven_is_published():
    there = unproven(world(ann(document("ann", "pacing"))))
    assert PAGE not in uris(there)
    assert signed(there) == {"issuer/did.json": "competencies/issuer/did.json"}
    assert view(there, ANN).credentials == ()
    assert view(there, ANN).met[0].issued


@pytest.mark.parametrize(
    ("evidence", "there"),
    [
        (work("ann", "paced"), True),
        (kept(), True),
        (work("ann", "hidden", "Secret word"), False),
        (work("ann", "gone", "Secret word"), False),
        ({"id": f"{SITE}/portfolios/ann/hidden/film.pdf", "name": "Secret word"}, False),
        ({"narrative": f"see {SITE}/portfolios/ann/hidden/ , Secret word"}, False),
        ({"id": f"{SITE.upper()}/PORTFOLIOS/ann/hid%64en/", "name": "Secret word"}, False),
        ({"id": "https://elsewhere.example.org/x", "name": "Elsewhere"}, True),
    ],
)
def test_one_that_names_hidden_work_is_not_shown(evidence: dict[str, Any], there: bool):
    hidden = reviewed(submission("ann", "hidden", visibility=INTERNAL))
    mine = portfolio("ann", reviewed(submission("ann", "paced")), hidden)
    shown = site(world(with_ledger(mine, credential(document("ann", "pacing", evidence)))))
    assert (PAGE in uris(shown)) is there
    assert (FILE in signed(shown)) is there
    assert "Secret word" not in everything(shown)
    assert "hidden" not in everything(shown)


def test_a_pathways_goes_when_one_that_it_rests_on_is_not_shown():
    hidden = reviewed(submission("ann", "hidden", visibility=INTERNAL))
    page = {"id": f"{SITE}/portfolios/ann/credentials/pacing/", "name": "Secret word"}
    mine = portfolio("ann", hidden)
    whole = (document("ann", "pacing", work("ann", "hidden")), document("ann", "route", page))
    shown = site(world(with_ledger(mine, *map(credential, whole))))
    assert not [each for each in uris(shown) if "credentials" in each and "ann" in each]
    assert "Secret word" not in everything(shown)
    fine = (document("ann", "pacing", kept()), document("ann", "route", page))
    there = site(world(with_ledger(mine, *map(credential, fine))))
    (line,) = view(there, "portfolios/ann/credentials/route.md").evidence
    assert line.page.uri == PAGE
    assert view(there, "portfolios/ann/credentials/route.md").kind == "Pathway"


def test_evidence_that_is_kept_names_nothing():
    shown = view(site(world(ann(document("ann", "pacing", kept())))), PAGE)
    (line,) = shown.evidence
    assert (line.page, line.link, line.digest) == (None, None, DIGEST)
    assert "repository" in line.title


@pytest.mark.parametrize(("digest", "words"), [(DIGEST, "still exactly"), ("sha256:other", "been changed")])
def test_evidence_says_whether_it_is_still_what_was_reviewed(digest: str, words: str):
    mine = portfolio("ann", submission("ann", "paced", digest=digest))
    given = world(with_ledger(mine, credential(document("ann", "pacing", work("ann", "paced")))))
    (line,) = view(site(given), PAGE).evidence
    assert words in line.since
    assert line.commit == "c" * 40
    assert line.title == "plain title of paced"


def test_a_correction_takes_the_address_and_the_first_is_no_page_of_its_own():
    first = document("ann", "pacing")
    second = {**first, "validFrom": "2026-11-12T00:00:00Z"}
    mine = portfolio("ann", reviewed(submission("ann", "paced")))
    both = credential(first), credential(second, "pacing.2026-11-12")
    shown = site(world(with_ledger(mine, *both)))
    own = "portfolios/ann/credentials/pacing.2026-11-12.json"
    assert signed(shown)[FILE] == own == signed(shown)[own]
    pages = {each for each in uris(shown) if "/ann/credentials/" in each}
    assert pages == {PAGE, "portfolios/ann/credentials/transcript.md"}
    assert view(shown, PAGE).on == "2026-11-03"
    assert "Corrected on 12 November 2026" in view(shown, PAGE).asides[0].before
    third = credential({**first, "validFrom": "2026-11-14T00:00:00Z"}, "pacing.2026-11-14")
    shown = site(world(with_ledger(mine, *both, third)))
    assert signed(shown)[FILE] == "portfolios/ann/credentials/pacing.2026-11-14.json"
    assert signed(shown)[own] == own
    assert view(shown, PAGE).asides[0].ref.uri == own


def test_a_renewal_is_a_page_of_its_own_and_each_leads_to_the_other():
    first = document("ann", "pacing", validUntil="2026-11-04T23:59:59Z")
    again = document("ann", "pacing.2026-11-12", validFrom="2026-11-12T00:00:00Z", awardedDate=None)
    shown = site(world(ann(first, again)))
    newer = "portfolios/ann/credentials/pacing.2026-11-12.md"
    assert view(shown, PAGE).asides[0].ref.uri == newer
    assert view(shown, newer).asides[0].ref.uri == PAGE
    assert view(shown, PAGE).state.label == "Expired"
    assert "renewed" in view(shown, PAGE).state.meaning
    assert view(shown, newer).state.done


def test_a_stray_id_takes_nobodys_place():
    stray = document("ann", "pacing", id=f"{SITE}/portfolios/ann/credentials/listening.json")
    other = document("ann", "listening")
    mine = portfolio("ann")
    shown = site(world(with_ledger(mine, credential(stray, "pacing"), credential(other))))
    files = signed(shown)
    assert files["portfolios/ann/credentials/listening.json"].endswith(("listening.json", "pacing.json"))
    far = document("ann", "pacing", id="https://elsewhere.example.org/portfolios/ann/credentials/a.json")
    far_one = replace(credential(document("ann", "pacing")), id=far["id"], document=far)
    assert signed(site(world(with_ledger(mine, far_one))))[FILE] == FILE


@pytest.mark.parametrize(
    ("until", "revoked", "today", "label", "words"),
    [
        (None, False, date(2026, 11, 22), "Valid", "does not expire"),
        ("2026-11-22T23:59:59Z", False, date(2026, 11, 22), "Valid", "until 22 November 2026"),
        ("2026-11-21T23:59:59Z", False, date(2026, 11, 22), "Expired", "until 21 November 2026"),
        ("2026-11-21T23:59:59Z", True, date(2026, 11, 22), "Revoked", "A reason."),
        (None, True, date(2026, 11, 22), "Revoked", "10 November 2026: A reason."),
        (None, False, date(2026, 11, 1), "Not yet valid", "from 3 November 2026"),
    ],
)
def test_the_state_is_in_words(until: str | None, revoked: bool, today: date, label: str, words: str):
    given = document("ann", "pacing", validUntil=until)
    shown = site(world(ann(given), revoked=[(given["id"], "A reason")] if revoked else ()), today=today)
    state = view(shown, PAGE).state
    assert state.label == label
    assert words in state.meaning
    assert state.done is (label == "Valid")
    assert view(shown, ANN).credentials[0].state == state
    # what was revoked stays to be read
    assert FILE in signed(shown)


def test_the_levels_are_those_of_the_document():
    (row,) = view(site(world(ann(document("ann", "pacing")))), PAGE).reached
    assert (row.title, row.reached.title, row.required.title) == ("Pace", "Exemplary", "Proficient")
    assert [each.level.mastery for each in row.cells] == [False, False, True, True]
    assert [each.descriptor for each in row.cells] == list(LEVELS)
    assert row.reached.words == "Exemplary, level 4 of 4, mastery"


def test_hours_are_said_when_there_are_any():
    (fact,) = view(site(world(ann(document("ann", "pacing")))), PAGE).results
    assert (fact.label, fact.value) == ("Clock hours", "15 hours")
    without = document("ann", "pacing")
    without["credentialSubject"]["result"].pop()
    assert view(site(world(ann(without))), PAGE).results == ()


def test_a_rewritten_rubric_is_said_and_the_same_one_is_not():
    given = world(ann(document("ann", "pacing")))
    assert "rewritten" in view(site(given), PAGE).changed
    same = document("ann", "pacing")
    page = same["credentialSubject"]["achievement"]["id"]
    main = given.frameworks["main"]
    rubric = main.competencies["mastery"].rubric
    titles = {each.id: each.title for each in main.levels}
    described = [
        criterion(page, each.id, each.title, [each.descriptors[level] for level in LEVELS])
        for each in rubric.criteria.values()
    ]
    for each in described:
        for level, name in zip(each["rubricCriterionLevel"], titles.values(), strict=True):
            level["name"] = name
    same["credentialSubject"]["achievement"]["resultDescription"] = described
    assert view(site(world(ann(same))), PAGE).changed is None


@pytest.mark.parametrize(
    "member",
    [
        {"credentialSubject": {}},
        {"credentialSubject": []},
        {"credentialSubject": {"achievement": {"resultDescription": [{}], "criteria": "x"}, "result": 3}},
        {"credentialSubject": {"achievement": {"resultDescription": [{"rubricCriterionLevel": [{}]}]}}},
        {"evidence": None},
        {"evidence": "x"},
        {"evidence": [{}, 3, {"id": 3}, {"id": "javascript:alert(1)", "name": "x"}]},
        {"proof": None},
        {"proof": [{"verificationMethod": 3, "created": "yesterday"}]},
        {"issuer": "did:web:x"},
        {"name": "A <b>name</b> \x07"},
    ],
)
def test_an_odd_document_is_shown_as_far_as_it_goes(member: dict[str, Any]):
    shown = site(world(ann(document("ann", "pacing", **member))))
    made = view(shown, PAGE)
    assert made.recipient
    assert "<" not in next(each.title for each in shown.pages if each.uri == PAGE)
    assert all(line.link is None or line.link.url is None for line in made.evidence)


def test_downloads_lead_to_what_is_there():
    shown = site(world(ann(document("ann", "pacing"))))
    there = {*signed(shown), *told(shown)}
    there |= {f"{each.uri}.{ending}" for each in shown.badges for ending in ("svg", "png")}
    assert {each.uri for each in view(shown, PAGE).downloads} <= there
    assert {view(shown, PAGE).badge, view(shown, ANN).credentials[0].badge} <= there
    for address in ("competencies/micro-credentials/pacing.md", "competencies/pathways/route.md"):
        assert view(shown, address).badge in there
    revoked = [(document("ann", "pacing")["id"], "A reason")]
    gone = site(world(ann(document("ann", "pacing")), revoked=revoked))
    assert not [each for each in view(gone, PAGE).downloads if "ob2" in each.uri]


def test_a_portfolio_parts_badges_from_what_is_only_met():
    listening = reviewed(submission("ann", "heard", "listening"))
    mine = portfolio("ann", reviewed(submission("ann", "paced")), listening)
    given = world(with_ledger(mine, credential(document("ann", "pacing", work("ann", "paced")))))
    shown = view(site(given), ANN)
    assert [each.ref.uri for each in shown.credentials] == [PAGE]
    assert [each.micro_credential.title for each in shown.met if not each.issued] == ["Title of listening"]
    assert view(site(given), "portfolios/ann/paced/index.md").credential.ref.uri == PAGE
    assert view(site(given), "portfolios/ann/heard/index.md").credential is None
    rows = view(site(given), "competencies/micro-credentials/pacing.md").earners
    assert [each.credential.uri for each in rows] == [PAGE]


def test_an_award_of_hidden_work_shows_with_its_credential_and_without_its_work():
    mine = portfolio("ann", reviewed(submission("ann", "hidden", visibility=INTERNAL)))
    given = world(with_ledger(mine, credential(document("ann", "pacing", kept()))))
    shown = site(given)
    (row,) = view(shown, "competencies/micro-credentials/pacing.md").earners
    assert row.submission is None
    assert "hidden" not in everything(shown)
    revoked = [(document("ann", "pacing")["id"], "A reason")]
    over = site(world(with_ledger(mine, credential(document("ann", "pacing", kept()))), revoked=revoked))
    assert view(over, "competencies/micro-credentials/pacing.md").earners == ()


def test_the_learner_record_is_published_when_all_in_it_is():
    given = document("ann", "pacing")
    path = of_learner_record("ann")
    record = {"credentialSubject": {"verifiableCredential": [given]}}
    shown = site(world(ann(given)), more={path: record})
    assert signed(shown)[path] == path
    assert view(shown, ANN).record == path
    for inside in ([], [{**given, "name": "Another"}], [given, document("ann", "listening")]):
        less = site(world(ann(given)), more={path: {"credentialSubject": {"verifiableCredential": inside}}})
        assert path not in signed(less)
        assert view(less, ANN).record is None


def test_older_collections_get_hosted_badges():
    email = {"identityType": "emailAddress", "hashed": True, "identityHash": "sha256$ab", "salt": "cd"}
    given = document("ann", "pacing", work("ann", "paced"), validUntil="2027-01-31T23:59:59Z")
    files = told(site(world(ann(given))))
    one = files["portfolios/ann/credentials/pacing.ob2.json"]
    assert one["recipient"] == {"type": "url", "hashed": False, "identity": f"{SITE}/portfolios/ann/"}
    assert (one["issuedOn"], one["expires"]) == ("2026-11-03T00:00:00Z", "2027-01-31T23:59:59Z")
    assert one["verification"] == {"type": "HostedBadge"}
    assert one["evidence"][0]["id"] == f"{SITE}/portfolios/ann/paced/"
    badge_class = files[one["badge"].removeprefix(f"{SITE}/")]
    issuer = files[badge_class["issuer"].removeprefix(f"{SITE}/")]
    assert one["id"].startswith(issuer["verification"]["startsWith"][0])
    assert files[issuer["revocationList"].removeprefix(f"{SITE}/")]["revokedAssertions"] == []
    for name, each in files.items():
        if name.endswith("ob2.json"):
            assert each["id"] == f"{SITE}/{name}"
            assert None not in each.values()
    given["credentialSubject"]["identifier"].append(email)
    hashed = told(site(world(ann(given))))["portfolios/ann/credentials/pacing.ob2.json"]["recipient"]
    assert hashed == {"type": "email", "hashed": True, "salt": "cd", "identity": "sha256$ab"}


def test_what_is_revoked_is_listed_where_it_was_shown_and_nowhere_else():
    mine = ann(document("ann", "pacing"), document("ann", "listening"))
    bea = with_ledger(portfolio("bea", visibility=INTERNAL), credential(document("bea", "pacing")))
    revoked = [
        (document("ann", "pacing")["id"], "A reason."),
        (document("bea", "pacing")["id"], "Secret word."),
        (f"{SITE}/portfolios/nobody/credentials/x.json", "Secret word."),
    ]
    shown = site(world(mine, bea, revoked=revoked))
    (row,) = view(shown, ISSUER).revocations
    assert (row.credential.uri, row.reason, row.on) == (PAGE, "A reason.", "2026-11-10")
    (listed,) = told(shown)["issuer/ob2-revoked.json"]["revokedAssertions"]
    assert listed["revocationReason"] == "A reason."
    assert listed["id"].removeprefix(f"{SITE}/") not in told(shown)
    assert "Secret word" not in everything(shown)
    assert "bea" not in Said(json.dumps(told(shown)))


def test_evidence_facts_are_there_for_published_work_only():
    given = world(ann(), portfolio("bea", submission("bea", "mine"), visibility=INTERNAL))
    files = told(site(given))
    assert files["portfolios/ann/paced/evidence.json"] == {
        "digest": "sha256:ann-paced",
        "micro_credential": "pacing",
        "commit": None,
    }
    assert not [each for each in files if "bea" in each]


def test_the_issuer_says_which_key_signs_and_since_when():
    old = document("ann", "listening", key=OLD_KEY)
    old["proof"][0]["created"] = "2026-10-01T00:00:00Z"
    shown = view(site(world(ann(document("ann", "pacing"), old)), more={STATUS_SOURCE: {}}), ISSUER)
    assert [each.credentials for each in shown.keys] == [1, 1]
    assert shown.keys[0].since == "2026-11-03"
    assert (shown.keys[1].key, shown.keys[1].since) == (OLD_KEY, "2026-10-01")
    assert shown.statuses == STATUS_LIST


def test_a_site_without_keys_has_its_issuer_and_nothing_signed():
    shown = site(replace(world(ann(document("ann", "pacing"))), keys=None), more={})
    assert view(shown, ISSUER).did is None
    assert view(shown, ISSUER).keys == ()
    assert "issuer/did.json" not in signed(shown)
    assert "issuer/index.md" not in uris(site(replace(world(ann()), issuer=None)))


def test_planted_words_of_hidden_people_are_in_no_byte():
    hidden = reviewed(submission("bea", "secret-slug", word="Secret"), word="Secret")
    bea = with_ledger(
        portfolio("bea", hidden, visibility=INTERNAL, word="Secret"),
        credential(document("bea", "pacing", work("bea", "secret-slug", "Secret title"))),
    )
    mine = reviewed(submission("ann", "paced", co_authors=()))
    record = {"credentialSubject": {"verifiableCredential": [document("bea", "pacing")]}}
    more = {of_learner_record("bea"): record}
    shown = site(
        world(with_ledger(portfolio("ann", mine), credential(document("ann", "pacing"))), bea), more=more
    )
    assert "secret" not in everything(shown).lower()
    assert "/bea/" not in everything(shown)


def test_what_was_revoked_has_no_hours_on_the_transcript_and_what_holds_has_them_once():
    first = document("ann", "pacing")
    again = document("ann", "pacing.2026-11-03")
    given = world(
        with_ledger(
            portfolio("ann", reviewed(submission("ann", "paced"))), credential(first), credential(again)
        ),
        revoked=[(again["id"], "Issued twice.")],
    )
    shown = view(site(given), "portfolios/ann/credentials/transcript.md")
    told = [(each.state.id, each.hours) for each in shown.lines]
    assert sorted(told) == [("earned", shown.hours.total), ("revoked", None)]


@pytest.mark.parametrize(
    ("digest", "label"),
    [
        (None, "Competent: reviewers found every criterion at mastery"),
        ("sha256:other", "Found competent on 3 November 2026; the work has changed since"),
    ],
)
def test_work_that_was_earned_stays_found_competent_whatever_became_of_it(digest: str | None, label: str):
    done = reviewed(submission("ann", "paced"))
    mine = portfolio("ann", replace(done, digest=digest) if digest else done)
    given = world(with_ledger(mine, credential(document("ann", "pacing", work("ann", "paced")))))
    shown = view(site(given), "portfolios/ann/paced/index.md")
    assert (shown.standing.label, shown.competent.label) == ("Earned", label)
    assert bool(shown.competent.of) is (digest is None)
