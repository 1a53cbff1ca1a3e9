#!/usr/bin/env bash
# Runs a bench by its name, or says which there are: ./dev bench [NAME [ARGS]]
set -euo pipefail
export ENTENTE_DATA="${ENTENTE_DATA:-$PWD/../shared/data}"
name=${1:-}
if [ -z "$name" ]; then
  echo "benches:"; for project in bench/*/*.csproj; do [ -f "$project" ] && basename "$(dirname "$project")"; done
  exit 0
fi
shift
project=$(ls -d bench/*/ | grep -ix "bench/$name/" | head -1)
[ -n "$project" ] || { echo "There is no bench '$name'." >&2; exit 2; }
exec dotnet run -c Release --project "$project" -- "$@"
