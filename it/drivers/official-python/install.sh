#!/usr/bin/env bash
set -euo pipefail
python -m pip install --quiet --root-user-action ignore 'centrifuge-python==0.7.0'
