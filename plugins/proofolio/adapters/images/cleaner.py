"""Clean pictures where a hostile one can do no harm: in a child process with limits."""

from __future__ import annotations

import json

from proofolio.adapters.confined.process import Confined, Limits, Stopped
from proofolio.adapters.images.clean import MOST_BYTES, CleanImage, clean
from proofolio.adapters.images.refusal import Refusal

TASK = f"{__name__}:answer"
LIMITS = Limits(cpu_seconds=20, wall_seconds=40, memory_bytes=1024 * 1024 * 1024)
"""More than for text: an honest photograph of 40 million pixels takes some seconds."""

_SEPARATOR = b"\n"


class ImageCleaner:
    """As :func:`~proofolio.adapters.images.clean.clean`, for pictures of unknown origin.

    Make one and use it for all.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._confined = Confined(TASK, limits)

    def clean(self, data: bytes, name: str) -> CleanImage | Refusal:
        """The clean picture, or why there is none; never hangs, never raises for what it holds."""
        if len(data) > MOST_BYTES:
            return clean(data, name)  # refused by its size alone
        head = json.dumps(name).encode("ascii")
        answer = self._confined.run(head + _SEPARATOR + data)
        if isinstance(answer, Stopped):
            return _refusal(answer)
        head, _, body = answer.partition(_SEPARATOR)
        told = json.loads(head)
        return CleanImage(data=body, **told) if "width" in told else Refusal(**told)


def answer(payload: bytes) -> bytes:
    """The far side: a line of JSON and the picture's bytes, in both directions."""
    head, _, data = payload.partition(_SEPARATOR)
    result = clean(data, json.loads(head))
    if isinstance(result, Refusal):
        return json.dumps({"message": result.message, "hint": result.hint}).encode("ascii") + _SEPARATOR
    told = {"media_type": result.media_type, "width": result.width, "height": result.height}
    return json.dumps(told).encode("ascii") + _SEPARATOR + result.data


def _refusal(stopped: Stopped) -> Refusal:
    if stopped is Stopped.UNAVAILABLE:
        return Refusal(
            "The picture could not be read on this computer, because Proofolio could not start the "
            "separate process it uses for that.",
            "The picture itself may be fine: try again, or on another computer.",
        )
    return Refusal(
        "Reading the picture takes too much time or memory.", "Open it, and export a smaller copy."
    )
