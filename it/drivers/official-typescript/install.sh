#!/usr/bin/env bash
set -euo pipefail
npm install --silent --no-save --no-audit --no-fund centrifuge@5.8.0
