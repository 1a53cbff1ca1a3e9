// Passkeys: adds one on the page of one's account, signs in with one on the page for signing in. Without it both pages work by password.
(() => {
  "use strict";
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseCreationOptionsFromJSON) return;

  const tokenOf = (form) => form.querySelector("input[name=__RequestVerificationToken]").value;

  async function options(form, address) {
    const answer = await fetch(address, { method: "POST", headers: { "X-Antiforgery": tokenOf(form) } });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  function send(form, credential) {
    form.elements.credential.value = JSON.stringify(credential);
    form.submit();
  }

  const add = document.querySelector("[data-passkey-add]");
  if (add) {
    add.hidden = false;
    add.addEventListener("submit", async (event) => {
      event.preventDefault();
      const failed = add.querySelector("[data-passkey-failed]");
      failed.hidden = true;
      try {
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await options(add, add.dataset.passkeyAdd));
        send(add, await navigator.credentials.create({ publicKey }));
      } catch {
        failed.hidden = false;
      }
    });
  }

  const enter = document.querySelector("[data-passkey-enter]");
  if (enter) {
    // A challenge lives five minutes on the server; a page left open asks again before that.
    const refreshAfter = 4 * 60 * 1000;
    let waiting = null;

    async function ask(mediation) {
      waiting?.abort();
      waiting = new AbortController();
      const signal = waiting.signal;
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await options(enter, enter.dataset.passkeyEnter));
      const credential = await navigator.credentials.get({ publicKey, mediation, signal });
      const password = document.querySelector("form input[name=password]")?.form;
      enter.elements.keep.value = password?.elements.keep?.checked ? "true" : "";
      send(enter, credential);
    }

    async function offer() {
      if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
      const again = setTimeout(offer, refreshAfter);
      try {
        await ask("conditional");
      } catch {
        // Aborted, or declined: the password serves, and the button below.
      }
      if (waiting?.signal.aborted) clearTimeout(again);
    }

    enter.hidden = false;
    enter.addEventListener("submit", async (event) => {
      event.preventDefault();
      const failed = enter.querySelector("[data-passkey-failed]");
      failed.hidden = true;
      try {
        await ask("optional");
      } catch {
        failed.hidden = false;
        offer();
      }
    });
    offer();
  }
})();
