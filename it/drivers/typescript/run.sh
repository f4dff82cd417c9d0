#!/usr/bin/env bash
# Runs the scenarios; Node takes the driver's TypeScript as it stands.
set -euo pipefail
cd /work/app
exec node --unhandled-rejections=strict driver.ts
