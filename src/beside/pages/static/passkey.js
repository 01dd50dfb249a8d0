/* Opens with a passkey, or makes one. What opens (the PRF output) goes to our own server alone. */
"use strict";
(() => {
  const form = document.querySelector("form[data-passkey]");
  if (!form || !window.PublicKeyCredential?.prototype.toJSON) { return; }
  const { ask, challenge, known, salt, called, stopped, without } = form.dataset;
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
  const text = (held) => btoa(String.fromCharCode(...new Uint8Array(held)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const random = (count) => crypto.getRandomValues(new Uint8Array(count));
  const extensions = { prf: { eval: { first: bytes(salt) } } };
  const named = (id) => ({ type: "public-key", id });
  const prfOf = (one) => one.getClientExtensionResults().prf;

  const say = (words) => {
    const trouble = form.querySelector(".error");
    trouble.hidden = !words;
    trouble.firstElementChild.textContent = words;
  };
  const get = (said, allowCredentials = []) => navigator.credentials.get({
    publicKey: { challenge: said, allowCredentials, userVerification: "required", extensions },
  });

  const open = async () => {
    const answer = await fetch(ask, { cache: "no-store", credentials: "same-origin" });
    if (!answer.ok) { throw new Error(); }
    const found = await get(bytes(await answer.text()));
    return [found, prfOf(found)?.results?.first];
  };
  const make = async () => {
    const made = await navigator.credentials.create({
      publicKey: {
        rp: { name: called },
        user: { id: random(16), name: called, displayName: called },
        challenge: bytes(challenge),
        pubKeyCredParams: [-7, -8, -257].map((alg) => ({ type: "public-key", alg })),
        authenticatorSelection: { residentKey: "required", requireResidentKey: true, userVerification: "required" },
        excludeCredentials: known.split(" ").filter(Boolean).map((one) => named(bytes(one))),
        extensions,
      },
    });
    const said = prfOf(made);
    if (!said?.enabled) {
      /* It opens nothing, so the phone need not list it. */
      PublicKeyCredential.signalUnknownCredential?.({ rpId: location.hostname, credentialId: made.id }).catch(() => {});
      return [made];
    }
    return [made, said.results?.first ?? prfOf(await get(random(32), [named(made.rawId)]))?.results?.first];
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    say("");
    try {
      const [said, opens] = await (ask ? open() : make());
      if (!opens) { say(without); return; }
      form.elements.credential.value = JSON.stringify(said.toJSON());
      form.elements.prf.value = text(opens);
      form.submit();
    } catch { say(stopped); } finally { button.disabled = false; }
  });
  form.hidden = false;
  document.querySelector("[data-no-passkey]")?.remove();
})();
