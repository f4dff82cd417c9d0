#!/usr/bin/env bash
# Does what the fault suite tells it; debug mode and warnings as errors, so that a forgotten task or await is a failure.
set -euo pipefail
exec python -X dev -W error -m rpc_driver.puppet
