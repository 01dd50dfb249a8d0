/* The code of a link stands after its "#", which no server sees. It is taken out of the address at
   once, and every screen comes into this one page: so Back leaves it, and asks nothing. All of it
   works without this file too. */
"use strict";
(() => {
  const find = (wanted, within = document) => within.querySelector(wanted);

  /* Before anything is drawn, so that nothing moves on the page. */
  const code = location.hash.slice(1);
  const root = document.documentElement;
  if (code) {
    history.replaceState(null, "", location.pathname);
    root.classList.add("by-link");
  }
  addEventListener("DOMContentLoaded", () => {
    root.classList.remove("by-link");
    const field = find("#id_code");
    if (!code || !field) { return; }
    field.value = code;
    find("[data-by-hand]").hidden = true;
  });
  addEventListener("hashchange", () => { if (location.hash) { location.reload(); } });
  /* Whoever comes back finds the closed page. */
  addEventListener("pageshow", (event) => { if (event.persisted) { location.reload(); } });

  let busy = false;
  document.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) { return; }
    busy = true;
    const form = event.target;
    const sent = new URLSearchParams(new FormData(form));
    const pressed = event.submitter;
    if (pressed?.name) { sent.set(pressed.name, pressed.value); }
    try {
      const answer = await fetch(form.action, { method: "POST", body: sent, cache: "no-store" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      find("main").replaceWith(find("main", page));
      document.title = page.title;
      scrollTo(0, 0);
      (find("#errors") || find("main")).focus();
    } catch {
      if (pressed?.name) {
        const more = document.createElement("input");
        Object.assign(more, { type: "hidden", name: pressed.name, value: pressed.value });
        form.append(more);
      }
      form.submit();
    }
    busy = false;
  });
})();
