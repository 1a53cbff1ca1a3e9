#!/usr/bin/env bash
# Builds and runs every test: ./dev test [--fast | --long]. The last line is "N passed, N failed, N skipped".
set -euo pipefail
mode=${1:-}
case "$mode" in ''|--fast|--long) ;; *) echo "usage: ./dev test [--fast | --long]" >&2; exit 2 ;; esac
dotnet build Entente.slnx --nologo -v q -clp:ErrorsOnly
if server=$(bash eng/postgres.sh); then export ENTENTE_TEST_POSTGRES="$server"; fi
if [ "$mode" != --fast ]; then
  if chromium=$(bash eng/chromium.sh); then export ENTENTE_CHROMIUM="$chromium"; fi
fi
if [ -z "${ENTENTE_DATA:-}" ] && [ -d ../shared/data ]; then export ENTENTE_DATA="$(cd ../shared/data && pwd)"; fi
[ "$mode" != --long ] || export ENTENTE_LONG=1
results=$PWD/TestResults
rm -rf "$results"; mkdir -p "$results"
run() {
  local name=$1 dll="tests/$1/bin/Debug/net10.0/Entente.$1.Tests.dll" started
  local options=(-noLogo -noColor -ctrf "$results/$name.json")
  [ "$mode" = --long ] || options+=(-trait- "Category=long")
  started=$(date +%s)
  if ! dotnet "$dll" "${options[@]}" >"$results/$name.log" 2>&1; then
    touch "$results/failed"
    grep -A25 '\[FAIL\]' "$results/$name.log" || tail -30 "$results/$name.log"
  fi
  echo "$name: $(( $(date +%s) - started )) s"
}
# A browser waits more than it computes: its journeys run beside the other projects.
[ "$mode" = --fast ] || run Browser &
for folder in tests/*/; do
  name=$(basename "$folder")
  [ "$name" != Browser ] && [ -f "tests/$name/bin/Debug/net10.0/Entente.$name.Tests.dll" ] || continue
  run "$name"
done
wait
failed=0
[ ! -f "$results/failed" ] || failed=1
node eng/test-summary.mjs "$results" || failed=1
exit $failed
