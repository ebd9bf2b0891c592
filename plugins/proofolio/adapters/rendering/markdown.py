"""Render untrusted Markdown: whatever the text is, the answer is harmless HTML or plain words why not."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from proofolio.adapters.confined.process import Confined, Limits, Stopped
from proofolio.adapters.rendering.conversion import TASK
from proofolio.adapters.rendering.headings import Heading
from proofolio.adapters.rendering.links import Resolve
from proofolio.adapters.rendering.placement import Placement, TooDeepError
from proofolio.adapters.rendering.sanitise import ID_PREFIX, seal
from proofolio.core.language.say import deferred, said, say

MOST_BYTES = 200 * 1024
LONGEST_LINE = 5_000
_REMEMBERED = 4_096
# Hebrew, Arabic, Syriac, Thaana, N'Ko, Adlam and their kin, with the forms for presentation.
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_PREFIX = re.compile(re.escape(ID_PREFIX) + r"([a-z0-9]+-)*")

_WORDS = {
    Stopped.TIME: deferred(
        "This text takes too long to lay out. Long runs of brackets, stars or quotation "
        "marks, and lists within lists within lists, are the usual cause: take them out and try again."
    ),
    Stopped.MEMORY: deferred(
        "This text grows far too big when it is laid out. A note or link that is used "
        "thousands of times is the usual cause: use it less often and try again."
    ),
    Stopped.DEPTH: deferred(
        "This text has lists, quotations or other parts too many levels deep to show. "
        "Use fewer levels and try again."
    ),
    Stopped.FAULT: deferred(
        "Something in this text cannot be laid out. HTML that is begun and not ended, such "
        "as “<!”, is the usual cause: take it out, or write it between backticks, and try again."
    ),
    Stopped.UNAVAILABLE: deferred(
        "This text could not be laid out on this computer, because Proofolio could "
        "not start the separate process it uses for that. The text itself may be fine."
    ),
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body ready for a page.

    ``html`` is safe to insert as it is. ``plain`` has the words alone, a line for each block, for
    summaries and search. With ``trouble`` (a sentence for the reader) all the others are empty.
    """

    html: str = ""
    headings: tuple[Heading, ...] = ()
    plain: str = ""
    trouble: str | None = None


class MarkdownConverter:
    """Turns bodies into HTML; make one and use it for all.

    The conversion itself happens in one child process with limits on time and memory, so no text
    can hang or crash the caller; what was converted is remembered by its content.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._confined = Confined(TASK, limits)
        self._known: OrderedDict[bytes, str | Stopped] = OrderedDict()

    def convert(
        self, text: str, resolve: Resolve, heading_level: int = 2, prefix: str = ID_PREFIX
    ) -> Rendered:
        """Render one body for one page.

        ``resolve`` answers relative links, picture sources and ``[[references]]``. A ``##`` becomes
        a heading of ``heading_level`` (2 to 6), deeper ones follow, and none stands above it.
        ``prefix`` starts every id (``user-content-``, and a word more where one page shows several
        bodies: ``user-content-review-2-``).
        """
        if not 2 <= heading_level <= 6 or not _PREFIX.fullmatch(prefix):
            raise ValueError(f"no such place on a page: level {heading_level}, ids {prefix!r}")
        if not text.strip():
            return Rendered()
        if trouble := _refusal(text):
            return Rendered(trouble=trouble)
        html = self._html(text)
        if isinstance(html, Stopped):
            return Rendered(trouble=said(_WORDS[html]))
        placement = Placement(resolve, heading_level, prefix, apart=bool(_RIGHT_TO_LEFT.search(text)))
        try:
            placement.feed(html)
            placement.close()
        except TooDeepError:
            return Rendered(trouble=said(_WORDS[Stopped.DEPTH]))
        sealed = seal(placement.html).strip()
        if not sealed:
            return Rendered()
        # The text's own first letters decide its direction, so right-to-left scripts lie right.
        wrapped = f'<div class="prose" dir="auto">\n{sealed}\n</div>'
        return Rendered(wrapped, tuple(placement.headings), placement.plain)

    def asks(self, text: str) -> Mapping[str, bool]:
        """Every relative address and ``[[reference]]`` that laying a text out would ask ``resolve`` for.

        The value says whether the answer's title is shown, because the author wrote no words.
        """
        if ("[" not in text and "<" not in text) or not text.strip() or _refusal(text):
            return {}
        html = self._html(text)
        if isinstance(html, Stopped):
            return {}
        placement = Placement(lambda _: None, 2, ID_PREFIX)
        with suppress(TooDeepError):
            placement.feed(html)
            placement.close()
        return placement.asked

    def _html(self, text: str) -> str | Stopped:
        payload = text.encode("utf-8", "replace")
        key = hashlib.sha256(payload).digest()
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        answer = self._confined.run(payload)
        html = answer if isinstance(answer, Stopped) else answer.decode("utf-8")
        if html is not Stopped.UNAVAILABLE:
            self._known[key] = html
            if len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return html


def _refusal(text: str) -> str | None:
    size = len(text.encode("utf-8", "replace"))
    if size > MOST_BYTES:
        return say(
            "This text is {size} KiB long; at most {most} KiB can be shown. "
            "Keep the essence here and attach the rest as a file.",
            size=round(size / 1024),
            most=MOST_BYTES // 1024,
        )
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > LONGEST_LINE:
            return say(
                "Line {line} of this text has {n} characters; at most {most} can be "
                "shown. Break it into paragraphs; a picture belongs in a file of its own.",
                line=str(number),
                n=len(line),
                most=LONGEST_LINE,
            )
    return None
