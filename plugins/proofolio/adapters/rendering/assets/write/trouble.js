// What stands in a field of the evidence form and cannot be taken, said where it stands.

import { amount, count, elsewhere, isoDay, plain, webAddress } from "./yaml.js";
import { say } from "./words.js";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 64;

// Whether this can be the name of a folder.
export function fit(name) {
  return ID.test(name) && name.length <= LONGEST_ID;
}

export function troubles(answers, data) {
  const found = [];
  const add = (field, key, blocks = false, places = {}) => found.push({ field, message: say(key, places), blocks });
  who(answers, data, add);
  const { date = "", learners = "" } = answers.applied ?? {};
  if (plain(date) && !isoDay(plain(date))) add("applied.date", "trouble.day");
  if (plain(learners) && !count(plain(learners))) add("applied.learners", "trouble.count");
  const seen = new Set();
  answers.artifacts.forEach((each, row) => artifact(each, `artifacts.${row}`, seen, data, add));
  answers.impact.forEach((each, row) => impact(each, `impact.${row}`, add));
  answers.demonstrates.forEach((each, row) => {
    const [competency, because] = [plain(each.competency), plain(each.because)];
    if (competency && !because) add(`demonstrates.${row}.because`, "trouble.because");
    if (because && !competency) add(`demonstrates.${row}.competency`, "trouble.competency");
  });
  return found;
}

function who(answers, data, add) {
  const { person = "", folder = "" } = answers.me ?? {};
  if (!person.trim()) add("me.person", "trouble.person", true);
  else if (!fit(person.trim())) add("me.person", "trouble.id", true);
  const name = folder.trim();
  if (name && !fit(name)) add("me.folder", "trouble.id", true);
  if (data.reserved.includes(name)) add("me.folder", "trouble.reserved", true, { name });
  if (!plain(answers.title)) add("title", "trouble.title", true);
}

function artifact(answer, row, seen, data, add) {
  const [place, title] = [plain(answer.place), plain(answer.title)];
  if (!place) {
    if (title || plain(answer.licence)) add(`${row}.place`, "trouble.place");
    return;
  }
  if (elsewhere(place) ? !webAddress(place) : /^www\./i.test(place)) add(`${row}.place`, "trouble.address");
  else if (!elsewhere(place) && outside(place)) add(`${row}.place`, "trouble.outside");
  else if (seen.has(place)) add(`${row}.place`, "trouble.twice");
  seen.add(place);
  if (!title) add(`${row}.title`, "trouble.artifact.title");
  if (data.seat_time.includes(answer.kind)) add(`${row}.kind`, "trouble.seat_time");
}

function outside(place) {
  return /^[/~]|[\\:]|(?:^|\/)\.\.(?:\/|$)|^(?:\.?\/)*(?:reviews|credentials)(?:\/|$)/.test(place);
}

function impact(answer, row, add) {
  const text = (key) => plain(answer[key]);
  const all = ["measure", "unit", "before", "after", "n", "before_date", "after_date", "source"];
  if (!all.some(text)) return;
  for (const key of ["measure", "unit"]) if (!text(key)) add(`${row}.${key}`, `trouble.${key}`);
  for (const key of ["before", "after"]) {
    const value = text(key);
    if (!value) add(`${row}.${key}`, "trouble.value");
    else if (amount(value) === null) add(`${row}.${key}`, "trouble.number");
    else if (percent(text("unit")) && !(Number(amount(value)) >= 0 && Number(amount(value)) <= 100)) add(`${row}.${key}`, "trouble.percent");
  }
  if (text("n") && !count(text("n"))) add(`${row}.n`, "trouble.count");
  for (const key of ["before_date", "after_date"]) if (text(key) && !isoDay(text(key))) add(`${row}.${key}`, "trouble.day");
  const [first, last] = [isoDay(text("before_date")), isoDay(text("after_date"))];
  if (first && last && last < first) add(`${row}.after_date`, "trouble.order");
}

function percent(unit) {
  return ["percent", "%", "per cent", "pct", "percentage"].includes(unit.toLowerCase());
}
