#!/usr/bin/env bash
# Builds the driver over the generated SDK, with the race detector.
set -euo pipefail
cd "$(dirname "$0")"

go build -race -o .tools/driver .
