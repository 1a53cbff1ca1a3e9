// The living figure: its panel opens beside the number on hover, focus or tap; Escape closes it. It is shown once it is filled and placed, so nothing jumps.
const fragments = new Map();
let open = null;
let timer = 0;

const load = (address) => {
  if (!fragments.has(address)) {
    fragments.set(address, fetch(address, { headers: { "X-Requested-With": "fetch" } })
      .then((r) => (r.ok ? r.text() : Promise.reject(new Error(String(r.status)))))
      .catch((e) => { fragments.delete(address); throw e; }));
  }
  return fragments.get(address);
};

const close = () => {
  clearTimeout(timer);
  if (!open) return;
  open.link.setAttribute("aria-expanded", "false");
  open.panel.remove();
  open = null;
};

const place = (link, panel) => {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const below = innerHeight - at.bottom - 12;
  const top = below >= height || below >= at.top ? at.bottom + 6 : at.top - height - 6;
  panel.style.left = `${Math.max(16, Math.min(at.left - 16, document.documentElement.clientWidth - width - 16))}px`;
  panel.style.top = `${Math.max(8, top)}px`;
};

const show = async (link) => {
  if (open?.link === link) return;
  let html;
  try { html = await load(link.dataset.panel); } catch { return; }
  if (wanted !== link || open?.link === link) return;
  close();
  const panel = document.createElement("div");
  panel.className = "living-panel";
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", link.textContent.trim());
  panel.innerHTML = html;
  panel.popover = "manual";
  link.after(panel);
  panel.showPopover?.();
  place(link, panel);
  link.setAttribute("aria-expanded", "true");
  open = { link, panel };
};

let wanted = null;
const want = (link, delay) => {
  wanted = link;
  clearTimeout(timer);
  timer = setTimeout(() => (link ? show(link) : close()), delay);
};

const livingAt = (target) => target instanceof Element ? target.closest("[data-panel]") : null;
const inPanel = (target) => open && target instanceof Node && open.panel.contains(target);

document.addEventListener("pointerover", (e) => {
  if (e.pointerType === "touch") return;
  const link = livingAt(e.target);
  if (link) want(link, 120);
  else if (inPanel(e.target)) { wanted = open.link; clearTimeout(timer); }
  else if (wanted && document.activeElement !== open?.link && !inPanel(document.activeElement)) want(null, 250);
});
document.addEventListener("focusin", (e) => {
  const link = livingAt(e.target);
  if (link && link.matches(":focus-visible")) want(link, 0);
  else if (!link && open && !inPanel(e.target)) want(null, 0);
});
// A tap opens the panel; a second tap, as any click with a mouse, follows the link.
let touched = false;
document.addEventListener("pointerdown", (e) => {
  touched = e.pointerType === "touch";
  if (open && !inPanel(e.target) && livingAt(e.target) !== open.link) want(null, 0);
});
document.addEventListener("click", (e) => {
  const link = livingAt(e.target);
  if (!link || !touched || open?.link === link) return;
  e.preventDefault();
  want(link, 0);
});
document.addEventListener("keydown", (e) => {
  if (e.key !== "Escape" || !open) return;
  const back = inPanel(document.activeElement) ? open.link : null;
  wanted = null;
  close();
  back?.focus({ focusVisible: false });
});
addEventListener("scroll", () => { if (open) place(open.link, open.panel); }, { passive: true, capture: true });
addEventListener("resize", () => { if (open) place(open.link, open.panel); });
