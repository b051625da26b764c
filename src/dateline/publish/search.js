// Everything that X said about Y since Z. Works from a folder: what is looked through comes as a script of data, when
// something is asked. Every word of it goes into the page as text and never as markup.
"use strict";
(() => {
  const AT_ONCE = 50;
  const form = document.getElementById("search");
  const told = document.getElementById("told");
  const list = document.getElementById("found");
  const more = document.getElementById("more");
  let index = null, found = [], shown = 0;

  // Small letters without accents; what is neither letter nor figure parts words.
  function plain(words) {
    const bare = words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return ` ${bare.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  }

  // Whether each of the words stands in the text, or begins a word of it.
  function has(text, words) {
    return words.every((word) => text.includes(` ${word}`));
  }

  function asWords(value) {
    return plain(value).trim().split(" ").filter(Boolean);
  }

  function load() {
    return new Promise((resolve, reject) => {
      if (index) { resolve(); return; }
      window.datelineSaid = (data) => { index = data; };
      const script = document.createElement("script");
      script.src = "said.js";
      script.onload = () => (index ? resolve() : reject());
      script.onerror = reject;
      document.head.append(script);
    });
  }

  function unpacked(row) {
    const [id, article, who, speaker, beside, credit, kind, sure, start, text] = row;
    const [articleId, outlet, when, day, link, language] = index.articles[article];
    return { id, who, speaker, beside, credit, kind, sure, start, text, articleId, outlet, when, day, link, language };
  }

  // The people of an id, or one of whose names has all the words; null where nobody is asked for.
  function asked(value) {
    if (!value.trim()) return null;
    const words = asWords(value);
    const exact = index.people.findIndex(([id]) => id === value.trim());
    if (exact >= 0) return { people: new Set([exact]), words: null };
    const people = new Set();
    index.people.forEach(([, names], at) => {
      if (names.some((name) => has(plain(name), words))) people.add(at);
    });
    return { people, words };
  }

  // The name of an id, for the field, where the name alone finds the same one; else the id.
  function named(id) {
    const [, [name]] = index.people.find(([key]) => key === id.trim());
    return asked(name).people.size === 1 ? name : id;
  }

  // One of the people, or nobody in particular who is described in all of the words.
  function saidBy(one, by) {
    if (one.who.length) return one.who.some((at) => by.people.has(at));
    return by.words !== null && has(plain(one.credit), by.words);
  }

  function fits(one, by, given) {
    if (by && !saidBy(one, by)) return false;
    if (given.kind && one.kind !== given.kind) return false;
    if (given.since && (!one.day || one.day < given.since)) return false;
    if (given.until && (!one.day || one.day > given.until)) return false;
    return has(plain(one.text), given.about);
  }

  function made(tag, kind, words) {
    const element = document.createElement(tag);
    if (kind) element.className = kind;
    if (words) element.textContent = words;
    return element;
  }

  function linked(address, words) {
    const link = made("a", "", words);
    link.href = address;
    return link;
  }

  function label(one) {
    const line = made("p", "ours who");
    if (one.who.length === 1) line.append(linked(`people/${index.people[one.who[0]][0]}.html`, one.speaker));
    else line.append(one.speaker);
    line.append(`${one.beside} `);
    line.append(made("span", "kind", `${one.kind}, sure to ${one.sure} percent`));
    return line;
  }

  function quotation(one) {
    const figure = made("figure", "quotation");
    const quoted = made("blockquote", "quoted", one.text);
    Object.assign(quoted.dataset, { source: one.articleId, field: "text", from: `${one.outlet}, ${one.when}` });
    quoted.dataset.span = `${one.start}-${one.start + [...one.text].length}`;
    if (one.link) quoted.dataset.link = one.link;
    if (one.credit) quoted.dataset.who = one.credit;
    if (one.language) quoted.lang = one.language;
    const line = made("figcaption", "from ours");
    line.append(linked(`articles/${one.articleId}.html#${one.id}`, one.outlet), `, ${one.when}`);
    figure.append(quoted, line);
    return figure;
  }

  function show() {
    const part = found.slice(shown, shown + AT_ONCE);
    for (const one of part) {
      const row = made("li", "record");
      const who = document.createElement("div");
      who.append(label(one));
      row.append(who, quotation(one));
      list.append(row);
      row.dispatchEvent(new CustomEvent("dateline-shown", { bubbles: true }));
    }
    shown += part.length;
    more.hidden = shown >= found.length;
  }

  async function search() {
    told.textContent = "Looking …";
    try {
      await load();
    } catch {
      told.textContent = "What was said could not be loaded: said.js is not beside this page.";
      return;
    }
    const given = Object.fromEntries(new FormData(form));
    const by = asked(given.by);
    if (by && !by.words) form.elements.by.value = named(given.by);
    given.about = asWords(given.about);
    found = index.said.map(unpacked).filter((one) => fits(one, by, given));
    shown = 0;
    list.replaceChildren();
    show();
    told.textContent = found.length === 1 ? "1 statement." : `${found.length} statements, the newest first.`;
  }

  function names() {
    const options = index.people.map(([, [name]]) => Object.assign(document.createElement("option"), { value: name }));
    document.getElementById("names").replaceChildren(...options);
  }

  // What is asked stands behind the # of the address, so that a search can be kept and sent.
  function fromAddress() {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const field of form.elements) if (field.name) field.value = given.get(field.name) || "";
    return [...given.values()].some(Boolean);
  }

  form.hidden = false;
  told.textContent = list.children.length ? "The newest statements." : told.textContent;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = [...new FormData(form)].filter(([, value]) => value);
    history.replaceState(null, "", `#${new URLSearchParams(given)}`);
    search();
  });
  form.addEventListener("focusin", () => load().then(names, () => {}), { once: true });
  more.addEventListener("click", () => {
    const next = list.children.length;
    show();
    list.children[next]?.querySelector("a")?.focus();
  });
  window.addEventListener("hashchange", () => { if (fromAddress()) search(); });
  if (fromAddress()) search();
})();
