#!/usr/bin/env bash
# What large SDKs cost those who use them: `make bench-consumers` runs it. It generates SDKs for projects that it writes
# itself, and prints times of this machine; nothing is compared with a limit.
set -euo pipefail
cd "$(dirname "$0")/../../.."

bench=it/bench/consumers
work="$PWD/it/target/bench-consumers"
mkdir -p "$work"

# METHODS-TYPES
sizes=(1000-2000 3000-2000 10-600 10-2000)
for size in "${sizes[@]}"; do "$bench/project.sh" "$work/$size" "${size%-*}" "${size#*-}"; done

# One build with this repository, so that nothing of ours has to be installed first.
{
    echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>bench</groupId>'
    echo "<artifactId>bench</artifactId><version>1</version><packaging>pom</packaging><modules><module>../../..</module>"
    printf '<module>%s</module>' "${sizes[@]}"
    echo '</modules></project>'
} >"$work/pom.xml"
modules="$(IFS=,; echo "${sizes[*]}")"
"${MVN:-mvn}" --batch-mode --no-transfer-progress --quiet --file "$work/pom.xml" process-classes \
    --projects "$modules" --also-make -Dmaven.test.skip -Dspotless.check.skip -Denforcer.skip

echo "== Python: $(python3 --version)"
[ -x "$work/python/bin/python" ] || python3 -m venv "$work/python"
"$work/python/bin/pip" install --quiet --disable-pip-version-check --requirement "$work/1000-2000/opensdk/python/requirements.txt" mypy
"$work/python/bin/pip" list --disable-pip-version-check 2>/dev/null | grep -Ei '^(pydantic|pydantic_core|mypy) '
"$work/python/bin/python" "$bench/python_times.py" "$work"/{10-600,10-2000,1000-2000}/opensdk/python
TIMEFORMAT='  mypy --strict, 1,000 methods and 2,000 types: %R s'
time (cd "$work/1000-2000" && "$work/python/bin/mypy" --strict --cache-dir "$(mktemp -d)" opensdk/python >"$work/mypy.log") || cat "$work/mypy.log"

echo "== TypeScript: node $(node --version)"
node "$bench/typescript.mjs" "$work/1000-2000/opensdk/typescript" "$work/3000-2000/opensdk/typescript"

echo "== Go: $(go version)"
"$bench/go.sh" "$work/1000-2000/opensdk/go"
