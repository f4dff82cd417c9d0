# shellcheck shell=bash
# Sourced by the scripts beside it: how they speak, where they keep what is slow to make.
set -euo pipefail

cache="${CENTRIFUGO_RPC_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/centrifugo-rpc}"
mkdir -p "$cache"

say() { printf 'containers: %s\n' "$*" >&2; }

# stop WHAT FIX
stop() {
    printf 'containers: %s\n  Fix: %s\n' "$1" "$2" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# bounded SECONDS COMMAND...   (macOS has no timeout(1); Docker's own limits hold there)
bounded() { if have timeout; then timeout "$@"; else "${@:2}"; fi; }

can_install_packages() { [ "$(id -u)" = 0 ] && have apt-get; }

# install_packages PACKAGE...   (root on Debian or Ubuntu; the caller has asked can_install_packages)
install_packages() {
    say "installing $* with apt-get"
    local log="$cache/apt.log"
    if ! { DEBIAN_FRONTEND=noninteractive apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        stop "apt-get could not install $*" "read the lines above (all of them: $log), then run the command again."
    fi
}
