// What the words of a credential mean at each place in it, by the contexts that the site carries.
//
// The Context Processing Algorithm (JSON-LD 1.1 API, 4.1 and 5.1.2) as far as those contexts need it.

export const NUMBERS = ["float", "double", "decimal", "integer", "nonNegativeInteger"];

const MANY = ["@set", "@list"];

// A word: what it stands for, the type of its values, its inner context, and whether they are in a list.
class Term {
  constructor(iri, type, context, scoped, many) {
    Object.assign(this, { iri, type, context, scoped, many });
  }

  // The XML Schema type of its values without its namespace; null for others.
  get xsd() {
    const found = /XMLSchema#(\w+)$/.exec((this.type ?? "").replace("xsd:", "XMLSchema#"));
    return found ? found[1] : null;
  }
}

// The words that count at one place. `before` is what counts again one node further down.
export class Vocabulary {
  constructor(known, terms = new Map(), before = null) {
    Object.assign(this, { known, terms, before });
  }

  // These words and those of a context: an address, an object, null, or a list of them.
  of(context) {
    let terms = new Map(this.terms);
    for (const each of Array.isArray(context) ? context : [context]) {
      if (each === null || each === undefined) {
        terms = new Map();
        continue;
      }
      const words = typeof each === "string" ? this.known[each]["@context"] : each;
      for (const inner of Array.isArray(words) ? words : [words]) define(inner, terms);
    }
    return new Vocabulary(this.known, terms);
  }

  // These words and those that come with the types of a node; they count in that node only.
  forTypes(types) {
    let found = this;
    for (const each of [...types].sort()) {
      const term = this.terms.get(each);
      if (term?.scoped) found = new Vocabulary(this.known, found.of(term.context).terms, this.before ?? this);
    }
    return found;
  }

  // What counts in a node one further down, before its own types add to it.
  inside(node) {
    const names = Object.keys(node);
    const onlyNamed = names.length === 1 && this.meaning(names[0]) === "@id";
    return this.before === null || onlyNamed ? this : this.before;
  }

  // What a word stands for; null when no context defines it.
  meaning(word) {
    return this.terms.get(word)?.iri ?? null;
  }
}

function define(words, terms) {
  for (const [word, definition] of Object.entries(words)) {
    if (word.startsWith("@")) continue;
    const plain = typeof definition === "string" ? { "@id": definition } : definition;
    const iri = plain === null ? null : full(plain["@id"] ?? word, words, terms);
    if (iri === null) {
      terms.delete(word);
      continue;
    }
    const type = plain["@type"] ? full(plain["@type"], words, terms) ?? plain["@type"] : null;
    const many = [plain["@container"]].flat().some((each) => MANY.includes(each));
    terms.set(word, new Term(iri, type, plain["@context"], "@context" in plain, many));
  }
}

// An IRI or keyword in full: `obi:Achievement` and words of the same context are spelt out.
function full(name, words, terms) {
  if (name.startsWith("@")) return name;
  const colon = name.indexOf(":");
  const own = (word) => (typeof words[word] === "object" && words[word] !== null ? words[word]["@id"] : words[word]);
  if (colon < 0) {
    const meant = own(name);
    if (typeof meant === "string" && meant !== name) return full(meant, words, terms);
    return terms.get(name)?.iri ?? null;
  }
  const [head, tail] = [name.slice(0, colon), name.slice(colon + 1)];
  if (tail.startsWith("//")) return name;
  const prefix = own(head);
  if (typeof prefix === "string") return prefix + tail;
  return terms.has(head) ? terms.get(head).iri + tail : name;
}
