"""Rules about links and pictures in a text."""

from __future__ import annotations

from proofolio.core.diagnostics.rule import Rule, Severity

IMAGE_WITHOUT_ALT = Rule(
    "image-without-alt",
    "A picture has no text alternative",
    "Readers who cannot see the picture, and everybody when it does not load, are left with nothing.",
    "Say between the square brackets, in a few words, what the picture shows.",
)
DANGLING_LINK = Rule(
    "dangling-link",
    "A link leads nowhere",
    "Readers would land on a page that says that nothing is there.",
    "Correct the address. A link can lead to a file of this folder, to a submission's or a person's "
    "folder, to a competency (its id in double square brackets) or to a web address.",
)
UNSAFE_LINK = Rule(
    "unsafe-link",
    "A kind of link that is not allowed",
    "Some addresses run programs or open files on the reader's machine, so only web and mail addresses "
    "are published.",
    "Use an address that starts with https:// or mailto:, or a file of this folder.",
)
REMOTE_IMAGE = Rule(
    "remote-image",
    "A picture is loaded from another site",
    "The other site would learn who reads your page and could change the picture, so it is not shown.",
    "Copy the picture into the folder, or make it an ordinary link.",
    Severity.WARNING,
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
