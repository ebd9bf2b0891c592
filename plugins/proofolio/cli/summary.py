"""``proofolio summary``: what a change means, for its author and for reviewers."""

from __future__ import annotations

from pathlib import Path

import click

from proofolio import judging
from proofolio.adapters.reporting.summary_document import Summary, summary_json
from proofolio.adapters.reporting.summary_markdown import summary_markdown
from proofolio.adapters.reporting.summary_text import summary_text
from proofolio.cli.options import find_root, form_option, read_form, root_option, today
from proofolio.core.model.change import Actor


@click.command()
@click.option("--base", required=True, help="The branch or commit that the change goes into.")
@click.option("--head", default="HEAD", show_default=True, help="The change's last commit.")
@click.option("--actor", default=None, help="The account that opened the pull request.")
@click.option("--actor-id", type=int, default=None, help="That account's number, with --actor.")
@form_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to say it; json is what proofolio comment takes.",
)
@root_option
def summary(
    base: str,
    head: str,
    actor: str | None,
    actor_id: int | None,
    issue: Path | None,
    form: str,
    root: Path | None,
) -> None:
    """Say what is complete, what is missing, what changes, and the one next step.

    Everything is read from Git, nothing from the folder. Exit code 0 whatever the change is like:
    proofolio check --base judges it.
    """
    account = None if actor is None else Actor(actor, actor_id)
    if account is None and issue is not None:
        raise click.UsageError("--form needs --actor")
    home, day = find_root(root), today()
    judgement = judging.inspect_change(home, base, head, account, day, read_form(issue, account))
    issuer = judgement.base.district.issuer
    found = judging.summarise(home, judgement, day)
    click.echo(_told(found, form, issuer.url if issuer else None), nl=False)


def _told(found: Summary, form: str, site: str | None) -> str:
    if form == "json":
        return summary_json(found).decode("utf-8")
    return summary_markdown(found, site) if form == "markdown" else summary_text(found)
