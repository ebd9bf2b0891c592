"""``proofolio new``: files that are ready to fill in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from proofolio.adapters.files.answered import read_assessment, read_log, read_plan, read_review
from proofolio.adapters.files.answers import read_answers
from proofolio.adapters.files.profile import put_plan
from proofolio.adapters.files.proposal import named
from proofolio.adapters.files.write import add_to_roster, write_new
from proofolio.cli.lookup import must_be_id, must_be_known, open_district, submission_named, unknown
from proofolio.cli.options import root_option, today
from proofolio.core.diagnostics.error import ProofolioError
from proofolio.core.drafting.assessed import assessed
from proofolio.core.drafting.bid import bid
from proofolio.core.drafting.logged import LogAnswers, logged
from proofolio.core.drafting.personal import log_entry, profile, roster_entry, self_assessment
from proofolio.core.drafting.recognition import recognition, still_to_agree
from proofolio.core.drafting.review import review
from proofolio.core.drafting.reviewed import reviewed
from proofolio.core.drafting.scalar import day as iso_day
from proofolio.core.drafting.submission import Help, submission, word_of_caution
from proofolio.core.model import address
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.recognition import may_recognise

DATE = click.DateTime(formats=["%Y-%m-%d"])

_ANSWERS = click.option(
    "--answers",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=None,
    help="A JSON file with answers, as the form on the site keeps them; the file is filled in from it.",
)


@click.group()
def new() -> None:
    """Write a new file with prompts and the right ids, ready to fill in."""


@new.command("person")
@click.argument("person")
@click.option("--name", default=None, help="The full name (default: made from PERSON).")
@click.option("--github", "account", default=None, help="The account on the forge; changes are judged by it.")
@click.option("--organization", default=None, help="An organisation's id from issuer.yml.")
@click.option("--coach", default=None, help="The coach's id.")
@root_option
def new_person(
    person: str,
    name: str | None,
    account: str | None,
    organization: str | None,
    coach: str | None,
    root: Path | None,
) -> None:
    """Start a portfolio for PERSON (an id such as amina-yusuf) and put her on the roster."""
    home, district = open_district(root)
    must_be_id(person)
    if organization and district.issuer:
        must_be_known("organisation", organization, district.issuer.organizations)
    if coach:
        must_be_known("person", coach, district.people)
    shown = name or person.replace("-", " ").title()
    added = add_to_roster(home, person, roster_entry(person, shown, account, organization, coach, today()))
    _write(home, f"portfolios/{person}/index.md", profile())
    if added:
        click.echo(f"{shown} is on the roster now (portfolios/roster.yml)")


@new.command("submission")
@click.argument("person")
@click.argument("micro_credential")
@click.option(
    "--title", default=None, help="What you did, in one line (default: the micro-credential's title)."
)
@click.option("--slug", "name", default=None, help="The folder's name (default: made from the title).")
@click.option(
    "--guidance",
    type=click.Choice([each.value for each in Help]),
    default=Help.STARTERS.value,
    show_default=True,
    help="How much help the file brings: questions and sentences to begin with, questions alone, or headings"
    " alone. With --answers it makes no difference.",
)
@_ANSWERS
@root_option
def new_submission(
    person: str,
    micro_credential: str,
    title: str | None,
    name: str | None,
    guidance: str,
    file: Path | None,
    root: Path | None,
) -> None:
    """Start evidence by PERSON for MICRO_CREDENTIAL."""
    home, district = open_district(root)
    must_be_known("person", person, district.people)
    must_be_known("micro-credential", micro_credential, district.micro_credentials)
    asked = district.micro_credentials[micro_credential]
    answers = read_answers(file.read_bytes()) if file else None
    if answers and title:
        answers = replace(answers, title=title)
    shown = (answers.title.strip() if answers else title) or asked.title
    folder = name or named(shown, micro_credential)
    must_be_id(folder)
    if folder in address.RESERVED:
        raise ProofolioError(f"a submission cannot be called '{folder}'", "choose another name with --slug")
    text = bid(asked, answers) if answers else submission(district, asked, shown, Help(guidance))
    _write(home, f"portfolios/{person}/{folder}/index.md", text)
    caution = word_of_caution(district, asked)
    if caution:
        click.echo(f"note: {caution}", err=True)


@new.command("log")
@click.argument("person")
@click.argument("title", required=False)
@click.option(
    "--kind", type=click.Choice([kind.value for kind in LogKind]), default=None, help="(default: practice)"
)
@click.option("--hours", type=click.FloatRange(0, 744), default=None, help="Clock hours.")
@click.option("--competency", default=None, help="What it was about.")
@click.option("--course", default=None, help="The course, for --kind course.")
@click.option("--date", "on", type=DATE, default=None, help="When (default: today).")
@_ANSWERS
@root_option
def new_log(
    person: str,
    title: str | None,
    kind: str | None,
    hours: float | None,
    competency: str | None,
    course: str | None,
    on: datetime | None,
    file: Path | None,
    root: Path | None,
) -> None:
    """Add an entry called TITLE to PERSON's log; with --answers, TITLE and the options go before them."""
    home, district = open_district(root)
    must_be_known("person", person, district.people)
    answers = read_log(file.read_bytes()) if file else LogAnswers()
    said: dict[str, Any] = {"title": title, "kind": kind, "competency": competency, "course": course}
    said["hours"] = None if hours is None else f"{hours:g}"
    answers = replace(answers, **{key: value for key, value in said.items() if value})
    if not answers.title.strip():
        raise ProofolioError("the entry has no title", "say in a few words what it was")
    if answers.competency and district.competency(answers.competency) is None:
        raise unknown("competency", answers.competency, (each.id for each in district.competencies()))
    if answers.course:
        must_be_known("course", answers.course, district.courses)
    day = on.date().isoformat() if on else iso_day(answers.date) or today().isoformat()
    text = logged(answers) if file else _starter(answers, hours or 0.0)
    _write(home, f"portfolios/{person}/log/{day}-{named(answers.title, 'entry')}.md", text)


@new.command("review")
@click.argument("work")
@click.argument("reviewer")
@click.option("--date", "on", type=DATE, default=None, help="When (default: today).")
@_ANSWERS
@root_option
def new_review(work: str, reviewer: str, on: datetime | None, file: Path | None, root: Path | None) -> None:
    """Start a review of WORK (person/submission) by REVIEWER."""
    home, district = open_district(root)
    found = submission_named(district, work)
    person, name = found.key
    must_be_known("person", reviewer, district.people)
    if not district.people[reviewer].may_review:
        raise ProofolioError(
            f"{district.name_of(reviewer)} is no coach, assessor or approver", "see roster.yml"
        )
    if reviewer in (person, *found.co_authors):
        raise ProofolioError("nobody reviews her own work", "ask another coach or assessor")
    must_be_known("micro-credential", found.micro_credential, district.micro_credentials)
    asked = district.micro_credentials[found.micro_credential]
    day = on.date() if on else today()
    path = f"portfolios/{person}/{name}/reviews/{day.isoformat()}-{reviewer}.md"
    text = review(district, asked, found)
    if file:
        answers = read_review(file.read_bytes())
        _must_be_of(answers.version, found.digest)
        text = reviewed(district, asked, replace(answers, version=found.digest))
    _write(home, path, text)


@new.command("recognition")
@click.argument("work")
@click.option("--by", required=True, help="Who says thank you: the id of a leader, coach or approver.")
@click.option("--title", default=None, help="What everybody should see in it (default: the work's title).")
@click.option("--date", "on", type=DATE, default=None, help="When (default: today).")
@root_option
def new_recognition(work: str, by: str, title: str | None, on: datetime | None, root: Path | None) -> None:
    """Say thank you for WORK (person/submission), for everybody to see."""
    home, district = open_district(root)
    found = submission_named(district, work)
    must_be_known("person", by, district.people)
    if not may_recognise(district.people[by]):
        raise ProofolioError(f"{district.name_of(by)} is no leader, coach or approver", "see roster.yml")
    if by in (found.person, *found.co_authors):
        raise ProofolioError(
            f"{district.name_of(by)} took part in this work", "ask somebody else to say thank you"
        )
    day, shown = on.date() if on else today(), title or found.title
    name = f"{day.isoformat()}-{named(shown, 'recognition')}"
    _write(home, f"competencies/recognitions/{name}.md", recognition(found, by, shown))
    for each in still_to_agree(district, found):
        click.echo(f"note: {each}", err=True)


@new.command("self-assessment")
@click.argument("person")
@click.option("--framework", default=None, help="Which framework (default: the first).")
@click.option("--date", "on", type=DATE, default=None, help="When (default: today).")
@_ANSWERS
@root_option
def new_self_assessment(
    person: str, framework: str | None, on: datetime | None, file: Path | None, root: Path | None
) -> None:
    """Start a self-assessment by PERSON, with last time's levels to look at again."""
    home, district = open_district(root)
    must_be_known("person", person, district.people)
    chosen = framework or next(iter(district.frameworks), "")
    must_be_known("framework", chosen, district.frameworks)
    portfolio = district.portfolios.get(person)
    latest = portfolio.self_assessments[-1] if portfolio and portfolio.self_assessments else None
    day = on.date() if on else today()
    text = self_assessment(district, chosen, latest)
    if file:
        text = assessed(district, chosen, read_assessment(file.read_bytes()))
    _write(home, f"portfolios/{person}/self-assessments/{day.isoformat()}.yml", text)


@new.command("plan")
@click.argument("person")
@click.option(
    "--answers",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="A JSON file with the plan, as the form on the site keeps it.",
)
@root_option
def new_plan(person: str, file: Path, root: Path | None) -> None:
    """Put a plan into PERSON's profile; everything else in it stays as it is."""
    home, district = open_district(root)
    must_be_known("person", person, district.people)
    click.echo(f"written: {put_plan(home, person, read_plan(file.read_bytes()))}")


def _starter(answers: LogAnswers, hours: float) -> str:
    """An entry to fill in."""
    kind = LogKind(answers.kind or LogKind.PRACTICE)
    return log_entry(kind, answers.title, hours, answers.competency or None, answers.course or None)


def _write(home: Path, path: str, text: str) -> None:
    write_new(home, path, text)
    click.echo(f"written: {path}")


def _must_be_of(version: str, digest: str) -> None:
    """Answers for another version of the work are of something that nobody reads here."""
    digits = version.removeprefix("sha256:")
    if not digest.removeprefix("sha256:").startswith(digits):
        hint = "look at what has changed, and take version out of the answers if they still hold"
        raise ProofolioError(f"the answers are of version {digits[:12]}, and the work is another now", hint)
