// The icons served, as one sprite: the product's own words for a few of Tabler's outlines, and any outline under Tabler's name.
// A new icon is one word here; Icon.razor and MenuEntry.Icon name it.
import { readFileSync } from "node:fs";

// Our word: Tabler's name.
const words = {
  desk: "inbox", menu: "menu-2", partners: "building-community", organisations: "building-bank", organisation: "building-bank", persons: "users", people: "users", person: "user",
  agreements: "file-certificate", agreement: "file-certificate", contacts: "address-book", places: "arrows-exchange", balance: "scale", units: "sitemap", school: "school",
  accounts: "id-badge-2", roles: "key", sessions: "lock", figures: "chart-line", figure: "chart-line", page: "world", publish: "world", imports: "file-import", import: "file-import",
  jobs: "clock", outbox: "mail", log: "history", files: "folder", documents: "file-text", document: "file-text", approvals: "checklist", obligations: "calendar", calendar: "calendar",
  gates: "shield-check", safeguards: "shield-check", packs: "license", exceptions: "alert-triangle", privacy: "lock", settings: "settings", help: "help-circle", gallery: "components",
  meetings: "users-group", notes: "note", note: "note", mail: "mail", links: "link", delegations: "user-check", calls: "speakerphone", applications: "file-text", mobility: "plane",
  lectures: "presentation", visits: "award", trips: "plane", conferences: "ticket", centres: "microscope", programmes: "stack-2", reports: "report", merge: "git-merge", health: "heartbeat",
};
const names = [
  "adjustments", "alert-triangle", "building-community", "calendar-event", "chart-line", "file-certificate", "file-text", "link", "mail", "world", "arrow-right", "bell", "book", "books", "briefcase", "building", "chart-bar", "check", "checklist", "chevron-down", "chevron-right", "circle-check",
  "circle-x", "copy", "database", "download", "edit", "external-link", "eye", "filter", "flag", "gavel", "home", "info-circle", "key", "language", "list", "logout", "map-2",
  "message", "plus", "printer", "refresh", "route", "rss", "search", "server", "shield", "signature", "star", "table", "tag", "trash", "upload", "user", "user-plus", "users", "x",
];

/** The sprite: one symbol a name. */
export function sprite(folder) {
  const symbol = (id, name) => {
    const paths = readFileSync(`${folder}/${name}.svg`, "utf8").match(/<(path|circle|rect|line|polyline)\b(?![^>]*d="M0 0h24v24H0z")[^>]*>/g) ?? [];
    return `<symbol id="${id}" viewBox="0 0 24 24">${paths.join("")}</symbol>`;
  };
  const all = { ...Object.fromEntries(names.map((n) => [n, n])), ...words };
  return `<svg xmlns="http://www.w3.org/2000/svg">${Object.keys(all).sort().map((id) => symbol(id, all[id])).join("")}</svg>`;
}
