#!/usr/bin/env bash
# Forgets the local data; the next ./dev run starts anew.
set -euo pipefail
rm -rf data
