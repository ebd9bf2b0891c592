// What a review lacks, in the words of `check`; how many next steps it has; which verdict follows.

import { saidOf } from "./reviewed.js";
import { say, says } from "./words.js";

const WORK = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const VERSION = /^(?:sha256:)?[0-9a-f]{12,64}$/;

export function gaps(answers, asked) {
  const said = saidOf(asked, answers);
  if (said.verdict === "recused") return said.body ? [] : [{ message: say("gap.why"), field: "why" }];
  const rated = new Map(said.ratings);
  const steps = new Map(said.steps);
  const below = belowMastery(asked, said.ratings);
  const found = [];
  if (!rated.size) {
    const criteria = listed(asked.criteria.map((each) => each.id));
    found.push({ message: say("gap.none", { criteria }), field: `ratings.${asked.criteria[0]?.id}` });
  } else {
    for (const { id } of asked.criteria.filter((each) => !rated.has(each.id))) {
      found.push({ message: say("gap.criterion", { criterion: id }), field: `ratings.${id}` });
    }
  }
  for (const criterion of below.filter((each) => !steps.has(each))) {
    const level = rated.get(criterion);
    found.push({ message: say("gap.step", { criterion, level }), field: `next_steps.${criterion}` });
  }
  if (said.verdict === "met" && below.length) {
    const criteria = listed(below.map((each) => `'${each}'`));
    found.push({ message: says("gap.contradiction", below.length, { criteria }), field: "verdict" });
  }
  if (!said.verdict) found.push({ message: say("gap.verdict"), field: "verdict" });
  return found;
}

// The criteria that are rated below mastery.
export function belowMastery(asked, ratings) {
  const mastered = new Set(asked.levels.filter((each) => each.mastery).map((each) => each.id));
  return mastered.size ? ratings.filter(([, level]) => !mastered.has(level)).map(([criterion]) => criterion) : [];
}

// What stands in a field and cannot be taken; and what the review cannot do without, which would come back otherwise.
export function troubles(answers, asked) {
  const found = [];
  const add = (field, key, blocks = false) => found.push({ field, message: say(key), blocks });
  if (!answers.work) add("work", "trouble.none", true);
  else if (!WORK.test(answers.work)) add("work", "trouble.work", true);
  if (answers.version && !VERSION.test(answers.version)) add("version", "trouble.version", true);
  if (answers.pull && !pullOf(answers.pull, asked)) add("pull", "trouble.pull");
  if (answers.me?.person && !ID.test(answers.me.person.trim())) add("me.person", "trouble.id");
  return [...found, ...unfinished(answers, asked)];
}

// A level for every criterion, and a next step wherever it is below mastery.
function unfinished(answers, asked) {
  const said = saidOf(asked, answers);
  if (said.verdict === "recused") return [];
  const [rated, steps] = [new Map(said.ratings), new Map(said.steps)];
  const below = belowMastery(asked, said.ratings);
  return asked.criteria.flatMap(({ id, title }) => {
    if (!rated.has(id)) return [{ field: `ratings.${id}`, message: say("trouble.rating", { title }), blocks: true }];
    const stepless = below.includes(id) && !steps.has(id);
    return stepless ? [{ field: `next_steps.${id}`, message: say("trouble.step", { title }), blocks: true }] : [];
  });
}

// The number of a pull request: as it is, or in an address of this forge.
export function pullOf(text, asked) {
  const said = text.trim();
  const plain = /^[#!]?([0-9]{1,9})$/.exec(said);
  if (plain) return plain[1];
  const { one } = asked.pulls ?? {};
  const rest = one && said.startsWith(one) ? said.slice(one.length) : "";
  return /^([0-9]{1,9})(?:[/?#].*)?$/.exec(rest)?.[1] ?? null;
}

export function isWork(text) {
  return WORK.test(text);
}

export function isVersion(text) {
  return VERSION.test(text);
}

export function isId(text) {
  return ID.test(text);
}

function listed(words) {
  if (words.length < 2) return words.join("");
  return say("and", { first: words.slice(0, -1).join(", "), last: words.at(-1) });
}
