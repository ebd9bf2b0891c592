// Where documents come from: this site, and nowhere else. A copy of it that was opened from a folder brings
// them along (`files`), because a page cannot open its neighbours there.

import { decode, parse } from "./json.js";
import { say } from "./words.js";

const MOST_BYTES = 4_000_000;

export class World {
  // `site` is the address of which the site says that it is its own, `root` where it lies now.
  constructor({ site, did, name, root, files = null }) {
    Object.assign(this, { site: site.replace(/\/+$/, ""), did, name, root, files, asked: new Map() });
  }

  now() {
    return new Date();
  }

  get didAddress() {
    return `${this.site}/issuer/did.json`;
  }

  didDocument() {
    return this.at("issuer/did.json");
  }

  // The JSON document at a web address: { reach: "there" | "absent" | "broken" | "unreached", document, why }.
  async fetch(address) {
    const path = this.pathOf(address);
    return path === null ? { reach: "unreached", why: say("world.elsewhere") } : this.at(path);
  }

  // The place of an address below the site's root; null for another site's.
  pathOf(address) {
    for (const start of [`${this.site}/`, this.root.href]) {
      if (address.startsWith(start)) return inside(address.slice(start.length).split("#")[0]);
    }
    return null;
  }

  // An answer about an address is the same however often it is asked.
  at(path) {
    if (!this.asked.has(path)) this.asked.set(path, this.ask(path));
    return this.asked.get(path);
  }

  async ask(path) {
    if (this.files) {
      const found = Object.hasOwn(this.files, path) ? this.files[path] : undefined;
      return found === undefined ? { reach: "unreached", why: say("world.alone") } : { reach: "there", document: found };
    }
    let bytes;
    try {
      const answer = await fetch(new URL(path, this.root), { credentials: "omit", cache: "no-cache" });
      if (answer.status === 404 || answer.status === 410) return { reach: "absent", why: "" };
      if (!answer.ok) return { reach: "unreached", why: say("world.offline") };
      bytes = await atMost(answer);
    } catch {
      return { reach: "unreached", why: say("world.offline") };
    }
    try {
      return { reach: "there", document: parse(decode(bytes)) };
    } catch {
      return { reach: "broken", why: "" };
    }
  }
}

function inside(path) {
  const odd = path.startsWith("/") || /[\s\\]/.test(path) || /(^|\/)\.{1,2}(\/|$)|%2e|%2f|%5c/i.test(path);
  return odd || /^[a-z][a-z0-9+.-]*:/i.test(path) ? null : path;
}

async function atMost(answer) {
  const parts = [];
  let size = 0;
  const reader = answer.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > MOST_BYTES) {
      await reader.cancel();
      return new Uint8Array();
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
