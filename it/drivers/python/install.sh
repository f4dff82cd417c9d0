#!/usr/bin/env bash
# Installs the generated SDK as its README says, and the tools of gates.sh.
set -euo pipefail

# pip builds in a copy: the SDK's folder stays as the plugin wrote it.
python -m pip install --quiet --disable-pip-version-check --root-user-action ignore /work/opensdk/python
python -m pip install --quiet --disable-pip-version-check --root-user-action ignore --requirement requirements.txt
