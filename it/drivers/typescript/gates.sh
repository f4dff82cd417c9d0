#!/usr/bin/env bash
# Checks the generated SDK in every form users take it in, the driver, and the runtime with its tests.
set -euo pipefail
. /work/gates.sh
export PATH="/work/app/node_modules/.bin:$PATH"
sdk=/work/app/opensdk/typescript
corpus=/work/corpus
runtime=/work/sdk-templates/typescript
tsc5=(node /work/app/node_modules/typescript/bin/tsc)
tsc7=(node /work/app/node_modules/typescript-7/bin/tsc)

cd /work/app
bash layouts.sh
for version in 5 7; do
    compiler="tsc$version[@]"
    gate "typescript $version: builds the SDK" "${!compiler}" -p "$sdk" --outDir "/tmp/dist-$version"
    gate "typescript $version: types cost nothing at run time" diff <(grep -v '^//' "/tmp/dist-$version/types.js") <(echo 'export {};')
    gate "typescript $version: sources, moduleResolution bundler" "${!compiler}" -p layouts/bundler
    gate "typescript $version: sources, NodeNext" "${!compiler}" -p layouts/nodenext
    gate "typescript $version: installed package" "${!compiler}" -p layouts/package
    gate "typescript $version: the README's example" "${!compiler}" -p layouts/readme
done
gate "typescript: driver" "${tsc5[@]}" -p tsconfig.json
# The SDKs that the corpus expects: what a case lacks is as in the case "minimal".
for folder in "$corpus"/*/; do
    case="$(basename "$folder")"
    mkdir -p "corpus/$case"
    cp -r "$corpus/minimal/expected/typescript/." "$folder/expected/typescript/." "corpus/$case"
    bash readme-example.sh "corpus/$case" ./index.js
    gate "typescript 5: the corpus' SDK $case" "${tsc5[@]}" --noEmit -p "corpus/$case"
    gate "typescript 7: the corpus' SDK $case" "${tsc7[@]}" --noEmit -p "corpus/$case"
done
gate "typescript: prettier, the corpus' SDKs" prettier --check corpus
gate "typescript: eslint, SDK, driver and corpus" eslint .
gate "typescript: prettier, SDK" prettier --check "$sdk" '!**/dist/**' '!**/node_modules/**'
gate "typescript: prettier, driver" prettier --check '*.ts' '*.json' '*.js' '!package-lock.json'
gate "typescript: esbuild bundles the sources" esbuild layouts/bundler/quickstart.ts --bundle --format=esm --outfile=/tmp/bundle.js
gate "typescript: publint" publint --strict "$sdk"
gate "typescript: attw" attw --pack "$sdk" --profile esm-only

cd "$runtime"
gate "typescript runtime: npm ci" npm ci --no-audit --no-fund
gate "typescript runtime: build" npm run build
gate "typescript runtime: eslint and prettier" npm run lint
end_gates
# Failed tests stand in the report, which must be there.
node --unhandled-rejections=strict --test --test-timeout=120000 --test-reporter=junit \
    --test-reporter-destination=/work/reports/TEST-typescript-runtime.xml target/tests/*.test.js || true
test -s /work/reports/TEST-typescript-runtime.xml
