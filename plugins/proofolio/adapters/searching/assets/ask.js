// Asks the worker. It, the indexes' first files and the words come when somebody turns to the search.
const WAIT = 20000;
let told;
let worker;
let last = 0;
const waiting = new Map();

export function words() {
  told ??= fetch(new URL("find.json", import.meta.url), { cache: "no-cache" }).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  });
  return told;
}

function fail(error) {
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function running() {
  if (worker) return worker;
  worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data: { id, answer, error } }) => {
    const { resolve, reject } = waiting.get(id) || {};
    waiting.delete(id);
    if (error) reject?.(new Error(error));
    else resolve?.(answer);
  });
  worker.addEventListener("error", (event) => { event.preventDefault(); fail(new Error("no worker")); });
  return worker;
}

export async function ask(wanted) {
  const { indexes, tag } = await words();
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    setTimeout(() => { if (waiting.delete(id)) reject(new Error("no answer")); }, WAIT);
    running().postMessage({ id, start: { indexes, tag }, ask: wanted });
  });
}
