#!/usr/bin/env bash
# Does what the fault suite tells it; Node takes the driver's TypeScript as it stands.
set -euo pipefail
cd /work/app
exec node --unhandled-rejections=strict puppet.ts
