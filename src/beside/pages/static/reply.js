/* The code of a link stands after its "#", which no server sees. It is taken out of the address at
   once, and every screen comes into this one page: so Back leaves it, and asks nothing. All of it
   works without this file too. */
"use strict";
(() => {
  const find = (wanted, within = document) => within.querySelector(wanted);

  const take = () => {
    const code = location.hash.slice(1);
    if (!code) { return; }
    history.replaceState(null, "", location.pathname);
    const field = find("#id_code");
    if (!field) { return; }
    field.value = code;
    find("[data-by-hand]").hidden = true;
  };
  addEventListener("DOMContentLoaded", take);
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
