"""The form for evidence: what its document holds, for whom, and that nothing hidden is in it."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.core.publishing.builders import TODAY, district, page, portfolio, submission
from tests.core.publishing.laid_out import laid_out

from proofolio.core.awarding.decide import decide
from proofolio.core.language.say import speaking
from proofolio.core.language.tongue import English
from proofolio.core.model.district import District
from proofolio.core.model.forge import Forge, ForgeKind
from proofolio.core.model.history import History
from proofolio.core.model.submission import Status
from proofolio.core.model.visibility import Visibility
from proofolio.core.publishing import forge
from proofolio.core.publishing.page import Audience, SitePlan
from proofolio.core.publishing.write.evidence_words import evidence_words

HUB = Forge(ForgeKind.GITEA, "https://forge.example.com/valley/portfolios", folder="district")
FORM = "write/evidence/pacing/index.md"


def site(given: District, audience: Audience = Audience.PUBLIC, kept: Forge | None = HUB) -> SitePlan:
    made = replace(given, issuer=replace(given.issuer, forge=kept)) if given.issuer else given
    return laid_out(made, decide(made, {}, TODAY), History(), audience, (), TODAY)


def document(made: SitePlan, uri: str = "write/evidence/pacing/form.json") -> Any:
    return json.loads(next(each.content for each in made.documents if each.uri == uri))


def test_the_document_has_all_that_the_script_asks_for() -> None:
    made = site(district(portfolio("ann")))
    found = document(made)
    asked = district().micro_credentials["pacing"]
    assert (found["id"], found["title"], found["language"]) == ("pacing", asked.title, "en")
    assert [each["id"] for each in found["sections"]] == list(asked.sections)
    assert [each["min_words"] for each in found["sections"]] == [
        each.min_words for each in asked.sections.values()
    ]
    assert found["artifacts"] == {"at_least": asked.artifacts.at_least, "kinds": dict(asked.artifacts.kinds)}
    assert found["impact"] == asked.impact_required
    assert found["people"] == "../../people.json"
    assert page(made, FORM).view.document == "write/evidence/pacing/form.json"


@pytest.mark.parametrize("kind", ForgeKind)
def test_the_address_is_the_forges_own_up_to_the_name(kind: ForgeKind) -> None:
    kept = replace(HUB, kind=kind)
    found = document(site(district(portfolio("ann")), kept=kept))["handover"]
    path = "portfolios/ann/menu/index.md"
    assert f"{found['head']}{path}" == forge.new_file(kept, path).url
    assert f"{found['upload']}/ann/menu" == forge.upload(kept, "portfolios/ann/menu")
    longest = "x" * (found["room"] - len(f"{found['head']}{path}&value=") - 2 * 6)
    url = forge.new_file(kept, path, [longest]).url
    assert forge.fits(kept, url) == (len(url) + 2 * len(forge._ESCAPED_AGAIN.findall(url)) <= found["room"])


def test_without_a_forge_the_form_is_there_and_ends_in_a_file() -> None:
    made = site(district(portfolio("ann")), kept=None)
    assert document(made)["handover"] is None
    assert page(made, FORM).view.door is None
    assert page(made, FORM).view.others == ()


def test_only_those_who_are_seen_can_be_chosen_from_a_list() -> None:
    given = district(
        portfolio("ann", submission("ann", "menu"), submission("ann", "hidden", status=Status.DRAFT)),
        portfolio("bea", submission("bea", "maps"), visibility=Visibility.INTERNAL),
        portfolio("cid", submission("cid", "secret"), visibility=Visibility.PRIVATE),
    )

    def seen(audience: Audience) -> dict[str, list[str]]:
        found = document(site(given, audience), "write/people.json")["people"]
        return {each["id"]: each["folders"] for each in found}

    assert seen(Audience.PUBLIC) == {"ann": ["menu"]}
    assert seen(Audience.INTERNAL) == {"ann": ["menu"], "bea": ["maps"]}


def test_the_forms_do_not_change_with_anybodys_work() -> None:
    bare = site(district(portfolio("ann")))
    full = site(district(portfolio("ann", submission("ann", "menu", "pacing", word="canary"))))
    assert page(bare, FORM).view == page(full, FORM).view
    assert document(bare) == document(full)


class _Exclaiming(English):
    def text(self, message: str) -> str:
        return f"¡{message}"

    def plural(self, one: str, many: str, number: float) -> str:
        return f"¡{one if number == 1 else many}"


def test_every_word_of_the_scripts_is_in_the_spoken_language() -> None:
    with speaking(_Exclaiming()):
        for each in evidence_words().values():
            for text in [each] if isinstance(each, str) else each:
                assert text.startswith("¡"), text
