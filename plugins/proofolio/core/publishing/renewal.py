"""The page of a licence-renewal profile."""

from __future__ import annotations

from proofolio.core.model import address
from proofolio.core.model.renewal import RenewalExample, RenewalProfile
from proofolio.core.publishing import words
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.views.renewal import ExampleRow, RenewalView


def renewal_page(profile: RenewalProfile) -> Page:
    """What one licence asks for in one cycle, with its worked examples."""
    each_counts = profile.hours_per_micro_credential
    view = RenewalView(
        f"A cycle of {words.duration(profile.cycle)}.",
        f"At least {words.hours(profile.hours_at_least)} in all.",
        tuple(
            f"At least {words.hours(least)} in {_category(key)}." for key, least in profile.categories.items()
        ),
        f"Each micro-credential counts as {words.hours(each_counts)} here."
        if each_counts is not None
        else "Each micro-credential counts with its own hours.",
        tuple(_example(profile, each) for each in profile.examples),
    )
    return Page(
        address.of_renewal(profile.id),
        profile.title,
        "renewal.html",
        view,
        profile.source.file,
        f"{words.hours(profile.hours_at_least)} in {words.duration(profile.cycle)} for “{profile.title}”.",
        (profile.source.file,),
    )


def _example(profile: RenewalProfile, example: RenewalExample) -> ExampleRow:
    given = [words.count(example.micro_credentials, "micro-credential")] if example.micro_credentials else []
    given += [f"{words.hours(hours)} of {_category(key)}" for key, hours in example.log_hours.items()]
    lacking = profile.judge(example)
    told = "Met"
    if lacking:
        short = (
            f"{words.hours(each)} in {_category(key) if key else 'all'}" for key, each in lacking.items()
        )
        told = f"Not met: {words.listed(short)} short"
    return ExampleRow(words.sentence(words.listed(given)) or "Nothing", not lacking, told)


def _category(key: str) -> str:
    return words.plain(key).lower() if key else "no category"
