// The form for self-assessments: levels to choose, last time's beside them, and the day's file.

import { assessed } from "./assessed.js";
import { begin } from "./kit.js";
import { kept, lastOf } from "./last.js";
import { people } from "./people.js";
import { open } from "./store.js";
import { day, say, says } from "./words.js";
import { isoDay } from "./yaml.js";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const OLD = 14 * 24 * 60 * 60 * 1000;

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function path(answers) {
  const person = answers.me?.person?.trim() ?? "";
  return ID.test(person) && isoDay(answers.date ?? "") ? `portfolios/${person}/self-assessments/${answers.date}.yml` : null;
}

function rated(answers, data) {
  return data.targets.filter((target) => answers.levels?.[target]);
}

function gaps(answers, data) {
  return rated(answers, data).length ? [] : [{ message: say("gap.none"), field: `levels.${data.targets[0]}` }];
}

function troubles(answers, data) {
  const found = [];
  const add = (field, key) => found.push({ field, message: say(key), blocks: true });
  const person = answers.me?.person?.trim() ?? "";
  if (!person) add("me.person", "trouble.person");
  else if (!ID.test(person)) add("me.person", "trouble.id");
  if (!isoDay(answers.date ?? "")) add("date", "trouble.day");
  else if (answers.date > today()) add("date", "trouble.later");
  if (!rated(answers, data).length) add(`levels.${data.targets[0]}`, "trouble.none");
  return found;
}

function look(answers, data) {
  const title = (target) => data.titles[target] ?? `${data.titles[target.split("/").slice(0, -1).join("/")]}: ${target.split("/").at(-1)}`;
  const level = (target) => data.levels.find((each) => each.id === answers.levels[target]).title;
  const facts = rated(answers, data).map((target) => ({ name: title(target), value: level(target) }));
  const noted = rated(answers, data).filter((target) => answers.notes?.[target]?.trim());
  const body = noted.map((target) => `**${title(target)}** – ${answers.notes[target].trim()}`).join("\n\n");
  return { title: say("named", { day: answers.date }), facts, body };
}

function started(page) {
  const { data, form, part } = page;
  people(page);
  let last = new Map();
  const beside = (found) => {
    last = found;
    for (const place of form.querySelectorAll("[data-pf-last]")) {
      const given = last.get(place.dataset.pfLast);
      const places = given && { level: data.levels.find((each) => each.id === given.level).title, confidence: given.confidence };
      place.textContent = given ? say(given.confidence ? "last.sure" : "last", places) : "";
    }
    part("last-begin").hidden = !last.size;
  };
  const tell = (text, wrong = false) => {
    part("last-said").textContent = text;
    part("last-said").classList.toggle("pf-plan__said--wrong", wrong);
  };
  const read = (text) => {
    if (!text.trim()) return;
    try {
      const found = lastOf(text, data);
      beside(found);
      tell(found.size ? says("last.read", found.size) : say("last.none"), !found.size);
    } catch (error) {
      tell(say("last.file", { why: error.line ? say("unreadable", { line: error.line, text: error.text }) : error.message }), true);
    }
  };
  part("last-text").addEventListener("input", (event) => read(event.target.value));
  part("last-file").addEventListener("change", async (event) => {
    const [file] = event.target.files;
    if (file) read(await file.text());
  });
  part("last-begin").addEventListener("click", () => {
    let n = 0;
    for (const [target, { level }] of last) {
      const fields = form.elements.namedItem(`levels.${target}`);
      if (!fields || fields.value) continue;
      fields.value = level;
      n += 1;
    }
    page.changed();
    tell(says("last.begun", n));
  });
  queueMicrotask(() => {
    older(page, (found, on) => {
      beside(found);
      tell(say("last.day", { day: day(on) }));
    });
    const date = form.elements.namedItem("date");
    if (!date.value) date.value = today();
  });
}

// A draft of weeks ago is last time's: a fresh one begins, and the old one stands beside it.
function older({ data, form, part }, found) {
  const [before] = open(data.site, "self-assessment", data.id).list();
  if (!before || Date.now() - before.saved < OLD) return;
  const old = kept(before.answers, data);
  if (!old.size) return;
  if (form.elements.namedItem("date").value) part("afresh").click();
  found(old, before.saved);
}

// A rated target shows room for more; each domain says how many are rated.
function shown({ data, form }, { answers }) {
  const date = form.elements.namedItem("date");
  if (!date.value && document.activeElement !== date) date.value = today();
  for (const target of form.querySelectorAll("[data-pf-levels]")) {
    const chosen = target.querySelector(":checked")?.value;
    const more = target.closest(".pf-self__criterion, .pf-self__target").querySelector(":scope > [data-pf-more]");
    more.hidden = !chosen && !more.querySelector("textarea").value;
  }
  for (const domain of form.querySelectorAll("[data-pf-domain]")) {
    const targets = [...domain.querySelectorAll("[data-pf-target]")].map((each) => each.dataset.pfTarget);
    const n = targets.filter((each) => data.targets.some((target) => (target === each || target.startsWith(`${each}/`)) && answers.levels?.[target])).length;
    domain.querySelector("[data-pf-count]").textContent = n ? say("rated", { n, of: targets.length }) : say("domain.none");
  }
}

begin({
  kind: "self-assessment",
  file: (answers, data) => ({ path: path(answers), text: assessed(data, answers) }),
  gaps,
  troubles,
  look,
  name: (answers) => (answers.date ? say("named", { day: answers.date }) : say("untitled")),
  download: "self-assessment.yml",
  started,
  shown,
});
