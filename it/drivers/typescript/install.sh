#!/usr/bin/env bash
# Makes a project around opensdk/ and installs the SDK in it as its README says; that builds it.
set -euo pipefail
mkdir -p /work/app
cp -r /work/driver/. /work/opensdk /work/app/
cd /work/app
npm install --no-audit --no-fund --loglevel=error
