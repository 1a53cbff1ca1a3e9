#!/usr/bin/env bash
# Generates one migration for both providers: ./dev migrate NAME
set -euo pipefail
name=${1:?usage: ./dev migrate NAME}
dotnet tool restore >/dev/null
dotnet build src/Web --nologo -v q -p:RunAnalyzers=false
add() {
  Entente__Database="$2" dotnet ef migrations add "$name" --no-build --project "src/Migrations.$1" --startup-project src/Web --output-dir Migrations
}
add Sqlite "Data Source=design.db"
add Postgres "Host=localhost;Database=design"
