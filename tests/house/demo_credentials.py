"""Issue the demo's credentials anew, step by step, with a key that nobody keeps.

    python -m tests.house.demo_credentials

For maintainers: needed when the form of credentials changes, or the demo's data before some step that
issues. It writes into ``plugins/proofolio/adapters/demo/district``, and then the last state into the
repository's own ``competencies/`` and ``portfolios/``; ``make district`` runs it. Each run takes a new
key and throws it away, so afterwards nobody can issue in the demo's name.
"""

from __future__ import annotations

import re
import secrets
import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from proofolio import issuing, pipeline
from proofolio.adapters.demo import district as demo
from proofolio.adapters.demo.replay import DOMAIN, write_repository
from proofolio.adapters.files.schema import modeline
from proofolio.adapters.files.write import write_over
from proofolio.adapters.signing.key import SigningKey
from proofolio.adapters.signing.ledger import Pen, text_of, write_once
from proofolio.core.issuing.credential import Obstacle, taken_indices, unsigned, with_status
from proofolio.core.issuing.did_document import did_document
from proofolio.core.issuing.due import Due
from proofolio.core.issuing.recipient import hashed_email
from proofolio.core.issuing.status_list_credential import status_list_credential
from proofolio.core.model.did import IssuerKey, IssuerKeys, did_of

ROOT = Path(__file__).parents[2]
DATA = Path(demo.__file__).parent / "district"
ROSTER = DATA / "2025-08-04-roster" / "files" / demo.ROSTER
KEYS = "2025-11-03-keys"
REASON = "It was issued twice by mistake. The first one, of the same day and for the same work, holds."
WITHOUT_EMAIL = ("hugo-brandt",)
"""Nobody has to give an address."""
ISSUED: Mapping[str, tuple[tuple[str, str], ...]] = {
    "2026-11-14-issue-ben-okafor-relationships-stack": (
        ("ben-okafor", "strong-start"),
        ("ben-okafor", "relationships-stack"),
    ),
}
"""What a step issues, where its name does not say it all."""
TWICE = "2026-02-03-issue-elena-marsh-feedback-that-moves-learning-twice"
REVOKED = "2026-02-05-revoke-elena-marsh-feedback-that-moves-learning"
_STEP = re.compile(r"(?P<on>\d{4}-\d{2}-\d{2})-(?P<does>issue|revoke)-(?P<what>.+)")


def main() -> None:
    """Everything: the roster's hashes, the key, and each step that issues or revokes."""
    key = SigningKey.new()
    _hash_addresses()
    _publish(key)
    for folder in sorted(DATA.iterdir()):
        found = _STEP.fullmatch(folder.name)
        if found is not None:
            made = _redo(folder, date.fromisoformat(found["on"]), found["what"], key)
            print(f"{folder.name}: {', '.join(sorted(made))}")  # noqa: T201
    demo._steps.cache_clear()
    for name in ("competencies", "portfolios"):
        shutil.rmtree(ROOT / name)
    demo.last_state(ROOT)


def _redo(folder: Path, on: date, what: str, key: SigningKey) -> list[str]:
    """Do what a step does, on the district as it was before it; the paths of what it wrote."""
    shutil.rmtree(folder / "files", ignore_errors=True)
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "district"
        _state_before(folder.name, root)
        before = {path: path.read_bytes() for path in _files(root)}
        if folder.name == TWICE:
            _issue_twice(root, on, key)
        elif folder.name == REVOKED:
            _revoke(root, on, key)
        else:
            wanted = ISSUED.get(folder.name) or (_person_and_achievement(root, what),)
            outcome = issuing.issue(root, key, on, wanted)
            if outcome.not_issued or len(outcome.issued) != len(wanted):
                raise SystemExit(f"{folder.name}: {outcome.not_issued or 'nothing is due'}")
        made = [path for path in _files(root) if before.get(path) != path.read_bytes()]
        for path in made:
            target = folder / "files" / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        gone = [path.relative_to(root).as_posix() for path in before if not path.exists()]
        if gone:
            raise SystemExit(f"{folder.name} would delete {gone}, which its commit.yml has to say")
        return [path.relative_to(root).as_posix() for path in made]


def _state_before(step: str, root: Path) -> None:
    """The demo's repository as its commits had it before a step, ids included."""
    demo._steps.cache_clear()
    steps = demo._steps()
    at = next(number for number, each in enumerate(steps) if each.name == step)
    # One more step stands behind, so that none of these is taken for the last and gets the scaffold.
    made = list(demo.changes_of(steps[: at + 1], {}))[:-1]
    write_repository(root, made, demo.names())


def _files(root: Path) -> list[Path]:
    return [
        path for top in ("competencies", "portfolios") for path in (root / top).rglob("*") if path.is_file()
    ]


def _person_and_achievement(root: Path, what: str) -> tuple[str, str]:
    people = (path.name for path in (root / "portfolios").iterdir() if path.is_dir())
    person = next(each for each in people if what.startswith(f"{each}-"))
    return person, what.removeprefix(f"{person}-")


def _issue_twice(root: Path, on: date, key: SigningKey) -> None:
    """A second credential for the same work, as somebody who ran two signing jobs would have made it."""
    inspection = pipeline.inspect(root, on)
    person, achievement = "elena-marsh", "feedback-that-moves-learning"
    award = inspection.progress[person].awards[achievement]
    name = f"{achievement}.{award.on.isoformat()}"
    again = Due(person, achievement, award.on, award.until, name, award.submission)
    pen = Pen.of(key, inspection.district.keys)
    made = unsigned(issuing.desk_of(inspection), again)
    if isinstance(made, Obstacle) or inspection.district.issuer is None:
        raise SystemExit(str(made))
    whole = with_status(made, inspection.district.issuer.url, taken_indices(inspection.district))
    write_once(root, again.path, pen.sign(whole))
    issuing.follow_up(root, pen, pipeline.inspect(root, on), issuing.Outcome())


def _revoke(root: Path, on: date, key: SigningKey) -> None:
    inspection = pipeline.inspect(root, on)
    ledger = inspection.district.portfolios["elena-marsh"].credentials
    wrong = next(each for name, each in ledger.items() if name.startswith("feedback-that-moves-learning."))
    path = f"competencies/issuer/revocations/{on.isoformat()}-elena-marsh-feedback-that-moves-learning.yml"
    write_over(root, path, f"{modeline(path, 'revocation')}credential: {wrong.id}\nreason: {REASON}\n")
    pen = Pen.of(key, inspection.district.keys)
    issuing.follow_up(root, pen, pipeline.inspect(root, on), issuing.Outcome())


def _publish(key: SigningKey) -> None:
    """The public key and an empty list, as ``proofolio keys new`` writes them."""
    with tempfile.TemporaryDirectory() as place:
        root = Path(place) / "district"
        _state_before(KEYS, root)
        issuer = pipeline.inspect(root, date(2025, 11, 3)).district.issuer
    if issuer is None:
        raise SystemExit("the demo has no issuer")
    public = IssuerKey(key.multibase)
    did = did_of(issuer.url)
    keys = IssuerKeys(did, (public,), issuer.source)
    files = DATA / KEYS / "files"
    shutil.rmtree(files, ignore_errors=True)
    empty = Pen.of(key, keys).sign(status_list_credential(issuer, (), date(2025, 11, 3)))
    write_over(files, "competencies/issuer/did.json", text_of(did_document(did, (public,))))
    write_over(files, issuing.LIST_FILE, text_of(empty))


def _hash_addresses() -> None:
    """Give everybody on the roster the hash of the address that their commits have."""
    lines, person = [], ""
    text = ROSTER.read_text(encoding="utf-8")
    for line in text.splitlines():
        found = re.fullmatch(r"  ([a-z-]+):", line)
        person = found[1] if found else person
        lines.append(line)
        if line.startswith("    github:") and person not in WITHOUT_EMAIL and "sha256$" not in text:
            salt = secrets.token_hex(16)
            made = hashed_email(f"{person}@{DOMAIN}", salt)
            lines.append(f'    email: {{hash: "{made.hash}", salt: "{salt}"}}')
    ROSTER.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
