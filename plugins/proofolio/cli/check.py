"""``proofolio check``: what is wrong, where, why, and what to do."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from proofolio import judging, pipeline
from proofolio.adapters.git.worktree import differs
from proofolio.adapters.reporting.formats import FORMATS, reporter
from proofolio.adapters.reporting.judged import judged
from proofolio.cli.options import find_root, form_option, inside, read_form, root_option, today
from proofolio.core.model.change import Actor

FINDINGS = 1
HEAD = "HEAD"


@click.command()
@click.argument("path", required=False, type=click.Path(path_type=Path))
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to say it.",
)
@click.option(
    "--docs-url", default=None, help="Where the pages about findings are (default: the issuer's site)."
)
@click.option(
    "--base", default=None, help="Judge a change: what is committed since it left this branch or commit."
)
@click.option("--head", default=None, help=f"The change's last commit, with --base (default: {HEAD}).")
@click.option("--actor", default=None, help="The account that opened the pull request, with --base.")
@click.option("--actor-id", type=int, default=None, help="That account's number, with --actor.")
@form_option
def check(
    path: Path | None,
    root: Path | None,
    form: str,
    docs_url: str | None,
    base: str | None,
    head: str | None,
    actor: str | None,
    actor_id: int | None,
    issue: Path | None,
) -> None:
    """Check everything, or only what lies below PATH (such as portfolios/amina-yusuf).

    With --base, judge a change instead: whether it is its author's to make, and what it makes worse.
    Everything is then read from Git; the roster and the rules that count are those of the base.

    Exit code 0: nothing found. 1: findings. 2: could not run.
    """
    if base is None and (head, actor, actor_id) != (None, None, None):
        raise click.UsageError("--head, --actor and --actor-id need --base")
    if actor is None and (actor_id, issue) != (None, None):
        raise click.UsageError("--actor-id and --form need --actor")
    found_root = find_root(root, path if path and path.is_dir() else None)
    below = inside(found_root, path)
    verdict = None
    if base is None:
        inspection = pipeline.inspect(found_root, today())
        findings = inspection.located(below)
    else:
        account = None if actor is None else Actor(actor, actor_id)
        tip = HEAD if head is None else head
        sent = read_form(issue, account)
        judgement = judging.inspect_change(found_root, base, tip, account, today(), sent)
        findings = judgement.located(below)
        inspection = judgement.base
        number = judgement.filed.issue if judgement.filed else None
        verdict = judged(judgement.person, judgement.by_claim, base, judgement.target, number)
        if head is None and differs(found_root, judgement.head.loaded.tree):
            click.echo("Only what is committed is judged; this folder holds changes that are not.", err=True)
    issuer = inspection.district.issuer
    address = docs_url or (issuer.url if issuer else "")
    colour = form == "text" and sys.stdout.isatty()
    click.echo(reporter(form, colour).report(findings, address.rstrip("/")), nl=False)
    if verdict:
        click.echo(verdict, err=form != "text")
    sys.exit(FINDINGS if any(not each.finding.rule.waits for each in findings) else 0)
