#!/usr/bin/env bash
# Starts a private PostgreSQL for tests on loopback and prints its connection string. Reuses one that runs.
set -euo pipefail
port=${ENTENTE_PG_PORT:-54329}
folder=${TMPDIR:-/tmp}/entente-postgres-$port
find_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }
bin=$(find_bin)
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql; } >/dev/null 2>&1 || true
    bin=$(find_bin)
  fi
fi
if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then
  echo "PostgreSQL is missing: apt-get install postgresql" >&2
  exit 1
fi
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
if ! "$bin/pg_isready" -q -h 127.0.0.1 -p "$port"; then
  if [ ! -f "$folder/PG_VERSION" ]; then
    mkdir -p "$folder"; chmod 700 "$folder"; [ "$(id -u)" != 0 ] || chown postgres "$folder"
    as "$bin/initdb" -D "$folder" -U entente -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  fi
  as "$bin/pg_ctl" -D "$folder" -w -l "$folder/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=128MB" start >/dev/null
fi
echo "Host=127.0.0.1;Port=$port;Username=entente"
