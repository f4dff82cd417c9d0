#!/usr/bin/env bash
# Starts Centrifugo and the sample server, prints a token, runs the three quick starts and shows what they got.
# `make demo` runs it. It stops what it started when it ends; with DEMO_STAY=1 it ends at Ctrl-C.
# shellcheck source=it/demo/steps.sh
. "$(dirname "$0")/steps.sh"

user="user-123"
centrifugo="centrifugo-rpc-demo-$$"
server_pid=
start_limit_seconds=30

stop_all() {
    [ -z "$server_pid" ] || { kill "$server_pid" && wait "$server_pid"; } 2>/dev/null || true
    docker rm --force "$centrifugo" >/dev/null 2>&1 || true
}
trap stop_all EXIT
trap 'exit 130' INT TERM

give_up() {
    printf '%s\n  Fix: %s\n' "$1" "$2" >&2
    exit 1
}

# listens PORT
listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# is_healthy PORT HEADER
is_healthy() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s\r\n\r\n' "$2" >&3 &&
        head -n 1 <&3 | grep -q ' 200') 2>/dev/null
}

# await PORT HEADER WHAT
await() {
    local deadline=$((SECONDS + start_limit_seconds))
    until is_healthy "$1" "$2"; do
        [ "$SECONDS" -lt "$deadline" ] || give_up "$3 was not healthy within $start_limit_seconds s." "read $log."
        sleep 0.2
    done
}

# with_settings COMMAND...: with the server's environment
# shellcheck source=/dev/null
with_settings() { (set -a && . it/demo/server.env && exec "$@"); }

for port in 8000 8001; do
    ! listens "$port" || give_up "port $port is in use, and the demo needs it." "stop what listens there, then run make demo again."
done

install_our_artifacts
quietly maven --file it/demo/server package --quiet -Dmaven.test.skip

quietly docker run --detach --name "$centrifugo" --publish 127.0.0.1:8000:8000 --add-host host.docker.internal:host-gateway \
    --env-file it/demo/centrifugo.env --volume "$PWD/it/demo/centrifugo.plain.yaml:/centrifugo/config.yaml:ro" \
    centrifugo/centrifugo:v6.9 centrifugo --config config.yaml
with_settings java -jar it/demo/server/target/server.jar >>"$log" 2>&1 &
server_pid=$!
await 8000 'Accept: */*' Centrifugo
await 8001 "X-API-Key: $(with_settings printenv CENTRIFUGO_WRAPPER_API_KEY)" "The sample server"
token="$(with_settings java -cp it/demo/server/target/server.jar io.github.centrifugorpc.demo.PrintToken "$user")"
echo "Centrifugo    ws://localhost:8000/connection/websocket"
echo "Server        http://localhost:8001"
echo "Token         $token   (of $user, for an hour)"

# run_client LANGUAGE IMAGE COMMAND: in Centrifugo's network, where its address is the same as on this machine
run_client() {
    local cache="${CENTRIFUGO_RPC_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/centrifugo-rpc}/$1" certificates=()
    mkdir -p "$cache"
    if [ -n "${SSL_CERT_FILE:-}" ]; then
        # A company's own certificate authority, which package registries may be behind.
        certificates=(--volume "$SSL_CERT_FILE:/certificates.crt:ro")
        for variable in SSL_CERT_FILE NODE_EXTRA_CA_CERTS PIP_CERT REQUESTS_CA_BUNDLE; do
            certificates+=(--env "$variable=/certificates.crt")
        done
    fi
    printf '%-13s ' "$1"
    local answer="it/demo/target/$1.txt"
    if ! docker run --rm --network "container:$centrifugo" --user "$(id -u):$(id -g)" --env HOME=/tmp --env TOKEN="$token" \
        --volume "$cache:/cache" --volume "$PWD/it/demo:/demo:ro" ${certificates[@]+"${certificates[@]}"} \
        "$2" bash -euc "$3" >"$answer" 2>>"$log" </dev/null; then
        cat "$answer" "$log"
        give_up "the $1 quick start failed." "read its output above."
    fi
    cat "$answer"
}

run_client Python python:3.11-slim '
    export PIP_CACHE_DIR=/cache PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/demo/server
    python -m venv /tmp/venv
    /tmp/venv/bin/pip install --quiet --requirement /demo/server/opensdk/python/requirements.txt >&2
    /tmp/venv/bin/python /demo/clients/python/quickstart.py'
run_client TypeScript node:22-slim '
    mkdir /tmp/quickstart && cd /tmp/quickstart
    cp -R /demo/clients/typescript/. /demo/server/opensdk .
    npm install --cache /cache --no-audit --no-fund --loglevel error >&2
    npm start --silent'
run_client Go golang:1.26 '
    export GOPATH=/cache GOCACHE=/cache/build GOFLAGS=-buildvcs=false
    cd /demo/clients/go
    go run ./quickstart'

if [ -n "${DEMO_STAY:-}" ]; then
    echo "Front end     make api, then: npm --prefix it/demo/frontend start, and open http://localhost:5173/?token=$token"
    echo "Up until Ctrl-C."
    wait "$server_pid"
fi
