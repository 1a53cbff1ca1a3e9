// Makes what is served: the locked packages' files, our styles and scripts each as one file, the icons, the land of the map; and compresses all of it once.
import { brotliCompressSync, constants } from "node:zlib";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { feature } from "topojson-client";
import { sprite } from "./icons.mjs";

const target = process.argv[2];
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

for (const [from, to] of [
  ["node_modules/@tabler/core/dist/css/tabler.min.css", "tabler.min.css"],
  ["node_modules/htmx.org/dist/htmx.min.js", "htmx.min.js"],
  ["Assets/mark.svg", "mark.svg"],
]) cpSync(from, join(target, to));

// Files in the order of their names; a script's file is a block of its own, so that names do not meet.
const parts = (folder, ending) => readdirSync(folder).filter((n) => n.endsWith(ending)).sort().map((n) => readFileSync(join(folder, n), "utf8"));
writeFileSync(join(target, "entente.css"), parts("Assets/css", ".css").join("\n"));
writeFileSync(join(target, "entente.js"), `"use strict";\n${parts("Assets/js", ".js").map((p) => `{\n${p}}\n`).join("")}`);
writeFileSync(join(target, "icons.svg"), sprite("node_modules/@tabler/icons/icons/outline"));

// Land without borders, as rings of [longitude, latitude] rounded to a tenth of a degree; the server projects and draws it.
const atlas = JSON.parse(readFileSync("node_modules/world-atlas/land-110m.json", "utf8"));
const rings = feature(atlas, atlas.objects.land).features
  .flatMap((f) => (f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates))
  .flatMap((polygon) => polygon)
  .map((ring) => ring.map(([lng, lat]) => [Math.round(lng * 10) / 10, Math.round(lat * 10) / 10]));
writeFileSync(join(target, "land.json"), JSON.stringify(rings));

for (const name of readdirSync(target).filter((n) => /\.(css|js|svg|json)$/.test(n))) {
  const bytes = readFileSync(join(target, name));
  writeFileSync(join(target, name + ".br"), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
}
