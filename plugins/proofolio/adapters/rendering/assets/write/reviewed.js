// A review's file and its comment, byte for byte as core/drafting/reviewed.py writes them.

import { step, worded } from "./worded.js";
import { yamlText } from "./yaml.js";

const VERDICTS = ["met", "revise", "recused"];
const BELOW = "<!-- words: kept as they are, and read for no rating -->";
const DIGITS = 12;

// The file. `asked` is the form's document: its criteria and levels, and the rubric's digest.
export function reviewed(asked, answers) {
  const said = saidOf(asked, answers);
  const lines = ["---", said.digits ? `reviewed: sha256:${said.digits}` : "reviewed:"];
  if (asked.rubric && said.ratings.length) lines.push(`rubric: ${asked.rubric}`);
  for (const [key, pairs] of [["ratings", said.ratings], ["next_steps", said.steps]]) {
    if (pairs.length) lines.push(`${key}:`, ...pairs.map(([name, value]) => `  ${name}: ${yamlText(value)}`));
  }
  lines.push(said.verdict ? `verdict: ${said.verdict}` : "verdict:   # met | revise | recused", "---");
  return [...lines, ...(said.body ? [said.body] : []), ""].join("\n");
}

// The text to paste into the pull request.
export function comment(asked, answers) {
  const said = saidOf(asked, answers);
  const lines = ["```review"];
  if (answers.work) lines.push(`${answers.work}:`);
  lines.push(...said.ratings.map(([criterion, level]) => `${criterion}: ${level}`));
  lines.push(...said.steps.map(([criterion, text]) => `next for ${criterion}: ${text}`));
  if (said.verdict) lines.push(`verdict: ${said.verdict}`);
  if (said.digits) lines.push(`version: ${said.digits.slice(0, DIGITS)}`);
  return [...lines, "```", ...(said.body ? [BELOW, "", said.body] : []), ""].join("\n");
}

// The answers in the rubric's order, in their final form.
export function saidOf(asked, answers) {
  const verdict = VERDICTS.includes(answers.verdict) ? answers.verdict : "";
  const criteria = asked.criteria.map((each) => each.id);
  const rated = verdict === "recused" ? [] : criteria;
  const known = new Set(asked.levels.map((each) => each.id));
  const pairs = (given, made) => rated.map((each) => [each, made(given?.[each] ?? "")]).filter(([, value]) => value);
  const strengths = rated
    .map((each) => [each, worded(answers.strengths?.[each] ?? "")])
    .filter(([, text]) => text)
    .map(([each, text]) => `**${each}** – ${text}`);
  const parts = verdict === "recused" ? [worded(answers.why)] : [...strengths, worded(answers.words)];
  return {
    verdict,
    digits: (answers.version ?? "").replace(/^sha256:/, ""),
    ratings: pairs(answers.ratings, (level) => (known.has(level) ? level : "")),
    steps: pairs(answers.next_steps, step),
    body: parts.filter(Boolean).join("\n\n"),
  };
}
