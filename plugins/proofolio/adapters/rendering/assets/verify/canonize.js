// The one text that a document is, whoever writes it (RDF Dataset Canonicalization, RDFC-1.0), by the
// vendored jsonld library, in its safe mode and within bounds.

const LONGEST = 15_000;
// Documents of ours need one step for each nameless node that looks like another; poison needs far more.
const WORK = 2;

// `library` is jsonld, `known` the contexts by address. Throws when it is no JSON-LD that can be signed.
export async function canonize(library, document, known) {
  const clock = new AbortController();
  const alarm = setTimeout(() => clock.abort("too long"), LONGEST);
  const documentLoader = async (url) => {
    if (!Object.hasOwn(known, url)) throw new Error(`${url} is not carried here`);
    return { contextUrl: null, documentUrl: url, document: known[url] };
  };
  try {
    return await library.canonize(document, {
      documentLoader,
      safe: true,
      base: null,
      canonizeOptions: {
        algorithm: "RDFC-1.0",
        format: "application/n-quads",
        maxWorkFactor: WORK,
        signal: clock.signal,
      },
    });
  } finally {
    clearTimeout(alarm);
  }
}
