"""All that the form for plans says while somebody writes."""

from __future__ import annotations

from proofolio.core.language.say import say, says
from proofolio.core.publishing.write.shared_words import Words, shared_words


def plan_words() -> Words:
    """The words of ``plan.js`` by their keys."""
    return {**shared_words(), **_profile(), **_goals()}


def _profile() -> Words:
    return {
        "read": [
            says(
                "Your profile was read: {n} goal is in it. Everything else in it stays as it is.",
                "Your profile was read: {n} goals are in it. Everything else in it stays as it is.",
                each,
                n="{n}",
            )
            for each in (1, 2)
        ],
        "read.new": say("A new profile begins: seen inside your organisation only, until you say otherwise."),
        "unclear.undashed": say(
            "This does not begin with a line of three dashes, so it is not the whole profile. Copy all of it,"
            " from the first line on."
        ),
        "unclear.unclosed": say(
            "The second line of three dashes is missing, so a part of the profile is missing too. Copy all of"
            " it."
        ),
        "unclear.odd": say(
            "Line {line} is written in a way that this page does not know. To lose nothing, it changes"
            " nothing: please change your plan in the editor instead."
        ),
        "unclear.twice": say(
            "Line {line} has a setting that stands there already. Take one of the two out in the editor"
            " first."
        ),
        "unclear.values": say(
            "Your plan is written in a way that this page does not know (line {line}), so it could not be"
            " shown here. To lose nothing, please change it in the editor instead."
        ),
        "gap.profile": say("your profile as it is now: paste it, choose its file, or begin a new one"),
        "trouble.person": say("Whose plan is it? Your folder’s name is needed to know where it goes."),
        "trouble.id": say("An id has small letters, digits and single hyphens, such as amina-yusuf."),
        "trouble.profile": say("Your profile as it is now is needed first, so that nothing in it is lost."),
    }


def _goals() -> Words:
    return {
        "gap.goals": say("no goal yet; one is a good beginning"),
        "trouble.goal": say("Say in a few words what you want to reach."),
        "as.written": say("{id} (as it is written now)"),
        "untitled": say("My plan"),
        "named": say("Plan: {goal}"),
        "open.paste": say("Copy it and open my profile on {host}"),
        "open.paste.hint": say(
            "It copies your whole profile with the new plan. In the new tab, select everything in the large"
            " box, paste over it, and save."
        ),
        "open.filled": say("Open my new profile on {host}"),
        "copied.paste": say("Copied. In the new tab, select everything, paste over it, and save."),
    }
