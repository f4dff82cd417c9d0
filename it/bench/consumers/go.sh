#!/usr/bin/env bash
# go.sh SDK…: what a generated SDK (a folder `opensdk/go`) costs those who use it. For each it prints how long Go builds and
# vets it when all that it imports has been built before, and how big a program is that makes one call.
set -euo pipefail

if [ $# -eq 0 ]; then
    echo "usage: go.sh FOLDER_OF_A_GO_SDK…" >&2
    exit 2
fi
work="$(mktemp -d)"
trap 'chmod -R u+w "$work" && rm -rf "$work"' EXIT

# seconds COMMAND...: how long it takes
seconds() {
    local TIMEFORMAT=%R
    { time "$@" >"$work/output" 2>&1 || { cat "$work/output" >&2; return 1; }; } 2>&1
}

program() {
    local module="$1" method="$2" package
    package="$(cd "$work/sdk" && go list -f '{{.Name}}' .)"
    cat <<PROGRAM
package main

import (
	"context"
	"fmt"
	"os"

	$package "$module"
)

func main() {
	api := $package.NewAPIClient(os.Args[1], os.Args[2], os.Args[3])
	call := any(api.$method)
	fmt.Println(api.Connect(context.Background()), call)
}
PROGRAM
}

for sdk in "$@"; do
    rm -rf "$work/sdk" "$work/program"
    cp -r "$sdk" "$work/sdk"
    module="$(cd "$work/sdk" && go list -m)"
    methods="$(grep -c '^func (a \*APIClient) ' "$work/sdk/client.go" || true)"
    types="$(grep -c '^type ' "$work/sdk/types.go" || true)"
    # A cache of its own, so that nothing of this SDK has been built before.
    export GOCACHE="$work/cache-$methods-$types"
    (cd "$work/sdk" && go list -f '{{range .Imports}}{{println .}}{{end}}' ./... | sort -u | grep -v "^$module" | xargs go vet)
    echo "$sdk: $methods methods, $types types, $(cat "$work"/sdk/*.go | wc -l) lines"
    echo "  build $(cd "$work/sdk" && seconds go build ./...) s"
    echo "  vet   $(cd "$work/sdk" && seconds go vet ./...) s"

    method="$(sed -n '/^func (a \*APIClient) /{s/^func (a \*APIClient) \([^(]*\).*/\1/p;q}' "$work/sdk/client.go")"
    mkdir "$work/program"
    program "$module" "${method:-Call}" >"$work/program/main.go"
    (
        cd "$work/program"
        go mod init example.com/program
        go mod edit "-require=$module@v0.0.0" "-replace=$module=$work/sdk"
        go mod tidy
        go build -trimpath -ldflags=-s -o program .
    ) >"$work/output" 2>&1 || { cat "$work/output" >&2; exit 1; }
    echo "  a program that makes one call: $(($(stat -c %s "$work/program/program") / 1024)) KiB"
done
