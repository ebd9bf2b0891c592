// A submission's index.md from its answers: core/drafting/bid.py, byte for byte.

import { placed, whole } from "./body.js";
import { saidLines, typed } from "./commentary.js";
import { slug } from "./outline.js";
import { amount, count, elsewhere, flow, inFlow, isoDay, plain, unread, webAddress, yamlText } from "./yaml.js";

const VISIBILITIES = ["public", "internal", "private"];
const RECORDINGS = ["video", "audio"];
const THEME = /^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_NAME = 40;

// `asked` is the form's document: { id, title, sections: [{ id, title, starters }], kinds }.
export function bid(asked, answers) {
  const lines = ["---", ...front(asked, answers), "---", ""];
  const texts = answers.sections ?? {};
  for (const each of asked.sections) lines.push(...section(each.title, placed(texts[each.id] ?? "", each.starters)));
  const ids = new Set(asked.sections.map((each) => each.id));
  for (const name of Object.keys(texts).sort()) {
    const text = ids.has(name) ? "" : placed(texts[name]);
    if (text) lines.push(...section(name, text));
  }
  return whole(lines);
}

// The name of the folder that `proofolio new` makes of a title: whole words; `otherwise` for one without letters.
export function folderOf(title, otherwise) {
  const ascii = slug(title).normalize("NFKD").replace(/[^\x00-\x7f]/gu, "");
  const plain = ascii.split("-").filter(Boolean).join("-");
  if (plain.length <= LONGEST_NAME) return plain || otherwise;
  const cut = plain.slice(0, LONGEST_NAME);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : cut;
}

// The rows that can be read: what counts, as against what is kept in a remark.
export function readable(asked, answers) {
  const artifacts = rows(answers.artifacts, (each) => artifact(asked, each)).read;
  return { artifacts: artifacts.map(Object.fromEntries), impact: rows(answers.impact, impact).read.map(Object.fromEntries) };
}

function section(title, text) {
  return [`## ${title}`, "", ...(text ? [text, ""] : [])];
}

function front(asked, answers) {
  const problem = plain(answers.problem_of_practice);
  const people = (answers.with ?? []).map(plain).filter(Boolean);
  return [
    `title: ${yamlText(plain(answers.title) || asked.title)}`,
    `micro_credential: ${asked.id}`,
    `status: ${answers.status === "submitted" ? "submitted" : "draft"}`,
    ...applied(answers.applied ?? {}),
    ...(people.length ? [`with: [${people.map(inFlow).join(", ")}]`] : []),
    ...(problem ? [`problem_of_practice: ${yamlText(problem)}`] : []),
    ...themes(answers.themes ?? []),
    ...listed("demonstrates", rows(answers.demonstrates, claim)),
    ...listed("artifacts", rows(answers.artifacts, (each) => artifact(asked, each))),
    ...(answers.artifacts ?? []).flatMap((each) => unreadLines(asked, each).map((line) => unread("commentary", ["", line]))),
    ...listed("impact", rows(answers.impact, impact)),
    ...(VISIBILITIES.includes(answers.visibility) ? [`visibility: ${answers.visibility}`] : []),
  ];
}

function rows(every, take) {
  const taken = (every ?? []).map(take);
  const left = taken.filter(([pairs, said]) => !pairs.length && said.some(([, value]) => value));
  return { read: taken.map(([pairs]) => pairs).filter((pairs) => pairs.length), left: left.map(([, said]) => said) };
}

function listed(key, { read, left }) {
  const made = read.flatMap(row);
  return [...(made.length ? [`${key}:`, ...made] : []), ...left.map((said) => unread(key, ...said))];
}

// One row: in a line, or key by key when one of its values takes lines of its own.
function row(pairs) {
  if (!pairs.some(([, value]) => value.startsWith("\n"))) return [`  - ${flow(pairs)}`];
  return pairs.map(([key, value], at) => `${at ? "    " : "  - "}${key}:${value.startsWith("\n") ? "" : " "}${value}`);
}

function themes(given) {
  const said = [...new Set(given.map(plain).filter(Boolean))];
  const known = said.filter((each) => THEME.test(each));
  const left = said.filter((each) => !known.includes(each)).map((each) => unread("themes", ["", each]));
  return [...(known.length ? [`themes: [${known.map(inFlow).join(", ")}]`] : []), ...left];
}

function applied(answer) {
  const [on, learners] = [plain(answer.date), plain(answer.learners)];
  const [setting, subject] = [plain(answer.setting), plain(answer.subject)];
  const read = [
    ["date", isoDay(on)],
    ["setting", setting && inFlow(setting)],
    ["subject", subject && inFlow(subject)],
    ["learners", count(learners)],
  ];
  const pairs = read.filter(([, value]) => value);
  const lines = pairs.length ? [`applied: ${flow(pairs)}`] : [];
  if (on && !isoDay(on)) lines.push(unread("date", ["", on]));
  if (learners && !count(learners)) lines.push(unread("learners", ["", learners]));
  return lines;
}

function claim(answer) {
  const said = [["competency", plain(answer.competency)], ["because", plain(answer.because)]];
  const complete = said.every(([, value]) => value);
  return [complete ? said.map(([key, value]) => [key, inFlow(value)]) : [], said];
}

function artifact(asked, answer) {
  const [place, title, licence] = [plain(answer.place), plain(answer.title), plain(answer.licence)];
  const [kind, consent] = [answer.kind ?? "", answer.consent ?? ""];
  const said = [["place", place], ["kind", kind], ["title", title], ["licence", licence], ["consent", consent]];
  said.push(["commentary", saidLines(answer.commentary).join(" / ")]);
  if (!(place || title || licence || said.at(-1)[1])) return [[], []];
  const web = elsewhere(place);
  const known = kind || (web ? "link" : "document");
  if (!place || !asked.kinds.includes(known) || (web && !webAddress(place))) return [[], said];
  const pairs = [[web ? "url" : "file", inFlow(place)], ["kind", known], ["title", inFlow(title || place)]];
  if (licence) pairs.push(["licence", inFlow(licence)]);
  if (consent === "yes" || consent === "no") pairs.push(["consent", consent]);
  const { remarks } = commentary(answer);
  if (remarks.length) pairs.push(["commentary", remarks.map((each) => `\n      - ${each}`).join("")]);
  return [pairs, said];
}

// Only a recording can be commented on; what is said of anything else is kept as it was typed.
export function commentary(answer) {
  if (RECORDINGS.includes(answer.kind)) return typed(answer.commentary);
  return { remarks: [], left: saidLines(answer.commentary), heard: [] };
}

function unreadLines(asked, answer) {
  return artifact(asked, answer)[0].length ? commentary(answer).left : [];
}

function impact(answer) {
  const texts = ["measure", "unit", "before", "after", "n", "before_date", "after_date", "source"];
  const said = texts.map((key) => [key, plain(answer[key])]);
  const text = (value) => (value ? inFlow(value) : null);
  const takes = [text, text, amount, amount, count, isoDay, isoDay, text];
  const pairs = said.map(([key, value], at) => [key, value ? takes[at](value) : null]);
  const lost = said.some(([, value], at) => value && pairs[at][1] === null);
  const lacking = pairs.slice(0, 4).some(([, value]) => value === null);
  if (lost || lacking) return [[], said];
  const better = answer.better === "lower" ? [["better", "lower"]] : [];
  return [[...pairs.filter(([, value]) => value !== null), ...better], said];
}
