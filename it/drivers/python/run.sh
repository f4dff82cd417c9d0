#!/usr/bin/env bash
# Runs the scenarios; debug mode and warnings as errors, so that a forgotten task or await is a failure.
set -euo pipefail
exec python -X dev -W error -m rpc_driver
