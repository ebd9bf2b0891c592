// Drafts in this browser. Nothing here is ever sent; nothing is overwritten that another page wrote.

const PREFIX = "proofolio";

// The drafts of one form. `state` is "on", "off" (no storage here) or "full".
export function open(site, kind, id) {
  return new Store([PREFIX, site, "draft", kind, id].join("/"), [PREFIX, site, "me"].join("/"));
}

class Store {
  constructor(prefix, person) {
    Object.assign(this, { prefix, person, state: "on", stamps: new Map() });
    this.guarded(() => {
      localStorage.setItem(`${PREFIX}/try`, "1");
      localStorage.removeItem(`${PREFIX}/try`);
    }, "off");
  }

  // Every draft, the latest first: { id, saved: Date, name, answers }.
  list() {
    const found = [];
    this.guarded(() => {
      for (let at = 0; at < localStorage.length; at += 1) {
        const key = localStorage.key(at);
        if (key.startsWith(`${this.prefix}/`)) found.push(this.load(key.slice(this.prefix.length + 1)));
      }
    }, "off");
    return found.filter(Boolean).sort((one, other) => other.saved - one.saved);
  }

  load(id) {
    const kept = this.kept(id);
    if (!kept) return null;
    this.stamps.set(id, kept.stamp);
    return { id, saved: new Date(kept.saved), name: kept.name, answers: kept.answers };
  }

  fresh() {
    return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  }

  // Keeps a draft and says under which id: another one when some other page has changed it meanwhile.
  save(id, name, answers, now = new Date()) {
    const there = this.kept(id);
    const own = !there || there.stamp === this.stamps.get(id) ? id : this.fresh();
    const stamp = this.fresh();
    const done = this.guarded(() => {
      localStorage.setItem(`${this.prefix}/${own}`, JSON.stringify({ saved: now.toISOString(), name, stamp, answers }));
    }, "full");
    if (done) {
      this.state = "on";
      this.stamps.set(own, stamp);
    }
    return done ? own : null;
  }

  remove(id) {
    this.guarded(() => localStorage.removeItem(`${this.prefix}/${id}`), "off");
  }

  // Who writes here, as remembered from last time.
  me() {
    let found = "";
    this.guarded(() => { found = localStorage.getItem(this.person) ?? ""; }, "off");
    return found;
  }

  remember(person) {
    this.guarded(() => localStorage.setItem(this.person, person), "full");
  }

  kept(id) {
    let found = null;
    this.guarded(() => {
      const kept = JSON.parse(localStorage.getItem(`${this.prefix}/${id}`) ?? "null");
      if (kept && typeof kept.answers === "object" && !Number.isNaN(Date.parse(kept.saved))) found = kept;
    }, this.state);
    return found;
  }

  guarded(act, otherwise) {
    try {
      act();
      return true;
    } catch {
      this.state = this.state === "off" ? "off" : otherwise;
      return false;
    }
  }
}
