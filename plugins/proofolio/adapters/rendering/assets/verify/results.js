// Do the results in a credential answer to what it says was asked for?

import { isNode } from "./json.js";
import { say } from "./words.js";

// Results that lead nowhere, or stay below what the achievement asks for: place and sentence.
export function* resultTrouble(subject) {
  const described = new Map();
  if (isNode(subject.achievement)) {
    for (const [at, each] of listed(subject.achievement.resultDescription).entries()) {
      described.set(String(each.id), each);
      if (Object.hasOwn(each, "requiredLevel") && !levels(each).includes(each.requiredLevel)) {
        const place = `credentialSubject.achievement.resultDescription[${at}].requiredLevel`;
        yield [place, say("results.required")];
      }
    }
  }
  for (const [at, each] of listed(subject.result).entries()) {
    yield* ofResult(each, `credentialSubject.result[${at}]`, described);
  }
}

function* ofResult(result, place, described) {
  const has = (name) => Object.hasOwn(result, name);
  if (!has("resultDescription")) {
    if (has("achievedLevel")) yield [place, say("results.nothing_rated")];
    return;
  }
  const asked = described.get(String(result.resultDescription));
  if (!asked) {
    yield [`${place}.resultDescription`, say("results.not_asked")];
    return;
  }
  const scale = levels(asked);
  const reached = result.achievedLevel;
  const needed = scale.includes(asked.requiredLevel);
  if (has("achievedLevel") && !scale.includes(reached)) yield [`${place}.achievedLevel`, say("results.no_level")];
  else if (needed && !has("achievedLevel")) yield [place, say("results.level_unsaid")];
  else if (needed && scale.indexOf(reached) < scale.indexOf(asked.requiredLevel)) {
    yield [`${place}.achievedLevel`, say("results.below")];
  }
  const least = number(asked.requiredValue);
  const value = number(result.value);
  if (least !== null && (value === null || value < least)) yield [`${place}.value`, say("results.value")];
  if (asked.resultType === "Status" && !has("status")) yield [place, say("results.status")];
}

function levels(description) {
  return listed(description.rubricCriterionLevel).map((each) => each.id);
}

function listed(value) {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function number(value) {
  const fits = typeof value === "string" && value.trim() && Number.isFinite(Number(value));
  return fits ? Number(value) : null;
}
