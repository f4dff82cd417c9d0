#!/usr/bin/env bash
# Installs Debian's Chromium and bundles a page around the SDK, as a front end's build would.
set -euo pipefail
# The image's own settings throw packages away; ours are kept in a volume between runs.
packages=(-o Dir::Cache::archives=/root/.npm/debian -o Binary::apt-get::APT::Keep-Downloaded-Packages=true)
mkdir -p /root/.npm/debian/partial
rm -f /etc/apt/apt.conf.d/docker-clean
apt-get update -qq
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" chromium >/dev/null
cp -r /work/opensdk .
npm install --no-audit --no-fund --loglevel=error
npx esbuild page.ts --bundle --format=esm --outfile=page.js --log-level=warning
