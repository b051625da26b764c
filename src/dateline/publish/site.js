// "Copy with source" beside every quotation. Everything on the page reads without this file.
"use strict";
(() => {
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");

  function words(quoted) {
    const from = (quoted.dataset.from || "").trim();
    const served = location.protocol.startsWith("http") ? location.href.split("#")[0] : "";
    const own = quoted.parentElement.querySelector(".from a")?.href || "";
    // An address of this machine's folders leads nobody else anywhere.
    const link = quoted.dataset.link || (served ? own || served : "");
    const who = quoted.dataset.who ? ` — ${quoted.dataset.who}` : "";
    // As it is shown: names of ours stand in the text in their brackets.
    return `“${quoted.textContent.trim()}”${who} (${[from, link].filter(Boolean).join(", ")})`;
  }

  function selected(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "visually-hidden";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }

  async function copy(text) {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch { /* refused: the older way is left */ }
    }
    return selected(text);
  }

  function button(quoted) {
    const made = document.createElement("button");
    const start = quoted.textContent.trim().split(/\s+/).slice(0, 6).join(" ");
    made.type = "button";
    made.className = "copy";
    made.textContent = "Copy";
    made.title = "Copy with source";
    made.setAttribute("aria-label", `Copy with source: ${start} …`);
    made.addEventListener("click", async () => {
      const done = await copy(words(quoted));
      told.textContent = "";
      told.textContent = done ? "Copied with its source." : "The browser did not let us copy.";
      made.textContent = done ? "Copied" : "Not copied";
      setTimeout(() => { made.textContent = "Copy"; }, 2000);
      made.focus();
    });
    return made;
  }

  function dress(part) {
    part.querySelectorAll("[data-from]").forEach((quoted) => {
      // After the caption, not in it: a figure is called by its caption, and a listener wants the source alone.
      const line = quoted.parentElement.querySelector(":scope > .from");
      (line || quoted).after(button(quoted));
    });
  }

  dress(document);
  // What another script of ours shows later wants the same buttons.
  document.addEventListener("dateline-shown", (event) => dress(event.target));
  (document.querySelector("main") || document.body).append(told);
})();
