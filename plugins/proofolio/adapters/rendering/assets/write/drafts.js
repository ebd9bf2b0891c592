// What was written, kept as it is typed, brought back, begun afresh; never lost on the way.

import { fill, get, put, read } from "./fields.js";
import { add } from "./repeat.js";
import { open } from "./store.js";
import { day, say, time } from "./words.js";

const PAUSE = 400;
const SPOKEN_AGAIN = 5 * 60_000;

export function drafts(definition, form, data, part, tell) {
  return new Drafts(definition, form, data, part, tell);
}

class Drafts {
  constructor(definition, form, data, part, tell) {
    Object.assign(this, { definition, form, data, part, tell, timer: 0, rest: {}, spoken: 0, onshown() {} });
    this.store = open(data.site, definition.kind, definition.id?.(data) ?? data.id);
    this.draft = this.store.fresh();
    this.dirty = false;
  }

  begin() {
    const asked = new URLSearchParams(location.search).get("person") ?? "";
    const person = asked || this.store.me();
    this.put("me.person", person);
    const kept = this.store.list();
    const mine = kept.find((each) => !asked || get(each.answers, "me.person") === asked);
    if (mine) {
      this.show(mine);
      this.note(mine);
    }
    this.part("afresh")?.addEventListener("click", () => this.afresh());
    this.part("delete")?.addEventListener("click", () => this.remove());
    for (const kind of ["pagehide", "beforeunload"]) addEventListener(kind, () => this.save());
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.save(); });
    this.others();
    this.state();
  }

  // The answers as they stand, with what was kept for questions that are no longer asked.
  answers() {
    const now = read(this.form);
    const sections = { ...this.rest.sections, ...now.sections };
    return now.sections ? { ...now, sections } : now;
  }

  changed() {
    this.dirty = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  save() {
    clearTimeout(this.timer);
    if (!this.dirty) return;
    const answers = this.answers();
    const person = String(get(answers, "me.person") ?? "").trim();
    if (person) this.store.remember(person);
    const now = new Date();
    const kept = this.store.save(this.draft, this.definition.name(answers), answers, now);
    if (kept) {
      this.dirty = false;
      if (kept !== this.draft) this.say(say("saved.apart"));
      this.draft = kept;
      this.saved = now;
    }
    this.state();
    this.others();
  }

  // Where what is written stands: said in sight always, aloud at first and then every few minutes.
  state() {
    const { state } = this.store;
    const text = state === "on" ? (this.saved ? say("saved", { time: time(this.saved) }) : say("saved.will")) : say(`saved.${state}`);
    const place = this.part("saved");
    place.textContent = text;
    place.classList.toggle("pf-write__saved--not", state !== "on");
    const again = !this.spoken || Date.now() - this.spoken > SPOKEN_AGAIN;
    if (state !== this.told || (this.saved && again)) this.say(text);
    if (this.saved) this.spoken = again ? Date.now() : this.spoken;
    this.told = state;
  }

  say(text) {
    this.tell(text);
  }

  show(kept) {
    this.draft = kept.id;
    this.rest = { sections: kept.answers.sections };
    this.fill(kept.answers);
    this.saved = kept.saved;
  }

  // Fills the form in, unfolds what is not empty, and says so ("pf-filled") to whoever has to know.
  fill(answers) {
    fill(this.form, answers, (repeat) => add(repeat));
    for (const fold of this.form.querySelectorAll("details[data-pf-fold]")) {
      fold.open = [...fold.querySelectorAll("[name]")].some((each) => each.value && each.type !== "radio");
    }
    this.dirty = false;
    this.form.dispatchEvent(new Event("pf-filled"));
    this.onshown();
  }

  note(kept) {
    this.part("restored").hidden = false;
    this.part("restored-text").textContent = say("restored", { name: kept.name, day: day(kept.saved), time: time(kept.saved) });
    this.say(this.part("restored-text").textContent);
  }

  // An empty form; what was there is kept, and stands among the other drafts.
  afresh(person = get(read(this.form), "me.person")) {
    this.save();
    const help = get(read(this.form), "me.help");
    this.draft = this.store.fresh();
    this.rest = {};
    this.saved = null;
    const empty = {};
    put(empty, "me.person", person);
    put(empty, "me.help", help);
    this.fill(empty);
    this.part("restored").hidden = true;
    this.others();
    this.state();
    this.say(say("afresh"));
    this.first()?.focus();
  }

  remove() {
    if (!confirm(say("delete.sure"))) return;
    this.store.remove(this.draft);
    this.dirty = false;
    this.draft = this.store.fresh();
    this.afresh();
    this.say(say("deleted"));
  }

  others() {
    const kept = this.store.list().filter((each) => each.id !== this.draft);
    const box = this.part("others");
    if (!box) return;
    box.hidden = !kept.length;
    this.part("others-list").replaceChildren(...kept.map((each) => this.other(each)));
  }

  other(kept) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pf-button pf-button--quiet pf-button--small";
    button.textContent = say("draft", { name: kept.name, day: day(kept.saved), time: time(kept.saved) });
    button.addEventListener("click", () => {
      this.save();
      this.show(this.store.load(kept.id) ?? kept);
      this.note(kept);
      this.others();
      this.state();
      this.first()?.focus();
    });
    item.append(button);
    return item;
  }

  put(name, value) {
    const field = this.form.elements.namedItem(name);
    if (field && value) field.value = value;
  }

  first() {
    return [...this.form.elements].find((each) => each.name && each.name !== "me.person" && each.type !== "radio");
  }
}
