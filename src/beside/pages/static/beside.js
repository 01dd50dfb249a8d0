/* Beside works without this file. It makes leaving quicker, locking gentler and traces fewer. */
"use strict";
(() => {
  const find = (wanted, within = document) => within.querySelector(wanted);
  const signedIn = () => "signedIn" in document.body.dataset;
  const on = (name, act, options) => document.addEventListener(name, act, options);

  /* Traces: htmx keeps the path of the page in sessionStorage, whatever its settings. */
  const sweep = () => {
    try { sessionStorage.removeItem("htmx-current-path-for-history"); } catch { /* storage is off */ }
  };
  const htmx = "htmx:";
  for (const name of ["load", "afterRequest", "afterSettle", "historyRestore", "afterOnLoad"]) {
    on(htmx + name, () => { sweep(); setTimeout(sweep); });
  }
  addEventListener("load", () => { sweep(); setTimeout(sweep); });
  on("DOMContentLoaded", () => setTimeout(sweep));
  addEventListener("popstate", () => setTimeout(sweep));

  /* The cover: whoever looks at the list of open windows sees an empty page. */
  let leaving = false;
  let locked = false;
  const cover = (shown) => {
    const sheet = find("#cover");
    if (sheet) { sheet.hidden = !(shown || leaving || locked); }
  };
  on("visibilitychange", () => { if (signedIn()) { cover(document.hidden); } });
  addEventListener("pagehide", () => { if (signedIn()) { cover(true); } sweep(); });
  addEventListener("pageshow", (event) => {
    if (event.persisted && (signedIn() || leaving)) {
      location.reload();
      return;
    }
    leaving = false;
    cover(false);
    for (const form of document.forms) { delete form.dataset.sent; }
  });
  addEventListener("pageswap", (event) => { if (leaving) { event.viewTransition?.skipTransition(); } });

  /* The other windows of this browser: what is locked in one is locked in all. */
  const windows = "BroadcastChannel" in window ? new BroadcastChannel("stay") : null;

  /* Leaving: one press of the link, or Shift three times, each within five seconds. */
  const leave = () => {
    const link = find("[data-leave]");
    if (!link) { return; }
    leaving = true;
    cover(true);
    document.title = "\u00a0";
    windows?.postMessage("locked");
    location.replace(link.href);
  };
  on("click", (event) => {
    if (event.target.closest?.("[data-leave]") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      leave();
    }
  }, true);
  let presses = 0;
  let alone = false;
  let forget = 0;
  const count = (left) => {
    const spoken = find("#count");
    if (spoken) { spoken.textContent = { 2: spoken.dataset.two, 1: spoken.dataset.one }[left] || ""; }
  };
  const startOver = () => { presses = 0; count(0); };
  on("keydown", (event) => {
    alone = event.key === "Shift" && !event.repeat;
    if (event.key !== "Shift") { startOver(); }
  }, true);
  on("pointerdown", () => { alone = false; startOver(); }, true);
  on("keyup", (event) => {
    if (event.key !== "Shift" || !alone) { return; }
    alone = false;
    clearTimeout(forget);
    presses += 1;
    if (presses === 3) { leave(); return; }
    count(3 - presses);
    forget = setTimeout(startOver, 5000);
  }, true);

  /* Staying and locking. The server keeps the time; this shows it, and asks before it is up. */
  const idle = () => {
    const box = find("#idle");
    if (!box) { return; }
    const stay = find("form", box);
    const warnAfter = Number(box.dataset.warnAfter) * 1000;
    const lockAfter = Number(box.dataset.lockAfter) * 1000;
    let since = Date.now();
    let typed = 0;
    const seen = () => { since = Date.now(); if (box.open) { box.close(); } };
    const tell = () => { seen(); windows?.postMessage("here"); };
    const post = (form) => fetch(form.action, {
      method: "POST", body: new FormData(form), redirect: "manual", cache: "no-store", credentials: "same-origin",
    });
    const askToStay = async () => {
      seen();
      typed = 0;
      try {
        const answer = await post(stay);
        if (answer.ok) { tell(); } else { shut(); }
      } catch { since = Date.now() - warnAfter; /* no connection: ask again soon */ }
    };
    const unsent = () => [...document.forms].find((form) =>
      form.method === "post" && [...form.elements].some((part) =>
        part.matches("textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=password])") &&
        !part.matches("[autocapitalize=none]") && /* what opens is never carried along */
        part.value !== part.defaultValue));
    const shut = () => {
      if (locked) { return; }
      locked = true;
      cover(true);
      if (box.open) { box.close(); }
      const form = unsent();
      const menu = find("[data-lock]");
      const gone = menu ? post(menu).catch(() => {}) : Promise.resolve();
      if (!form) { gone.finally(() => location.replace("/")); return; }
      const sheet = find("#locked");
      sheet.hidden = false;
      for (const part of document.body.children) { part.inert = part !== sheet; }
      const go = find("[data-go-on]", sheet);
      go.onclick = () => { delete form.dataset.sent; form.inert = false; form.requestSubmit(); };
      go.focus();
    };
    const look = () => {
      if (locked || leaving) { return; }
      const quiet = Date.now() - since;
      if (quiet >= lockAfter) { shut(); return; }
      if (quiet < warnAfter) { return; }
      if (typed > since) { askToStay(); return; }
      if (!box.open) { box.showModal(); }
    };
    stay.addEventListener("submit", (event) => { event.preventDefault(); askToStay(); });
    box.addEventListener("cancel", (event) => { event.preventDefault(); askToStay(); });
    windows?.addEventListener("message", (event) => { if (event.data === "locked") { shut(); } else { seen(); } });
    on("submit", (event) => { if (event.target.matches("[data-lock]")) { windows?.postMessage("locked"); } });
    on("input", () => { typed = Date.now(); });
    on(`${htmx}afterRequest`, tell);
    on("visibilitychange", look);
    setInterval(look, Math.min(5000, Math.max(200, (lockAfter - warnAfter) / 4)));
    tell();
  };

  /* One press sends once; Back finds the form as it was. */
  on("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    if ("again" in form.dataset) {
      find("#errors")?.remove(); /* a file comes, and the page stays */
    } else {
      form.dataset.sent = "1";
      setTimeout(() => { delete form.dataset.sent; }, 8000);
    }
  });

  /* A fragment that does not come must not pass in silence: the form goes again, as a page. */
  for (const failed of ["responseError", "sendError"]) {
    on(htmx + failed, (event) => {
      const form = event.detail.elt?.closest?.("form");
      if (!form || locked || leaving) { return; }
      const pressed = event.detail.requestConfig?.triggeringEvent?.submitter;
      if (pressed?.name) {
        const answer = document.createElement("input");
        Object.assign(answer, { type: "hidden", name: pressed.name, value: pressed.value });
        form.append(answer);
      }
      form.submit();
    });
  }

  on("click", async (event) => {
    const button = event.target.closest?.("[data-copy]");
    if (!button) { return; }
    const from = find(button.dataset.copy);
    const parts = from.children.length ? [...from.children] : [from];
    const text = from.value ?? parts.map((part) => part.textContent.trim()).join(" ");
    try { await navigator.clipboard.writeText(text); } catch {
      if (from.select) { from.select(); } else { getSelection().selectAllChildren(from); }
      return;
    }
    const said = find("#count");
    const word = find("span", button) || [...button.childNodes].findLast((node) => node.nodeType === 3 && node.data.trim());
    if (!word || !said) { return; }
    const before = word.textContent;
    word.textContent = said.textContent = button.dataset.copied || said.dataset.copied;
    setTimeout(() => { word.textContent = before; said.textContent = ""; }, 3000);
  });

  /* The words leave from the person's own phone, by whatever it offers; nothing of it comes back. */
  const shared = (button) => ({ text: find(button.dataset.share).textContent });
  const shares = (button) => {
    if (!navigator.share) { return false; }
    return !navigator.canShare || navigator.canShare(shared(button));
  };
  on("click", async (event) => {
    const button = event.target.closest?.("[data-share]");
    if (!button) { return; }
    try { await navigator.share(shared(button)); } catch { /* it was put away again, or is not for us */ }
  });

  /* Letters or dots. A field that was dots once is not kept among what a browser suggests. */
  on("click", (event) => {
    const button = event.target.closest?.("[data-see]");
    if (!button) { return; }
    const from = find(button.dataset.see);
    const seen = from.type === "password";
    from.type = seen ? "text" : "password";
    const before = button.textContent;
    button.textContent = button.dataset.other;
    button.dataset.other = before;
    if (button.form.elements.shown) { button.form.elements.shown.value = seen ? "1" : "0"; }
    const said = find("#count");
    if (said) { said.textContent = seen ? button.dataset.seen : button.dataset.unseen; }
  });

  /* The quiet menu closes when one looks away. */
  const shutMenu = (event) => {
    const menu = find("[data-menu][open]");
    if (!menu) { return; }
    if (event.key === "Escape") { menu.open = false; find("summary", menu).focus(); }
    else if (event.type !== "keydown" && !menu.contains(event.target)) { menu.open = false; }
  };
  on("click", shutMenu);
  on("focusin", shutMenu);
  on("keydown", shutMenu);

  const ready = (within) => {
    for (const button of within.querySelectorAll("[data-copy]")) { button.hidden = false; }
    for (const button of within.querySelectorAll("[data-share]")) { button.hidden = !shares(button); }
    for (const button of within.querySelectorAll("[data-see]")) {
      const from = find(button.dataset.see);
      const was = from.type;
      from.type = "password";
      from.type = was;
      button.hidden = false;
    }
    for (const part of within.querySelectorAll("[data-zone]")) { /* where a day begins; nobody is asked */
      part.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
    }
    find("#errors", within)?.focus();
  };
  on(`${htmx}afterSettle`, (event) => ready(event.target));
  on("DOMContentLoaded", () => { ready(document); idle(); });
})();
