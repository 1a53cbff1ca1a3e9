#!/usr/bin/env bash
# Format, warnings (errors in this house), and whether both migrations say what the model says.
set -euo pipefail
dotnet tool restore >/dev/null
dotnet build Entente.slnx --nologo -v q -clp:ErrorsOnly
dotnet format whitespace Entente.slnx --no-restore --verify-no-changes --exclude src/Migrations.Sqlite src/Migrations.Postgres
current() {
  if ! Entente__Database="$2" dotnet ef migrations has-pending-model-changes --no-build --project "src/Migrations.$1" --startup-project src/Web >/tmp/entente-check.$$ 2>&1; then
    cat /tmp/entente-check.$$; rm -f /tmp/entente-check.$$
    echo "The migrations of $1 are behind the model: ./dev migrate NAME" >&2
    return 1
  fi
  rm -f /tmp/entente-check.$$
}
current Sqlite "Data Source=design.db"
current Postgres "Host=localhost;Database=design"
echo "checked"
