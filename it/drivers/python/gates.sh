#!/usr/bin/env bash
# Formatters, linters, type checkers, packaging, and the runtime's own tests.
set -euo pipefail
# shellcheck source=it/gates.sh
. /work/gates.sh

runtime=/work/sdk-templates/python
user="$(mktemp -d)"
wheels="$(mktemp -d)"
cp /work/driver/user.py "$user/installed.py"
# The same program from the folder: what the README promises to those who do not install.
sed 's/^from scenarios_sdk import/from opensdk.python import/' /work/driver/user.py >"$user/in_folder.py"
ln -s /work/opensdk "$user/opensdk"
# The program of the SDK's own README.
# shellcheck disable=SC2016 # backticks of Markdown
sed -n '/^```python$/,/^```$/p' /work/opensdk/python/README.md | sed '/^```/d' >"$user/readme.py"

export wheels
# The SDKs expected for the corpus: each case holds what differs from the case "minimal".
corpus="$(mktemp -d)"
export corpus
for folder in /work/corpus/*/; do
    case="$(basename "$folder" | tr - _)"
    mkdir -p "$corpus/$case"
    cp -r /work/corpus/minimal/expected/python "$corpus/$case/"
    if [ -d "$folder/expected/python" ]; then cp -r "$folder/expected/python/." "$corpus/$case/python"; fi
    touch "$corpus/$case/__init__.py"
done

check_corpus_imports() {
    cd "$corpus" || return 1
    local case
    for case in */; do
        python -B -W error -c "import importlib, sys; importlib.import_module(sys.argv[1])" "${case%/}.python" || return 1
    done
}
check_folder_import() { (cd /work && python -W error -c 'from opensdk.python import APIClient, CentrifugoRPCClient'); }
check_installed_import() { (cd / && python -W error -c 'from scenarios_sdk import APIClient, CentrifugoRPCClient'); }
check_packages() {
    # A build must leave nothing behind in the SDK's folder.
    set -e
    local before after
    before="$(find /work/opensdk/python -type f | sort)"
    python -m build --no-isolation --outdir "$wheels" /work/opensdk/python
    after="$(find /work/opensdk/python -type f | sort)"
    [ "$before" = "$after" ]
    [ "$(find "$wheels" -name '*.whl' -o -name '*.tar.gz' | wc -l)" -eq 2 ]
    python -m pip install --disable-pip-version-check --root-user-action ignore --no-deps \
        --no-build-isolation --target "$wheels/from-sdist" "$wheels"/*.tar.gz
    (cd "$wheels/from-sdist" && python -W error -c 'import scenarios_sdk; print(scenarios_sdk.APIClient)')
}
strict_pyright() {
    # Its settings are read from the folder it is started in.
    (cd "$1" && printf '{"typeCheckingMode": "strict", "include": ["%s"]}' "$2" >pyrightconfig.json && pyright)
}

export -f check_corpus_imports check_folder_import check_installed_import check_packages strict_pyright

gate "python: the SDK in its folder imports without a warning" bash -c check_folder_import
gate "python: the installed SDK imports without a warning" bash -c check_installed_import
gate "python: wheel and sdist build and install" bash -c check_packages
gate "python: ruff check, SDK" ruff check --no-cache /work/opensdk/python
gate "python: ruff format, SDK" ruff format --no-cache --check /work/opensdk/python
gate "python: mypy strict, SDK" mypy --strict --cache-dir /tmp/mypy /work/opensdk
gate "python: mypy strict, users" mypy --strict --cache-dir /tmp/mypy-users "$user/installed.py" "$user/readme.py"
gate "python: mypy strict, users of the folder" env -C "$user" mypy --strict --cache-dir /tmp/mypy-folder in_folder.py
gate "python: pyright strict, SDK" bash -c "strict_pyright /work/opensdk python"
gate "python: pyright strict, users" bash -c "strict_pyright $user '*.py'"
gate "python: ruff check, the corpus' SDKs" ruff check --no-cache "$corpus"
gate "python: ruff format, the corpus' SDKs" ruff format --no-cache --check "$corpus"
gate "python: mypy strict, the corpus' SDKs" env -C "$corpus" mypy --strict --cache-dir /tmp/mypy-corpus .
gate "python: pyright strict, the corpus' SDKs" bash -c "strict_pyright $corpus ."
gate "python: the corpus' SDKs import without a warning" bash -c check_corpus_imports
gate "python: ruff check, driver" ruff check --no-cache /work/driver
gate "python: ruff format, driver" ruff format --no-cache --check /work/driver
gate "python: mypy strict, driver" mypy --cache-dir /tmp/mypy-driver /work/driver/rpc_driver
gate "python: pyright strict, driver" env -C /work/driver pyright
gate "python: ruff check, runtime" ruff check --no-cache "$runtime"
gate "python: ruff format, runtime" ruff format --no-cache --check "$runtime"
gate "python: mypy strict, runtime" env -C "$runtime" mypy --cache-dir /tmp/mypy-runtime
gate "python: pyright strict, runtime" env -C "$runtime" pyright
# pytest writes its own report; its exit status is in there too.
(cd "$runtime" && timeout 300 python -B -m pytest -q -p no:cacheprovider \
    --junitxml=/work/reports/TEST-python-runtime.xml -o junit_suite_name=python-runtime) >&2 || true
gate "python: the runtime's tests left a report" test -s /work/reports/TEST-python-runtime.xml
end_gates
