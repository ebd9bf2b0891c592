"""What links into the forge's editor bring along, drafted once for the whole site."""

from __future__ import annotations

from proofolio.core.drafting.personal import log_entry
from proofolio.core.drafting.review import review_of
from proofolio.core.drafting.submission import shorter, submission
from proofolio.core.language.say import say
from proofolio.core.model.district import District
from proofolio.core.model.log_entry import LogKind
from proofolio.core.model.micro_credential import MicroCredential
from proofolio.core.model.starters import UNREAD, Starter, Starters


def starters(district: District) -> Starters:
    """A starter for every micro-credential, every review of one, and the log."""
    asked = district.micro_credentials
    return Starters(
        evidence={key: _evidence(district, each) for key, each in asked.items()},
        reviews={key: _review(district, each) for key, each in asked.items()},
        log=(log_entry(LogKind.REFLECTION, say("What I tried"), 0, None, None),),
    )


def _evidence(district: District, asked: MicroCredential) -> Starter:
    return submission(district, asked, asked.title), *shorter(asked, asked.title)


def _review(district: District, asked: MicroCredential) -> Starter:
    return tuple(review_of(district, asked, UNREAD, described) for described in (True, False))
