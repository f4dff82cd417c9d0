#!/usr/bin/env bash
# readme-example.sh FOLDER MODULE: cuts the example out of the folder's README.md and lets it import MODULE.
set -euo pipefail
cd "$1"
name="$(sed -n 's/^  "name": "\(.*\)",$/\1/p' package.json)"
sed -n '/^```ts$/,/^```$/p' README.md | sed -e '/^```/d' -e "s|from '$name'|from '$2'|" >readme-example.ts
grep -q "from '$2'" readme-example.ts
grep -q 'await api\.' readme-example.ts
