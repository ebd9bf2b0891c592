"""Standing as text for a terminal: first what is there, then the one next step."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from proofolio.core.model.district import District
from proofolio.core.model.learning_cycle import LearningCycle
from proofolio.core.model.progress import PersonProgress
from proofolio.core.model.standing import Decision

_WIDTH = 96


def status_text(district: District, progress: Mapping[str, PersonProgress]) -> str:
    """The status of these people, one after the other."""
    if not progress:
        return "There is no portfolio yet. proofolio new person NAME makes one.\n"
    return "\n".join("\n".join(_person(district, each)) + "\n" for each in progress.values())


def _person(district: District, progress: PersonProgress) -> Iterator[str]:
    name = f"{district.name_of(progress.person)} ({progress.person})"
    yield name
    yield "=" * len(name)
    if not progress.decisions:
        yield "  No submissions yet."
    for slug, decision in progress.decisions.items():
        yield from _submission(district, slug, decision)
        yield from _cycle(district, progress, decision)
    earned = [
        district.micro_credentials[each].title
        for each in sorted(progress.awards)
        if each in district.micro_credentials
    ]
    yield from _line("Earned", "; ".join(earned) or "nothing yet")
    for each in progress.sets.values():
        yield from _line("Set", f"{each.title}: {each.have} of {each.of} competencies demonstrated")
    yield from _coverage(district, progress)
    for pathway_id, pathway in progress.pathways.items():
        title = district.pathways[pathway_id].title if pathway_id in district.pathways else pathway_id
        yield from _line("Pathway", f"{title}: {'finished' if pathway.met else 'on the way'}")
        for reason in pathway.because:
            yield from _line("", reason)
        if pathway.still:
            yield from _line("", f"would finish it: {', '.join(pathway.still)}")
    for goal in progress.goals:
        reached = f"reached {goal.reached}" if goal.reached else "no level reached yet"
        wanted = f", aiming at {goal.goal.target}" if goal.goal.target else ""
        yield from _line("Plan", f"{goal.goal.goal} ({reached}{wanted}{'; met' if goal.met else ''})")
    categories = ", ".join(
        f"{category or 'other'} {hours:g}" for category, hours in progress.hours.by_category.items()
    )
    yield from _line("Hours", f"{progress.hours.total:g}" + (f" ({categories})" if categories else ""))
    for profile, renewal in progress.renewal.items():
        state = "met" if renewal.met else f"{renewal.hours:g} of {renewal.of:g} hours"
        yield from _line("Renewal", f"{profile}: {state}, until {renewal.ends.isoformat()}")
        for reason in renewal.because:
            yield from _line("", reason)


def _coverage(district: District, progress: PersonProgress) -> Iterator[str]:
    """How many competencies of each framework some evidence names."""
    for framework in district.frameworks.values():
        every = [progress.competencies.get(each.ref) for each in framework.competencies.values()]
        have = sum(1 for each in every if each and (each.claimed or each.log_entries))
        if have:
            noun = "competency" if len(every) == 1 else "competencies"
            yield from _line("Evidence", f"{have} of {len(every)} {noun} of {framework.title}")


def _submission(district: District, slug: str, decision: Decision) -> Iterator[str]:
    asked = district.micro_credentials.get(decision.micro_credential)
    yield f"  {slug}: {asked.title if asked else decision.micro_credential}"
    yield from _line("standing", decision.standing.value, indent=4)
    yield from _line("complete", "yes" if decision.complete else "not yet", indent=4)
    for gap in decision.missing:
        yield from _line("", f"missing: {gap.message}", indent=4)
    yield from _line("competent", "yes" if decision.competent else "not yet", indent=4)
    for criterion in decision.criteria.values():
        by = ", ".join(district.name_of(each) for each in criterion.by)
        level = f"{criterion.level} (by {by})" if criterion.level else "not rated"
        yield from _line("", f"{criterion.criterion}: {level}", indent=4)
    if decision.stale_reviews:
        yield from _line("", f"{decision.stale_reviews} reviewed an earlier version", indent=4)
    for reason in decision.because:
        yield from _line("because", reason, indent=4)
    if decision.next_step:
        yield from _line("next", decision.next_step, indent=4)


def _cycle(district: District, progress: PersonProgress, decision: Decision) -> Iterator[str]:
    """The phases of the learning cycle in the log, where the micro-credential asks for cycles."""
    asked = district.micro_credentials.get(decision.micro_credential)
    competency = district.competency_of(asked) if asked and asked.cycles else None
    if competency is None:
        return
    cycle = progress.competencies[competency.ref].cycle or LearningCycle({})
    there = ", ".join(f"{phase} {done.count} (last {done.last})" for phase, done in cycle.done.items())
    yield from _line("cycle", there or "nothing in the log yet", indent=4)
    if cycle.lacking:
        yield from _line("", f"to close the circle: {', '.join(cycle.lacking)}", indent=4)


def _line(label: str, text: str, indent: int = 2) -> Iterator[str]:
    """A labelled line, wrapped under its text."""
    head = " " * indent + f"{label:<10}"
    yield from textwrap.wrap(
        text, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False
    )
