#!/usr/bin/env bash
# Compiles the vectors as literals, and sends those that compile through the SDK's calls.
set -euo pipefail
cd /work/app
exec node --unhandled-rejections=strict vectors.ts
