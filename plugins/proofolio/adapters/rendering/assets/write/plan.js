// The form for plans: the profile that is there is read, its plan changed, and everything else left alone.

import { address } from "./handover.js";
import { begin } from "./kit.js";
import { people } from "./people.js";
import { KEYS, NEW, alone, planned } from "./planned.js";
import { add } from "./repeat.js";
import { settings } from "./settings.js";
import { open } from "./store.js";
import { values } from "./values.js";
import { say, says } from "./words.js";
import { plain } from "./yaml.js";

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// Whether what was pasted or chosen last could not be read: then nothing is handed over.
let unread = false;

function path(answers) {
  const person = answers.me?.person?.trim() ?? "";
  return ID.test(person) ? `portfolios/${person}/index.md` : null;
}

// The whole profile with the plan in it; without the profile, the lines of the plan alone.
function file(answers) {
  if (!answers.present) return { path: path(answers), text: unread ? "" : alone(answers) };
  const text = planned(answers.present, answers);
  return { path: path(answers), text: typeof text === "string" ? text : "" };
}

// A new profile opens filled in; one that is there opens to be pasted over.
function whither(answers, data) {
  const { path: where, text } = file(answers);
  if (!where || !data.handover) return null;
  if (answers.present === NEW) return address(data.handover, where, text).url;
  return `${data.edit}/${where.split("/").slice(1).join("/")}`;
}

function gaps(answers) {
  const found = [];
  if (!answers.plan.some((each) => plain(each.goal))) found.push({ message: say("gap.goals"), field: "plan" });
  return found;
}

function troubles(answers) {
  const found = [];
  const stop = (field, key) => found.push({ field, message: say(key), blocks: true });
  const person = answers.me?.person?.trim() ?? "";
  if (!person) stop("me.person", "trouble.person");
  else if (!ID.test(person)) stop("me.person", "trouble.id");
  if (unread) stop("pf-pasted", "trouble.profile");
  else if (!answers.present && !alone(answers)) stop("plan", "trouble.empty");
  answers.plan.forEach((each, row) => {
    const other = ["competency", "target", "by", "how"].some((key) => plain(each[key]));
    if (!plain(each.goal) && other) stop(`plan.${row}.goal`, "trouble.goal");
  });
  return found;
}

function look(answers) {
  const goals = answers.plan.filter((each) => plain(each.goal));
  const body = goals.map((each) => `- ${[each.goal, each.how, each.by].map((text) => plain(text)).filter(Boolean).join(" – ")}`);
  return { title: answers.career_goal.trim() || say("untitled"), facts: [], body: body.join("\n") };
}

function started(page) {
  const { data, form, part } = page;
  people(page);
  for (const draft of open(data.site, "plan", data.id).list()) ensure(page, draft.answers);
  const tell = (text, wrong = false) => {
    part("profile-said").textContent = text;
    part("profile-said").classList.toggle("pf-plan__said--wrong", wrong);
  };
  const take = (text) => {
    const present = form.elements.namedItem("present");
    const found = profile(text);
    unread = Boolean(found.trouble);
    if (found.trouble) {
      present.value = "";
      tell(say(found.trouble, { line: found.line }), true);
    } else {
      present.value = text;
      ensure(page, found);
      fillIn(page, found);
      tell(text === NEW ? say("read.new") : says("read", found.plan.length));
    }
    page.changed();
  };
  const without = () => {
    if (!unread) return;
    unread = false;
    tell("");
    page.changed();
  };
  part("pasted").addEventListener("input", ({ target }) => { if (target.value.trim()) take(target.value); else without(); });
  part("profile-file").addEventListener("change", async (event) => {
    const [chosen] = event.target.files;
    if (chosen) take(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await chosen.arrayBuffer()));
    else without();
  });
  part("profile-new").addEventListener("click", () => take(NEW));
}

// What a profile says of the plan: { career_goal, pathways, plan }, or { trouble, line }.
function profile(text) {
  const found = settings(text);
  if (found.reason) return { trouble: `unclear.${found.reason}`, line: found.line };
  const said = {};
  try {
    for (const { key, start, end } of found.blocks) {
      if (KEYS.includes(key)) Object.assign(said, values(found.lines.slice(start, end), start + 1));
    }
  } catch (error) {
    return { trouble: "unclear.values", line: error.line ?? 1 };
  }
  const line = (key) => (found.blocks.find((each) => each.key === key)?.start ?? 0) + 1;
  if (typeof (said.career_goal ?? "") !== "string") return { trouble: "unclear.values", line: line("career_goal") };
  for (const key of ["pathways", "plan"]) {
    if (said[key] && !Array.isArray(said[key])) return { trouble: "unclear.values", line: line(key) };
  }
  const goals = said.plan || [];
  const texts = (each) => typeof each === "object" && Object.values(each).every((value) => typeof value === "string");
  const known = (each) => Object.keys(each).every((key) => ["goal", "competency", "target", "by", "how"].includes(key));
  if (!goals.every((each) => texts(each) && known(each))) return { trouble: "unclear.values", line: line("plan") };
  return { career_goal: said.career_goal ?? "", pathways: said.pathways || [], plan: goals };
}

// Choices for what is written and this page does not offer: nothing may be lost because it is not known here.
function ensure({ form, part }, { plan = [], pathways = [] }) {
  const template = form.querySelector('[data-pf-repeat="plan"] template').content;
  for (const name of ["competency", "target"]) {
    for (const value of new Set(plan.map((each) => each[name]).filter(Boolean))) {
      for (const select of [template, form].flatMap((root) => [...root.querySelectorAll(`select[name="${name}"]`)])) {
        if (![...select.options].some((each) => each.value === value)) select.add(new Option(say("as.written", { id: value }), value));
      }
    }
  }
  const box = part("pathways");
  for (const id of box ? pathways : []) {
    if (box.querySelector(`input[value="${CSS.escape(id)}"]`)) continue;
    const choice = box.querySelector("label").cloneNode(true);
    const input = choice.querySelector("input");
    Object.assign(input, { value: id, id: `pf-pathway-more-${box.children.length}`, checked: false });
    choice.querySelector(".pf-choice__title").textContent = say("as.written", { id });
    choice.querySelector(".pf-choice__hint")?.remove();
    box.append(choice);
  }
}

function fillIn({ form, part }, found) {
  form.elements.namedItem("career_goal").value = found.career_goal;
  for (const each of part("pathways")?.querySelectorAll("input") ?? []) each.checked = found.pathways.includes(each.value);
  const repeat = form.querySelector('[data-pf-repeat="plan"]');
  for (const row of [...repeat.querySelector("[data-pf-rows]").children]) row.remove();
  for (const goal of found.plan) add(repeat, goal);
}

function shown({ data, part }, { answers }) {
  const whole = Boolean(answers.present) || unread;
  part("whole").hidden = part("download").hidden = !whole;
  part("lines").hidden = whole;
  const where = path(answers);
  const link = part("view");
  if (link && data.view) link.href = where ? `${data.view}/${where.split("/").slice(1).join("/")}` : data.view;
}

begin({
  kind: "plan",
  file,
  address: whither,
  way: (answers) => (answers.present ? "paste" : "lines"),
  gaps,
  troubles,
  look,
  name: (answers) => {
    const goal = answers.plan.map((each) => plain(each.goal)).find(Boolean);
    return goal ? say("named", { goal: goal.slice(0, 60) }) : say("untitled");
  },
  started,
  shown,
});
