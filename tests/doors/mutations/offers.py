"""Slips in what can be earned: micro-credentials, pathways, courses, renewal profiles."""

from __future__ import annotations

from tests.doors.mutation import edit, gone, moved, put

MICRO = "competencies/micro-credentials/pace-a-unit.yml"

PATHWAY = "competencies/pathways/teacher-leadership.yml"

STACK = "competencies/pathways/assessment-stack.yml"

COURSE = "competencies/courses/pace-by-data.md"

RENEWAL = "competencies/renewal/example-state.yml"
ROLE = "competencies/opportunities/teacher-leader.yml"

MICRO_CREDENTIALS = (
    edit(
        "an unknown competency",
        MICRO,
        "foundational/mastery-approach",
        "foundational/mastery-aproach",
        "unknown-competency",
    ),
    edit(
        "an unknown framework",
        MICRO,
        "foundational/mastery-approach",
        "foundationl/mastery-approach",
        "unknown-competency",
    ),
    edit("an unknown criterion", MICRO, "competencies, pacing]", "competencies, pacng]", "unknown-criterion"),
    edit(
        "a criterion from elsewhere",
        MICRO,
        "competencies, pacing]",
        "competencies, goal-setting]",
        "unknown-criterion",
    ),
    edit("a misspelt key", MICRO, "key_method:", "key_metod:", "unknown-key"),
    edit("a misspelt key deep down", MICRO, "min_words: 60", "min_word: 60", "unknown-key"),
    edit("a text for a number", MICRO, "min_words: 60", "min_words: sixty", "wrong-type"),
    edit("less than nothing", MICRO, "min_words: 60", "min_words: -1", "wrong-type"),
    edit("hours in words", MICRO, "hours: 15", "hours: fifteen", "wrong-type"),
    edit("negative hours", MICRO, "hours: 15", "hours: -15", "wrong-type"),
    edit("an unknown kind", MICRO, "kinds: {video: 1}", "kinds: {vidoe: 1}", "unknown-value"),
    edit("a list for kinds", MICRO, "kinds: {video: 1}", "kinds: [video]", "wrong-type"),
    edit(
        "attendance asked for", MICRO, "kinds: {video: 1}", "kinds: {attendance: 1}", "impossible-artifacts"
    ),
    edit("impact perhaps", MICRO, "impact: required", "impact: requried", "unknown-value"),
    edit("no reviewers", MICRO, "reviewers: 1", "reviewers: 0", "wrong-type"),
    edit("a currency in small letters", MICRO, "currency: USD", "currency: usd", "wrong-type"),
    edit("no currency", MICRO, ", currency: USD", "", "missing-key", "stipend:"),
    edit("a duration in words", MICRO, "stipend:", "expires: 3 years\nstipend:", "bad-duration"),
    edit(
        "an unknown requirement",
        MICRO,
        "stipend:",
        "requires: [learner-agencie]\nstipend:",
        "unknown-micro-credential",
    ),
    edit("its own requirement", MICRO, "stipend:", "requires: [pace-a-unit]\nstipend:", "requirement-cycle"),
    edit(
        "a key twice",
        MICRO,
        "category: content",
        "category: content\nhours: 20",
        "duplicate-key",
        "hours: 20",
    ),
    edit(
        "a key twice deep down",
        MICRO,
        "      min_words: 60\n",
        "      min_words: 60\n      min_words: 70\n",
        "duplicate-key",
        "min_words: 70",
    ),
    edit("a category with spaces", MICRO, "category: content", "category: My content", "bad-id"),
    edit(
        "a section as text",
        MICRO,
        "    practice:\n      title: What I did\n",
        "    practice: What I did\n    other:\n      title: Practice\n",
        "wrong-type",
    ),
    put("an empty file", MICRO, "", "not-a-mapping"),
    put("nothing but a comment", MICRO, "# nothing yet\n", "not-a-mapping"),
    put("a whole other kind of file", MICRO, "---\n# Pace a unit\n\nSome text.\n", "not-a-mapping", 4),
    gone("deleted", MICRO, "missing-file"),
    moved("one letter off", MICRO, MICRO.replace("unit", "unti"), "missing-file"),
    gone("a pathway deleted", PATHWAY, "missing-file"),
    gone("a course deleted", COURSE, "missing-file"),
    gone("the whole folder", "competencies/micro-credentials", "missing-file"),
    gone("all frameworks", "competencies/frameworks", "missing-file"),
    gone("all pathways", "competencies/pathways", "missing-file"),
    gone("all renewal profiles", "competencies/renewal", "missing-file"),
    gone("all courses", "competencies/courses", "missing-file"),
    gone("all definitions", "competencies", "missing-file"),
)

PATHWAYS = (
    edit(
        "nothing asked",
        STACK,
        "all_of: [rubrics-that-define-mastery, data-with-learners, feedback-that-moves-learning]",
        "all_of: []",
        "empty-rule",
    ),
    edit(
        "nothing named",
        STACK,
        "all_of: [rubrics-that-define-mastery, data-with-learners, feedback-that-moves-learning]",
        "all_of:",
        "wrong-type",
    ),
    edit("more than offered", PATHWAY, "at_least: 4", "at_least: 9", "impossible-rule"),
    edit("at least none", PATHWAY, "at_least: 4", "at_least: 0", "impossible-rule"),
    edit("a number in words", PATHWAY, "at_least: 4", "at_least: four", "wrong-type"),
    edit("an unknown one", PATHWAY, "- goal-conferences", "- goal-conference", "unknown-micro-credential"),
    edit("an unknown one in a list", PATHWAY, "pace-a-unit,", "pace-a-unti,", "unknown-micro-credential"),
    edit("a misspelt word of the rule", STACK, "  all_of:", "  all_off:", "unknown-key"),
    edit("a misspelt word deep down", PATHWAY, "at_least: 4", "at_leest: 4", "unknown-key"),
    edit("a misspelt of", PATHWAY, "      of:", "      off:", "unknown-key"),
    edit(
        "a number for a rule",
        STACK,
        "rule:\n  all_of: [rubrics-that-define-mastery, data-with-learners, feedback-that-moves-learning]",
        "rule: 5",
        "bad-rule",
    ),
    edit(
        "no rule",
        STACK,
        "rule:\n  all_of: [rubrics-that-define-mastery, data-with-learners, feedback-that-moves-learning]\n",
        "",
        "missing-key",
        1,
    ),
    edit("itself", STACK, "data-with-learners,", "assessment-stack,", "pathway-cycle"),
    edit("offered and required", PATHWAY, "- goal-conferences", "- pace-a-unit", "overlapping-choice"),
    edit(
        "an unknown theme",
        PATHWAY,
        "    - at_least: 4\n",
        "    - theme: equitabl\n    - at_least: 4\n",
        "unknown-theme",
    ),
    edit(
        "an award without title",
        STACK,
        "award:\n  title: Assessment stack",
        "award:\n  hours: 3",
        "missing-key",
        "  hours: 3",
    ),
    edit("a stipend in words", PATHWAY, "amount: 1000", "amount: a thousand", "wrong-type"),
    edit("a misspelt key in the stipend", PATHWAY, "{amount:", "{amuont:", "unknown-key"),
    put(
        "the name of a micro-credential",
        "competencies/pathways/pace-a-unit.yml",
        "title: Twin\nrule: goal-conferences\n",
        "ambiguous-id",
    ),
)

COURSES = (
    edit(
        "an unknown competency",
        COURSE,
        "foundational/mastery-approach",
        "foundational/mastery-aproach",
        "unknown-competency",
    ),
    edit("no competency", COURSE, "competency: foundational/mastery-approach\n", "", "missing-key", 1),
    edit("minutes in words", COURSE, "minutes: 12", "minutes: twelve", "wrong-type"),
    edit("an unknown key", COURSE, "minutes: 12", "minuets: 12", "unknown-key"),
    edit(
        "a picture that is not there",
        COURSE,
        "## Sort into",
        "![A pile](pile.png)\n\n## Sort into",
        "dangling-link",
        "![A pile",
    ),
    edit(
        "a link to a course that is not there",
        COURSE,
        "## Sort into",
        "[Next](pace-by-dat.md)\n\n## Sort into",
        "dangling-link",
        "[Next",
    ),
    edit("never closed", COURSE, "licence: CC-BY-4.0\n---", "licence: CC-BY-4.0", "front-matter-unclosed", 1),
    edit("an unfinished declaration", COURSE, "## Sort into", "<![ foo\n\n## Sort into", "unsafe-markdown"),
)

RENEWALS = (
    edit(
        "an example that fails",
        RENEWAL,
        "{micro_credentials: 30}",
        "{micro_credentials: 3}",
        "failing-example",
    ),
    edit("a duration in words", RENEWAL, "cycle: P5Y", "cycle: five years", "bad-duration"),
    edit("hours without a number", RENEWAL, "{at_least: 150, ", "{", "missing-key", "hours: {"),
    edit(
        "a list for categories", RENEWAL, "categories: {content: 15}", "categories: [content]", "wrong-type"
    ),
    edit(
        "a misspelt conversion",
        RENEWAL,
        "conversion: {micro_credential:",
        "conversion: {micro_credentials:",
        "unknown-key",
    ),
    edit("neither met nor not", RENEWAL, "expect: met}", "expect: mett}", "unknown-value"),
    edit(
        "a misspelt key in an example",
        RENEWAL,
        "{given: {micro_credentials: 29}",
        "{given: {microcredentials: 29}",
        "unknown-key",
    ),
)

ROLES = (
    edit(
        "a slip in an opportunity", ROLE, "- learner-agency", "- learner-agancy", "unknown-micro-credential"
    ),
    edit("more than is taken", ROLE, "at_most: 4", "at_most: 1", "impossible-evidence"),
    edit("an address without its kind", ROLE, "contact: mailto:", "contact: ", "bad-address"),
    edit("a misspelt key of an opportunity", ROLE, "closes:", "closing:", "unknown-key"),
    edit("more than is offered", ROLE, "at_least: 2\n", "at_least: 6\n", "impossible-rule"),
)

MUTATIONS = (
    *MICRO_CREDENTIALS,
    *PATHWAYS,
    *COURSES,
    *RENEWALS,
    *ROLES,
)
