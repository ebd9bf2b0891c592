// The form for evidence: its file, what it lacks, what cannot be read, and how it is looked at.

import { bid, folderOf, readable } from "./document.js";
import { help } from "./help.js";
import { begin } from "./kit.js";
import { gaps, sectionWords } from "./missing.js";
import { people } from "./people.js";
import { fit, troubles } from "./trouble.js";
import { bare } from "./yaml.js";
import { placed } from "./body.js";
import { say, says } from "./words.js";

// Where the file goes, once it is known whose it is: a folder that none of the person's published work has.
function path(answers, data) {
  const { person = "", folder = "" } = answers.me ?? {};
  const [owner, own] = [person.trim(), folder.trim()];
  if (!fit(owner)) return null;
  const wanted = folderOf(answers.title?.trim() || data.title, data.id);
  const taken = new Set([...(data.taken?.[owner] ?? []), ...data.reserved]);
  if (fit(own)) return `portfolios/${owner}/${own}/index.md`;
  let name = wanted;
  for (let at = 2; taken.has(name); at += 1) name = `${wanted}-${at}`;
  return `portfolios/${owner}/${name}/index.md`;
}

// What cannot be taken; and, once it says that it is finished, all that is missing.
function stops(answers, data) {
  const lacking = answers.status === "submitted" ? gaps(data, answers, bid(data, answers)) : [];
  const unfinished = lacking.length ? [{ field: "status", message: say("trouble.status"), blocks: true }] : [];
  return [...troubles(answers, data), ...unfinished, ...lacking.map((each) => ({ ...each, blocks: true }))];
}

function look(answers, data) {
  const have = readable(data, answers);
  const { date, setting, subject, learners } = answers.applied;
  const facts = [["date", date], ["setting", setting], ["subject", subject], ["learners", learners]];
  const shown = facts.map(([key, value]) => ({ name: data.fields[key], value: value.trim() }));
  shown.push({ name: data.fields.problem, value: answers.problem_of_practice.trim() });
  const tables = [];
  if (have.artifacts.length) {
    const rows = have.artifacts.map(({ title, kind, url, file }) => [bare(title), data.kind_names[kind], bare(url ?? file)]);
    tables.push({ heads: [data.fields.title, data.fields.kind, data.fields.place], rows });
  }
  if (have.impact.length) {
    const rows = have.impact.map(({ measure, unit, before, after, n }) => [bare(measure), bare(unit), before, after, n ?? ""]);
    tables.push({ heads: ["measure", "unit", "before", "after", "n"].map((key) => data.fields[key]), rows });
  }
  const body = data.sections.map(({ id, title, starters }) => `## ${title}\n\n${wiki(placed(answers.sections[id] ?? "", starters), data)}`);
  return { title: answers.title.trim() || data.title, facts: shown.filter(({ value }) => value), tables, body: body.join("\n\n") };
}

// [[competency]] as the words that the page will show.
function wiki(text, data) {
  return text.replace(/\[\[([^[\]|\n]+)(?:\|([^[\]|\n]+))?\]\](?![([])/g, (_, ref, words) => words ?? data.competencies[ref.trim()] ?? ref);
}

// How many words each section has, below it.
function count(kit, { made }) {
  const { data, part } = kit;
  const words = sectionWords(data, made.text);
  for (const { id, min_words } of data.sections) {
    const place = part(`count-${id}`);
    const n = words.get(id);
    const text = min_words ? say("count.of", { words: says("word", n), wanted: min_words }) : says("word", n);
    if (place.textContent !== text) place.textContent = text;
    place.classList.toggle("pf-write__count--done", n >= Math.max(1, min_words));
  }
  uploads(kit, made.path);
}

// The files that the work names, to be put beside it afterwards.
function uploads({ data, form, part }, made) {
  const rows = readable(data, kept(form)).artifacts.filter(({ file }) => file);
  part("uploads").hidden = !rows.length;
  const items = rows.map(({ file }) => {
    const item = document.createElement("li");
    item.textContent = bare(file);
    return item;
  });
  part("uploads-list").replaceChildren(...items);
  const link = part("upload");
  if (!link) return;
  link.hidden = !made;
  if (made) link.href = `${data.handover.upload}/${made.split("/").slice(1, -1).join("/")}`;
}

function kept(form) {
  const places = [...form.querySelectorAll('[data-pf-repeat="artifacts"] [data-pf-rows] > *')];
  return { artifacts: places.map((row) => Object.fromEntries([...row.querySelectorAll("[name]")].map((each) => [each.name, each.value]))) };
}

begin({
  kind: "evidence",
  file: (answers, data) => ({ path: path(answers, data), text: bid(data, answers) }),
  gaps: (answers, data) => gaps(data, answers, bid(data, answers)),
  troubles: stops,
  look,
  name: (answers) => answers.title?.trim() || say("untitled"),
  started(context) {
    help(context);
    people(context);
  },
  shown: count,
});
