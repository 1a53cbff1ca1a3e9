// The office's menu is sent open, so that it can be used without a script; on a phone it begins folded.
const nav = document.querySelector(".office-nav");
if (nav) {
  if (matchMedia("(max-width: 56rem)").matches) nav.open = false;
  nav.dataset.ready = "";
  matchMedia("(max-width: 56rem)").addEventListener("change", (e) => { nav.open = !e.matches; });
}
