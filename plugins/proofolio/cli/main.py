"""The ``proofolio`` command."""

from __future__ import annotations

import sys
from typing import Any

import click

from proofolio import __version__
from proofolio.cli.apply import apply
from proofolio.cli.build import build
from proofolio.cli.check import check
from proofolio.cli.codeowners import codeowners
from proofolio.cli.comment import comment
from proofolio.cli.confirm import confirm
from proofolio.cli.demo import demo
from proofolio.cli.digest import digest
from proofolio.cli.export import export
from proofolio.cli.export_portfolio import export_portfolio
from proofolio.cli.forms import forms
from proofolio.cli.harvest import harvest
from proofolio.cli.import_portfolio import import_portfolio
from proofolio.cli.importing import import_
from proofolio.cli.issue import issue
from proofolio.cli.keys import keys
from proofolio.cli.new import new
from proofolio.cli.notice import notice
from proofolio.cli.propose import propose
from proofolio.cli.publish import publish
from proofolio.cli.pull import pull
from proofolio.cli.queue import queue
from proofolio.cli.recipient import recipient
from proofolio.cli.record_credential import record_credential
from proofolio.cli.report import report
from proofolio.cli.revoke import revoke
from proofolio.cli.schema import schema
from proofolio.cli.status import status
from proofolio.cli.stipends import stipends_command
from proofolio.cli.story import story
from proofolio.cli.summary import summary
from proofolio.cli.transcript import transcript_command
from proofolio.cli.verify import verify
from proofolio.cli.workflows import workflows
from proofolio.core.diagnostics.error import ProofolioError

CANNOT_RUN = 2


class Door(click.Group):
    """Catches what cannot go on, once, and says it in words. Nobody meets a stack trace."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; a ProofolioError ends with exit code 2."""
        try:
            return super().invoke(ctx)
        except ProofolioError as error:
            click.echo(f"error: {error.message}", err=True)
            if error.hint:
                click.echo(f"  hint: {error.hint}", err=True)
            sys.exit(CANNOT_RUN)
        except BrokenPipeError:
            sys.exit(0)
        except OSError as error:
            place = f": {error.filename}" if error.filename else ""
            click.echo(f"error: {error.strerror or error}{place}", err=True)
            sys.exit(CANNOT_RUN)


@click.group(cls=Door, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="proofolio")
def main() -> None:
    """Competency-based professional learning with files and Git."""


for _command in (
    build,
    check,
    codeowners,
    status,
    story,
    stipends_command,
    transcript_command,
    apply,
    new,
    schema,
    digest,
    export,
    export_portfolio,
    import_portfolio,
    record_credential,
    import_,
    demo,
    confirm,
    harvest,
    queue,
    report,
    summary,
    comment,
    notice,
    publish,
    pull,
    workflows,
    verify,
    forms,
    propose,
    issue,
    revoke,
    keys,
    recipient,
):
    main.add_command(_command)
