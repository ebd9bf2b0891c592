"""From an issue that a form made to a proposal: who, what file, what is said. Nothing is sent from here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from proofolio.adapters.files.load import Loaded, load
from proofolio.adapters.files.proposal import Names, entry_day, free, named, names_on_disk, put, with_file
from proofolio.adapters.github.issue import Issue
from proofolio.core.checking.check import check
from proofolio.core.checking.completeness import gaps
from proofolio.core.drafting import reply
from proofolio.core.drafting.answers import answers, form_of, from_a_form
from proofolio.core.drafting.contained import contained, literal
from proofolio.core.drafting.filled import Body, Filled, entry, evidence, wants_review
from proofolio.core.drafting.form import LOG, Form
from proofolio.core.drafting.notes import day
from proofolio.core.drafting.questions import forms
from proofolio.core.model.history import History
from proofolio.core.model.identity import account_of
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.person import Person
from proofolio.core.publishing.forge import host, upload

_BODIES: tuple[Body, ...] = (contained, literal)


@dataclass(frozen=True, slots=True)
class Filing:
    """What becomes of an issue. Without a ``path``, nothing is filed, and ``reply`` says why.

    ``reply`` is empty when the issue is none of ours. ``gone`` is a file that the new one replaces.
    """

    number: int
    reply: str
    path: str = ""
    gone: str = ""
    branch: str = ""
    message: str = ""
    title: str = ""
    body: str = ""


def file_issue(root: Path, issue: Issue, today: date, out: Path) -> Filing:
    """Write the file that an issue's answers make, below ``out``.

    Roster, definitions and forms are those at ``root``, the base. ``out`` may hold what was made of the
    same issue before: that is brought up to date. Raises ProofolioError when there is no district.
    """
    filing, text = derive(load(root), issue, today, names_on_disk(root), names_on_disk(out))
    if filing.path:
        put(out, filing.path, text)
    if filing.gone:
        (out / filing.gone).unlink()
    return filing


def derive(loaded: Loaded, issue: Issue, today: date, taken: Names, there: Names) -> tuple[Filing, str]:
    """What an issue's answers make, and the file's text; the same issue makes the same, always.

    Args:
        loaded: the base.
        issue: as the forge tells it.
        today: the day of a log entry, where nothing else says it.
        taken: what lies in the base's folders, whose names are not free.
        there: what lies in those of the branch, which may have a file of the same issue already.
    """
    form = form_of(issue.text, forms(loaded.district))
    if form is None:
        return Filing(issue.number, reply.unknown_form() if from_a_form(issue.text) else ""), ""
    person, objection = _author(loaded, issue)
    if person is None:
        return Filing(issue.number, objection), ""
    given = answers(form, issue.text)
    asked = _asked(loaded, form)
    if asked is not None:
        return _evidence(loaded, issue, person, form, asked, given, taken, there)
    return _entry(loaded, issue, person, form, given, today, taken, there)


def _author(loaded: Loaded, issue: Issue) -> tuple[Person | None, str]:
    """The person whose account sent the form, or why it is not read."""
    known = account_of(issue.login, loaded.district.people.values())
    if known is None:
        return None, reply.not_on_the_roster(issue.login)
    person = loaded.district.people[known]
    if person.account_number is not None and person.account_number != issue.account_number:
        return None, reply.another_account(issue.login)
    if issue.editor is not None and issue.editor.lower() != issue.login.lower():
        return None, reply.edited_by_another(issue.login, issue.editor)
    return (person, "") if issue.is_open else (None, reply.closed())


def _asked(loaded: Loaded, form: Form) -> MicroCredential | None:
    if form.subject == LOG:
        return None
    asked = form.file.removeprefix("evidence-").removesuffix(".yml")
    return loaded.district.micro_credentials[asked]


def _evidence(
    loaded: Loaded,
    issue: Issue,
    person: Person,
    form: Form,
    asked: MicroCredential,
    given: dict[str, str],
    taken: Names,
    there: Names,
) -> tuple[Filing, str]:
    home = f"portfolios/{person.id}"
    new = set(there(home)) - set(taken(home))
    before = sorted(each for each in new if "index.md" in there(f"{home}/{each}"))
    wish = named(evidence(form, asked, given, False).title, asked.id)
    path = f"{home}/{before[0] if before else free(wish, taken(home))}/index.md"
    handed_in = wants_review(given)
    missing: list[str] = []
    odd: list[str] = []
    for submitted, body, as_text in _attempts(handed_in):
        made = evidence(form, asked, given, submitted, body, as_text)
        trouble, lacking = _judged(loaded, person, path, made)
        missing = missing or lacking
        if not trouble:
            branch = _branch(issue, asked.id)
            told = (*made.told, *odd) if as_text else made.told
            words = reply.filed(path, told, missing, made.attached, handed_in, _upload(loaded, branch, path))
            return _filed(issue, person, path, made, words, f"Evidence for {asked.id}", branch), made.text
        odd = odd or [each for each in trouble if each not in lacking][:1]
    return Filing(issue.number, reply.too_much(reply.inert((*odd, *trouble)[0]))), ""


def _attempts(handed_in: bool) -> Iterator[tuple[bool, Body, bool]]:
    """As wished; letter by letter, should the text be trouble; as a draft, should something lack; and
    with evidence and impact as the text that they were written as.
    """
    for submitted in (True, False) if handed_in else (False,):
        for body in _BODIES:
            yield submitted, body, False
    for body in _BODIES:
        yield False, body, True


def _upload(loaded: Loaded, branch: str, path: str) -> str | None:
    """Where files can be added to what was filed."""
    issuer = loaded.district.issuer
    if issuer is None or issuer.forge is None or host(issuer.forge) is None:
        return None
    return upload(replace(issuer.forge, branch=branch), path.rpartition("/")[0])


def _branch(issue: Issue, name: str) -> str:
    return f"form/{issue.number}-{re.sub(r'[^a-z0-9-]', '-', name)}"


def _entry(
    loaded: Loaded,
    issue: Issue,
    person: Person,
    form: Form,
    given: dict[str, str],
    today: date,
    taken: Names,
    there: Names,
) -> tuple[Filing, str]:
    home = f"portfolios/{person.id}/log"
    before = sorted(each for each in set(there(home)) - set(taken(home)) if each.endswith(".md"))
    refs = {f"{each.title} ({each.ref})": each.ref for each in loaded.district.competencies()}
    on = entry_day(day(given["date"]), issue.sent or today)
    wish = f"{on.isoformat()}-{named(entry(form, given, refs).title, 'entry')}"
    path = f"{home}/{free(wish, {each.removesuffix('.md') for each in taken(home)})}.md"
    trouble: list[str] = []
    for body in _BODIES:
        made = entry(form, given, refs, body)
        trouble, _ = _judged(loaded, person, path, made)
        if not trouble:
            gone = f"{home}/{before[0]}" if before and f"{home}/{before[0]}" != path else ""
            told = reply.filed(path, made.told, (), made.attached, True)
            filing = _filed(issue, person, path, made, told, "Log entry", _branch(issue, "log"), gone)
            return filing, made.text
    return Filing(issue.number, reply.too_much(reply.inert(trouble[0]))), ""


def _judged(loaded: Loaded, person: Person, path: str, made: Filled) -> tuple[list[str], list[str]]:
    """What a check says against the file, and what is still to do, in sentences."""
    whole = with_file(loaded.tree, person.id, path, made.text)
    every = (*whole.findings, *check(whole.district, History()))
    found = [each.message for each in every if each.where.file == path]
    if path in whole.broken_paths and not found:
        return ["the file could not be read"], []
    folder = path.removesuffix("/index.md").rpartition("/")[2]
    work = whole.district.submission((person.id, folder))
    return found, [each.message for each in gaps(whole.district, work)] if work else []


def _filed(
    issue: Issue,
    person: Person,
    path: str,
    made: Filled,
    told: str,
    what: str,
    branch: str,
    gone: str = "",
) -> Filing:
    message = reply.commit_message(what, person, issue.number, issue.login, issue.account_number)
    title = reply.headline(f"{person.name}: {made.title}")
    body = reply.pull_text(issue.number, path, issue.login, told)
    return Filing(issue.number, told, path, gone, branch, message, title, body)
