#!/usr/bin/env bash
# Makes sure that the images which the tests run in are there: pulled where Docker can pull, otherwise stand-ins with the
# same name, user, paths and command line, made from package registries.
#
# A stand-in carries the label io.github.centrifugorpc.stand-in, whose value is a digest of what it was made from: it is
# made again only when that changes. Test reports use the label to say which kind an image is.
. "$(dirname "$0")/common.sh"
here="$(cd "$(dirname "$0")" && pwd)"
. "$here/stand-in/versions.sh"

label=io.github.centrifugorpc.stand-in
images="centrifugo/centrifugo:v6.9 python:3.11-slim node:22-slim golang:1.26 redis:7"

# dockerfile_of IMAGE: the recipe of its stand-in
dockerfile_of() {
    local name="${1%%:*}"
    echo "$here/stand-in/${name##*/}.Dockerfile"
}

# digest_of IMAGE: of everything its stand-in is made from
digest_of() { cat "$(dockerfile_of "$1")" "$here/stand-in/base.sh" "$here/stand-in/versions.sh" | sha256sum | cut -c1-16; }

exists() { docker image inspect "$1" >/dev/null 2>&1; }

label_of() { docker image inspect --format "{{index .Config.Labels \"$label\"}}" "$1"; }

# is_ready IMAGE: an official image, or a stand-in that is up to date
is_ready() {
    exists "$1" || return 1
    local made_from
    made_from="$(label_of "$1")"
    [ -z "$made_from" ] || [ "$made_from" = "$(digest_of "$1")" ]
}

pull() {
    say "pulling $1"
    bounded 300 docker pull --quiet "$1" >/dev/null 2>"$cache/pull.log"
}

missing=
for image in $images; do
    is_ready "$image" || missing="$missing $image"
done

# Where one image cannot be pulled, the others are not tried: a blocked network answers slowly.
to_make=
for image in $missing; do
    if [ -n "$to_make" ] || ! pull "$image"; then
        to_make="$to_make $image"
    fi
done

if [ -n "$to_make" ]; then
    say "cannot pull$to_make ($(tail -n 1 "$cache/pull.log")); making stand-ins"
    can_install_packages || stop "stand-ins are made by debootstrap, which needs root on Debian or Ubuntu." \
        "let Docker pull$to_make (a registry mirror will do), or run as root on Debian or Ubuntu."
    exec 9>"$cache/stand-ins.lock"
    flock 9
    . "$here/stand-in/base.sh"
    prepare $to_make
    for image in $to_make; do
        if is_ready "$image"; then
            continue
        fi
        say "making the stand-in for $image"
        if ! DOCKER_BUILDKIT=0 docker build --quiet --tag "$image" --label "$label=$(digest_of "$image")" \
            --build-arg "base=$base_image" --file "$(dockerfile_of "$image")" "$(context_of "$image")" \
            >"$cache/build.log" 2>&1; then
            tail -n 30 "$cache/build.log" >&2
            stop "the stand-in for $image could not be made." "read the lines above (all of them: $cache/build.log)."
        fi
    done
fi

for image in $images; do
    made_from="$(label_of "$image")"
    printf '%s: %s\n' "$image" "$([ -z "$made_from" ] && echo official || echo stand-in)"
done
