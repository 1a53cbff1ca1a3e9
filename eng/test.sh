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
failed=0
for folder in tests/*/; do
  name=$(basename "$folder")
  dll="$folder/bin/Debug/net10.0/Entente.$name.Tests.dll"
  [ -f "$dll" ] || continue
  if [ "$name" = Browser ] && [ "$mode" = --fast ]; then continue; fi
  options=(-noLogo -noColor -ctrf "$results/$name.json")
  [ "$mode" = --long ] || options+=(-trait- "Category=long")
  started=$(date +%s)
  if ! dotnet "$dll" "${options[@]}" >"$results/$name.log" 2>&1; then
    failed=1
    grep -A25 '\[FAIL\]' "$results/$name.log" || tail -30 "$results/$name.log"
  fi
  echo "$name: $(( $(date +%s) - started )) s"
done
node eng/test-summary.mjs "$results" || failed=1
exit $failed
