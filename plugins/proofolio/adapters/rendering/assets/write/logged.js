// An entry of the log, byte for byte as core/drafting/logged.py writes it.

import { placed, whole } from "./body.js";
import { amount, inFlow, plain, unread, yamlText } from "./yaml.js";

export const MOST_HOURS = 744;
const KINDS = ["practice", "observation", "reflection", "collaboration", "course", "attendance", "coaching"];
const VISIBILITIES = ["public", "internal", "private"];
const ID = /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

export function logged(answers) {
  return whole(["---", ...front(answers), "---", "", placed(answers.text ?? "")]);
}

// Whether this can be an id.
export function fit(name) {
  return ID.test(name);
}

// The hours as a number of the file, or null where they are none.
export function hoursOf(text) {
  const found = amount(text);
  return found === null || found.startsWith("-") || Number(found) > MOST_HOURS ? null : found;
}

function front(answers) {
  const said = plain(answers.kind);
  const kind = KINDS.includes(said) ? said : "practice";
  const people = [...new Set((answers.with ?? []).map(plain).filter(Boolean))];
  const [observed, next] = [plain(answers.observed), plain(answers.follow_up)];
  return [
    `title: ${yamlText(plain(answers.title) || kind)}`,
    `kind: ${kind}`,
    ...(said && said !== kind ? [unread("kind", ["", said])] : []),
    ...hours(plain(answers.hours)),
    ...named("category", answers.category, fit),
    ...named("competency", answers.competency, (name) => name.split("/").length < 3 && name.split("/").every(fit)),
    ...named("course", answers.course, fit),
    ...(people.length ? [`with: [${people.map(inFlow).join(", ")}]`] : []),
    ...(observed ? [kind === "observation" ? `observed: ${yamlText(observed)}` : unread("observed", ["", observed])] : []),
    ...(next ? [`follow_up: ${yamlText(next)}`] : []),
    ...(VISIBILITIES.includes(answers.visibility) ? [`visibility: ${answers.visibility}`] : []),
  ];
}

function hours(said) {
  const found = hoursOf(said);
  if (found === null) return said ? [unread("hours", ["", said])] : [];
  return Number(found) ? [`hours: ${found}`] : [];
}

function named(key, text, fits) {
  const name = plain(text);
  if (!name) return [];
  return [fits(name) ? `${key}: ${yamlText(name)}` : unread(key, ["", name])];
}
