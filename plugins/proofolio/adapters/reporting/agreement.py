"""How far reviewers agree, as data for other programs. Beside each share stands how many it is of."""

from __future__ import annotations

from typing import Any

from proofolio.core.model.agreement import Agreement, Concord


def agreement_data(agreement: Agreement) -> dict[str, Any]:
    """The whole, then by micro-credential and criterion, then each split at the mastery threshold."""
    return {
        **_concord(agreement.whole),
        "micro_credentials": {
            name: {
                **_concord(concord),
                "criteria": {key: _concord(each) for key, each in agreement.criteria[name].items()},
            }
            for name, concord in agreement.micro_credentials.items()
        },
        "disagreements": [
            {
                "person": each.person,
                "submission": each.submission,
                "micro_credential": each.micro_credential,
                "criterion": each.criterion,
                "reviewed": each.reviewed,
                "levels": dict(each.levels),
            }
            for each in agreement.disagreements
        ],
    }


def _concord(concord: Concord) -> dict[str, Any]:
    return {
        "n": concord.pairs,
        "exact": concord.exact,
        "within_one_level": concord.near,
        "split_at_mastery": concord.split,
        "kappa": None if concord.kappa is None else round(concord.kappa, 4),
    }
