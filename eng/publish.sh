#!/usr/bin/env bash
# Publishes the host compiled ahead of time (ReadyToRun) for a machine of this kind: ./dev publish FOLDER
set -euo pipefail
folder=${1:?usage: ./dev publish FOLDER}
kind=linux-x64; [ "$(uname -m)" = aarch64 ] && kind=linux-arm64
dotnet publish src/Web -c Release -r "$kind" --self-contained false -p:PublishReadyToRun=true \
  -p:NuGetLockFilePath=obj/publish.lock.json -o "$folder" --nologo -v q -clp:ErrorsOnly
echo "dotnet $folder/entente.dll serve"
