"""A transcript as one HTML file: it opens anywhere, and prints on paper."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files

from proofolio.adapters.rendering.pages import environment
from proofolio.core.language.say import deferred, said
from proofolio.core.model.progress import HoursFor
from proofolio.core.recording.transcript import Holds, Transcript

_HOLDS = {
    Holds.VALID.value: deferred("Valid"),
    Holds.EXPIRED.value: deferred("Expired"),
    Holds.REVOKED.value: deferred("Revoked"),
    Holds.NOT_ISSUED.value: deferred("Criteria met, not yet issued"),
}
_KINDS = {
    HoursFor.MICRO_CREDENTIAL.value: deferred("Micro-credential"),
    HoursFor.PATHWAY.value: deferred("Pathway"),
    HoursFor.LOG.value: deferred("Log"),
}


def transcript_html(transcript: Transcript) -> str:
    """The whole document, with its style inside and nothing to load."""
    style = files("proofolio.adapters.rendering") / "paper" / "transcript.css"
    view = json.loads(json.dumps(asdict(transcript), default=str))
    template = environment().get_template("transcript.html")
    return template.render(
        view=view,
        style=style.read_text(encoding="utf-8"),
        holds={each: said(words) for each, words in _HOLDS.items()},
        kinds={each: said(words) for each, words in _KINDS.items()},
    )
