#!/usr/bin/env bash
# Reads and writes the vectors; warnings are errors.
set -euo pipefail
exec python -X dev -W error -m rpc_driver.vectors
