"""Decisions: everything that is decided about one submission, put together."""

from __future__ import annotations

from datetime import date

from proofolio.core.awarding.award import Awards
from proofolio.core.awarding.catalogue import Catalogue
from proofolio.core.awarding.judgement import Judgement
from proofolio.core.awarding.reason import Reasons
from proofolio.core.awarding.standing import place
from proofolio.core.awarding.step import next_step
from proofolio.core.awarding.wait import wait_for, whom
from proofolio.core.model.standing import Decision


def decision(judgement: Judgement, awards: Awards, catalogue: Catalogue, today: date) -> Decision:
    """The decision on one submission, once the person's awards are known."""
    stands = place(judgement, awards, today)
    wait = wait_for(judgement, stands)
    asked = whom(judgement, wait, catalogue)
    return Decision(
        key=judgement.submission.key,
        micro_credential=judgement.submission.micro_credential,
        complete=not judgement.missing,
        missing=judgement.missing,
        competent=judgement.competent,
        criteria=judgement.criteria,
        ratings=judgement.ratings,
        stale_reviews=judgement.reviews.stale,
        round=judgement.reviews.round,
        standing=stands.standing,
        next_step=next_step(judgement, stands, asked, catalogue),
        because=Reasons(judgement, stands, catalogue).because(),
        decided_on=stands.decided_on,
        expires_on=stands.expires_on,
        waits_for=wait,
        asked=asked,
    )
