"""Slips of editors and keyboards: encodings, front matter, YAML."""

from __future__ import annotations

from tests.doors.mutation import edit, put, recode

WORK = "portfolios/ben-okafor/wonder-wall/index.md"
LOG = "portfolios/ben-okafor/log/2026-02-06-bus-stop-game.md"
SELF = "portfolios/ben-okafor/self-assessments/2026-11-06.yml"
ROSTER = "portfolios/roster.yml"
MICRO = "competencies/micro-credentials/pace-a-unit.yml"
FRONT = "---\ntitle: A wonder wall that leads somewhere\nmicro_credential: learner-agency\nstatus: draft\n"
CRLF = b"\n", b"\r\n"

ENCODINGS = (
    recode(
        "a mark of bytes and CRLF are fine", WORK, lambda data: b"\xef\xbb\xbf" + data.replace(*CRLF), None
    ),
    recode("CRLF is fine in YAML", SELF, lambda data: data.replace(*CRLF), None),
    recode("CRLF is fine on the roster", ROSTER, lambda data: b"\xef\xbb\xbf" + data.replace(*CRLF), None),
    recode("old Macs are fine", WORK, lambda data: data.replace(b"\n", b"\r"), None),
    recode("UTF-16", WORK, lambda data: data.decode().encode("utf-16"), "not-utf8"),
    recode("UTF-16 without a mark", SELF, lambda data: data.decode().encode("utf-16-le"), "hidden-character"),
    recode("Latin-1", WORK, lambda data: data.replace(b"Grade 2", b"Gr\xe4de 2"), "not-utf8", 8),
    recode("NUL", WORK, lambda data: data.replace(b"sticky", b"st\0icky"), "hidden-character", 8),
    recode("NUL in YAML", SELF, lambda data: data + b"\0", "hidden-character", 20),
    edit("a direction override", WORK, "sticky", "st\u202eicky", "hidden-character"),
    edit(
        "a direction override in a title",
        WORK,
        "wonder wall that",
        "wonder \u2066wall that",
        "hidden-character",
    ),
    edit(
        "joiners are fine",
        WORK,
        "sticky",
        "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f469\u200d\U0001f3eb",
        None,
    ),
    recode(
        "a bell",
        ROSTER,
        lambda data: data.replace(b"Hugo Brandt", b"Hugo\x07 Brandt"),
        "hidden-character",
        60,
    ),
    edit("a mark of bytes inside", WORK, "sticky", "\ufeffsticky", "hidden-character"),
)

FRONTS = (
    edit("never closed", WORK, "status: draft\n---\n", "status: draft\n", "front-matter-unclosed", 1),
    edit("never opened", WORK, "---\ntitle", "title", "front-matter-missing", 1),
    edit("a blank line before", WORK, "---\ntitle", "\n---\ntitle", "front-matter-missing", 1),
    edit("a space before", WORK, "---\ntitle", " ---\ntitle", "front-matter-missing", 1),
    edit("a space behind is fine", WORK, "---\ntitle", "--- \ntitle", None),
    edit("four dashes", WORK, "---\ntitle", "----\ntitle", "front-matter-missing", 1),
    edit("two dashes", WORK, "---\ntitle", "--\ntitle", "front-matter-missing", 1),
    edit(
        "four dashes at the end",
        WORK,
        "status: draft\n---",
        "status: draft\n----",
        "front-matter-unclosed",
        1,
    ),
    edit("long dashes", WORK, "---\ntitle", "\u2014\ntitle", "front-matter-missing", 1),
    put("TOML", WORK, '+++\ntitle = "A wonder wall"\n+++\n\n## Context\n', "front-matter-missing"),
    put("JSON", WORK, '{"title": "A wonder wall"}\n', "front-matter-missing"),
    put("a comment before", WORK, "<!-- draft -->\n" + FRONT + "---\n", "front-matter-missing"),
    put("nothing at all", WORK, "", "front-matter-missing"),
    put("blank lines", WORK, "\n\n\n", "front-matter-missing"),
    put("nothing between the dashes", WORK, "---\n---\n## Context\n", "not-a-mapping"),
    put("words between the dashes", WORK, "---\nA wonder wall\n---\n", "not-a-mapping", 2),
    put("a list between the dashes", WORK, "---\n- title\n---\n", "not-a-mapping", 2),
    put("a body of nothing is fine in a draft", WORK, FRONT + "---\n", None),
    put("no line end is fine", WORK, FRONT + "---", None),
)

YAMLS = (
    edit("no space after the colon", WORK, "status: draft", "status:draft", "malformed-yaml"),
    edit("no space in the first line", WORK, "title: A wonder", "title:A wonder", "malformed-yaml"),
    edit("no colon", WORK, "status: draft", "status draft", "malformed-yaml"),
    edit("a tab", WORK, "status: draft", "\tstatus: draft", "malformed-yaml"),
    edit(
        "a tab within", WORK, "status: draft", "applied:\n\tsetting: Grade 2", "malformed-yaml", "\tsetting"
    ),
    edit("indented", WORK, "status: draft", "  status: draft", "malformed-yaml"),
    edit("an alias", WORK, "title: A wonder wall that leads somewhere", "title: *wall", "yaml-feature"),
    edit("an anchor", WORK, "title: A wonder", "title: &wall A wonder", "yaml-feature"),
    edit("a tag", WORK, "title: A wonder", "title: !!python/object:os.system A wonder", "yaml-feature"),
    edit("a merge key", WORK, "status: draft", "<<: {status: draft}", "yaml-feature"),
    edit("deep nesting", WORK, "status: draft", "applied: " + "[" * 40 + "]" * 40, "too-complex", "applied"),
    edit("very deep nesting", WORK, "status: draft", "applied: " + "[" * 20_000, "too-complex", "applied"),
    edit("too many values", WORK, "status: draft", "with: [" + "a, " * 3000 + "a]", "too-complex", "with"),
    edit("huge", WORK, "status: draft", "problem_of_practice: " + "word " * 15_000, "too-complex", 2),
    edit("a second document", WORK, "status: draft", "status: draft\n--- \nmore: 1", None),
    edit("an opened bracket", WORK, "status: draft", "with: [amina-yusuf", "malformed-yaml"),
    edit("an opened brace", WORK, "status: draft", "applied: {setting: Grade 2", "malformed-yaml"),
    edit("an opened quote", WORK, "status: draft", 'status: "draft', "malformed-yaml"),
    edit(
        "an apostrophe between single quotes",
        WORK,
        "title: A wonder wall",
        "title: 'Ben's wonder wall'",
        "malformed-yaml",
    ),
    edit(
        "a backslash",
        WORK,
        "title: A wonder wall that leads somewhere",
        r'title: "C:\wall"',
        "malformed-yaml",
    ),
    edit("at the start", WORK, "title: A wonder", "title: @Ben A wonder", "malformed-yaml"),
    edit("a percent at the start", WORK, "title: A wonder", "title: %A wonder", "malformed-yaml"),
    edit("a list behind its key", WORK, "status: draft", "with: - amina-yusuf", "malformed-yaml"),
    edit(
        "marks of Git",
        WORK,
        "status: draft",
        "<<<<<<< HEAD\nstatus: draft\n=======\nstatus: submitted\n>>>>>>> other",
        "malformed-yaml",
    ),
    edit("a key that is a list", WORK, "status: draft", "? [status]\n: draft", "wrong-type"),
    edit("a number for a key", WORK, "status: draft", "1: draft", "unknown-key"),
    edit("yes for a status", WORK, "status: draft", "status: yes", "unknown-value"),
    edit("a colon in a text is fine", WORK, "A wonder wall that", "A wonder wall: that", None),
    edit("an apostrophe is fine", WORK, "A wonder wall that", "Ben's wonder wall that", None),
    edit("a note behind a hash is fine", WORK, "status: draft", "status: draft  # for now", None),
    put("YAML that ends early", MICRO, "title: Pace\ncompetency: [", "malformed-yaml", 2),
    put("a page of HTML", MICRO, "<!DOCTYPE html>\n<html></html>\n", "not-a-mapping"),
)

MUTATIONS = (*ENCODINGS, *FRONTS, *YAMLS)
