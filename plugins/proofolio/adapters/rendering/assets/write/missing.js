// What a micro-credential asks for and the answers do not have yet: in the order and words of `check`.
// The learning cycles that some ask for stand in the log, which a form does not see.

import { readable } from "./document.js";
import { letters, outline } from "./outline.js";
import { say, says } from "./words.js";
import { bare } from "./yaml.js";

// `text` is the file as it would be handed over. Each gap has the name of the field where it is filled.
export function gaps(asked, answers, text) {
  const have = readable(asked, answers);
  return [
    ...sectionGaps(asked, text),
    ...artifactGaps(asked, evidence(asked, have.artifacts)),
    ...(asked.impact && !have.impact.length ? [{ message: say("gap.impact"), field: "impact" }] : []),
    ...have.impact.flatMap(impactGaps),
  ];
}

// The words of each asked section, by its id, as `check` counts them.
export function sectionWords(asked, text) {
  const found = outline(bodyOf(text));
  const words = (each) => answering(each, found).reduce((sum, { words }) => sum + words, 0);
  return new Map(asked.sections.map((each) => [each.id, words(each)]));
}

function sectionGaps(asked, text) {
  const found = outline(bodyOf(text));
  return asked.sections.flatMap((each) => {
    const answers = answering(each, found);
    const field = `sections.${each.id}`;
    if (!answers.length) return [{ message: say("gap.section", { title: each.title }), field }];
    const words = answers.reduce((sum, one) => sum + one.words, 0);
    const wanted = Math.max(1, each.min_words);
    return words < wanted ? [{ message: shortage(each, words, wanted), field }] : [];
  });
}

function shortage({ title, min_words }, words, wanted) {
  if (words) return say("gap.short", { title, words: says("word", words), wanted, more: wanted - words });
  return min_words > 1 ? say("gap.empty.asked", { title, words: says("word", wanted) }) : say("gap.empty", { title });
}

function answering({ id, title }, found) {
  return found.filter((each) => each.id === id || letters(each.title) === letters(title));
}

// What counts: each thing once, and never attendance or certificates.
function evidence(asked, artifacts) {
  const seen = new Map();
  for (const each of artifacts) {
    const key = `${each.file ?? ""}\n${each.url ?? ""}`;
    if (!asked.seat_time.includes(each.kind) && !seen.has(key)) seen.set(key, each);
  }
  return [...seen.values()];
}

function artifactGaps(asked, have) {
  const { at_least, kinds } = asked.artifacts;
  const found = [];
  const field = "artifacts";
  if (have.length < at_least) {
    const artifacts = says("artifact", at_least);
    const key = ["gap.artifacts.none", "gap.artifacts.one"][have.length] ?? "gap.artifacts.few";
    found.push({ message: say(key, { artifacts, have: have.length }), field });
  }
  for (const [kind, number] of Object.entries(kinds)) {
    const there = have.filter((each) => each.kind === kind).length;
    if (asked.seat_time.includes(kind) || there >= number) continue;
    const places = { artifacts: says("artifact", number), kind, have: there };
    found.push({ message: say(there ? "gap.kind.few" : "gap.kind.none", places), field });
  }
  return found;
}

function impactGaps({ measure, source, n }) {
  const name = bare(measure);
  const found = [];
  if (source === undefined) found.push({ message: say("gap.impact.source", { measure: name }), field: "impact" });
  if (n === undefined) found.push({ message: say("gap.impact.n", { measure: name }), field: "impact" });
  return found;
}

function bodyOf(text) {
  return text.slice(text.indexOf("\n---\n", 3) + 5);
}
