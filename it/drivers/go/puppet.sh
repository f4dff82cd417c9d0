#!/usr/bin/env bash
# Does what the fault suite tells it; a data race ends the driver with an exit code of its own.
set -euo pipefail
cd "$(dirname "$0")"

GORACE="halt_on_error=1" exec .tools/driver puppet
