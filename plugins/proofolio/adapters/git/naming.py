"""Names, addresses and subjects of commits: hostile text made plain, and people by one name each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from proofolio.adapters.git.mailmap import Mailmap
from proofolio.core.model.identity import Identity

LONGEST_SUBJECT = 300
LONGEST_NAME = 100
LONGEST_EMAIL = 254
# What is not seen, or turns round what is: controls, line ends, direction marks, fillers, tags. The
# two joiners stay, because Persian, Indian scripts and emoji are written with them.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff]+"
)
_ADDRESS = re.compile("[\x21-\x3b\x3d\x3f-\x7e\u00a1-\U000dffff]+")


@dataclass(slots=True)
class Naming:
    """Tells who a commit's name and address are, after a mailmap; each pair is looked at once."""

    mailmap: Mailmap = field(default_factory=Mailmap)
    _known: dict[tuple[bytes, bytes], Identity] = field(default_factory=dict)

    def identity(self, name: bytes, email: bytes) -> Identity:
        """The plain name and address that stand for these."""
        found = self._known.get((name, email))
        if found is None:
            proper_name, proper_email = self.mailmap.proper(name, email)
            found = Identity(plain(proper_name, LONGEST_NAME), _address(proper_email))
            self._known[name, email] = found
        return found

    def signed(self, line: bytes) -> Identity:
        """Whom a line such as ``Name <address>`` names; without an address, the name alone."""
        name, opened, rest = line.rpartition(b"<")
        email, closed, _ = rest.partition(b">")
        if not opened or not closed:
            return self.identity(line.strip(), b"")
        return self.identity(name.strip(), email.strip())


def plain(token: bytes, longest: int = LONGEST_SUBJECT) -> str:
    """Plain text of one line, cut where it is longer than anybody reads."""
    text = token.decode("utf-8", "replace").strip()
    if not (text.isascii() and text.isprintable()):
        text = _HIDDEN.sub(" ", text).strip()
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _address(token: bytes) -> str:
    """An address as it is, or none: one that was mended could become somebody else's."""
    text = token.decode("utf-8", "replace")
    fine = len(text) <= LONGEST_EMAIL and _ADDRESS.fullmatch(text) and not _HIDDEN.search(text)
    return text if fine else ""
