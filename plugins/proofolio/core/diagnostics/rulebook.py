"""Every rule there is, by name."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from proofolio.core.diagnostics.rule import Rule
from proofolio.core.diagnostics.rules import (
    artifact,
    authority,
    body,
    credential,
    framework,
    history,
    impact,
    micro_credential,
    opportunity,
    pathway,
    people,
    reading,
    recognition,
    reference,
    renewal,
    review,
    self_assessment,
    submission,
    survey,
)

_FAMILIES = (
    reading,
    reference,
    framework,
    micro_credential,
    pathway,
    renewal,
    survey,
    opportunity,
    people,
    self_assessment,
    submission,
    artifact,
    impact,
    body,
    review,
    recognition,
    credential,
    history,
    authority,
)

RULEBOOK: Mapping[str, Rule] = {
    rule.name: rule
    for rule in sorted(chain.from_iterable(each.RULES for each in _FAMILIES), key=lambda rule: rule.name)
}
