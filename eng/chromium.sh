#!/usr/bin/env bash
# Prints the path of a Chromium for the browser journeys; installs it, and a font with Chinese letters, where it may.
set -euo pipefail
find_it() { [ -n "${ENTENTE_CHROMIUM:-}" ] && echo "$ENTENTE_CHROMIUM" && return; command -v chromium || command -v chromium-browser || command -v google-chrome || true; }
found=$(find_it)
if [ -z "$found" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium fonts-noto-cjk; } >/dev/null 2>&1 || true
  found=$(find_it)
fi
if [ -z "$found" ]; then
  echo "Chromium is missing: apt-get install chromium fonts-noto-cjk, or name one in ENTENTE_CHROMIUM" >&2
  exit 1
fi
echo "$found"
