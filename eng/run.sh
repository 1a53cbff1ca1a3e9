#!/usr/bin/env bash
# Restores, builds and starts Entente with the demonstration school on http://localhost:5080.
set -euo pipefail
dotnet build src/Web --nologo -v q -clp:ErrorsOnly
export Entente__Database="${Entente__Database:-Data Source=$PWD/data/entente.db}" Entente__Files="${Entente__Files:-$PWD/data/files}" Entente__Keys="${Entente__Keys:-$PWD/data/keys}"
export Entente__Demo="${Entente__Demo:-true}"
exec dotnet src/Web/bin/Debug/net10.0/entente.dll serve "$@"
