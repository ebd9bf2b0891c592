"""``proofolio issue``: who has earned what gets it, once, signed, and in words that hold."""

from __future__ import annotations

import copy
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.doors.forge import run
from tests.doors.issuing import DID_FILE, KEY, Office, office

from proofolio import issuing
from proofolio.adapters.signing.faults import faults
from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.signing.proof import proof_trouble
from proofolio.core.issuing.credential import with_status

AMINA = "portfolios/amina-yusuf/credentials"
SITE = "https://cedar-valley.example.org"
ACHIEVEMENT = f"{SITE}/competencies/micro-credentials/show-what-you-know/"


@pytest.fixture
def place(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    shutil.copytree(demo, tmp_path / "clone")
    made = office(tmp_path / "clone")
    monkeypatch.setenv("SIGNING_KEY", made.key.pem().decode())
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")  # 22 November 2026
    return made


def test_without_a_key_it_says_what_is_due(place: Office) -> None:
    done = place.run("issue")
    assert done.output.splitlines() == [
        "Amina Yusuf: Show what you know in more than one way, 2026-11-10: criteria met, not yet issued",
        "Dmitri Volkov: Rubrics that define mastery, 2026-11-09: criteria met, not yet issued",
        "Elena Marsh: Goal conferences, 2026-11-12: criteria met, not yet issued",
    ]
    assert place.run("issue", "--key", KEY, "--dry-run").output == done.output
    assert place.changed() == []


def test_everything_due_is_issued_once(place: Office) -> None:
    done = place.run("issue", "--key", KEY)
    assert done.exit_code == 0, done.output
    written = place.changed()
    assert written == [
        f"{AMINA}/record.clr.json",
        f"{AMINA}/show-what-you-know.json",
        "portfolios/dmitri-volkov/credentials/record.clr.json",
        "portfolios/dmitri-volkov/credentials/rubrics-that-define-mastery.json",
        "portfolios/elena-marsh/credentials/goal-conferences.json",
        "portfolios/elena-marsh/credentials/record.clr.json",
    ]
    for path in written:
        assert proof_trouble(place.json(path), place.keys) is None
    texts = {path: (place.root / path).read_bytes() for path in written}
    assert place.run("issue", "--key", KEY).output == "Nothing is due.\n"
    assert place.changed() == written
    assert {path: (place.root / path).read_bytes() for path in written} == texts
    assert place.run("check").exit_code == 0
    secret = place.key.pem().decode().splitlines()[1]
    assert not [text for text in texts.values() if secret.encode() in text]
    for path in written:  # once more, from the same commit: the same bytes
        (place.root / path).unlink()
    place.clone.git("checkout", "--quiet", "--", "portfolios")
    place.run("issue", "--key", KEY)
    assert {path: (place.root / path).read_bytes() for path in written} == texts


def test_what_would_not_verify_is_not_written(place: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """A signature holds over anything; the whole verifier has its say before a file is there."""

    def below_the_bar(unsigned: dict[str, Any], site: str, taken: frozenset[int]) -> dict[str, Any]:
        whole = copy.deepcopy(with_status(unsigned, site, taken))
        first = whole["credentialSubject"]["result"][0]
        first["achievedLevel"] = first["achievedLevel"].rpartition("-")[0] + "-emerging"
        return whole

    monkeypatch.setattr(issuing, "with_status", below_the_bar)
    done = place.run("issue", "--key", KEY)
    assert "it would not verify" in done.output
    assert place.changed() == []


def test_what_a_credential_says(place: Office) -> None:
    place.run("issue", "--key", KEY, "amina-yusuf/show-what-you-know")
    assert place.changed() == [f"{AMINA}/record.clr.json", f"{AMINA}/show-what-you-know.json"]
    made = place.json(f"{AMINA}/show-what-you-know.json")
    assert faults(made) == ()
    assert made["@context"][2].endswith("extensions.json"), "credentialSchema needs it"
    assert (made["id"], made["validFrom"], made["awardedDate"]) == (
        f"{SITE}/{AMINA}/show-what-you-know.json",
        "2026-11-10T00:00:00Z",
        "2026-11-10T00:00:00Z",
    )
    assert made["issuer"]["id"] == "did:web:cedar-valley.example.org:issuer"
    subject = made["credentialSubject"]
    assert subject["id"] == f"{SITE}/portfolios/amina-yusuf/"
    name, email = subject["identifier"]
    assert (name["hashed"], name["identityHash"]) == (False, "Amina Yusuf")
    assert (email["identityType"], email["identityHash"][:7]) == ("emailAddress", "sha256$")
    assert subject["source"]["name"] == "Rosa Díaz"
    achievement = subject["achievement"]
    assert achievement["id"] == ACHIEVEMENT
    described = {each["id"]: each for each in achievement["resultDescription"]}
    for result in subject["result"]:
        one = described.pop(result["resultDescription"])
        if one["resultType"] == "RubricCriterionLevel":
            levels = [each["id"] for each in one["rubricCriterionLevel"]]
            assert [each["level"] for each in one["rubricCriterionLevel"]] == ["1", "2", "3", "4"]
            assert levels.index(result["achievedLevel"]) >= levels.index(one["requiredLevel"])
        else:
            assert one["name"] == "Continuing-education clock hours"
            assert result["value"] == one["requiredValue"]
    assert described == {}, "every criterion has a result"
    (evidence,) = made["evidence"]
    commit = evidence["narrative"].split(" at commit ")[1].rstrip(".")
    place.clone.git("cat-file", "-e", f"{commit}:portfolios/amina-yusuf/two-ways-to-show-it/index.md")
    status = made["credentialStatus"]
    assert status["id"] == f"{SITE}/issuer/revocations.json#{status['statusListIndex']}"
    record = place.json(f"{AMINA}/record.clr.json")
    assert record["credentialSubject"]["verifiableCredential"][-1] == made


def test_a_preview_cannot_be_taken_for_a_credential(place: Office, tmp_path: Path) -> None:
    done = place.run("issue", "--preview", str(tmp_path / "previews"), "elena-marsh")
    assert "a preview, not a credential" in done.output
    (file,) = (tmp_path / "previews").iterdir()
    assert file.name == "elena-marsh.goal-conferences.preview.json"
    made = json.loads(file.read_text(encoding="utf-8"))
    assert made["name"].startswith("PREVIEW, NOT A CREDENTIAL")
    assert not {"proof", "credentialStatus"} & set(made)
    assert place.changed() == []


def test_a_strange_key_signs_nothing(place: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNING_KEY", SigningKey.new().pem().decode())
    done = place.run("issue", "--key", KEY)
    assert (done.exit_code, "does not belong to this issuer" in done.output) == (2, True)
    (place.root / DID_FILE).unlink()
    done = place.run("issue", "--key", KEY)
    assert (done.exit_code, "has no keys yet" in done.output) == (2, True)
    assert "proofolio keys new makes one" in place.run("issue").output
    assert place.changed() == [DID_FILE]


def test_what_is_not_committed_is_not_signed(place: Office) -> None:
    work = "portfolios/amina-yusuf/two-ways-to-show-it"
    (place.root / "portfolios/elena-marsh/notes.txt").write_text("x", encoding="utf-8")
    rubric = place.root / "competencies/micro-credentials/show-what-you-know.yml"
    rubric.write_text(rubric.read_text(encoding="utf-8") + "# later\n", encoding="utf-8")
    done = place.run("issue", "--key", KEY, "amina-yusuf")
    assert (done.exit_code, rubric.name in done.output) == (2, True)
    place.clone.git("checkout", "--quiet", "--", "competencies")
    done = place.run("issue", "--key", KEY, "amina-yusuf")
    assert done.exit_code == 0, "what is Elena's does not matter here"
    assert (place.root / AMINA / "show-what-you-know.json").is_file()
    assert (place.root / work).is_dir()


def test_a_shallow_clone_signs_nothing(place: Office, tmp_path: Path) -> None:
    target = tmp_path / "shallow"
    place.clone.git("clone", "--quiet", "--depth", "1", f"file://{place.root}", str(target))
    done = run(target, "issue", "--key", KEY)
    assert (done.exit_code, "the whole history" in done.output) == (2, True)


def test_names_that_nobody_has_are_refused(place: Office) -> None:
    assert "did you mean amina-yusuf?" in place.run("issue", "amina-yusof").output
    assert "did you mean show-what-you-know?" in place.run("issue", "amina-yusuf/show-what-you-now").output
    assert place.run("issue", "amina-yusuf/pace-a-unit").output == "Nothing is due.\n"
    assert place.run("issue", "--again", "why").exit_code == 2


def test_a_correction_keeps_id_award_and_results(place: Office) -> None:
    roster = place.root / "portfolios/roster.yml"
    text = roster.read_text(encoding="utf-8").replace("Amina Yusuf", "Amina Yusuf-Reid")
    place.clone.commit("A new name", **{"portfolios/roster.yml": text})
    done = place.run("issue", "--key", KEY, "--again", "a new name", "amina-yusuf/pace-a-unit")
    assert done.exit_code == 0, done.output
    before, after = (place.json(f"{AMINA}/{name}.json") for name in ("pace-a-unit", "pace-a-unit.2026-11-22"))
    assert after["credentialSubject"]["identifier"][0]["identityHash"] == "Amina Yusuf-Reid"
    assert (after["validFrom"], after["awardedDate"]) == ("2026-11-22T00:00:00Z", before["awardedDate"])
    for same in ("id", "credentialStatus", "evidence", "name"):
        assert after[same] == before[same]
    for same in ("achievement", "result", "source", "id"):
        assert after["credentialSubject"][same] == before["credentialSubject"][same]
    held = place.json(f"{AMINA}/record.clr.json")["credentialSubject"]["verifiableCredential"]
    assert (after in held, before in held) == (True, False)
    place.clone.commit("Corrected")
    assert place.run("check").exit_code == 0
    assert '"pace-a-unit"' in place.run("status", "amina-yusuf", "--format", "json").output
    done = place.run("issue", "--key", KEY, "--again", "once more", "amina-yusuf/pace-a-unit")
    assert "it is from 2026-11-22 already" in done.output


def test_work_that_is_hidden_since_loses_its_words_by_a_correction(place: Office) -> None:
    path = "portfolios/amina-yusuf/menu-maths/index.md"
    before = place.json(f"{AMINA}/pace-a-unit.json")["evidence"][0]
    assert before["name"]
    text = (place.root / path).read_text(encoding="utf-8").replace("---\n", "---\nvisibility: private\n", 1)
    place.clone.commit("For me only", **{path: text})
    done = place.run("issue", "--key", KEY, "--again", "it is private now", "amina-yusuf/pace-a-unit")
    assert done.exit_code == 0, done.output
    (after,) = place.json(f"{AMINA}/pace-a-unit.2026-11-22.json")["evidence"]
    assert set(after) == {"type", "narrative"}
    assert after["narrative"].endswith(before["narrative"])


def test_a_damaged_credential_is_not_issued_once_more_beside_itself(place: Office) -> None:
    path = f"{AMINA}/pace-a-unit.json"
    text = (place.root / path).read_text(encoding="utf-8").replace("Pace a unit", "Race a unit")
    place.clone.commit("Tampered", **{path: text})
    assert "error[credential-signature]" in place.run("check").output
    done = place.run("issue", "--key", KEY, "amina-yusuf")
    assert f"{path} has errors; mend it first" in done.output
    held = place.json(f"{AMINA}/record.clr.json")["credentialSubject"]["verifiableCredential"]
    assert not [each for each in held if each["id"].endswith("pace-a-unit.json")]


def test_what_was_earned_together_is_issued_together(place: Office) -> None:
    """Ben's pathway waits for its parts; both come in one run."""
    folder = "portfolios/ben-okafor/credentials"
    place.clone.git("rm", "--quiet", f"{folder}/relationships-stack.json", f"{folder}/strong-start.json")
    place.clone.commit("As if not yet issued")
    before = place.run("issue", "ben-okafor").output
    assert "it cannot be issued: it waits for the credentials of what it is made of: A strong start" in before
    done = place.run("issue", "--key", KEY, "ben-okafor")
    assert done.exit_code == 0, done.output
    made = place.json(f"{folder}/relationships-stack.json")
    assert [each["id"] for each in made["evidence"]] == [
        f"{SITE}/{folder}/{name}/" for name in ("strong-start", "families-as-partners")
    ]
    (status, *_) = made["credentialSubject"]["result"]
    assert status["status"] == "Completed"


def test_a_renewal_has_an_address_of_its_own(place: Office) -> None:
    """Dmitri's credential has run out; somebody reads his work anew."""
    work = "portfolios/dmitri-volkov/a-year-of-lab-questions"
    (review,) = sorted((place.root / work / "reviews").iterdir())
    text = review.read_text(encoding="utf-8")
    place.clone.commit("Read again", **{f"{work}/reviews/2026-11-20-tomas-reyes.md": text})
    done = place.run("issue", "--key", KEY, "dmitri-volkov/study-your-own-practice")
    assert done.exit_code == 0, done.output
    folder = "portfolios/dmitri-volkov/credentials"
    old = place.json(f"{folder}/study-your-own-practice.json")
    new = place.json(f"{folder}/study-your-own-practice.2026-11-20.json")
    assert new["id"] == f"{SITE}/{folder}/study-your-own-practice.2026-11-20.json"
    assert new["credentialStatus"] != old["credentialStatus"]
    assert (new["awardedDate"][:10], new["validUntil"]) == ("2026-11-20", "2027-11-20T23:59:59Z")
    place.clone.commit("Issued")
    assert place.run("issue", "dmitri-volkov/study-your-own-practice").output == "Nothing is due.\n"
    assert place.run("check").exit_code == 0
