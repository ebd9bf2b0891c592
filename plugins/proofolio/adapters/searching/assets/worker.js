// Searches beside the page. Pagefind is WebAssembly: here, in a worker of the site's own, it runs without
// the page having to allow that; the page's policy stays as it is.
import * as pagefind from "./pagefind.js";

const here = new URL("./", import.meta.url);
let ready;

async function start({ indexes, tag }) {
  const set = { baseUrl: new URL("../../../", here).href.replace(/\/$/, ""), excerptLength: 24, metaCacheTag: tag };
  const of = (name) => new URL(`${name}/`, here).href;
  const [first, ...others] = indexes;
  await pagefind.options({ ...set, basePath: of(first) });
  await pagefind.init();
  // The handbook has a great many words, and people come for people's work.
  const weight = (name) => (name === "help" ? { indexWeight: 0.3 } : {});
  await Promise.all(others.map((name) => pagefind.mergeIndex(of(name), { ...set, ...weight(name) })));
}

// What is shown of a result, as text; what was looked for is in pieces of its own.
const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
function pieces(excerpt) {
  return excerpt.split(/(<mark>.*?<\/mark>)/).filter(Boolean).map((piece) => {
    const marked = /^<mark>(.*)<\/mark>$/.exec(piece);
    return { text: plain(marked ? marked[1] : piece), marked: Boolean(marked) };
  });
}

// An excerpt that begins or ends within the text says so.
function cut(excerpt, shown, content) {
  const before = content.trimStart().startsWith(shown.slice(0, 40)) ? "" : "… ";
  const after = content.trimEnd().endsWith(shown.slice(-40)) ? "" : " …";
  return excerpt && before + excerpt + after;
}

// Where no word begins with what was typed, Pagefind takes the longest word that it begins with itself: for
// nonsense, the single letter of some example. That finds nothing that was meant, so it is no result.
const parts = (text) => (text || "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
function meant(words, { content, meta }) {
  const there = parts(`${meta.title} ${meta.by || ""} ${content}`);
  return parts(words).every((word) => {
    const half = word.slice(0, Math.ceil(word.length / 2));
    return there.some((each) => each.startsWith(half));
  });
}
const none = (counts) => Object.fromEntries(Object.entries(counts).map(([facet, of]) =>
  [facet, Object.fromEntries(Object.keys(of).map((value) => [value, 0]))]));

// Each index does so by itself: the handbook's may have nothing but that to add, and weighs least.
async function matching(words, filters, sort) {
  const all = await pagefind.search(words || null, { filters, sort });
  if (!words || !all.results.length) return all;
  const [first, last] = await Promise.all([all.results[0], all.results.at(-1)].map((each) => each.data()));
  if (!meant(words, first)) return { results: [], filters: none(all.filters) };
  if (meant(words, last) || filters?.kind) return all;
  return pagefind.search(words, { filters: { ...filters, kind: { none: ["help"] } }, sort });
}

async function found({ words, filters, from, to, counts }) {
  if (counts) await pagefind.filters();
  const sort = words ? {} : { title: "asc" };
  const { results, filters: left } = await matching(words, filters, sort);
  const shown = await Promise.all(results.slice(from, to).map((each) => each.data()));
  return {
    total: results.length,
    counts: left,
    results: shown.map(({ url, meta, content, excerpt, plain_excerpt: shown, filters: tags }) => ({
      url, title: meta.title, by: meta.by || "", kind: meta.kind, tags, pieces: pieces(cut(excerpt, shown, content)),
    })),
  };
}

addEventListener("message", async ({ data: { id, start: told, ask } }) => {
  try {
    ready ??= start(told);
    await ready;
    postMessage({ id, answer: ask ? await found(ask) : null });
  } catch (error) {
    postMessage({ id, error: String(error) });
  }
});
