"""A transcript as one HTML file: it opens anywhere, and prints on paper."""

from __future__ import annotations

import json
from dataclasses import asdict
from importlib.resources import files

from proofolio.adapters.rendering.pages import environment
from proofolio.core.model.progress import HoursFor
from proofolio.core.recording.transcript import Holds, Transcript

_HOLDS = {
    Holds.VALID.value: "Valid",
    Holds.EXPIRED.value: "Expired",
    Holds.REVOKED.value: "Revoked",
    Holds.NOT_ISSUED.value: "Criteria met, not yet issued",
}
_KINDS = {
    HoursFor.MICRO_CREDENTIAL.value: "Micro-credential",
    HoursFor.PATHWAY.value: "Pathway",
    HoursFor.LOG.value: "Log",
}


def transcript_html(transcript: Transcript) -> str:
    """The whole document, with its style inside and nothing to load."""
    style = files("proofolio.adapters.rendering") / "paper" / "transcript.css"
    view = json.loads(json.dumps(asdict(transcript), default=str))
    template = environment().get_template("transcript.html")
    return template.render(view=view, style=style.read_text(encoding="utf-8"), holds=_HOLDS, kinds=_KINDS)
