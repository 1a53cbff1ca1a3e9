#!/usr/bin/env bash
# Runs the command line of the built product.
set -euo pipefail
[ -f src/Web/bin/Debug/net10.0/entente.dll ] || dotnet build src/Web --nologo -v q
exec dotnet src/Web/bin/Debug/net10.0/entente.dll "$@"
