#!/usr/bin/env bash
# Makes sure that a Docker daemon answers.
#
#   docker.sh start   use the daemon that answers, else install (root on Debian or Ubuntu) and start one
#   docker.sh stop    stop the daemon that `start` started; any other is left alone
. "$(dirname "$0")/common.sh"

pid_file="$cache/dockerd.pid"
log="$cache/dockerd.log"
start_limit_seconds=60
read_log="read the lines above; inside a container, dockerd needs the container to be privileged."

answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

# is_pid_of FILE NAME: the process whose id stands in the file runs that program; one that has ended and waits for its
# parent has a name and no program any more
is_pid_of() { [ -s "$1" ] && [ "$(basename "$(readlink "/proc/$(cat "$1")/exe" 2>/dev/null)")" = "$2" ]; }

ours_runs() { is_pid_of "$pid_file" dockerd; }

# A daemon that was killed leaves its id behind; dockerd does not start while that id is another process's.
forget_killed() { is_pid_of "$1" "$2" || rm -f "$1"; }

# A daemon that does not answer is about to: or it is stopping, and the next one cannot start before it has ended.
await_earlier() {
    local waited=0
    while is_pid_of /var/run/docker.pid dockerd && ! answers; do
        [ "$waited" -lt "$start_limit_seconds" ] || stop \
            "a dockerd (pid $(cat /var/run/docker.pid)) runs and has not answered for $start_limit_seconds s." \
            "end it (kill $(cat /var/run/docker.pid)), then run the command again."
        sleep 1
        waited=$((waited + 1))
    done
}

start() {
    if ! have docker; then
        can_install_packages || stop "Docker is not installed." \
            "install Docker Engine (or Docker Desktop) for this system, then run the command again."
        install_packages docker.io
        # Debian 13 has the client in a package of its own.
        have docker || install_packages docker-cli
    fi
    [ "$(id -u)" != 0 ] || await_earlier
    if answers; then
        return
    fi
    [ "$(id -u)" = 0 ] || stop "no Docker daemon answers, and starting one needs root." \
        "start Docker (Docker Desktop, or: sudo systemctl start docker) and make sure that 'docker version' works for this user."
    if ! have dockerd; then
        can_install_packages || stop "no Docker daemon answers, and none is installed." \
            "install Docker Engine for this system, or set DOCKER_HOST to a daemon elsewhere."
        install_packages docker.io
    fi
    forget_killed /var/run/docker.pid dockerd
    forget_killed /var/run/docker/containerd/containerd.pid containerd
    say "starting dockerd (its log: $log)"
    setsid nohup dockerd >"$log" 2>&1 </dev/null &
    echo $! >"$pid_file"
    local waited=0
    until answers; do
        if ! ours_runs; then
            tail -n 20 "$log" >&2
            stop "dockerd ended as soon as it was started." "$read_log"
        elif [ "$waited" -ge "$start_limit_seconds" ]; then
            tail -n 20 "$log" >&2
            stop "dockerd did not answer within $start_limit_seconds s." "$read_log"
        fi
        sleep 1
        waited=$((waited + 1))
    done
}

stop_ours() {
    ours_runs || return 0
    local pid
    pid="$(cat "$pid_file")"
    say "stopping the dockerd that these scripts started"
    kill "$pid"
    timeout 30 tail --pid="$pid" -f /dev/null || say "dockerd (pid $pid) is still stopping"
    rm -f "$pid_file"
}

case "${1:-}" in
    start) start ;;
    stop) stop_ours ;;
    *) stop "unknown command '${1:-}'." "use: docker.sh start | docker.sh stop" ;;
esac
