// A plan put into a profile that is there, byte for byte as core/drafting/plan.py does it.

import { settings } from "./settings.js";
import { isoDay, plain, yamlText } from "./yaml.js";

export const KEYS = ["career_goal", "pathways", "plan"];
export const NEW = "---\nvisibility: internal\n---\n";
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?$/;
const QUOTED = /"(?:[^"\\]|\\.)*"|(?<![^ \t[{,:])'(?:[^']|'')*'/gu;
const REMARK = /(?:^|[ \t])(#[^\n]*)/u;

// The whole profile as a text, or { reason, line } where it cannot be understood.
export function planned(profile, answers) {
  const found = settings(profile);
  if (found.reason) return found;
  const made = Object.fromEntries(KEYS.map((key) => [key, linesOf(key, answers)]));
  const lines = [...found.lines];
  const has = (key) => found.blocks.some((each) => each.key === key);
  const ended = (each) => each + found.newline;
  lines.splice(found.close, 0, ...KEYS.filter((key) => !has(key)).flatMap((key) => made[key]).map(ended));
  for (const block of [...found.blocks].reverse()) {
    if (!KEYS.includes(block.key)) continue;
    const fresh = [...made[block.key], ...remarks(found.lines.slice(block.start, block.end))];
    lines.splice(block.start, block.end - block.start, ...fresh.map(ended));
  }
  return lines.join("");
}

// The settings alone, for somebody who puts them into her profile by hand; "" when there is nothing to say.
export function alone(answers) {
  return KEYS.flatMap((key) => linesOf(key, answers)).map((line) => `${line}\n`).join("");
}

function linesOf(key, answers) {
  if (key === "career_goal") {
    const text = plain(answers.career_goal ?? "");
    return text ? [`career_goal: ${yamlText(text)}`] : [];
  }
  if (key === "pathways") {
    const ids = [...new Set((answers.pathways ?? []).filter((each) => ID.test(each)))];
    return ids.length ? [`pathways: [${ids.map(yamlText).join(", ")}]`] : [];
  }
  const goals = (answers.plan ?? []).flatMap(goal);
  return goals.length ? ["plan:", ...goals] : [];
}

function goal(answer) {
  const text = (name) => {
    const said = plain(answer[name] ?? "");
    return said ? yamlText(said) : "";
  };
  const id = (name) => (ID.test(answer[name] ?? "") ? yamlText(answer[name]) : "");
  const pairs = [
    ["goal", text("goal")],
    ["competency", id("competency")],
    ["target", id("target")],
    ["by", isoDay(answer.by ?? "") ?? ""],
    ["how", text("how")],
  ];
  if (!pairs.some(([, value]) => value)) return [];
  return pairs
    .map(([key, value]) => [key, key === "goal" && !value ? '""' : value])
    .filter(([, value]) => value)
    .map(([key, value], at) => `${at ? "    " : "  - "}${key}: ${value}`);
}

// The remarks within some lines: they are their author's, and nobody else may take them out.
function remarks(lines) {
  return lines
    .map((line) => REMARK.exec(line.replace(/[\r\n]+$/, "").replace(QUOTED, '""')))
    .filter(Boolean)
    .map((found) => found[1].replace(/[ \t\r]+$/, ""));
}
