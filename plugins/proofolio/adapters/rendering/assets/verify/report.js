// What was found, as a part of the page.

import { FAILS, HOLDS, UNKNOWN } from "./check.js";
import { element } from "./element.js";
import { isNode } from "./json.js";
import { BADGE, RECORD, STATUS_LIST, badgesIn } from "./kind.js";
import { day, here, moment } from "./moment.js";
import { namedIn } from "./recipient.js";
import { say } from "./words.js";

// The whole result. `from` says where the document came from, in words.
export function report(found, from, now) {
  const head = element("div", { class: `pf-outcome pf-outcome--${found.verdict}` },
    element("h2", { class: "pf-outcome__title", id: "pf-outcome", tabindex: "-1" },
      element("span", { class: "pf-outcome__mark", "aria-hidden": "true" }),
      element("span", { text: say(`verdict.${found.verdict}`) })),
    element("p", { class: "pf-outcome__tally", text: `${from} ${tally(found.checks)}` }));
  const facts = summary(found);
  const parts = found.parts.map((each, at) => part(each, at + 1));
  return [
    head,
    ...(facts ? [facts] : []),
    checks(found.checks, "pf-outcome"),
    ...parts,
    element("div", { class: `pf-last pf-last--${found.verdict}` },
      element("p", { class: "pf-last__words", text: lastWords(found) }),
      element("p", { class: "pf-meta", text: say("last.checked", here(now)) })),
  ];
}

// One line about all of the checks; what nobody asked for is no news.
export function tally(all) {
  const told = [HOLDS, FAILS, UNKNOWN].map((state) => {
    const count = all.filter((each) => each.state === state && !each.unasked).length;
    return count && say(count === 1 ? `tally.${state}.one` : `tally.${state}`, { count });
  });
  return `${told.filter(Boolean).join(", ")}.`;
}

function checks(all, label) {
  return element("ol", { class: "pf-lookups", "aria-labelledby": label }, ...all.map((each) => {
    const shown = each.unasked ? "unasked" : each.state;
    return element("li", { class: `pf-lookup pf-lookup--${shown}`, "data-check": each.name, "data-state": each.state },
      element("span", { class: "pf-lookup__mark", "aria-hidden": "true" }),
      element("span", { class: "pf-lookup__name", text: say(`name.${each.name}`) }),
      element("span", { class: "pf-lookup__state", text: say(`state.${shown}`) }),
      element("span", { class: "pf-lookup__words", text: each.words }));
  }));
}

// A badge within a record, folded unless it needs to be looked at.
function part(found, at) {
  const id = `pf-part-${at}`;
  const made = element("details", { class: "pf-part" },
    element("summary", { class: "pf-part__head" },
      element("span", { class: "pf-part__title", id, text: say("part.title", { at, title: found.title }) }),
      element("span", { class: `pf-part__verdict pf-part__verdict--${found.verdict}`, text: say(`verdict.${found.verdict}`) })),
    checks(found.checks, id));
  made.open = found.verdict !== "accepted";
  return made;
}

// What the document says of itself.
function summary({ kind, document, verdict }) {
  if (![BADGE, RECORD].includes(kind)) return null;
  const issuer = isNode(document.issuer) ? document.issuer.name ?? document.issuer.id : document.issuer;
  const until = moment(document.validUntil);
  const awarded = moment(document.awardedDate) ?? moment(document.validFrom);
  const rows = [
    ["what", document.name],
    ["who", namedIn(document)],
    ["issuer", issuer],
    [kind === BADGE ? "awarded" : "issued", awarded && day(awarded)],
    ["until", until && day(until)],
    ["evidence", evidence(document)],
  ].filter(([, value]) => typeof value === "string" && value);
  const list = element("dl", { class: "pf-claims__list" }, ...rows.flatMap(([name, value]) => [
    element("dt", { text: say(`fact.${name}`) }), element("dd", { text: value }),
  ]));
  const warning = verdict === "accepted" ? null : element("p", { class: "pf-meta", text: say("fact.unchecked") });
  return element("div", { class: "pf-claims" }, list, warning);
}

function evidence(document) {
  const named = Array.isArray(document.evidence) ? document.evidence.filter(isNode).map((each) => each.name) : [];
  return named.filter((each) => typeof each === "string").slice(0, 5).join("; ");
}

// The sentence that everything comes down to.
export function lastWords({ kind, document, verdict, because }) {
  if (verdict === "refused") return say("last.refused", { words: because[0].words });
  if (verdict === "undecided") return say("last.undecided", { words: because[0]?.words ?? say("badges.incomplete") });
  const issuer = (isNode(document.issuer) ? document.issuer.name : null) ?? say("last.unnamed");
  const on = moment(document.awardedDate) ?? moment(document.validFrom);
  const values = { name: document.name, who: namedIn(document) ?? say("last.nobody"), issuer, day: on && day(on) };
  if (kind === STATUS_LIST) return say("last.list", values);
  if (kind === BADGE) return say("last.badge", values);
  const count = badgesIn(document).length;
  return say("last.record", { ...values, count: say(count === 1 ? "count.one" : "count.many", { count }) });
}
