"""The page of a licence-renewal profile."""

from __future__ import annotations

from proofolio.core.language.phrase import capital, listed
from proofolio.core.language.say import say, says
from proofolio.core.model import address
from proofolio.core.model.renewal import RenewalExample, RenewalProfile
from proofolio.core.publishing import words
from proofolio.core.publishing.page import Page
from proofolio.core.publishing.views.renewal import ExampleRow, RenewalView


def renewal_page(profile: RenewalProfile) -> Page:
    """What one licence asks for in one cycle, with its worked examples."""
    each_counts = profile.hours_per_micro_credential
    view = RenewalView(
        say("A cycle of {time}.", time=words.duration(profile.cycle)),
        say("At least {hours} in all.", hours=words.hours(profile.hours_at_least)),
        tuple(
            say("At least {hours} in {category}.", hours=words.hours(least), category=_category(key))
            for key, least in profile.categories.items()
        ),
        say("Each micro-credential counts as {hours} here.", hours=words.hours(each_counts))
        if each_counts is not None
        else say("Each micro-credential counts with its own hours."),
        tuple(_example(profile, each) for each in profile.examples),
    )
    return Page(
        address.of_renewal(profile.id),
        profile.title,
        "renewal.html",
        view,
        profile.source.file,
        say(
            "{hours} in {time} for “{title}”.",
            hours=words.hours(profile.hours_at_least),
            time=words.duration(profile.cycle),
            title=profile.title,
        ),
        (profile.source.file,),
    )


def _example(profile: RenewalProfile, example: RenewalExample) -> ExampleRow:
    counted = example.micro_credentials
    given = [says("{n} micro-credential", "{n} micro-credentials", counted)] if counted else []
    given += [
        say("{hours} of {category}", hours=words.hours(hours), category=_category(key))
        for key, hours in example.log_hours.items()
    ]
    lacking = profile.judge(example)
    told = say("Met")
    if lacking:
        told = say("Not met: {hours} short", hours=listed(_lacking(*each) for each in lacking.items()))
    return ExampleRow(capital(listed(given)) or say("Nothing"), not lacking, told)


def _lacking(category: str, hours: float) -> str:
    if not category:
        return say("{hours} in all", hours=words.hours(hours))
    return say("{hours} in {category}", hours=words.hours(hours), category=_category(category))


def _category(key: str) -> str:
    return words.plain(key).lower() if key else say("no category")
