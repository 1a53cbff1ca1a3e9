#!/usr/bin/env bash
# Before the first release only: writes the one initial migration anew from the model, for both providers.
set -euo pipefail
cd "$(dirname "$0")/.."
for p in Sqlite Postgres; do rm -f "src/Migrations.$p/Migrations/"*_Initial*.cs "src/Migrations.$p/Migrations/"*Snapshot.cs; done
bash eng/migrate.sh Initial
for p in Sqlite Postgres; do
  cd "src/Migrations.$p/Migrations"
  designer=$(ls ./*_Initial.Designer.cs); id=$(basename "$designer" .Designer.cs)
  sed -i "s/$id/20261101000000_Initial/" "$designer"
  mv "$designer" 20261101000000_Initial.Designer.cs; mv "$id.cs" 20261101000000_Initial.cs
  cd - >/dev/null
done
