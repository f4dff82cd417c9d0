#!/usr/bin/env bash
# The main job of a working day, on the sample: its OpenAPI document and REST client, its three SDKs, their copies in the
# front end, and the front end's @api package. `make api` runs it; the second time it does only what has changed.
# shellcheck source=it/demo/steps.sh
. "$(dirname "$0")/steps.sh"

sdks=it/demo/server/opensdk
frontend=it/demo/frontend

# Not an earlier phase: only from here on does Maven run a plugin that it has built itself a moment ago.
build process-classes server,frontend
step 1/4 "OpenAPI document and REST client: it/demo/server/target/openapi/openapi.json, $frontend/packages/api/src/rest"
step 2/4 "Python, TypeScript and Go SDKs: $sdks"

# The manifest has a digest of every file, so equal manifests are equal SDKs.
manifest=.centrifugo-rpc.json
if ! cmp -s "$sdks/$manifest" "$frontend/packages/$manifest"; then
    for language in python typescript go; do
        rm -rf "$frontend/packages/$language"
        cp -R "$sdks/$language" "$frontend/packages/$language"
    done
    cp "$sdks/$manifest" "$frontend/packages/$manifest"
fi
step 3/4 "their copies in the front end: $frontend/packages/{python,typescript,go}"

# npm builds the TypeScript SDK when it installs it.
installed="$frontend/node_modules/.installed"
if [ ! -f "$installed" ] || [ -n "$(find "$frontend" -name node_modules -prune -o \
    \( -name package.json -o -name "$manifest" \) -newer "$installed" -print)" ]; then
    quietly npm --prefix "$frontend" install --no-audit --no-fund --no-package-lock
    touch "$installed"
fi
quietly npm --prefix "$frontend" run build
step 4/4 "the front end's @api package: $frontend/packages/api/dist"
