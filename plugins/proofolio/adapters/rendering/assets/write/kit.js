// What the forms of this site share. A form is a page (complete HTML), a JSON document beside it, and one
// small module that knows its file; `begin` does all the rest. Nothing that is written ever leaves the
// browser, except through the link that the writer follows at the end.
//
// A form's own module (evidence.js, review.js …) calls, as its last line, `begin(definition)`:
//
//   definition = {
//     kind: "evidence",                    the form's name; drafts are kept under it and `data.id`
//     file(answers, data) -> { path, text }    the file, byte for byte; `path` from the district's folder,
//                                              or null while it cannot be told (nobody named, no title)
//     gaps(answers, data) -> [{ message, hint?, field? }]      what is asked for and not there yet, as
//                                              `check` says it; `field` is the name of the field to go to
//     troubles(answers, data) -> [{ field, message, blocks? }] what stands in a field and cannot be taken;
//                                              `blocks`: the hand-over has to wait for it
//     look(answers, data) -> { title, facts: [{ name, value }], tables?, body }    for the preview;
//                                              `body` is Markdown
//     name(answers) -> string              what a draft is called in the list of drafts
//     id?(data) -> string                  which drafts belong together, when it is not data.id
//     started?(page)                       called once the form is there; page = { form, data, answers(),
//                                          changed(), tell(text), ready(), part(name) }: call changed() after
//                                          changing fields by script; tell() says a sentence to a screen
//                                          reader; ready() shows what blocks, and says whether nothing does
//     shown?(page, answers)                called after each change, half a second late
//     address?(answers, data) -> string    where handing over leads, when it is no new file: the text is
//                                          then always copied, to be pasted there (a review's comment);
//                                          null while it cannot be told
//     way?(answers) -> string              which words go with pasting, "paste" when it is not said:
//                                          open.<way>, open.<way>.hint, copied.<way>
//   }
//
// The page (macros in templates/components/write.html: `frame`, `saved`, `missing`, `preview`, `handover`):
//   <form data-pf-write="evidence" data-document="…/form.json" novalidate hidden> … </form>
//   Fields have names: "title", "applied.date", "sections.context". `read(form)` gives the same as an object
//   { title, applied: { date }, sections: { context } }: texts as texts, a radio or select its value, a single
//   checkbox true or false, several checkboxes of one name with values a list of the ticked ones.
//   A field's error goes into the element with id `${field.id}-error` (made if it is not there).
//   After a draft was put into the form, it gets the event "pf-filled". <details data-pf-fold> is then open when
//   something in it is filled in.
//   Rows: <div data-pf-repeat="artifacts"> <ol data-pf-rows></ol> <template data-pf-row><li>… fields named
//   "title", "url"; "__" in id, for, name, list, aria-* becomes the row's number …</li></template>
//   <button data-pf-add></button></div> become answers.artifacts = [{ title, url }]. Within a row, buttons
//   data-pf-remove, data-pf-up, data-pf-down. `data-pf-most="30"` bounds them.
//   <textarea data-pf-count="section id"> has a count below it in [data-pf-counted="section id"].
//
// The JSON document (made by Python):
// { id, site, language, people, words, handover, … }: document(uri, {…, **common(scene, uri)}) in
// core/publishing/write/document.py, with shared_words() of shared_words.py among its words; door(scene) is
// what the macro `handover` takes. Pages and documents are listed in write/pages.py. `handover` is { head, room, upload, host } or null without a
// forge, see handover.js. `words` are all that the scripts say: a text with {places}, or [one, other].
// Fields called "me.…" (me.person, me.help) are about the writer: they stay when a draft is begun afresh.
//
// Modules to use by themselves:
//   words.js     say("key", { places }), says("key", n, { places }), time(date), day(date)
//   yaml.js      clean, plain, folded, yamlText, inFlow, flow, quoted, unread, isoDay, count, amount
//   body.js      placed(text, starters): a text that stays within its section; whole(lines)
//   outline.js   outline(markdown) -> [{ id, title, words }]; countWords(text); letters(title); slug(title)
//   fields.js    read(form), fill(form, answers)
//   repeat.js    repeats(form, changed)
//   store.js     open(site, kind, id) -> { state, list(), load(id), save(id, name, answers), remove(id), me(), remember(person) }
//   errors.js    showErrors(form, troubles, touched), summarise(place, form, heading, items), entry(form, item)
//   preview.js   library(address) -> tokens, blocks(markdown, tokens) -> DOM nodes, table(heads, rows)
//   handover.js  address(handover, path, text) -> { url, text } as core/publishing/forge.new_file; copy, download

import { drafts } from "./drafts.js";
import { entry, showErrors, summarise } from "./errors.js";
import { at, read } from "./fields.js";
import { hand } from "./hand.js";
import { element, blocks, library, table } from "./preview.js";
import { repeats } from "./repeat.js";
import { learn, say, says } from "./words.js";

const PAUSE = 300;
const here = document.currentScript?.src ?? location.href;

// Brings a form to life, if its page is this one.
export async function begin(definition) {
  const form = document.querySelector(`[data-pf-write="${definition.kind}"]`);
  if (!form) return;
  const page = document.getElementById("pf");
  const part = (name) => page.querySelector(`[data-pf-part="${name}"]`);
  let data;
  try {
    const answer = await fetch(form.dataset.document);
    if (!answer.ok) throw new Error(String(answer.status));
    data = await answer.json();
  } catch {
    part("unable").hidden = false;
    return;
  }
  learn(data.words, data.language);
  new Form(definition, form, data, part).start();
}

class Form {
  constructor(definition, form, data, part) {
    Object.assign(this, { definition, form, data, part, touched: new Set(), timer: 0 });
    this.live = part("live");
  }

  start() {
    const { definition, form } = this;
    const context = {
      form,
      data: this.data,
      answers: () => read(form),
      changed: () => this.changed(),
      tell: (text) => this.tell(text),
      ready: () => this.ready(this.now()),
      part: this.part,
    };
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", (event) => { this.touched.add(event.target); this.changed(); });
    repeats(form, () => this.changed(), context.tell);
    this.drafts = drafts(definition, form, this.data, this.part, context.tell);
    this.drafts.onshown = () => { this.touched.clear(); this.show(); };
    hand(this);
    this.part("see")?.addEventListener("click", () => this.preview());
    form.hidden = false;
    this.part("desk").hidden = false;
    const wide = matchMedia("(min-width: 60em)");
    const fold = this.part("missing");
    if (fold) fold.open = wide.matches;
    definition.started?.(context);
    this.drafts.begin();
    this.show();
  }

  changed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.show(), PAUSE);
    this.drafts.changed();
  }

  // Everything that follows from the answers, as it is now.
  now() {
    const { definition, data } = this;
    const answers = this.drafts.answers();
    return {
      answers,
      made: definition.file(answers, data),
      gaps: definition.gaps(answers, data),
      troubles: definition.troubles(answers, data),
    };
  }

  show() {
    const now = this.now();
    const { gaps, troubles } = now;
    showErrors(this.form, troubles, this.touched);
    const list = this.part("gaps");
    if (list) {
      list.replaceChildren(...gaps.map((each) => entry(this.form, each)));
      this.part("gap-count").textContent = gaps.length ? says("missing", gaps.length) : say("missing.none");
      this.part("missing").classList.toggle("pf-write__missing--none", !gaps.length);
      if (this.gaps !== undefined && this.gaps && !gaps.length) this.tell(say("missing.none"));
      this.gaps = gaps.length;
    }
    this.definition.shown?.(this, now);
    this.handed(now);
  }

  // Whether all can be handed over; else every trouble is shown, and the keyboard taken to their list.
  ready(now) {
    const stops = now.troubles.filter((each) => each.blocks);
    showErrors(this.form, now.troubles);
    summarise(this.part("summary"), this.form, says("stops", stops.length), stops);
    return !stops.length;
  }

  async preview() {
    const place = this.part("preview");
    const { look } = this.definition;
    const shown = look(this.drafts.answers(), this.data);
    try {
      const tokens = await library(new URL("vendor/markdown-it.umd.min.js", here).href);
      const facts = element("dl");
      facts.className = "pf-facts";
      for (const { name, value } of shown.facts) {
        const fact = element("div");
        fact.className = "pf-fact";
        fact.append(element("dt", name), element("dd", value));
        facts.append(fact);
      }
      const body = element("div");
      body.className = "prose";
      body.dir = "auto";
      body.append(...blocks(shown.body, tokens));
      const tables = (shown.tables ?? []).map(({ heads, rows }) => table(heads, rows));
      place.replaceChildren(element("h3", shown.title), facts, ...tables, body);
    } catch {
      place.replaceChildren(element("p", say("preview.unable")));
    }
    const box = this.part("preview-box");
    box.hidden = false;
    box.focus();
    box.scrollIntoView({ block: "start" });
  }

  // A sentence for those who hear the page; the same again is not said.
  tell(text) {
    if (this.live.textContent !== text) this.live.textContent = text;
  }

  field(name) {
    return at(this.form, name);
  }
}
