// Adds up the results of all test projects; the last line is what scripts read. Skipped for want of outside data is told apart.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
let passed = 0, failed = 0, skipped = 0, noData = 0;
const reasons = new Map();
for (const name of readdirSync(folder).filter((n) => n.endsWith(".json"))) {
  for (const test of JSON.parse(readFileSync(join(folder, name), "utf8")).results.tests) {
    if (test.status === "passed") passed++;
    else if (test.status === "failed") failed++;
    else {
      const reason = test.message ?? test.extra?.reason ?? "no reason given";
      if (reason.startsWith("no data")) noData++;
      else {
        skipped++;
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    }
  }
}
for (const [reason, count] of reasons) console.log(`skipped ${count}: ${reason}`);
if (noData > 0) console.log(`no data: ${noData} tests on outside data did not run (ENTENTE_DATA)`);
if (process.env.CI === "true" && skipped > 0) { console.log("In CI nothing may be skipped."); failed += 1; }
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
