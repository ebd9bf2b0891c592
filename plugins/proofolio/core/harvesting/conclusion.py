"""From a round of words to a review's findings, or to what is still missing in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from proofolio.core.harvesting.entry import Round
from proofolio.core.harvesting.file import Findings
from proofolio.core.harvesting.offer import short
from proofolio.core.model.review import Verdict


@dataclass(frozen=True, slots=True)
class Earlier:
    """A review that the same person gave of another version, which a confirmation can stand on."""

    on: date
    findings: Findings


@dataclass(frozen=True, slots=True)
class Conclusion:
    """The findings and a sentence for the body, or why there are none."""

    findings: Findings | None
    body: str = ""
    missing: tuple[str, ...] = ()


def conclude(spoken: Round, earlier: Sequence[Earlier]) -> Conclusion:
    """What a round comes to. Nothing is made up: what is missing is asked for."""
    if spoken.unclear:
        return Conclusion(None, missing=("two lines say opposite things; leave the one that you mean",))
    source = next((each.address for each in reversed(spoken.entries) if each.address), None)
    found = Findings(spoken.digest, Verdict.REVISE, spoken.ratings, spoken.next_steps, source)
    if spoken.recused:
        stepped_back = replace(found, verdict=Verdict.RECUSED, ratings={}, next_steps={})
        return Conclusion(stepped_back, "Stepped back from this review.")
    if spoken.only_decides and spoken.verdict:
        return Conclusion(replace(found, verdict=spoken.verdict, next_steps={}))
    if spoken.confirms:
        return _confirm(spoken, found, earlier)
    return _complete(spoken, found, spoken.verdict, "")


def confirmed(before: Earlier, digest: str, source: str | None) -> tuple[Findings, str]:
    """The same findings for today's version, and the sentence that says so."""
    found = replace(before.findings, reviewed=digest, source=source)  # the rubric stays that of the ratings
    return found, f"Confirmed after looking at what changed since {before.on.isoformat()}."


def _confirm(spoken: Round, found: Findings, earlier: Sequence[Earlier]) -> Conclusion:
    stale = [each for each in earlier if each.findings.reviewed != spoken.digest]
    if not stale:
        return Conclusion(None, missing=("there is no earlier review of yours that could still stand",))
    base = stale[-1]
    again, sentence = confirmed(base, spoken.digest, found.source)
    ratings = {**again.ratings, **spoken.ratings}
    steps = {**again.next_steps, **spoken.next_steps}
    settled = spoken.verdict or (None if spoken.ratings else again.verdict)
    found = replace(found, ratings=ratings, next_steps=steps, rubric=again.rubric)
    return _complete(spoken, found, settled, sentence)


def _complete(spoken: Round, found: Findings, stated: Verdict | None, body: str) -> Conclusion:
    words = spoken.words
    unrated = [each for each in words.criteria if each not in found.ratings]
    foreign = [each for each in found.ratings if each not in words.criteria]
    below = [each for each, level in found.ratings.items() if level not in words.mastered]
    stepless = [each for each in below if each not in found.next_steps]
    missing = []
    if not found.ratings:
        missing.append("nothing is rated yet")
    elif unrated:
        missing.append(f"a rating for {_listed(unrated)}")
    if foreign:
        missing.append(f"{_listed(foreign)} is not asked for any more; please rate anew")
    if stepless:
        missing.append(f"a next step for {_listed(stepless)}, rated below mastery (write: next: …)")
    if stated is Verdict.MET and below:
        missing.append(f"the verdict says met, and {_listed(below)} is below mastery; which do you mean?")
    if missing:
        return Conclusion(None, missing=tuple(missing))
    verdict = stated or (Verdict.REVISE if below else Verdict.MET)
    order = {name: found.ratings[name] for name in words.criteria}
    steps = {name: found.next_steps[name] for name in words.criteria if name in found.next_steps}
    return Conclusion(replace(found, verdict=verdict, ratings=order, next_steps=steps), body)


def summary(found: Findings, on: date) -> str:
    """A review in a few lines, for the file of a later one on the same day."""
    rows = [
        f"**Earlier on {on.isoformat()}**, of version {short(found.reviewed)}: {found.verdict.value}.",
        "",
    ]
    for criterion, level in found.ratings.items():
        step = found.next_steps.get(criterion)
        rows.append(f"- {criterion}: {level}" + (f" – next: {step}" if step else ""))
    return "\n".join(rows)


def _listed(names: Sequence[str]) -> str:
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
