// The form for an entry of the log: what was tried, seen or talked about on a day, as a file of that day.

import { placed } from "./body.js";
import { folderOf } from "./document.js";
import { begin } from "./kit.js";
import { fit, hoursOf, logged } from "./logged.js";
import { people } from "./people.js";
import { say } from "./words.js";
import { isoDay, plain } from "./yaml.js";

const text = (answers, key) => plain(answers[key]);

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function path(answers) {
  const person = answers.me?.person?.trim() ?? "";
  if (!fit(person) || !isoDay(answers.date ?? "")) return null;
  return `portfolios/${person}/log/${answers.date}-${folderOf(answers.title ?? "", "entry")}.md`;
}

function gaps(answers) {
  return placed(answers.text ?? "").trim() ? [] : [{ message: say("gap.text"), field: "text" }];
}

function troubles(answers) {
  const found = [];
  const add = (field, key, blocks = false, places = {}) => found.push({ field, message: say(key, places), blocks });
  const person = answers.me?.person?.trim() ?? "";
  if (!person) add("me.person", "trouble.person", true);
  else if (!fit(person)) add("me.person", "trouble.id", true);
  if (!isoDay(answers.date ?? "")) add("date", "trouble.day", true);
  else if (answers.date > today()) add("date", "trouble.later");
  if (!answers.kind) add("kind", "trouble.kind", true);
  if (!text(answers, "title")) add("title", "trouble.title", true);
  if (text(answers, "hours") && hoursOf(text(answers, "hours")) === null) add("hours", "trouble.hours");
  if ((answers.with ?? []).some((each) => !fit(plain(each)))) add("with", "trouble.id", true);
  const observed = text(answers, "observed");
  if (observed && !fit(observed)) add("observed", "trouble.id", true);
  else if (observed && answers.kind && answers.kind !== "observation") add("observed", "trouble.observed", false, { kind: answers.kind });
  return found;
}

// Whether it will count as a learning cycle, and what that needs.
function counts(answers, data) {
  if (!answers.kind) return "";
  if (!data.cycle_kinds.includes(answers.kind)) return say("cycle.hours");
  const title = data.competencies[answers.competency];
  return title ? say("cycle.counts", { title }) : say("cycle.competency");
}

function look(answers, data) {
  const value = {
    date: answers.date,
    kind: data.kinds[answers.kind] ?? "",
    hours: hoursOf(text(answers, "hours")) ?? "",
    competency: data.competencies[answers.competency] ?? "",
    course: data.courses[answers.course]?.title ?? "",
    with: (answers.with ?? []).join(", "),
    observed: answers.kind === "observation" ? text(answers, "observed") : "",
    follow_up: text(answers, "follow_up"),
  };
  const facts = Object.entries(data.fields).map(([key, name]) => ({ name, value: value[key] }));
  return { title: text(answers, "title") || say("untitled"), facts: facts.filter((each) => each.value), body: placed(answers.text ?? "") };
}

// Who comes from a course, or from evidence that needs a learning cycle, begins with that.
function started(page) {
  const { data, form, part } = page;
  people(page);
  form.addEventListener("change", () => fitting(page));
  form.addEventListener("pf-filled", () => fitting(page));
  queueMicrotask(() => {
    const said = new URLSearchParams(location.search);
    const course = said.get("course") ?? "";
    const about = data.courses[course]?.competency || (said.get("competency") ?? "");
    const given = { course: data.courses[course] ? course : "", competency: data.competencies[about] ? about : "" };
    const { answers } = page;
    const differs = Object.entries(given).some(([name, value]) => value && answers()[name] !== value);
    if (differs && (text(answers(), "title") || text(answers(), "text"))) part("afresh").click();
    for (const [name, value] of Object.entries(given)) if (value) form.elements.namedItem(name).value = value;
    const date = form.elements.namedItem("date");
    if (!date.value) date.value = today();
    fitting(page);
  });
}

// What only some entries need; what was written already stays in sight.
function fitting({ form, answers }) {
  const now = answers();
  for (const [name, kind] of [["observed", "observation"], ["course", "course"]]) {
    const place = form.querySelector(`[data-pf-only="${name}"]`);
    if (place) place.hidden = now.kind !== kind && !plain(now[name]);
  }
}

function shown({ data, form, part }, { answers }) {
  const date = form.elements.namedItem("date");
  if (!date.value && document.activeElement !== date) date.value = today();
  const told = counts(answers, data);
  if (part("cycle").textContent !== told) part("cycle").textContent = told;
}

begin({
  kind: "log",
  file: (answers) => ({ path: path(answers), text: logged(answers) }),
  gaps,
  troubles,
  look,
  name: (answers) => text(answers, "title") || say("untitled"),
  download: "log-entry.md",
  started,
  shown,
});
