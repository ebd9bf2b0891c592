// Canonicalises in the background, so that the page can be used meanwhile, and stopped should it never end.

import { canonize } from "./canonize.js";

self.importScripts("vendor/jsonld.esm.min.js");

self.addEventListener("message", async ({ data: { id, document, known } }) => {
  try {
    self.postMessage({ id, text: await canonize(self.jsonld, document, known) });
  } catch (error) {
    self.postMessage({ id, trouble: String(error?.details?.event?.message ?? error?.message ?? error) });
  }
});
