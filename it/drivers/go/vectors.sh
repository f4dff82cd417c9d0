#!/usr/bin/env bash
# Reads and writes the vectors.
set -euo pipefail
cd "$(dirname "$0")"

GORACE="halt_on_error=1" exec .tools/driver vectors
