// Lists: filters send themselves, rows open by click or by j, k and Enter, a bar appears over selected rows.
const typing = (target) => target instanceof Element && target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

document.addEventListener("change", (e) => {
  const form = e.target.closest?.("[data-autosubmit]");
  if (form && e.target.matches("select, input:not([type=search], [type=text])")) form.requestSubmit();
});
// An address holds what was chosen, not every field of the form.
document.addEventListener("submit", (e) => {
  if (!e.target.matches("[data-autosubmit]")) return;
  for (const field of e.target.elements) if (field.name && field.value === "") field.disabled = true;
});
addEventListener("pageshow", () => document.querySelectorAll("[data-autosubmit] :disabled").forEach((f) => { f.disabled = false; }));

// The columns chosen for a list are kept for the next visit.
document.addEventListener("submit", (e) => {
  if (!e.target.matches("[data-columns]")) return;
  const chosen = new FormData(e.target).getAll("columns").join(".");
  document.cookie = `columns=${encodeURIComponent(chosen)}; path=${new URL(e.target.action).pathname}; max-age=31536000; samesite=lax`;
});

document.addEventListener("click", (e) => {
  const row = e.target.closest?.("tr[data-address]");
  if (!row || e.defaultPrevented || e.target.closest("a, button, input, select, label, summary, textarea") || getSelection()?.toString()) return;
  if (e.metaKey || e.ctrlKey) open(row.dataset.address, "_blank", "noopener");
  else location.assign(row.dataset.address);
});

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || document.querySelector("dialog[open]")) return;
  const step = { j: 1, k: -1 }[e.key];
  const table = document.querySelector("[data-list]");
  if (!table) return;
  const links = [...table.querySelectorAll(".list-open")];
  const at = links.findIndex((l) => l.closest("tr").contains(document.activeElement));
  if (step && links.length > 0) {
    e.preventDefault();
    const next = links[Math.max(0, Math.min(links.length - 1, at < 0 ? 0 : at + step))];
    next.focus({ focusVisible: true, preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  } else if (e.key === "x" && at >= 0) {
    links[at].closest("tr").querySelector(".list-select input")?.click();
  }
});

const selection = (form) => {
  const boxes = [...document.querySelectorAll(`.list-select input[form="${CSS.escape(form.id)}"]`)];
  const chosen = boxes.filter((b) => b.checked).length;
  form.hidden = chosen === 0;
  form.classList.add("bulk-live");
  const count = form.querySelector("[data-bulk-count]");
  if (count) {
    count.dataset.words ??= count.textContent.trim();
    count.textContent = `${count.dataset.words} ${chosen}`;
  }
  const all = document.querySelector("[data-select-all]");
  if (all) {
    all.hidden = false;
    all.checked = chosen > 0 && chosen === boxes.length;
    all.indeterminate = chosen > 0 && chosen < boxes.length;
  }
};
const refresh = () => {
  document.querySelectorAll("[data-bulk]").forEach(selection);
  for (const area of document.querySelectorAll(".list-scroll")) {
    area.classList.remove("list-overflows");
    area.classList.toggle("list-overflows", area.firstElementChild.scrollWidth > area.clientWidth + 1);
  }
};
document.addEventListener("change", (e) => {
  if (e.target.matches("[data-select-all]")) {
    document.querySelectorAll(".list-select input[form]").forEach((b) => { b.checked = e.target.checked; });
    refresh();
  } else if (e.target.matches(".list-select input")) refresh();
});
document.addEventListener("htmx:afterSettle", refresh);
addEventListener("resize", refresh);
refresh();
