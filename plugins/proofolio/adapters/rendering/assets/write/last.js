// Last time's ratings, from a file, from pasted text, or from an older draft of this browser.

import { values } from "./values.js";

// By target as this form calls it: { level, confidence, note }. An Unreadable where the text is no such file.
export function lastOf(text, asked) {
  const { ratings } = values(text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/));
  const found = new Map();
  for (const [target, given] of Object.entries(ratings && typeof ratings === "object" ? ratings : {})) {
    const name = named(target, asked);
    const level = typeof given === "string" ? given : given?.level;
    if (name && asked.levels.some((each) => each.id === level)) {
      found.set(name, { level, confidence: given.confidence ?? "", note: given.note ?? "" });
    }
  }
  return found;
}

// The same from answers that were kept.
export function kept(answers, asked) {
  const known = (target) => asked.levels.some((each) => each.id === answers.levels?.[target]);
  return new Map(asked.targets.filter(known).map((target) => [target, {
    level: answers.levels[target],
    confidence: answers.confidence?.[target] ?? "",
    note: answers.notes?.[target] ?? "",
  }]));
}

// A target may be written with its framework or without.
function named(target, asked) {
  const whole = asked.names[target];
  if (whole) return whole;
  const cut = target.lastIndexOf("/");
  const name = cut < 0 ? undefined : asked.names[target.slice(0, cut)];
  const full = name && `${name}/${target.slice(cut + 1)}`;
  return asked.targets.includes(full) ? full : null;
}
