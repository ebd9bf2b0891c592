"""Slips on the roster, in profiles and in self-assessments."""

from __future__ import annotations

from dataclasses import replace

from tests.doors.mutation import edit, gone, moved, put

ROSTER = "portfolios/roster.yml"

PROFILE = "portfolios/amina-yusuf/index.md"

SELF = "portfolios/amina-yusuf/self-assessments/2026-11-13.yml"

HUGO = """\
  hugo-brandt:
    name: Hugo Brandt
    github: hbrandt
    organization: juniper-middle
    roles: [educator]
    coach: rosa-diaz
    since: 2025-08-15
"""

ROSTERS = (
    edit(
        "an unknown coach",
        ROSTER,
        "coach: rosa-diaz\n    since: 2026-01-12",
        "coach: rosa-dias\n    since: 2026-01-12",
        "unknown-person",
        "coach: rosa-dias",
    ),
    edit(
        "her own coach",
        ROSTER,
        "coach: tomas-reyes\n    since: 2026-08-17",
        "coach: farid-haddad\n    since: 2026-08-17",
        "own-coach",
        "coach: farid-haddad",
    ),
    edit(
        "a coach without the role",
        ROSTER,
        "coach: tomas-reyes\n    since: 2026-08-17",
        "coach: elena-marsh\n    since: 2026-08-17",
        "not-a-coach",
        "coach: elena-marsh",
    ),
    edit("an account twice", ROSTER, "github: hbrandt", "github: Faridh", "duplicate-account"),
    edit(
        "an unknown role",
        ROSTER,
        "[educator, leader, approver]",
        "[educator, lader, approver]",
        "unknown-value",
    ),
    edit("a role as text", ROSTER, "[educator, leader, approver]", "leader", "wrong-type", "roles: leader"),
    edit("a month too many", ROSTER, "since: 2026-01-12", "since: 2026-13-12", "bad-date"),
    edit("a day in words", ROSTER, "since: 2026-01-12", "since: last January", "bad-date"),
    edit(
        "an unknown school",
        ROSTER,
        "organization: juniper-middle",
        "organization: juniper-midle",
        "unknown-organization",
    ),
    edit("a misspelt key", ROSTER, "    name: Hugo", "    naem: Hugo", "unknown-key"),
    edit(
        "an extra key",
        ROSTER,
        "    name: Hugo Brandt\n",
        "    name: Hugo Brandt\n    telephone: 555 0100\n",
        "unknown-key",
        "telephone:",
    ),
    edit("no name", ROSTER, "    name: Hugo Brandt\n", "", "missing-key", "    github: hbrandt"),
    edit("a list for a name", ROSTER, "name: Hugo Brandt", "name: [Hugo, Brandt]", "wrong-type"),
    edit(
        "a key twice",
        ROSTER,
        "github: hbrandt",
        "github: hbrandt\n    github: hugob",
        "duplicate-key",
        "github: hugob",
    ),
    edit(
        "a person twice",
        ROSTER,
        "  rosa-diaz:",
        "  hugo-brandt:\n    name: Again\n  rosa-diaz:",
        "duplicate-key",
        "  hugo-brandt:\n    name: Again",
    ),
    edit("an id with capitals", ROSTER, "  hugo-brandt:", "  Hugo-Brandt:", "bad-id"),
    edit("people misspelt", ROSTER, "people:", "poeple:", "unknown-key"),
    replace(
        edit("somebody is not there any more", ROSTER, HUGO, "", "person-not-on-roster", 1),
        file="portfolios/hugo-brandt/index.md",
        touched=ROSTER,
    ),
    replace(
        edit("an id one letter off", ROSTER, "  hugo-brandt:", "  hugo-brand:", "person-not-on-roster", 1),
        file="portfolios/hugo-brandt/index.md",
        touched=ROSTER,
    ),
    gone("no roster", ROSTER, "missing-file"),
    put("an empty roster", ROSTER, "", "not-a-mapping"),
    put("people as a list", ROSTER, "people:\n  - amina-yusuf\n", "wrong-type", 2),
    moved("another ending", ROSTER, "portfolios/roster.yaml", "misplaced-file"),
)

PROFILES = (
    edit("an unknown visibility", PROFILE, "visibility: public", "visibility: publc", "unknown-value"),
    edit("an unknown pathway", PROFILE, "[teacher-leadership]", "[teacher-leadreship]", "unknown-pathway"),
    edit("a text for a list", PROFILE, "[teacher-leadership]", "teacher-leadership", "wrong-type"),
    edit(
        "an unknown renewal profile",
        PROFILE,
        "profile: example-state",
        "profile: exampel-state",
        "unknown-renewal-profile",
    ),
    edit("a start in words", PROFILE, "cycle_start: 2025-07-01", "cycle_start: July", "bad-date"),
    edit("a day that is not", PROFILE, "cycle_start: 2025-07-01", "cycle_start: 2025-06-31", "bad-date"),
    edit("no start", PROFILE, ", cycle_start: 2025-07-01", "", "missing-key", "renewal:"),
    edit("a goal misspelt", PROFILE, "  - goal: Hand", "  - gaol: Hand", "unknown-key"),
    edit(
        "a goal without words",
        PROFILE,
        "  - goal: Hand over one more decision each fortnight",
        "  - goal:",
        "wrong-type",
        "  - goal:\n",
    ),
    edit(
        "an unknown competency",
        PROFILE,
        "competency: promote-learner-agency",
        "competency: promote-learner-agncy",
        "unknown-competency",
    ),
    edit("an unknown target", PROFILE, "target: exemplary", "target: exemplray", "unknown-level"),
    edit(
        "a plan as text",
        PROFILE,
        "plan:\n  - goal: Let every learner set the pace of one unit this term\n    competency: mastery-approach\n    target: proficient\n    by: 2027-01-31\n    how: Co-plan with the grade team; practise in one small group first.\n  - goal: Hand over one more decision each fortnight\n    competency: promote-learner-agency\n    target: proficient\n    how: Go back to the choice board with the May review in hand; have two learners chair a Friday.\n  - goal: Write less and be understood more\n    competency: communication-and-feedback\n    target: exemplary\n    by: 2026-12-18\n    how: Three-line slips together with Ben, counted in both rooms.",
        "plan: none",
        "wrong-type",
    ),
    edit("a key on its own level", PROFILE, "    by: 2027-01-31", "   by: 2027-01-31", "malformed-yaml"),
    edit(
        "a headline of two",
        PROFILE,
        "headline: Grade 4, mathematics",
        "headline: [Grade 4, mathematics]",
        "wrong-type",
    ),
    edit("markup in a headline", PROFILE, "headline: Grade 4", "headline: <i>Grade 4</i>", "not-plain-text"),
    edit("a misspelt key", PROFILE, "career_goal:", "carer_goal:", "unknown-key"),
    edit("a key with a space", PROFILE, "career_goal:", "career goal:", "unknown-key"),
    edit("by some day", PROFILE, "by: 2026-12-18", "by: 18.12.2026", "bad-date"),
    edit(
        "a link to nobody",
        PROFILE,
        "I like lessons",
        "[Ben](../ben-okafro/) I like lessons",
        "dangling-link",
        "[Ben]",
    ),
    replace(
        # nothing is public then, and so the thanks for her work are not either
        gone("no profile is fine", PROFILE, "recognition-without-consent"),
        file="competencies/recognitions/2026-11-19-choice-that-reaches-every-learner.md",
        at="work: amina",
        touched=PROFILE,
    ),
    put("an empty profile", PROFILE, "", "front-matter-missing"),
)

SELF_ASSESSMENTS = (
    edit(
        "an unknown competency",
        SELF,
        "  mastery-approach: prof",
        "  mastery-aproach: prof",
        "unknown-competency",
    ),
    edit(
        "an unknown criterion",
        SELF,
        "mastery-approach/pacing:",
        "mastery-approach/pacng:",
        "unknown-criterion",
    ),
    edit(
        "an unknown level",
        SELF,
        "  mastery-approach: proficient",
        "  mastery-approach: profficient",
        "unknown-level",
    ),
    edit("an unknown level within", SELF, "    level: developing", "    level: developping", "unknown-level"),
    edit("too sure", SELF, "confidence: 3", "confidence: 6", "wrong-type"),
    edit("sure in words", SELF, "confidence: 3", "confidence: very", "wrong-type"),
    edit(
        "a list for a note",
        SELF,
        "note: The pace is theirs now. The fence is still mine.",
        "note: [The pace, The fence]",
        "wrong-type",
    ),
    edit("a misspelt key", SELF, "    confidence: 3", "    confidense: 3", "unknown-key"),
    edit("a misspelt level", SELF, "    level: developing", "    levle: developing", "unknown-key"),
    edit("ratings misspelt", SELF, "ratings:", "rating:", "unknown-key"),
    edit(
        "rated twice",
        SELF,
        "  learner-centred",
        "  foundational/mastery-approach: developing\n  learner-centred",
        "rated-twice",
        "  foundational/",
    ),
    edit(
        "a number for a level", SELF, "  mastery-approach: proficient", "  mastery-approach: 3", "wrong-type"
    ),
    edit("nothing for a level", SELF, "  mastery-approach: proficient", "  mastery-approach:", "wrong-type"),
    put("a list of ratings", SELF, "ratings:\n  - mastery-approach: developing\n", "wrong-type", 2),
    put("an empty one", SELF, "", "not-a-mapping"),
    moved(
        "a day that is not", SELF, "portfolios/amina-yusuf/self-assessments/2026-02-30.yml", "bad-file-name"
    ),
    moved("a name and no day", SELF, "portfolios/amina-yusuf/self-assessments/november.yml", "bad-file-name"),
    moved(
        "another ending", SELF, "portfolios/amina-yusuf/self-assessments/2026-11-13.yaml", "misplaced-file"
    ),
    moved(
        "Markdown for YAML", SELF, "portfolios/amina-yusuf/self-assessments/2026-11-13.md", "misplaced-file"
    ),
)

MUTATIONS = (
    *ROSTERS,
    *PROFILES,
    *SELF_ASSESSMENTS,
)
