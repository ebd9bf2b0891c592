// Turns the filter bars on, and opens the search. Everything on the page is there without this file.
(() => {
  "use strict";

  const words = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");

  function start(bar) {
    const page = bar.closest(".pf");
    const items = [...page.querySelectorAll("[data-pf-item]")];
    const groups = [...page.querySelectorAll("[data-pf-group]")];
    const search = bar.querySelector("input[type=search]");
    const fields = [search, ...bar.querySelectorAll("select")];
    const clear = bar.querySelector("[data-pf-clear]");
    const count = bar.querySelector("[data-pf-count]");
    const texts = new Map(items.map((item) => [item, words(item.textContent)]));

    function fits(item) {
      const wanted = words(search.value).split(/\s+/).filter(Boolean);
      return (
        wanted.every((word) => texts.get(item).includes(word)) &&
        fields.slice(1).every((field) => {
          const held = (item.getAttribute(`data-${field.name}`) || "").split(" ");
          return !field.value || held.includes(field.value);
        })
      );
    }

    function apply() {
      for (const item of items) item.hidden = !fits(item);
      for (const group of groups) group.hidden = !group.querySelector("[data-pf-item]:not([hidden])");
      const shown = items.filter((item) => !item.hidden).length;
      const { pfAll, pfSome } = bar.dataset;
      count.textContent = shown === items.length ? pfAll : pfSome.replace("{shown}", shown);
      clear.hidden = !fields.some((field) => field.value);
    }

    function remember() {
      // Quotation marks stay out: the theme looks the hash up in a selector.
      const set = fields.filter((field) => field.value);
      const state = new URLSearchParams(set.map((field) => [field.name, field.value.replace(/["\\]/g, " ")]));
      const hash = state.toString();
      history.replaceState(history.state, "", hash ? `#${hash}` : location.pathname + location.search);
    }

    function recall() {
      const state = new URLSearchParams(location.hash.slice(1));
      for (const field of fields) field.value = state.get(field.name) || "";
      // A value that is no longer offered would hide everything.
      for (const field of fields.slice(1)) if (field.selectedIndex < 0) field.value = "";
      apply();
    }

    bar.addEventListener("input", () => { apply(); remember(); });
    clear.addEventListener("click", () => {
      for (const field of fields) field.value = "";
      apply();
      remember();
      search.focus();
    });
    window.addEventListener("hashchange", () => { if (bar.isConnected) recall(); });
    bar.hidden = false;
    recall();
  }

  // A film from elsewhere: nothing is asked of its host before the reader wants it.
  function offer(player) {
    const { pfPlayer: kind, pfSrc: src, pfStart: start, pfTitle: title } = player.dataset;
    if (!src.startsWith("https://")) return;
    for (const part of player.querySelectorAll("[hidden]")) part.hidden = false;
    const card = player.closest(".pf-artifact");
    // A frame is made anew for each place: its own history, and the player's state, stay out of it.
    function show(address) {
      const made = document.createElement(kind === "frame" ? "iframe" : kind);
      made.title = title;
      if (kind === "frame") {
        made.setAttribute("sandbox", "allow-scripts allow-same-origin allow-presentation");
        made.allow = "autoplay; fullscreen; picture-in-picture";
        made.referrerPolicy = "strict-origin";
      } else {
        made.controls = true;
      }
      made.src = address;
      player.replaceChildren(made);
      return made;
    }
    function jump(at) {
      if (start) show(start.replace("{at}", at));
      else {
        const film = player.firstElementChild;
        film.currentTime = at;
        film.play().catch(() => {});
      }
      player.scrollIntoView({ block: "nearest" });
    }
    player.querySelector("button").addEventListener("click", () => {
      card.classList.add("pf-artifact--playing");
      show(src).focus();
      for (const place of card.querySelectorAll("[data-pf-at]")) {
        const { pfAt: at, pfLabel: label } = place.dataset;
        const button = document.createElement("button");
        button.type = "button";
        button.className = place.className;
        button.textContent = place.textContent;
        button.setAttribute("aria-label", label);
        button.addEventListener("click", () => jump(at));
        place.replaceWith(button);
      }
    });
  }

  function begin() {
    for (const bar of document.querySelectorAll("[data-pf-filter][hidden]")) start(bar);
    for (const print of document.querySelectorAll("[data-pf-print][hidden]")) {
      print.hidden = false;
      print.addEventListener("click", () => window.print());
    }
    for (const player of document.querySelectorAll("[data-pf-player]")) offer(player);
    // The theme makes wide tables scroll, but not for the keyboard.
    for (const wide of document.querySelectorAll(".md-typeset__scrollwrap")) wide.tabIndex = 0;
    // Nor is the button that copies a piece of code a landmark.
    for (const copy of document.querySelectorAll(".md-code__nav")) copy.setAttribute("role", "none");
  }

  // Links that start a new file name the day on which they are followed, in the visitor's own time.
  function date(event) {
    const link = event.target.closest?.("[data-pf-actions] a[href*='YYYY-MM-DD']");
    if (!link) return;
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    link.href = link.href.replaceAll("YYYY-MM-DD", day);
  }
  for (const kind of ["click", "auxclick", "contextmenu"]) document.addEventListener(kind, date, true);

  // Folded texts are printed too, in browsers whose style sheets cannot unfold them.
  let unfolded = [];
  window.addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details.pf-more--text:not([open])")];
    for (const fold of unfolded) fold.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const fold of unfolded) fold.open = false;
  });

  // The search comes when somebody turns to it: its script, its words and its indexes.
  const seek = () => document.querySelector("[data-pf-seek]");
  function find(event) {
    const link = seek();
    if (!link) return;
    event.preventDefault();
    import(new URL(link.dataset.pfSeek, location.href).href)
      .then((search) => search.open())
      .catch(() => location.assign(link.href));
  }
  document.addEventListener("click", (event) => {
    const plain = !event.defaultPrevented && !event.button && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (plain && event.target.closest?.("[data-pf-seek]")) find(event);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const held = event.altKey || event.ctrlKey || event.metaKey || localStorage.getItem("pf-keys") === "off";
    if (!typing && !held && ["s", "/"].includes(event.key) && !document.querySelector("dialog[open]")) find(event);
  });

  // The theme takes a link to a feed for one to another language, and asks for a sitemap that is not there.
  const feeds = [...document.querySelectorAll("link[rel=alternate][type]")];
  for (const feed of feeds) feed.rel = "alternate feed";
  window.addEventListener("load", () => setTimeout(() => { for (const feed of feeds) feed.rel = "alternate"; }));

  // The theme replaces the page without loading it anew when instant navigation is on.
  function ready() {
    if (window.document$) window.document$.subscribe(begin);
    else begin();
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
