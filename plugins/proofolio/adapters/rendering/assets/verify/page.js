// The page that checks a credential in the visitor's own browser. What is given to it is sent nowhere: the
// only requests it makes are to this site, for what a check needs.

import { Canonizer } from "./canonical.js";
import { visible } from "./element.js";
import { MOST_FILE_BYTES } from "./file.js";
import { examine } from "./examine.js";
import { report, tally } from "./report.js";
import { World } from "./world.js";
import { say, speak } from "./words.js";

// What checking needs, from the page's own attributes. Rejects when a part of it cannot be had.
export async function prepare(page) {
  const base = new URL(page.dataset.base, location.href);
  const brought = globalThis.proofolioBrought;
  const data = brought?.data ?? (await load(new URL("data.json", base)));
  speak(data.words);
  const { site, did, name } = page.dataset;
  const root = new URL(page.dataset.root, location.href);
  const canonizer = new Canonizer(base, data.contexts);
  const tools = { base, home: did, known: data.contexts, forms: data.forms, canonizer };
  return { tools, world: () => new World({ site, did, name, root, files: brought?.files }) };
}

async function load(address) {
  const answer = await fetch(address, { credentials: "omit" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

class Desk {
  constructor(page) {
    this.page = page;
    this.ready = prepare(page);
    this.last = null;
    this.turn = 0;
    const find = (name) => page.querySelector(`[data-pf-verify="${name}"]`);
    for (const name of ["drop", "file", "choose", "paste", "asked", "status", "result", "check"]) this[name] = find(name);
  }

  open() {
    this.choose.addEventListener("click", () => this.file.click());
    this.file.addEventListener("change", () => {
      this.take([...this.file.files]);
      this.file.value = "";
    });
    this.check.addEventListener("click", () => this.look(this.paste.value, say("from.paste")));
    this.asked.addEventListener("change", () => this.again());
    // Enter means the same as leaving the field
    this.asked.addEventListener("keydown", (event) => { if (event.key === "Enter") this.asked.blur(); });
    this.page.addEventListener("paste", (event) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length) this.take(files);
    });
    this.catchFiles();
    const address = new URLSearchParams(location.search).get("credential");
    if (address) this.ready.then(() => this.fetch(address), () => this.trouble("given.data"));
  }

  // A file may be let go anywhere on the page; next to the field it would otherwise replace the page.
  catchFiles() {
    const show = (over) => this.drop.classList.toggle("pf-drop--over", over);
    const holdsFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
    window.addEventListener("dragover", (event) => {
      if (!this.page.isConnected || !holdsFile(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      show(true);
    });
    window.addEventListener("dragleave", (event) => { if (!event.relatedTarget) show(false); });
    window.addEventListener("drop", (event) => {
      if (!this.page.isConnected || !event.dataTransfer) return;
      show(false);
      const files = [...event.dataTransfer.files];
      const intoField = event.target instanceof Element && event.target.closest("textarea, input[type=text]");
      if (!files.length && intoField) return;
      event.preventDefault();
      if (files.length) this.take(files);
      else this.trouble("given.no_file");
    });
  }

  async take(files) {
    if (!files.length) return;
    if (files.length > 1) {
      this.trouble("given.several");
      return;
    }
    const [file] = files;
    const from = say("from.file", { name: file.name });
    // a byte more than is allowed tells that it is too large; the rest need not be read
    this.look(new Uint8Array(await file.slice(0, MOST_FILE_BYTES + 1).arrayBuffer()), from);
  }

  // A credential of this site, by its address.
  async fetch(given) {
    const { world } = await this.ready;
    const here = world();
    let path = null;
    try {
      path = here.pathOf(new URL(given, location.href).href);
    } catch {
      // no address at all
    }
    if (path === null) {
      this.trouble("given.elsewhere");
      return;
    }
    this.busy();
    const from = say("from.address", { address: new URL(path, here.root).href });
    if (here.files) {
      const found = await here.at(path);
      if (found.reach === "there") this.look(JSON.stringify(found.document), from);
      else this.trouble("given.absent");
      return;
    }
    try {
      const answer = await fetch(new URL(path, here.root), { credentials: "omit", cache: "no-cache" });
      if (answer.status === 404) this.trouble("given.absent");
      else if (!answer.ok) this.trouble("given.unreached", { why: say("world.offline") });
      else this.look(new Uint8Array(await answer.arrayBuffer()), from);
    } catch {
      this.trouble("given.unreached", { why: say("world.offline") });
    }
  }

  again() {
    if (this.last) this.look(...this.last, false);
  }

  // Check what was given; of two that overlap only the later one is shown.
  async look(given, from, move = true) {
    this.turn += 1;
    const { turn } = this;
    this.last = [given, from];
    let ready;
    try {
      ready = await this.ready;
    } catch {
      this.trouble("given.data");
      return;
    }
    this.busy();
    const world = ready.world();
    const found = await examine(given, world, ready.tools, this.asked.value);
    if (turn !== this.turn) return;
    this.show(found, from, world.now(), move);
  }

  busy() {
    this.result.setAttribute("aria-busy", "true");
    this.status.textContent = say("verdict.working");
    this.status.classList.remove("pf-verify__status--trouble");
  }

  show(found, from, now, move) {
    this.result.replaceChildren(...report(found, from, now));
    this.result.hidden = false;
    this.result.removeAttribute("aria-busy");
    // focus speaks for itself; without it the verdict is said aloud here
    this.status.textContent = move ? "" : `${say(`verdict.${found.verdict}`)}. ${tally(found.checks)}`;
    if (!move) return;
    const title = this.result.querySelector("h2");
    title.focus({ preventScroll: true });
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    title.parentElement.scrollIntoView({ block: "start", behavior: still ? "auto" : "smooth" });
  }

  trouble(key, values) {
    this.turn += 1;
    this.last = null;
    this.result.hidden = true;
    this.result.replaceChildren();
    this.result.removeAttribute("aria-busy");
    this.status.textContent = visible(say(key, values));
    this.status.classList.add("pf-verify__status--trouble");
  }
}

function begin() {
  for (const page of document.querySelectorAll("#pf-verify:not([data-open])")) {
    page.dataset.open = "";
    new Desk(page).open();
  }
}

// The theme replaces the page without loading it anew when instant navigation is on.
if (globalThis.document$) globalThis.document$.subscribe(begin);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
