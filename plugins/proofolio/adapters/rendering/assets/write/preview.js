// What the page will look like: the library only reads the text; every element is made here, from a short list.

let reader = null;

// The library, fetched when a preview is first asked for. `address` is where it is.
export function library(address) {
  reader ??= new Promise((resolve, reject) => {
    if (globalThis.markdownit) return resolve(make());
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(make()));
    script.addEventListener("error", () => { reader = null; reject(new Error("not loaded")); });
    document.head.append(script);
  });
  return reader;
}

// Markdown as DOM nodes. Tags in it stay text; links get only addresses that lead to the web or a mailbox.
export function blocks(markdown, tokens) {
  const root = document.createElement("div");
  lay(tokens.parse(markdown.replace(/^<!--.*-->$/gm, ""), {}), root);
  return [...root.childNodes];
}

// A table of rows; the first cell of each is its name.
export function table(heads, rows) {
  const made = element("table");
  made.tabIndex = 0;
  const line = (cells, tag) => {
    const row = element("tr");
    row.append(...cells.map((text) => element(tag, text)));
    return row;
  };
  const [head, body] = [element("thead"), element("tbody")];
  head.append(line(heads, "th"));
  body.append(...rows.map((cells) => line(cells, "td")));
  made.append(head, body);
  return made;
}

export function element(tag, text) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  return made;
}

const TAGS = new Set(
  "p h3 h4 h5 h6 ul ol li blockquote em strong s table thead tbody tr th td a".split(" "),
);

function make() {
  return globalThis.markdownit({ html: false, linkify: false }).disable(["html_block", "html_inline"]);
}

function lay(tokens, root) {
  const open = [root];
  for (const token of tokens) {
    const here = open.at(-1);
    if (token.type === "inline") lay(token.children, here);
    else if (token.type === "text" || token.type === "html_inline" || token.type === "html_block") here.append(token.content);
    else if (token.type === "softbreak") here.append("\n");
    else if (token.type === "hardbreak") here.append(element("br"));
    else if (token.type === "hr") here.append(element("hr"));
    else if (token.type === "code_inline") here.append(element("code", token.content));
    else if (token.type === "fence" || token.type === "code_block") {
      const box = element("pre");
      box.append(element("code", token.content));
      here.append(box);
    } else if (token.type === "image") here.append(picture(token));
    else if (token.nesting === 1) {
      const made = token.hidden ? document.createDocumentFragment() : opened(token);
      if (!token.hidden) here.append(made);
      open.push(token.hidden ? here : made);
    } else if (token.nesting === -1) open.pop();
  }
}

function opened(token) {
  const deeper = /^h[12]$/.test(token.tag) ? "h3" : token.tag;
  const made = element(TAGS.has(deeper) ? deeper : "span");
  if (token.tag === "a") {
    const url = token.attrGet("href") ?? "";
    if (/^(?:https?:\/\/|mailto:)/i.test(url)) {
      made.href = url;
      made.target = "_blank";
      made.rel = "noopener nofollow";
    }
  }
  // A wide table scrolls by itself, so the keyboard has to reach it.
  if (token.tag === "table") made.tabIndex = 0;
  if (token.tag === "ol" && /^\d{1,6}$/.test(token.attrGet("start") ?? "")) made.start = Number(token.attrGet("start"));
  return made;
}

// A picture is in a file that the browser does not have: its words stand for it.
function picture(token) {
  const box = element("span", token.content || token.attrGet("src") || "");
  box.className = "pf-write__picture";
  return box;
}
