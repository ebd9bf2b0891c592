"""The review block, in the many ways in which people write it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.harvesting.words import LEVELS, WORDS, read

from proofolio.core.harvesting.lines import lines_of
from proofolio.core.harvesting.offer import block as offered
from proofolio.core.harvesting.section import sections
from proofolio.core.model.review import Verdict

KEY = ("amina-yusuf", "menu-maths")
STEP = "show two learners"


@pytest.mark.parametrize(
    "text",
    [
        f"pacing: developing – next: {STEP}",
        f"Pacing: Developing - next: {STEP}",
        f"PACING — DEVELOPING — NEXT STEP: {STEP}",
        f"pacing = developing → {STEP}",
        f"pacing → developing → {STEP}",
        f"pacing -> developing -> {STEP}",
        f"pacing - developing - next - {STEP}",
        f"pacing：developing，next：{STEP}",
        f"pacing\u00a0:\u00a0developing\u00a0– next: {STEP}",
        f"- pacing: developing, next: {STEP}",
        f"* **Pacing**: developing. Next step: {STEP}",
        f"+ `pacing`: `developing`; next: {STEP}",
        f"1. _pacing_: _developing_ (next: {STEP}",
        f"- [x] pacing: developing – next steps: {STEP}",
        f"“pacing”: “developing” – next: “{STEP}”",
        f"| pacing | developing | {STEP} |",
        f"| Criterion | Level | Next step |\n| --- | :-: | --- |\n| **Pacing** | developing | {STEP} |",
        f"pacing: developing\nnext: {STEP}",
        f"pacing: developing\n  next step: {STEP}",
        f"- pacing: developing\n  - next: {STEP}",
        f"pacing: developing\n→ {STEP}",
        f"pacing: developing\n\nnext:\n  {STEP}",
        "pacing: developing\nnext: show\n  two learners",
        f"pacing developing\nnext: {STEP}",
        f"### Pacing: developing\nnext: {STEP}",
        f"pacings: developing – next: {STEP}",
        f"pacing: develop – next: {STEP}",
        f"pacing: developping – next: {STEP}",
        f"paceing: developing – next: {STEP}",
        f"pacing: developing\npacing next: {STEP}",
        f"pacing: developing\nnext step for pacing: {STEP}",
        f"pacing: developing\n## Next steps\n- pacing: {STEP}",
        f"```review\npacing: developing – next: {STEP}\n```",
        f"pacing: developing – next: {STEP} <!-- pacing: exemplary -->",
        f"> pacing: exemplary\n\npacing: developing – next: {STEP}",
        f"```\npacing: exemplary\n```\npacing: developing – next: {STEP}",
        f"```suggestion\npacing: exemplary\n```\npacing: developing – next: {STEP}",
        f"pacing: developing – next: {STEP}\r\n\r\nThank you.",
        f"« pacing » : « developing » – next : « {STEP} »",
        f"Pacing → Developing (next step: {STEP})",
        f"Pacing ➡️ Developing ➡️ {STEP}",
        f"🌱 pacing: 🌱 developing 🌱 – next: {STEP}",
        f"pacing: [developing] – next: {STEP}",
        f"a) Pacing: developing – next: {STEP}",
        f"@amina-y pacing: developing – next: {STEP}",
        f"<b>Pacing</b>: developing<br>Next: {STEP}",
        f"## Pacing\n\nDeveloping\n\nNext: {STEP}",
        f"**Pacing**\nRating: developing\nNext step: {STEP}",
        f"- Pacing\n  - Level: developing\n  - Next: {STEP}",
        f"Pacing:\n- [ ] emerging\n- [x] developing\n- [ ] proficient\nnext: {STEP}",
        f"pacing: developing\n## Next steps\n- Pacing:\n  {STEP}",
        f"Criterion | Level | Next\n--- | --- | ---\nPacing | Developing | {STEP}",
        f"| Level | Criterion | Next step |\n|---|---|---|\n| Developing | Pacing | {STEP} |",
        f"| Criteria | Rating | Comments | Next |\n|-|-|-|-|\n| Pacing | Developing | Good wall | {STEP} |",
    ],
)
def test_a_rating_with_its_next_step(text: str) -> None:
    found = read(text)
    assert found.ratings == {"pacing": "developing"}
    assert found.next_steps == {"pacing": STEP}
    assert found.slips == []


@pytest.mark.parametrize(
    "text",
    [
        f"units: proficient; pacing: developing – next: {STEP}",
        f"Pacing: developing (next: {STEP}), units: proficient.",
        f"units: proficient and pacing: developing – next: {STEP}",
        f"units: proficient | pacing: developing → {STEP}",
        f"Units: proficient. Pacing: developing. Next: {STEP}",
    ],
)
def test_several_criteria_in_one_line(text: str) -> None:
    found = read(text)
    assert found.ratings == {"units-from-competencies": "proficient", "pacing": "developing"}
    assert found.next_steps == {"pacing": STEP}
    assert (found.slips, found.text) == ([], "")


def test_a_table_s_comments_are_no_next_steps() -> None:
    found = read("| Criterion | Level | Comments |\n|---|---|---|\n| Pacing | Proficient | Good wall |")
    assert found.next_steps == {}
    assert found.text == "**pacing** – Good wall"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I'd put pacing at developing. Next: show two learners.", "in a sentence"),
        ("Developing for pacing, proficient for units from competencies.", "in a sentence"),
        ("Pacing (developing): the wall is good.", "in a sentence"),
        ("## Pacing\nYou are developing this.", "in a sentence"),
        ("> pacing: developing", "in a quotation"),
        ("pacing: emerging | developing | proficient | exemplary – next: …", "no level is chosen"),
        ("This is met!", "verdict: met"),
    ],
)
def test_what_only_sounds_like_a_rating_is_told_apart(text: str, why: str) -> None:
    found = read(text)
    assert not found.speaks
    assert found.slips == []
    assert why in found.hints[0].why


@pytest.mark.parametrize(
    "text",
    ["Lovely pacing!", "They are developing fast.", "> Lovely pacing!", "> pacing: emerging | developing"],
)
def test_ordinary_words_are_not_asked_about(text: str) -> None:
    assert read(text).hints == []


@pytest.mark.parametrize(
    "name",
    [
        "units-from-competencies",
        "Units from competencies",
        "units_from_competencies",
        "Unit from competency",
        "Plans units from competencies",
        "unitsfromcompetencies",
        "units",
    ],
)
def test_a_criterion_by_any_of_its_names(name: str) -> None:
    plural = name.replace("competency", "competencie")
    assert read(f"{plural}: proficient").ratings == {"units-from-competencies": "proficient"}


def test_what_a_slip_was_taken_for_is_said() -> None:
    assert read("units: prof").remarks == [
        "'units' was read as units-from-competencies",
        "'prof' was read as proficient",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "I think pacing is developing well: great work.",
        "The pacing - developing a plan for it - was great.",
        "Your pacing, proficient as it is, could be bolder.",
        "Pacing is developing.",
        "Next: let us meet on Monday.",
        "It is proficient work: thank you!",
        "We should be developing: this takes time, and the pacing: too.",
        "See https://example.org/pacing:developing",
        "> pacing: developing",
        "<!-- pacing: developing -->",
        "    ",
        "Not yet sure what I think. I confirm that I read it on Monday.",
        "| Week | What |\n| --- | --- |\n| 1 | Start |",
    ],
)
def test_prose_is_no_rating(text: str) -> None:
    found = read(text)
    assert not found.speaks
    assert found.slips == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("pacing: quite good", "not one of the levels"),
        ("pacing: developing well over time", "not one of the levels"),
        ("pacing: developing/proficient", "more than one level"),
        ("pacing: developing to proficient", "more than one level"),
        ("pacing: developing → proficient", "more than one level"),
        ("pacing: developing, now proficient", "more than one level"),
        ("| pacing | proficient | developing | show two |", "more than one level"),
        ("pacing: emerging | ~~developing~~ | **proficient** | exemplary", "all levels are still there"),
        (
            f"pacing: emerging | developing | proficient | exemplary – next: {STEP}",
            "all levels are still there",
        ),
        ("pace: developing", "did you mean pacing?"),
        ("Rating for pacing: developing", "did you mean pacing?"),
        ("wobble: developing – next: more", "not a criterion"),
        ("verdict: perhaps", "met or revise"),
        ("verdict: met\nverdict: revise", "in a line before it"),
        ("pacing: developing\npacing: proficient", "in a line before it"),
        ("version: 123456", "at least 12 digits"),
        ("```\npacing: developing\n```", "code block"),
    ],
)
def test_what_looks_like_a_rating_and_is_none_is_asked_about(text: str, why: str) -> None:
    (slip,) = read(text).slips
    assert why in slip.why
    assert slip.line in text


def test_words_about_a_rated_criterion_are_no_slip() -> None:
    found = read("**pacing** – The film settles it.\n\npacing: proficient – lovely wall")
    assert found.slips == []
    assert found.ratings == {"pacing": "proficient"}
    assert found.text == "**pacing** – The film settles it.\n\n**pacing** – lovely wall"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("verdict: met", Verdict.MET),
        ("Verdict – **MET**", Verdict.MET),
        ("my verdict: met, well done", Verdict.MET),
        ("verdict: not yet", Verdict.REVISE),
        ("- verdict = revise", Verdict.REVISE),
        ("| verdict | revise |", Verdict.REVISE),
        ("verdict: met | revise", None),
        ("verdict:", None),
    ],
)
def test_verdicts(text: str, verdict: Verdict | None) -> None:
    found = read(text)
    assert found.verdict is verdict
    assert found.slips == []


@pytest.mark.parametrize("text", ["confirm", "Confirmed.", "/confirm", "still stands", "**Still stands!**"])
def test_confirmations(text: str) -> None:
    assert read(text).confirmed == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [("recuse: she is my sister", "she is my sister"), ("I recuse myself", ""), ("verdict: recused", "")],
)
def test_recusals(text: str, why: str) -> None:
    assert read(text).recused == why


def test_versions() -> None:
    assert read("version: 52b57a62ea77").version == "52b57a62ea77"
    assert read("Version: `sha256:" + "AB" * 32 + "`").version == "ab" * 32
    assert read("version 2 is better: thank you").version is None


def test_a_heading_names_a_submission() -> None:
    keys = [KEY, ("amina-yusuf", "table-talk")]
    text = "Hello\n## menu-maths\na\namina-yusuf/table-talk:\nb\n**menu-maths:**\nc\nabout menu-maths:\nd"
    found = [(key, [line.raw for line in lines]) for key, lines in sections(lines_of(text), keys)]
    assert found == [
        (None, ["Hello"]),
        (KEY, ["a"]),
        (keys[1], ["b"]),
        (KEY, ["c", "about menu-maths:", "d"]),
    ]


@pytest.mark.parametrize("fence", [True, False])
@pytest.mark.parametrize("level", LEVELS)
def test_the_offer_filled_in_is_understood_whole(level: str, fence: bool) -> None:
    form = offered(WORDS, KEY, "sha256:" + "52b57a62ea77" * 5)
    filled = form.replace(" | ".join(LEVELS), level).replace("next: …", f"next: {STEP}")
    filled = filled.replace("met | revise", "met")
    filled = filled if fence else "\n".join(filled.split("\n")[1:-1])
    ((key, lines),) = [each for each in sections(lines_of(filled), [KEY]) if each[0]]
    found = read("\n".join(line.raw for line in lines))
    assert key == KEY
    assert found.ratings == dict.fromkeys(WORDS.criteria, level)
    assert found.next_steps == dict.fromkeys(WORDS.criteria, STEP)
    assert found.verdict is Verdict.MET
    assert found.version == "52b57a62ea77"
    assert found.text.strip() == ""
    assert found.slips == []


def test_the_offer_untouched_says_nothing() -> None:
    found = read(offered(WORDS, KEY, "sha256:" + "0123456789ab" * 5))
    assert not found.speaks
    assert found.slips == []


@pytest.mark.parametrize(
    "unit", [" - ", "→", "|", "next ", "pacing: ", "a:", "> ", "1. ", "or ", "next (", "; pacing: x", "«  "]
)
def test_a_hostile_line_is_read_to_its_end(unit: str) -> None:
    assert read((unit * 65_536)[:65_536]).ratings == {}


_NAMES = "pacing|units|developing|proficient|next|verdict|met|version|0123456789ab|confirm|…|1. |# "
_SIGNS = [*':–-|→`>(/ "\n', "**", "```", "<!--", "-->"]
_PIECES = st.sampled_from([*_NAMES.split("|"), *_SIGNS])


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join) | st.text(max_size=200))
def test_no_text_stops_it_and_ratings_are_only_known_ones(text: str) -> None:
    found = read(text)
    assert set(found.ratings) <= set(WORDS.criteria)
    assert set(found.ratings.values()) <= set(LEVELS)
    assert all(slip.why for slip in found.slips)
