"""What the scripts of the forms say. They hold no words of their own: all of them come from here.

A text has {places} that the script fills; a pair is a message's form for one, and for any other number.
"""

from __future__ import annotations

from collections.abc import Mapping

from proofolio.core.language.say import say, says

Words = Mapping[str, str | list[str]]


def shared_words() -> Words:
    """For every form: drafts, what is missing, handing over."""
    return {
        "saved": say("Saved in this browser at {time}"),
        "saved.will": say("What you write is saved in this browser as you type."),
        "saved.off": say(
            "This browser saves nothing here: keep this page open, and copy your text before you leave."
        ),
        "saved.full": say(
            "This browser has no room left: delete an old draft, or copy your text before you leave."
        ),
        "saved.apart": say(
            "Another page changed this draft too, so both are kept: this one is a draft of its own now."
        ),
        "restored": say("Restored what you wrote on {day} at {time}: {name}."),
        "draft": say("{name}, {day} at {time}"),
        "untitled": say("Without a title"),
        "afresh": say("A fresh form. What you wrote before is among your other drafts."),
        "delete.sure": say("Delete this draft from this browser? It cannot be brought back."),
        "deleted": say("The draft is deleted from this browser."),
        "row.removed": say("Taken out. The button “Bring it back” is below the list."),
        "row.moved": say("Now number {number} of {of}."),
        "missing": _pair_missing(),
        "missing.none": say("Everything that is asked for is there."),
        "stops": _pair_stops(),
        "preview.unable": say("The preview could not be loaded. Your text is safe; try again later."),
        "open.filled": say("Open it on {host}"),
        "open.filled.hint": say(
            "A new tab opens with everything filled in. Sign in, look at it once more, and save."
        ),
        "open.paste": say("Copy the text and open {host}"),
        "open.paste.hint": say(
            "Your text is too long to travel in a link, so it is copied: when the new tab is open, paste it "
            "into the large empty box, and save."
        ),
        "opened": say("A new tab is open with your text in it. Save it there; until then it is only here."),
        "copied": say("Copied. Paste it wherever you need it."),
        "copied.paste": say("Copied. In the new tab, paste it into the large empty box, and save."),
        "copied.again": say("Copied. Press once more to open {host}, and paste it there."),
        "copied.not": say(
            "This browser does not let the page copy. The text is shown and selected: copy it yourself, then "
            "press once more."
        ),
        "downloaded": say("Saved among your downloads."),
        "path.unknown": say("It is named once you have said who you are."),
    }


def _pair_missing() -> list[str]:
    return [
        says("{n} thing is still missing", "{n} things are still missing", each, n="{n}") for each in (1, 2)
    ]


def _pair_stops() -> list[str]:
    return [
        says(
            "One thing is needed before this can be handed over:",
            "{n} things are needed before this can be handed over:",
            each,
            n="{n}",
        )
        for each in (1, 2)
    ]
