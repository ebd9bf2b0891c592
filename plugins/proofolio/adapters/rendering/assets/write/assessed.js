// A self-assessment's file, byte for byte as core/drafting/assessed.py writes it.

import { plain, yamlText } from "./yaml.js";

const SCHEMA = "# yaml-language-server: $schema=../../../.proofolio/schemas/self-assessment.schema.json";

// `asked` is the form's document: `targets` in the framework's order, and the levels.
export function assessed(asked, answers) {
  const known = new Set(asked.levels.map((each) => each.id));
  const rated = asked.targets.filter((target) => known.has(answers.levels?.[target]));
  return [SCHEMA, "ratings:", ...rated.flatMap((target) => rating(target, answers)), ""].join("\n");
}

function rating(target, answers) {
  const level = answers.levels[target];
  const sure = answers.confidence?.[target] ?? "";
  const note = plain(answers.notes?.[target] ?? "");
  const counts = /^[1-5]$/.test(sure);
  if (!counts && !note) return [`  ${target}: ${level}`];
  return [
    `  ${target}:`,
    `    level: ${level}`,
    ...(counts ? [`    confidence: ${sure}`] : []),
    ...(note ? [`    note: ${yamlText(note)}`] : []),
  ];
}
