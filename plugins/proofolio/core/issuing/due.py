"""What is due: who has earned what at this commit, and has no credential for it yet."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from proofolio.core.model.address import of_pathway
from proofolio.core.model.credential import Credential
from proofolio.core.model.district import District
from proofolio.core.model.progress import PathwayProgress, PersonProgress
from proofolio.core.model.standing import Award


@dataclass(frozen=True, slots=True)
class Due:
    """One credential to issue.

    ``on`` is the day of the deciding review, ``until`` the last day on which it will hold; ``name``
    that of its file, without the ending. ``submission`` is None for a pathway. ``why_not`` says what
    stands in the way, None when nothing does.
    """

    person: str
    achievement: str
    on: date
    until: date | None
    name: str
    submission: str | None = None
    why_not: str | None = None

    @property
    def is_pathway(self) -> bool:
        """Whether it is for a pathway."""
        return self.submission is None

    @property
    def path(self) -> str:
        """Where its file belongs."""
        return f"portfolios/{self.person}/credentials/{self.name}.json"


def due(
    district: District,
    progress: Mapping[str, PersonProgress],
    today: date,
    faulty: Container[str] = frozenset(),
) -> tuple[Due, ...]:
    """Everything that is earned and not issued, person by person, micro-credentials first.

    ``faulty`` are the files with errors. What a faulty credential stands for is not issued once more
    beside it.
    """
    found = (each for person in sorted(progress) for each in _of(district, progress[person], today))
    return tuple(_beside_faulty(district, each, faulty) for each in found)


def _beside_faulty(district: District, each: Due, faulty: Container[str]) -> Due:
    ledger = district.portfolios[each.person].credentials.values()
    same = [known.source.file for known in ledger if known.achievement == each.achievement]
    wrong = [file for file in same if file in faulty]
    stem = f"portfolios/{each.person}/credentials/{each.achievement}."
    wrong += [file for file in district.portfolios[each.person].broken if file.startswith(stem)]
    return replace(each, why_not=f"{wrong[0]} has errors; mend it first") if wrong else each


def _of(district: District, progress: PersonProgress, today: date) -> Iterator[Due]:
    portfolio = district.portfolios[progress.person]
    taken = frozenset(each.file_name for each in portfolio.credentials.values())
    for award in progress.awards.values():
        if not award.issued and award.submission is not None:
            yield _micro_credential(district, award, taken, today)
    held = held_credentials(district, progress.person, today)
    for each in progress.pathways.values():
        made = _pathway(district, progress, each, held, taken)
        if made is not None:
            yield made


def _micro_credential(district: District, award: Award, taken: frozenset[str], today: date) -> Due:
    why = _obstacle(district, award.person)
    if why is None and award.until is not None and award.until < today:
        why = f"it was valid until {award.until.isoformat()} only, and nobody issued it by then"
    name = _free(award.micro_credential, award.on, taken)
    if name is None:
        why = "there is a file of that name in the ledger already"
    path = name or award.micro_credential
    return Due(award.person, award.micro_credential, award.on, award.until, path, award.submission, why)


def _pathway(
    district: District,
    progress: PersonProgress,
    reached: PathwayProgress,
    held: Mapping[str, Credential],
    taken: frozenset[str],
) -> Due | None:
    pathway = district.pathways.get(reached.pathway)
    if pathway is None or pathway.award is None or not reached.met or reached.on is None:
        return None
    if pathway.id in district.micro_credentials:  # that one has the name in the ledger
        return None
    ledger = district.portfolios[progress.person].credentials.values()
    if pathway.id in held or not _may_begin_again(district, pathway.id, ledger, reached.on):
        return None
    why = _obstacle(district, progress.person)
    waits = [each for each in reached.have if each not in held]
    if why is None and waits:
        titles = [
            district.micro_credentials[each].title for each in waits if each in district.micro_credentials
        ]
        why = f"it waits for the credentials of what it is made of: {', '.join(titles) or ', '.join(waits)}"
    name = _free(pathway.id, reached.on, taken)
    if name is None:
        why = f"there is a file of that name in the ledger already ({of_pathway(pathway.id)})"
    return Due(progress.person, pathway.id, reached.on, None, name or pathway.id, None, why)


def _may_begin_again(district: District, name: str, ledger: Iterable[Credential], on: date) -> bool:
    """Whether what was revoked was finished anew since: what led to it then must not bring it back."""
    revoked = [
        district.revocations[each.id].on
        for each in ledger
        if each.achievement == name and each.id in district.revocations
    ]
    return all(on > each for each in revoked)


def held_credentials(district: District, person: str, today: date) -> dict[str, Credential]:
    """A person's credentials that hold on a day, by achievement: the newest of each."""
    found: dict[str, Credential] = {}
    for each in sorted(district.portfolios[person].credentials.values(), key=lambda each: each.valid_from):
        over = each.valid_until is not None and each.valid_until < today
        if each.id not in district.revocations and not over:
            found[each.achievement] = each
    return found


def _obstacle(district: District, person: str) -> str | None:
    if district.issuer is None:
        return "competencies/issuer.yml cannot be read, so nobody issues credentials"
    if person not in district.people:
        return f"'{person}' is not on the roster"
    return None


def _free(achievement: str, on: date, taken: frozenset[str]) -> str | None:
    """The name of the file: the achievement's, and with the day once that is taken."""
    wanted = (achievement, f"{achievement}.{on.isoformat()}")
    return next((each for each in wanted if each not in taken), None)
