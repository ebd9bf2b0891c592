// One thing that was looked at, its state, and a sentence that says so.

import { say } from "./words.js";

export const HOLDS = "holds";
export const FAILS = "fails";
export const UNKNOWN = "unknown";

const check = (state) => (name, key, values) => ({ name, state, words: say(key, values) });

export const holds = check(HOLDS);
export const fails = check(FAILS);
export const unknown = check(UNKNOWN);

const NEEDED = ["signature", "issuer", "status", "dates"];
const TELLING = ["readable", "baked", "signature", "key", "issuer", "status", "dates", "recipient", "evidence"];
const NEEDED_OF_LIST = ["signature", "issuer", "dates"];

// What follows from the checks: "accepted" when none fails and those that are needed hold, "refused"
// when one fails, "undecided" otherwise; with the checks that keep it from being accepted.
export function verdict(kind, checks) {
  const failed = telling(checks.filter((each) => each.state === FAILS));
  if (failed.length) return { verdict: "refused", because: failed };
  const needed = kind === "BitstringStatusListCredential" ? NEEDED_OF_LIST : NEEDED;
  const missing = checks.filter((each) => each.state !== HOLDS && [...needed, "readable"].includes(each.name));
  const whole = needed.every((name) => checks.some((each) => each.name === name && each.state === HOLDS));
  if (missing.length || !whole) return { verdict: "undecided", because: missing };
  return { verdict: "accepted", because: [] };
}

// Those that tell most come first; the others stay in their order.
function telling(checks) {
  const rank = (each) => (TELLING.includes(each.name) ? TELLING.indexOf(each.name) : TELLING.length);
  return [...checks].sort((one, other) => rank(one) - rank(other));
}
