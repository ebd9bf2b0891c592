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
        "trouble.person": say("Whose plan is it? Your folder’s name is needed to know where it goes."),
        "trouble.id": say("An id has small letters, digits and single hyphens, such as amina-yusuf."),
        "trouble.profile": say(
            "Your profile could not be read. Copy it whole and paste it again; or empty the field, and you"
            " get the lines of your plan alone."
        ),
    }


def _goals() -> Words:
    return {
        "gap.goals": say("no goal yet; one is a good beginning"),
        "trouble.empty": say("Write a goal first, or where you would like to go."),
        "trouble.goal": say("Say in a few words what you want to reach."),
        "as.written": say("{id} (as it is written now)"),
        "untitled": say("My plan"),
        "named": say("Plan: {goal}"),
        "open.paste": say("Copy it and open my profile on {host}"),
        "open.paste.hint": say(
            "It copies your whole profile with the new plan. In the new tab, select everything in the large"
            " box, paste over it, and save."
        ),
        "open.lines": say("Copy the lines and open my profile on {host}"),
        "open.lines.hint": say(
            "It copies the lines of your plan. In the new tab, paste them just above the second line of three"
            " dashes, and save."
        ),
        "copied.lines": say("Copied. Paste the lines just above the second line of three dashes, and save."),
        "open.filled": say("Open my new profile on {host}"),
        "copied.paste": say("Copied. In the new tab, select everything, paste over it, and save."),
    }
