#!/usr/bin/env bash
# The gates of Go: formatter, vet, staticcheck and the tests of the runtime.
set -euo pipefail
cd "$(dirname "$0")"
work="$(cd .. && pwd)"
# shellcheck source=it/gates.sh
. "$work/gates.sh"

tools="$work/sdk-templates/go/tools/go.mod"
runtime="$work/sdk-templates/go/runtime"
sdk="$work/opensdk/go"
corpus="$work/corpus"

# in_folder FOLDER COMMAND...
in_folder() { (cd "$1" && shift && "$@"); }

# Nothing is printed when every file is as gofmt leaves it.
is_formatted() { test -z "$(gofmt -l "$1" | tee /dev/stderr)"; }

staticcheck() { in_folder "$1" go tool -modfile="$tools" staticcheck ./...; }

# The README's program and its test, in a module of their own that uses the SDK as the README says.
readme_holds() {
    local folder module
    folder="$(mktemp -d)"
    module="$(sed -n 's/^module //p' "$sdk/go.mod")"
    awk -v folder="$folder" '
        /^```go$/ { inside = 1; file = folder (block++ ? "/main_test.go" : "/main.go"); next }
        /^```$/ { inside = 0 }
        inside { print >file }' "$sdk/README.md"
    in_folder "$folder" go mod init example.com/readme
    in_folder "$folder" go mod edit "-require=$module@v0.0.0" "-replace=$module=$sdk"
    in_folder "$folder" go mod tidy
    in_folder "$folder" go vet .
    in_folder "$folder" go test .
    is_formatted "$folder"
}

# The SDK that is expected for a case of the corpus, which holds what differs from the case "minimal".
corpus_sdk_holds() {
    local folder
    folder="$(mktemp -d)"
    cp -r "$corpus/minimal/expected/go/." "$corpus/$1/expected/go/." "$folder"
    is_formatted "$folder"
    in_folder "$folder" go vet ./...
    staticcheck "$folder"
}

# Whether go.mod and go.sum say all that is needed and nothing else.
is_tidy() { in_folder "$1" go mod tidy -diff; }

export -f in_folder is_formatted staticcheck readme_holds corpus_sdk_holds is_tidy
export tools sdk corpus

for folder in "$sdk" "$runtime" "$work/driver"; do
    name="${folder#"$work/"}"
    gate "go: gofmt $name" bash -ec "is_formatted '$folder'"
    gate "go: vet $name" bash -ec "in_folder '$folder' go vet ./..."
    gate "go: staticcheck $name" bash -ec "staticcheck '$folder'"
    gate "go: mod tidy $name" bash -ec "is_tidy '$folder'"
done
for folder in "$corpus"/*/; do
    case="$(basename "$folder")"
    gate "go: the corpus' SDK $case" bash -ec "corpus_sdk_holds '$case'"
done
gate "go: the README's program compiles, and its test passes" bash -ec readme_holds
gate "go: the SDK needs one module, and none of GitHub" bash -ec \
    "cd '$sdk' && test \"\$(go list -m all | sed 1d)\" = 'nhooyr.io/websocket v1.8.11'"

(cd "$runtime" && go tool -modfile="$tools" gotestsum --format=standard-quiet \
    --junitfile="$reports/TEST-go-runtime.xml" -- -race -count=1 ./...) || true
gate "go: the runtime's tests were reported" test -s "$reports/TEST-go-runtime.xml"
end_gates
