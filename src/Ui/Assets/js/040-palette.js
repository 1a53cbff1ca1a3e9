// Search over everything from the keyboard: Ctrl+K opens it, arrows choose, Enter goes. The form it comes from works without it.
const form = document.querySelector("[data-search]");
if (form && "showModal" in HTMLDialogElement.prototype) {
  const label = form.querySelector("input").placeholder;
  const dialog = document.createElement("dialog");
  dialog.className = "palette";
  dialog.setAttribute("aria-label", label);
  const field = Object.assign(document.createElement("input"), { type: "text", placeholder: label, autocomplete: "off", maxLength: 200 });
  const hits = Object.assign(document.createElement("div"), { className: "palette-hits", id: "palette-hits" });
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "true", "aria-controls": hits.id, "aria-label": label })) field.setAttribute(name, value);
  hits.setAttribute("aria-live", "polite");
  dialog.append(field, hits);
  document.body.append(dialog);

  // Pages of the menu that match are offered at once, records as they are found.
  const pages = [...document.querySelectorAll(".menu a")].map((a) => ({ text: a.textContent.trim(), href: a.href }));
  const links = () => [...hits.querySelectorAll("a")];
  const choose = (index) => links().forEach((a, i) => {
    a.id ||= `palette-${i}`;
    a.setAttribute("aria-selected", String(i === index));
    if (i === index) { field.setAttribute("aria-activedescendant", a.id); a.scrollIntoView({ block: "nearest" }); }
  });
  const chosen = () => links().findIndex((a) => a.getAttribute("aria-selected") === "true");
  const draw = (text, html) => {
    const list = Object.assign(document.createElement("ul"), { className: "search-hits" });
    for (const page of pages.filter((p) => p.text.toLowerCase().includes(text.toLowerCase())).slice(0, text ? 4 : 12)) {
      const link = Object.assign(document.createElement("a"), { href: page.href });
      link.append(Object.assign(document.createElement("span"), { className: "search-title", textContent: page.text }));
      const item = document.createElement("li");
      item.append(link);
      list.append(item);
    }
    hits.innerHTML = html;
    if (list.children.length > 0) {
      hits.prepend(list);
      if (!hits.querySelector("ul ~ ul")) hits.querySelector(".search-none")?.remove();
    }
    links().forEach((a) => { a.id = ""; });
    choose(0);
  };

  let asked = 0;
  let timer = 0;
  const ask = () => {
    const text = field.value.trim();
    const mine = ++asked;
    if (!text) return draw("", "");
    return fetch(`${form.dataset.search}&q=${encodeURIComponent(text)}`)
      .then((r) => (r.ok ? r.text() : ""))
      .then((html) => { if (mine === asked) draw(text, html); }, () => {});
  };
  const openPalette = () => {
    field.value = "";
    draw("", "");
    dialog.showModal();
  };
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  field.addEventListener("keydown", (e) => {
    const all = links();
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      choose((chosen() + (e.key === "ArrowDown" ? 1 : -1) + all.length) % Math.max(1, all.length));
    } else if (e.key === "Enter") {
      e.preventDefault();
      const to = all[chosen()];
      location.assign(to ? to.href : `/search?q=${encodeURIComponent(field.value)}`);
    }
  });
  dialog.addEventListener("click", (e) => { if (e.target === dialog) dialog.close(); });
  document.addEventListener("keydown", (e) => {
    if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") { e.preventDefault(); if (!dialog.open) openPalette(); }
  });
}
