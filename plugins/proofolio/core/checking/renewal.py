"""Licence-renewal profiles: they pass their own worked examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proofolio.core.checking.wording import counted, listed
from proofolio.core.diagnostics.finding import Finding
from proofolio.core.diagnostics.rules.renewal import FAILING_EXAMPLE
from proofolio.core.model.district import District
from proofolio.core.model.renewal import RenewalProfile


def check_renewals(district: District) -> Iterator[Finding]:
    """Every renewal profile."""
    for profile in district.renewals.values():
        yield from check_renewal(profile)


def check_renewal(profile: RenewalProfile) -> Iterator[Finding]:
    """One profile: runs each example."""
    for at, example in enumerate(profile.examples):
        lacking = profile.judge(example)
        where = profile.source.down("examples", at, "expect")
        if lacking and example.expect_met:
            message = f"the example expects met, but {_said(lacking)} lacking"
            yield Finding(FAILING_EXAMPLE, message, where)
        elif not lacking and not example.expect_met:
            yield Finding(FAILING_EXAMPLE, "the example expects not-met, but nothing is lacking", where)


def _said(lacking: Mapping[str, float]) -> str:
    parts = [
        counted(hours, "hour") + (f" in '{category}'" if category else "")
        for category, hours in sorted(lacking.items())
    ]
    single = len(lacking) == 1 and set(lacking.values()) == {1}
    return f"{listed(parts)} {'is' if single else 'are'}"
