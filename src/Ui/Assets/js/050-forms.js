// Forms: what was typed is not lost by leaving, nothing is sent twice, an upload shows how far it is, a question closes by Escape.
document.querySelector("[data-focus]")?.focus();

let dirty = null;
document.addEventListener("input", (e) => { const form = e.target.form; if (form?.matches(".form[method=post]")) dirty = form; });
document.addEventListener("submit", (e) => { if (e.target === dirty) dirty = null; });
addEventListener("beforeunload", (e) => { if (dirty?.isConnected) e.preventDefault(); });

document.addEventListener("submit", (e) => {
  const form = e.target;
  if (e.defaultPrevented || form.method !== "post" || form.hasAttribute("hx-post") || form.target) return;
  if (form.dataset.sent) { e.preventDefault(); return; }
  form.dataset.sent = "1";
  form.setAttribute("aria-busy", "true");
  const file = form.querySelector("input[type=file]");
  if (file?.files.length > 0) send(e, form);
});
addEventListener("pageshow", () => document.querySelectorAll("[data-sent]").forEach((f) => { delete f.dataset.sent; f.removeAttribute("aria-busy"); }));

// Sends a form with files and shows how much has gone; the answer takes the page's place, as it would without the script.
const send = (event, form) => {
  event.preventDefault();
  const bar = Object.assign(document.createElement("progress"), { className: "progress-bar-line", max: 1, value: 0 });
  form.append(bar);
  const request = new XMLHttpRequest();
  // A button without an action of its own would answer with the page's address (HTML, 4.10.18.5).
  const asked = event.submitter?.hasAttribute("formaction") ? event.submitter.formAction : form.action;
  request.open("POST", asked);
  request.responseType = "document";
  request.upload.addEventListener("progress", (p) => { if (p.lengthComputable) bar.value = p.loaded / p.total; });
  request.upload.addEventListener("load", () => bar.removeAttribute("value"));
  request.addEventListener("load", () => {
    if (request.status < 400 && request.responseURL !== asked && request.responseURL !== location.href) { location.assign(request.responseURL); return; }
    const answer = request.response;
    if (!answer?.body) { location.reload(); return; }
    document.title = answer.title;
    document.body.replaceWith(document.adoptNode(answer.body));
    document.querySelector(".office-nav")?.setAttribute("data-ready", "");
    document.querySelector("[data-focus]")?.focus();
    scrollTo(0, 0);
  });
  request.addEventListener("error", () => { bar.remove(); delete form.dataset.sent; form.removeAttribute("aria-busy"); });
  request.send(new FormData(form, event.submitter));
};

document.addEventListener("keydown", (e) => {
  if (e.key !== "Escape") return;
  const question = document.activeElement?.closest("details.confirm[open], details.columns[open]");
  if (question) { question.open = false; question.querySelector("summary").focus(); }
});
document.addEventListener("pointerdown", (e) => {
  for (const question of document.querySelectorAll("details.confirm[open], details.columns[open]")) if (!question.contains(e.target)) question.open = false;
});
document.addEventListener("toggle", (e) => {
  if (e.target.matches?.("details.confirm[open]")) e.target.querySelector("textarea, input:not([type=hidden]), button")?.focus();
}, true);
