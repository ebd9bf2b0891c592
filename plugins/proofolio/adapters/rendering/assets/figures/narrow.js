// Narrowing the figures: the numbers of a choice are those of the file, never reckoned here.

function holds(row, name, value) {
  return !value || value === "all" || (row.dataset[name] || "").split(" ").includes(value);
}

class Narrow {
  constructor(bar) {
    this.bar = bar;
    this.page = bar.closest(".pf");
    this.fields = [...bar.querySelectorAll("select")];
    this.told = bar.querySelector("[data-pf-told]");
    this.every = bar.querySelector("[data-pf-every]");
    this.numbers = new Intl.NumberFormat(document.documentElement.lang || "en", { maximumFractionDigits: 2 });
    bar.addEventListener("input", () => this.choose());
    this.every.addEventListener("click", () => {
      for (const field of this.fields) field.value = "";
      this.choose();
      this.fields[0]?.focus();
    });
    window.addEventListener("hashchange", () => { if (bar.isConnected) this.recall(); });
    bar.hidden = false;
    this.recall();
  }

  get choice() {
    const chosen = Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
    return { organization: chosen.organization || "", period: chosen.period || "all", framework: chosen.framework || "" };
  }

  get chosen() {
    return this.fields.some((field) => field.value);
  }

  recall() {
    const state = new URLSearchParams(location.hash.slice(1));
    for (const field of this.fields) {
      field.value = state.get(field.name) || "";
      if (field.selectedIndex < 0) field.value = "";
    }
    this.show();
  }

  choose() {
    const set = this.fields.filter((field) => field.value);
    const hash = new URLSearchParams(set.map((field) => [field.name, field.value])).toString();
    history.replaceState(history.state, "", hash ? `#${hash}` : location.pathname + location.search);
    this.show();
  }

  async fetched() {
    this.file ??= fetch(this.bar.dataset.pfSrc).then((answer) => {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    });
    return this.file;
  }

  async show() {
    this.every.hidden = !this.chosen;
    // Nothing was narrowed yet, so the page says everything already.
    if (!this.chosen && !this.file) { this.say(); return; }
    const asked = JSON.stringify(this.choice);
    try {
      const data = await this.fetched();
      if (asked !== JSON.stringify(this.choice)) return; // chosen anew meanwhile
      this.fill(data, this.choice);
      this.say();
    } catch {
      this.file = undefined;
      for (const field of this.fields) field.value = "";
      this.every.hidden = true;
      this.told.textContent = this.bar.dataset.pfLost;
    }
  }

  say() {
    const labels = this.fields.filter((field) => field.value).map((field) => field.selectedOptions[0].textContent.trim());
    const choice = labels.join(" · ");
    const told = choice && this.little ? this.pattern("pfLittle", { choice }) : choice;
    this.told.textContent = told || this.bar.dataset.pfAll;
  }

  text(row, unit) {
    if (row.suppressed) return this.bar.dataset.pfUntold;
    if (row.value === null || row.value === undefined) return "–";
    const number = this.numbers.format(row.value);
    return unit === "percent" ? this.pattern("pfPercent", { n: number }) : number;
  }

  pattern(name, places) {
    return this.bar.dataset[name].replace(/\{(\w+)\}/g, (whole, place) => places[place] ?? whole);
  }

  fill(data, choice) {
    const here = (row) => row.organization === choice.organization && row.framework === choice.framework;
    const inside = (row) => here(row) && row.period === choice.period;
    const units = new Map(data.measures.map((each) => [each.id, each.unit]));
    this.stats(data.slices.find(inside)?.figures ?? {}, units);
    // A row's framework is that of what was earned: all of them together are the whole.
    const part = (row) => !choice.framework || row.framework === choice.framework;
    this.ranking(data.ranking.filter((row) => row.organization === choice.organization && row.period === choice.period && part(row)));
    this.trend(data.trend.filter(here), units);
    this.coverage(data.coverage, data.competencies, choice);
    this.ledger(choice);
    this.surveys(choice);
    for (const table of this.page.querySelectorAll("[data-pf-sortable]")) order(table);
    // Where nothing is withheld there is nothing to fold.
    this.little = this.bar.dataset.pfLittle !== undefined && !foldAll(this.page, this.chosen);
    drawAll();
  }

  stats(figures, units) {
    for (const card of this.page.querySelectorAll("[data-pf-measure]")) {
      const figure = figures[card.dataset.pfMeasure] ?? {};
      const number = card.querySelector("[data-pf-text]");
      number.dataset.value = figure.value ?? "";
      number.textContent = this.text(figure, units.get(card.dataset.pfMeasure));
      number.classList.toggle("pf-figure__number--hidden", Boolean(figure.suppressed));
      const of = card.querySelector("[data-pf-of]");
      const told = figure.of !== null && figure.of !== undefined && !figure.suppressed;
      of.textContent = told ? this.pattern("pfOf", { n: this.numbers.format(figure.of) }) : "–";
      of.hidden = !told;
      card.querySelector("[data-pf-why]").hidden = !figure.suppressed;
    }
  }

  ranking(rows) {
    const found = new Map(rows.map((each) => [`${each.kind}/${each.id}`, each]));
    const most = Math.max(1, ...rows.map((each) => each.value || 0));
    for (const table of this.page.querySelectorAll("[data-pf-ranking]")) {
      const some = table.closest("[data-pf-some]");
      some.hidden = !rows.length;
      some.parentElement.querySelector("[data-pf-none-ranked]").hidden = Boolean(rows.length);
      for (const row of table.tBodies[0].rows) {
        const one = found.get(row.dataset.pfKey);
        row.hidden = !one;
        if (one) this.barred(row.querySelector("[data-pf-cell=value]"), this.text(one), one.value, (one.value || 0) / most);
      }
      const place = (row) => [...found.keys()].indexOf(row.dataset.pfKey);
      table.tBodies[0].append(...[...table.tBodies[0].rows].sort((one, other) => place(one) - place(other)));
    }
  }

  barred(cell, text, value, share) {
    cell.dataset.value = value ?? "";
    cell.querySelector("[data-pf-text]").textContent = text;
    const bar = cell.querySelector(".pf-bar");
    bar.hidden = value === null || value === undefined;
    bar.style.setProperty("--value", Math.round(100 * share));
  }

  plain(cell, text, value) {
    cell.dataset.value = value ?? "";
    cell.textContent = text;
  }

  trend(steps, units) {
    const found = new Map(steps.map((each) => [each.step.id, each.figures]));
    for (const row of this.page.querySelectorAll("[data-pf-step]")) {
      for (const cell of row.querySelectorAll("[data-pf-cell]")) {
        const one = found.get(row.dataset.pfStep)?.[cell.dataset.pfCell] ?? {};
        this.plain(cell, this.text(one, units.get(cell.dataset.pfCell)), one.value);
      }
    }
  }

  coverage(domains, competencies, choice) {
    const here = (row) => row.organization === choice.organization;
    const covers = new Map(domains.filter(here).map((each) => [`${each.framework}/${each.domain}`, each]));
    for (const row of this.page.querySelectorAll("[data-pf-cover]")) {
      const one = covers.get(row.dataset.pfCover);
      row.hidden = !one;
      if (!one) continue;
      const have = this.pattern("pfHave", { have: this.numbers.format(one.value ?? 0), of: this.numbers.format(one.of) });
      const text = one.suppressed ? this.bar.dataset.pfUntold : have;
      this.barred(row.querySelector("[data-pf-cell=value]"), text, one.value, (one.value ?? 0) / (one.of || 1));
      this.plain(row.querySelector("[data-pf-cell=n]"), this.text({ ...one, value: one.n }), one.n);
    }
    const singles = new Map(competencies.filter(here).map((each) => [each.competency, each]));
    for (const row of this.page.querySelectorAll("[data-pf-competency]")) {
      const one = singles.get(row.dataset.pfCompetency);
      row.hidden = !one;
      if (one) this.plain(row.querySelector("[data-pf-cell=n]"), this.text(one), one.value);
    }
    for (const group of this.page.querySelectorAll("[data-pf-framework]")) {
      group.hidden = Boolean(choice.framework) && group.dataset.pfFramework !== choice.framework;
    }
  }

  // Which rows belong to a choice is written on them.
  ledger(choice) {
    for (const table of this.page.querySelectorAll("[data-pf-ledger]")) {
      let shown = 0;
      for (const row of table.tBodies[0].rows) {
        row.hidden = !(
          holds(row, "pfOrganizations", choice.organization) &&
          holds(row, "pfPeriods", choice.period) &&
          holds(row, "pfFrameworks", choice.framework)
        );
        shown += !row.hidden;
      }
      table.closest(".pf-scroll").hidden = !shown;
      const none = this.page.querySelector("[data-pf-none]");
      if (none) none.hidden = Boolean(shown);
    }
  }

  // A survey is of all who answered: with an organisation chosen there is none.
  surveys(choice) {
    let shown = 0;
    for (const one of this.page.querySelectorAll("[data-pf-survey]")) {
      one.hidden = Boolean(choice.organization) || !holds(one, "pfPeriods", choice.period) || !holds(one, "pfFrameworks", choice.framework);
      shown += !one.hidden;
    }
    const none = this.page.querySelector("[data-pf-no-survey]");
    if (none) none.hidden = Boolean(shown);
  }
}
