#!/usr/bin/env bash
# Starts Centrifugo and the sample server, prints a token, runs the quick start and the tour of each language, and shows what they got.
# `make demo` runs it. It stops what it started when it ends; with DEMO_STAY=1 it ends at Ctrl-C.
# shellcheck source=it/demo/steps.sh
. "$(dirname "$0")/steps.sh"

user="user-123"
centrifugo="centrifugo-rpc-demo-$$"
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
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

# The server's settings. Centrifugo does not see them: it gets a file of its own.
set -a
# shellcheck source=it/demo/server.env
. it/demo/server.env
set +a

for port in 8000 8001; do
    ! listens "$port" || give_up "port $port is in use, and the demo needs it." "stop what listens there, then run make demo again."
done

build package server

quietly docker run --detach --name "$centrifugo" --publish 127.0.0.1:8000:8000 --add-host host.docker.internal:host-gateway \
    --env-file it/demo/centrifugo.env --volume "$PWD/it/demo/centrifugo.plain.yaml:/centrifugo/config.yaml:ro" \
    centrifugo/centrifugo:v6.9 centrifugo --config config.yaml
"$java" -jar it/demo/server/target/server.jar >>"$log" 2>&1 &
server_pid=$!
await 8000 'Accept: */*' Centrifugo
await 8001 "X-API-Key: $CENTRIFUGO_WRAPPER_API_KEY" "The sample server"
token="$("$java" -cp it/demo/server/target/server.jar io.github.centrifugorpc.demo.PrintToken "$user")"
echo "Centrifugo    ws://localhost:8000/connection/websocket"
echo "Server        http://localhost:8001"
echo "Token         $token   (of $user, for an hour)"

# What this machine needs to reach package registries, for example through a company's own certificate authority.
registries=()
for variable in HTTP_PROXY HTTPS_PROXY NO_PROXY PIP_INDEX_URL NPM_CONFIG_REGISTRY GOPROXY GONOSUMDB; do
    registries+=(--env "$variable")
done
if [ -n "${SSL_CERT_FILE:-}" ]; then
    registries+=(--volume "$SSL_CERT_FILE:/certificates.crt:ro")
    for variable in SSL_CERT_FILE NODE_EXTRA_CA_CERTS PIP_CERT REQUESTS_CA_BUNDLE; do
        registries+=(--env "$variable=/certificates.crt")
    done
fi

# run_client LANGUAGE IMAGE CACHE:FOLDER,... COMMAND: in Centrifugo's network, where its address is what it is here
run_client() {
    local caches=() cache answer="it/demo/target/$1.txt"
    for cache in ${3//,/ }; do
        caches+=(--volume "centrifugo-rpc-$cache")
    done
    printf '%-13s ' "$1"
    if ! docker run --rm --network "container:$centrifugo" --env TOKEN="$token" "${caches[@]}" \
        --volume "$PWD/it/demo:/demo:ro" "${registries[@]}" "$2" \
        timeout 300 bash -euc "$4" >"$answer" 2>>"$log" </dev/null; then
        echo
        cat "$answer" "$log" >&2
        give_up "the $1 quick start failed." "read its output above."
    fi
    sed '2,$s/^/              /' "$answer"
}

run_client Python python:3.11-slim pip:/root/.cache/pip '
    export PYTHONDONTWRITEBYTECODE=1 PYTHONPATH=/demo/server
    python -m venv /tmp/venv
    /tmp/venv/bin/pip install --quiet --requirement /demo/server/opensdk/python/requirements.txt >&2
    /tmp/venv/bin/python /demo/clients/python/quickstart.py
    /tmp/venv/bin/python /demo/clients/python/tour.py
    /tmp/venv/bin/python /demo/clients/python/without_network.py'
run_client TypeScript node:22-slim npm:/root/.npm '
    mkdir /tmp/quickstart && cd /tmp/quickstart
    cp -R /demo/clients/typescript/. /demo/server/opensdk .
    npm install --no-audit --no-fund --no-update-notifier --loglevel error >&2
    npm start --silent
    npm run --silent tour'
run_client Go golang:1.26 go-mod:/go/pkg/mod,go-build:/root/.cache/go-build '
    cd /demo/clients/go
    go test ./... >&2
    go run ./quickstart
    go run ./tour'

if [ -n "${DEMO_STAY:-}" ]; then
    echo "Front end     make api, then: npm --prefix it/demo/frontend start, and open http://localhost:5173/?token=$token"
    echo "Up until Ctrl-C."
    trap 'exit 0' INT TERM
    wait "$server_pid"
fi
