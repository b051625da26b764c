// Keys for the desk. Everything on the page works without them.
"use strict";
const briefs = () => [...document.querySelectorAll(".brief")].filter((brief) => !brief.hidden);
const find = document.getElementById("find");
const keys = document.getElementById("keys");
const help = document.getElementById("help");

function here() { return document.querySelector(".brief.here"); }

function go(step) {
  const all = briefs();
  if (!all.length) return;
  const now = all.indexOf(here());
  const next = all[Math.min(Math.max(now < 0 ? 0 : now + step, 0), all.length - 1)];
  all.forEach((brief) => brief.classList.toggle("here", brief === next));
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}

function follow(kind) {
  const link = (here() || briefs()[0])?.querySelector("a." + kind);
  if (link) window.open(link.href, "_blank", "noopener");
}

function toggle() {
  keys.hidden = !keys.hidden;
  help.setAttribute("aria-expanded", String(!keys.hidden));
}

find.addEventListener("input", () => {
  const wanted = find.value.toLowerCase();
  document.querySelectorAll(".brief").forEach((brief) => { brief.hidden = !brief.textContent.toLowerCase().includes(wanted); });
});
help.addEventListener("click", toggle);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches("input, select, textarea")) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  const acts = { j: () => go(1), k: () => go(-1), o: () => follow("open"), v: () => follow("view"), "/": () => find.focus(), "?": toggle };
  if (acts[event.key]) { event.preventDefault(); acts[event.key](); }
});
