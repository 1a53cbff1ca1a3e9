#!/usr/bin/env bash
# Before a release only: writes the newest migration anew from the model, for both providers: eng/regenerate-migration.sh NAME YYYYMMDD
# The first (Initial) stands: databases of it are brought up to date, and the upgrade is tested.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: eng/regenerate-migration.sh NAME YYYYMMDD}; day=${2:?usage: eng/regenerate-migration.sh NAME YYYYMMDD}
dotnet tool restore >/dev/null
[ "$name" != Initial ] || { echo "Initial stands." >&2; exit 2; }
for p in Sqlite Postgres; do
  folder=src/Migrations.$p/Migrations
  if ls "$folder"/*_"$name".cs >/dev/null 2>&1; then
    rm "$folder"/*_"$name"*.cs
    # The snapshot of the model before it is what the migration before it describes.
    before=$(ls "$folder"/*.Designer.cs | tail -1)
    sed -e '/^using Microsoft.EntityFrameworkCore.Migrations;/d' -e '/\[Migration(/d' -e '/inheritdoc/d' -e 's/BuildTargetModel/BuildModel/' \
      -e 's/partial class [A-Za-z0-9]*$/partial class AppDbContextModelSnapshot : ModelSnapshot/' "$before" > "$folder/AppDbContextModelSnapshot.cs"
  fi
done
bash eng/migrate.sh "$name"
for p in Sqlite Postgres; do
  cd "src/Migrations.$p/Migrations"
  designer=$(ls ./*_"$name".Designer.cs); id=$(basename "$designer" .Designer.cs)
  sed -i "s/$id/${day}000000_$name/" "$designer"
  [ "$id" = "${day}000000_$name" ] || { mv "$designer" "${day}000000_$name.Designer.cs"; mv "$id.cs" "${day}000000_$name.cs"; }
  cd - >/dev/null
done
