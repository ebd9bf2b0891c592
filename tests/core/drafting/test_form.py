"""Forms from definitions, answers from issues, files from answers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.publishing.builders import district

from proofolio.adapters.files.outline import outline
from proofolio.adapters.files.read import guard_body
from proofolio.adapters.files.text import Split, split
from proofolio.adapters.files.yaml_reader import read_yaml
from proofolio.core.drafting.answers import answers, clean, form_of
from proofolio.core.drafting.contained import contained, literal
from proofolio.core.drafting.filled import entry, evidence
from proofolio.core.drafting.form import Form
from proofolio.core.drafting.notes import behind_colons, day, number, pieces
from proofolio.core.drafting.questions import evidence_form, forms, log_form
from proofolio.core.drafting.starters import starters
from proofolio.core.model.artifact import ArtifactKind
from proofolio.core.model.micro_credential import MicroCredential, SectionAsked

DISTRICT = district()
SECTIONS = {
    "context": SectionAsked("context", "Context", "What *was* <it>? [x]", 80),
    "reflection": SectionAsked("reflection", "Reflection", None, 0, ("Next time I would …",)),
    "what": SectionAsked("what", "What you did in one line!", None),
}
ASKED = replace(DISTRICT.micro_credentials["pacing"], sections=SECTIONS)
FORM = evidence_form(DISTRICT, ASKED)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)
MARKUP = st.text(st.sampled_from("#-=`~<>[]()!*_ \n\tab:/.&\\|'\"x0"), max_size=120)


def issue(form: Form, **given_: str) -> str:
    """What a forge makes of a form."""
    return "\n\n".join(
        f"### {each.label}\n\n{given_.get(each.id, '') or '_No response_'}" for each in form.fields
    )


def of(given_: str) -> dict[str, str]:
    return answers(FORM, issue(FORM, **{"for": FORM.subject, "section-context": given_}))


def test_ids_and_labels_are_what_forges_take() -> None:
    for form in (FORM, *forms(DISTRICT)):
        ids = [each.id for each in form.fields]
        assert len(ids) == len(set(ids))
        letters = ["".join(filter(str.isalnum, each.label.casefold())) for each in form.fields]
        assert len(letters) == len(set(letters))
        assert all(each.replace("-", "").isalnum() for each in ids)
        assert 3 < len(form.name) <= 200
        assert all("None" not in each.options for each in form.fields)


def test_a_section_named_like_another_field_gets_a_number() -> None:
    assert FORM.field("section-what").label == "What you did in one line! (2)"  # type: ignore[union-attr]


def test_prompts_are_shown_as_they_are_written_with_the_words_asked() -> None:
    told = FORM.field("section-context").description  # type: ignore[union-attr]
    assert told == "What \\*was\\* \\<it\\>? \\[x\\] At least 80 words to hand it in."
    assert FORM.field("section-reflection").placeholder == "Next time I would …"  # type: ignore[union-attr]


def test_the_first_field_tells_the_form() -> None:
    known = list(forms(DISTRICT))
    for form in known:
        assert form_of(issue(form, **{"for": form.subject}), known) is form
    assert form_of("### This form is for\n\nsomething else", known) is None
    assert form_of("hello", known) is None


def test_answers_come_back_by_id_and_nothing_is_lost() -> None:
    text = "before\r\n\r\n" + issue(FORM, **{"for": FORM.subject, "what": "A title", "where": "Day: x"})
    found = answers(FORM, text.replace("\n", "\r\n"))
    assert (found["what"], found["where"], found["impact"], found[""]) == ("A title", "Day: x", "", "before")


def test_an_answer_that_looks_like_a_label_does_not_take_its_place() -> None:
    found = answers(
        FORM,
        issue(
            FORM,
            **{"for": FORM.subject, "what": "T\n\n### Reflection\n\nsneaky", "section-reflection": "real"},
        ),
    )
    assert found["section-reflection"] == "real"
    assert found["what"] == "T\n\n### Reflection\n\nsneaky"
    assert found["section-context"] == ""


@settings(max_examples=150, deadline=None)
@given(st.one_of(TEXTS, MARKUP))
def test_whatever_is_answered_comes_back_or_stands_somewhere(text: str) -> None:
    found = of(text)
    whole = "\n".join(found.values())
    for line in clean(text).split("\n"):
        if line.strip() and not line.startswith("### ") and line.strip() != "_No response_":
            assert line.strip() in whole


@settings(max_examples=300, deadline=None)
@given(st.one_of(TEXTS, MARKUP))
def test_an_answer_never_leaves_its_section(text: str) -> None:
    body = "## Context\n\n" + contained(clean(text)) + "\n\n## Reflection\n\nwords of mine\n"
    sections = outline(body).sections
    assert [each.id for each in sections] == ["context", "reflection"]
    assert sections[-1].words == 3
    made = outline(contained(clean(text)))
    assert all(each.target.startswith(("http://", "https://")) for each in made.links)
    assert made.pictures == ()


@settings(max_examples=200, deadline=None)
@given(st.one_of(TEXTS, MARKUP))
def test_letter_by_letter_nothing_is_markup(text: str) -> None:
    made = literal(clean(text))
    found = outline("## A\n\n" + made + "\n\n## B\n\nlast words\n")
    assert [each.id for each in found.sections] == ["a", "b"]
    assert (found.links, found.pictures) == ((), ())
    assert guard_body(made, "x.md", 1) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("# One\n## Two\n### Three", "### One\n### Two\n### Three"),
        ("#hashtag", "\\#hashtag"),
        ("Title\n---", "Title\n\n---"),
        ("Title\n===", "Title\n\n==="),
        ("<!-- gone? -->", "&lt;!-- gone? -->"),
        ("[a](https://x.org/y) *b*", "[a](https://x.org/y) *b*"),
        ("[a](../secret.md) [[x]]", "\\[a\\](../secret.md) \\[\\[x\\]\\]"),
        ("[a](javascript:alert(1))", "\\[a\\](javascript:alert(1))"),
        ("[x]: https://evil.example", "\\[x\\]: https://evil.example"),
        ("![board](https://x.org/a.png)", "[board](https://x.org/a.png)"),
        ('<img width="4" alt="b" src="https://x.org/a.png" />', "[b](https://x.org/a.png)"),
        ("<https://x.org>", "https://x.org"),
        ("```\n## kept [x]\n```", "```\n## kept [x]\n```"),
        ("```\nnever closed", "\\```\nnever closed"),
        ("use `a_b` and `[x]`", "use `a_b` and `\\[x\\]`"),
    ],
)
def test_answers_stay_text(text: str, wanted: str) -> None:
    assert contained(text) == wanted


def test_a_line_that_is_too_long_is_parted() -> None:
    assert max(map(len, contained("word " * 5000).split("\n"))) <= 4000
    assert max(map(len, contained("x" * 20000).split("\n"))) <= 4000


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-10-05", date(2026, 10, 5)),
        ("5 October 2026", date(2026, 10, 5)),
        ("Oct 5, 2026", date(2026, 10, 5)),
        ("5. Oct 2026", date(2026, 10, 5)),
        ("5/6/2026", None),
        ("2026-02-30", None),
        ("", None),
    ],
)
def test_days(text: str, wanted: date | None) -> None:
    assert day(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("41 %", (41, "percent")),
        ("41percent", (41, "percent")),
        ("4,5 points", (4.5, "points")),
        ("-3", (-3, "")),
        ("1,200", None),
        ("about 4", None),
        ("1 2", None),
    ],
)
def test_numbers(text: str, wanted: tuple[float, str] | None) -> None:
    assert number(text) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "title", "url"),
    [
        ("video: A conference https://v.org/x", ArtifactKind.VIDEO, "A conference", "https://v.org/x"),
        ("Student Work: poster – https://v.org/x", ArtifactKind.STUDENT_WORK, "poster", "https://v.org/x"),
        ("- https://v.org/a/plan.pdf.", ArtifactKind.DOCUMENT, "plan.pdf", "https://v.org/a/plan.pdf"),
        (
            "![image](https://github.com/user-attachments/assets/1-2)",
            ArtifactKind.IMAGE,
            "github.com",
            "https://github.com/user-attachments/assets/1-2",
        ),
        (
            "[unit.pdf](https://github.com/user-attachments/files/1/unit.pdf)",
            ArtifactKind.DOCUMENT,
            "unit.pdf",
            "https://github.com/user-attachments/files/1/unit.pdf",
        ),
        (
            '<img width="1" alt="The board" src="https://github.com/user-attachments/assets/3">',
            ArtifactKind.IMAGE,
            "The board",
            "https://github.com/user-attachments/assets/3",
        ),
        (
            "https://github.com/user-attachments/assets/4",
            ArtifactKind.VIDEO,
            "github.com",
            "https://github.com/user-attachments/assets/4",
        ),
    ],
)
def test_pieces_of_evidence(text: str, kind: ArtifactKind, title: str, url: str) -> None:
    ((found,), rest) = pieces(text)
    assert (found.kind, found.title, found.url, rest) == (kind, title, url, "")


def test_lines_without_an_address_are_kept() -> None:
    found, rest = pieces(
        "on my desk\njavascript:alert(1)\nhttps://u@evil.example/x\nhttps://ok.org\nhttps://ok.org"
    )
    assert [each.url for each in found] == ["https://ok.org"]
    assert rest.split("\n") == ["on my desk", "javascript:alert(1)", "https://u@evil.example/x"]


def test_words_before_colons() -> None:
    found, rest = behind_colons("day : x: y\nClass:\nfree words\nDay: again", ("Day", "Class"))
    assert (found, rest) == ({"Day": "x: y"}, "free words\nDay: again")


def front(text: str) -> dict:
    parts = split(text, "x.md")
    assert isinstance(parts, Split)
    made = read_yaml(parts.yaml, "x.md")
    assert made.findings == []
    return made.data


def test_a_measure_that_cannot_be_read_whole_stands_in_the_text_whole() -> None:
    told = "Measure: M\nBefore: many\nAfter: 3 percent"
    made = evidence(FORM, ASKED, {**of("x"), "impact": told}, False)
    assert "impact" not in front(made.text)
    assert "Before: many" in made.text
    assert made.told


@settings(max_examples=200, deadline=None)
@given(st.one_of(TEXTS, MARKUP), st.one_of(TEXTS, MARKUP))
def test_nothing_breaks_out_of_the_front_matter(one: str, two: str) -> None:
    said = {
        **of(one),
        "what": clean(one),
        "where": f"Class: {clean(two)}\n{clean(one)}",
        "artifacts": f"video: {clean(two)} https://x.org/y",
    }
    said["impact"] = (
        f"Measure: {clean(one)}x\nBefore: 1 percent\nAfter: 2\nWhere the numbers come from: {clean(two)}"
    )
    made = evidence(FORM, ASKED, said, True)
    data = front(made.text)
    assert set(data) <= {"title", "micro_credential", "status", "applied", "artifacts", "impact"}
    assert (data["micro_credential"], data["status"]) == ("pacing", "submitted")
    assert evidence(FORM, ASKED, said, True) == made


@settings(max_examples=100, deadline=None)
@given(st.one_of(TEXTS, MARKUP))
def test_a_log_entry_keeps_to_its_keys(text: str) -> None:
    form = log_form(DISTRICT)
    said = {
        **answers(form, issue(form)),
        "what": clean(text),
        "hours": clean(text),
        "date": clean(text),
        "kind": clean(text),
        "competency": clean(text),
        "text": clean(text),
    }
    data = front(entry(form, said, {"Main (main/mastery)": "main/mastery"}).text)
    assert set(data) <= {"title", "kind", "hours", "competency"}
    assert data["kind"]


def test_starters_become_shorter_and_keep_their_sections() -> None:
    made = starters(DISTRICT)
    for key, asked in DISTRICT.micro_credentials.items():
        texts = made.evidence[key]
        assert [len(each) for each in texts] == sorted((len(each) for each in texts), reverse=True)
        for each in texts:
            assert front(each)["micro_credential"] == key
            assert outline(each).sections == () or all(
                f"## {s.title}" in each for s in asked.sections.values()
            )
    assert json.dumps(made.log)


def test_a_form_is_the_same_each_time() -> None:
    asked: MicroCredential = DISTRICT.micro_credentials["pacing"]
    assert evidence_form(DISTRICT, asked) == evidence_form(DISTRICT, asked)
