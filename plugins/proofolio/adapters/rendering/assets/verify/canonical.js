// Canonicalisation, from the page's side: by a worker where there can be one, else on the page itself (a
// page that was opened from a folder may have none).

import { canonize } from "./canonize.js";
import { say } from "./words.js";

const LONGEST = 20_000;

export class Canonizer {
  // `base` is the folder of the verifier's files, `known` the contexts by address.
  constructor(base, known) {
    Object.assign(this, { base, known, worker: null, waiting: new Map(), asked: 0, done: new Map() });
  }

  // The canonical N-Quads of a document. Rejects with an Error that says why there are none.
  canonical(document) {
    const key = JSON.stringify(document);
    if (!this.done.has(key)) this.done.set(key, this.ask(document));
    return this.done.get(key);
  }

  async ask(document) {
    const worker = this.started();
    if (!worker) return canonize(await this.library(), document, this.known);
    return new Promise((resolve, reject) => {
      this.asked += 1;
      const id = this.asked;
      const alarm = setTimeout(() => this.stop(new Error("too long")), LONGEST);
      this.waiting.set(id, { resolve, reject, alarm });
      worker.postMessage({ id, document, known: this.known });
    });
  }

  started() {
    if (this.worker || location.protocol === "file:") return this.worker;
    try {
      this.worker = new Worker(new URL("verify-worker.js", this.base));
    } catch {
      return null;
    }
    this.worker.addEventListener("message", ({ data }) => {
      const asked = this.waiting.get(data.id);
      if (!asked) return;
      clearTimeout(asked.alarm);
      this.waiting.delete(data.id);
      if ("text" in data) asked.resolve(data.text);
      else asked.reject(new Error(data.trouble));
    });
    this.worker.addEventListener("error", () => this.stop(new Error(say("proof.worker"))));
    return this.worker;
  }

  stop(error) {
    this.worker?.terminate();
    this.worker = null;
    for (const { reject, alarm } of this.waiting.values()) {
      clearTimeout(alarm);
      reject(error);
    }
    this.waiting.clear();
  }

  library() {
    this.loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("vendor/jsonld.esm.min.js", this.base).href;
      script.addEventListener("load", () => resolve(globalThis.jsonld));
      script.addEventListener("error", () => reject(new Error(say("proof.part"))));
      document.head.append(script);
    });
    return this.loading;
  }
}
