// The form for reviews: the rubric as choices, the comment that comes of it, and the same as a file.

import { begins } from "./begins.js";
import { address, copy, download } from "./handover.js";
import { begin } from "./kit.js";
import { belowMastery, gaps, isId, isVersion, isWork, pullOf, troubles } from "./rated.js";
import { comment, reviewed, saidOf } from "./reviewed.js";
import { say, says } from "./words.js";

const MOST_STEPS = 3;
const WHOLE = 64;

// Which work the page was opened for. What stands behind # never leaves the browser.
const given = ofAddress();

function ofAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const [work, version] = [said.get("of") ?? "", said.get("version") ?? ""];
  return { work: isWork(work) ? work : "", version: isVersion(version) ? version.replace("sha256:", "") : "" };
}

function fileOf(answers, data) {
  const person = answers.me?.person?.trim() ?? "";
  const whole = answers.version.replace("sha256:", "").length === WHOLE;
  const trouble = !isWork(answers.work) ? "file.work" : !whole ? "file.version" : !isId(person) ? "file.reviewer" : "";
  const path = trouble ? null : `portfolios/${answers.work}/reviews/${today()}-${person}.md`;
  return { path, trouble, text: reviewed(data, answers) };
}

function today() {
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

// The pull request's page for reviewing, once it is known; else a search among the open ones.
function whither(answers, data) {
  if (!data.pulls) return null;
  const number = pullOf(answers.pull, data);
  return number ? `${data.pulls.one}${number}${data.pulls.files}` : search(answers, data);
}

function search(answers, data) {
  const words = answers.work.split("/").at(-1) ?? "";
  return words ? `${data.pulls.search}${encodeURIComponent(words)}` : data.pulls.open;
}

function look(answers, data) {
  const said = saidOf(data, answers);
  const rated = new Map(said.ratings);
  const level = (id) => data.levels.find((each) => each.id === rated.get(id))?.title ?? "–";
  const steps = said.steps.map(([id, text]) => `**${data.criteria.find((each) => each.id === id).title}** → ${text}`);
  const facts = said.verdict === "recused" ? [] : data.criteria.map(({ id, title }) => ({ name: title, value: level(id) }));
  return { title: data.title, facts, body: [said.body, ...steps].join("\n\n") };
}

function started(page) {
  const { data, form, part } = page;
  begins(page);
  for (const key of ["work", "version"]) if (given[key]) form.elements.namedItem(key).value = given[key];
  part("work-box").open = !given.work;
  addEventListener("hashchange", () => { if (location.hash.includes("of=")) location.reload(); });
  queueMicrotask(() => newer(page));
  const made = () => fileOf(page.answers(), data);
  part("review-copy").addEventListener("click", async () => {
    part("review-handed").textContent = say((await copy(made().text)) ? "copied" : "copied.not");
  });
  part("review-download").addEventListener("click", () => {
    const { path, text } = made();
    download(path?.split("/").at(-1) ?? "review.md", text);
    part("review-handed").textContent = say("downloaded");
  });
  part("review-open")?.addEventListener("click", (event) => {
    if (page.ready()) copy(made().text);
    else event.preventDefault();
  });
  if (data.pulls) part("pulls").href = data.pulls.open;
}

// A draft may have been begun for an earlier version: what was written stays, and the change is said.
function newer(page) {
  const { form, part } = page;
  const field = form.elements.namedItem("version");
  const before = field.value.replace("sha256:", "");
  if (!given.version || before.startsWith(given.version) || given.version.startsWith(before)) return;
  part("newer").hidden = false;
  part("newer").querySelector("p").textContent = say("newer", { before: before.slice(0, 12), now: given.version.slice(0, 12) });
  field.value = given.version;
  page.changed();
}

function shown(kit, { answers }) {
  const { data, form, part } = kit;
  for (const key of ["work", "version"]) {
    const field = form.elements.namedItem(key);
    if (!field.value && given[key]) field.value = answers[key] = given[key];
  }
  placed(part, answers, data.works);
  const said = saidOf(data, answers);
  const recused = said.verdict === "recused";
  part("why").hidden = !recused;
  part("overall").hidden = recused;
  for (const each of form.querySelectorAll("[data-pf-criterion]")) each.hidden = recused;
  counted(kit, said, recused);
  file(kit, fileOf(answers, data), data);
  if (!data.pulls) return;
  part("pulls-search").href = search(answers, data);
  queueMicrotask(() => opening(kit, pullOf(answers.pull, data)));
}

// The last link, by the number of the pull request where it is known.
function opening({ part }, number) {
  if (!number) return;
  tell(part("open"), say("open.pull", { number }));
  tell(part("open-hint"), say("open.pull.hint"));
}

// Which work it is, with a link to its page: by its title and whose it is, where the site shows it.
function placed(part, answers, works) {
  const known = isWork(answers.work);
  part("work").hidden = !known;
  if (!known) return;
  const shows = Object.hasOwn(works, answers.work) ? works[answers.work] : null;
  part("work-title").textContent = shows ? say("work.by", shows) : "";
  part("work-link").textContent = shows ? say("work.open") : answers.work;
  part("work-link").href = new URL(`../../../portfolios/${answers.work}/`, location.href.split("#")[0]).href;
  part("work-version").textContent = answers.version.replace("sha256:", "").slice(0, 12);
}

// How many next steps there are, where one is needed, and which verdict follows.
function counted({ data, part }, said, recused) {
  const below = belowMastery(data, said.ratings);
  const n = said.steps.length;
  tell(part("steps"), recused ? "" : n > MOST_STEPS ? say("steps.many", { n }) : n ? says("steps", n) : say("steps.none"));
  const rated = new Map(said.ratings);
  for (const { id } of data.criteria) {
    tell(part(`mark-${id}`), below.includes(id) ? say("step.needed") : rated.has(id) ? say("step.welcome") : "");
  }
  const open = said.ratings.length < data.criteria.length;
  const follows = below.length ? says("verdict.revise", below.length) : say("verdict.met");
  tell(part("verdict"), recused ? "" : open ? say("verdict.open") : follows);
}

function file({ part }, { path, trouble, text }, data) {
  part("review-file").textContent = text;
  part("review-path").textContent = path ?? "";
  tell(part("review-trouble"), trouble ? say(trouble) : "");
  const open = part("review-open");
  if (!open) return;
  open.hidden = !path;
  if (!path) return;
  const made = address(data.handover, path, text);
  open.href = made.url;
  open.textContent = say(made.text ? "file.open" : "file.paste", { host: data.handover.host });
}

function tell(place, text) {
  if (place.textContent !== text) place.textContent = text;
}

begin({
  kind: "review",
  id: (data) => (given.work ? `${data.id}/${given.work}` : data.id),
  file: (answers, data) => ({ path: null, text: comment(data, answers) }),
  address: whither,
  gaps,
  troubles,
  look,
  name: (answers) => (answers.work ? say("named", { work: answers.work }) : say("untitled")),
  started,
  shown,
});
