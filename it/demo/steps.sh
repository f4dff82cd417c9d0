# shellcheck shell=bash
# Sourced by the scripts beside it: how they run the tools and what they say.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

log=it/demo/target/last-run.log
mkdir -p it/demo/target
: >"$log"

# step NUMBER WHAT
step() { printf '%s  %s\n' "$1" "$2"; }

# quietly COMMAND...: its output is shown only when it fails
quietly() {
    local start
    start="$(wc -c <"$log")"
    if ! "$@" >>"$log" 2>&1 </dev/null; then
        tail -c "+$((start + 1))" "$log" >&2
        printf '\nfailed: %s   (the output is above, and in %s)\n' "$*" "$log" >&2
        exit 1
    fi
}

maven() { "${MVN:-$(command -v mvn || echo ./mvnw)}" --batch-mode --no-transfer-progress "$@"; }

# build PHASE MODULE,...: parts of the sample, and what they use of this repository
build() {
    quietly maven --file it/demo "$1" --projects "$2" --also-make -Dmaven.test.skip -Dspotless.check.skip -Denforcer.skip
}
