# shellcheck shell=bash
# The parts of the stand-ins that are slow to make, each made once and kept in the cache. Sourced by images.sh.

base_image="centrifugo-rpc/stand-in-base:$debian_suite"

case "$(uname -m)" in
    x86_64) go_arch=amd64 node_arch=x64 ;;
    aarch64) go_arch=arm64 node_arch=arm64 ;;
    *) stop "stand-ins are made for x86_64 and aarch64, not for $(uname -m)." "let Docker pull the images." ;;
esac

go_root="$cache/go-$go_version"
centrifugo_context="$cache/centrifugo-$centrifugo_version"
node_context="$cache/node-$node_version-npm-$npm_version"
empty_context="$cache/empty"

context_of() {
    case "$1" in
        centrifugo/*) echo "$centrifugo_context" ;;
        golang:*) echo "$go_root" ;;
        node:*) echo "$node_context" ;;
        python:* | redis:*) echo "$empty_context" ;;
    esac
}

# A folder appears under its final name only when it is whole.
keep() { rm -rf "$2" && mv "$1" "$2"; }

make_base_image() {
    if exists "$base_image"; then
        return
    fi
    local tar="$cache/$debian_suite.tar"
    if [ ! -f "$tar" ]; then
        have debootstrap || install_packages debootstrap debian-archive-keyring
        say "making a Debian $debian_suite file system"
        local root="$cache/$debian_suite.part"
        rm -rf "$root"
        if ! debootstrap --variant=minbase --include=ca-certificates "$debian_suite" "$root" >"$cache/debootstrap.log" 2>&1; then
            tail -n 20 "$cache/debootstrap.log" >&2
            stop "debootstrap failed." "read the lines above (all of them: $cache/debootstrap.log)."
        fi
        rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*
        tar --create --file "$tar.part" --directory "$root" .
        rm -rf "$root"
        mv "$tar.part" "$tar"
    fi
    docker import "$tar" "$base_image" >/dev/null
}

# Go's toolchain is a module like any other, so that an old Go is enough to fetch the pinned one.
fetch_go() {
    if [ -d "$go_root" ]; then
        return
    fi
    have go || install_packages golang-go
    say "fetching Go $go_version"
    local folder
    folder="$(cd "$cache" && GO111MODULE=on GOTOOLCHAIN=local GOFLAGS='' \
        go mod download -json "golang.org/toolchain@v0.0.1-go$go_version.linux-$go_arch" | sed -n 's/^\t"Dir": "\(.*\)",*$/\1/p')"
    [ -d "$folder" ] || stop "the module golang.org/toolchain for Go $go_version could not be fetched." \
        "check GOPROXY: 'go env GOPROXY' should name a module proxy that this machine reaches."
    rm -rf "$go_root.part"
    cp -r --no-preserve=mode "$folder" "$go_root.part"
    chmod -R +x "$go_root.part/bin" "$go_root.part/pkg/tool"
    keep "$go_root.part" "$go_root"
}

build_centrifugo() {
    if [ -d "$centrifugo_context" ]; then
        return
    fi
    say "building Centrifugo $centrifugo_version (two to four minutes, once)"
    local part="$centrifugo_context.part" module=github.com/centrifugal/centrifugo/v6
    rm -rf "$part"
    mkdir -p "$part"
    printf 'module stand-in\ngo %s\nrequire %s v%s\n' "${go_version%.*}" "$module" "$centrifugo_version" >"$part/go.mod"
    if ! (cd "$part" && GOROOT="$go_root" GOTOOLCHAIN=local GOFLAGS=-mod=mod CGO_ENABLED=0 "$go_root/bin/go" build -trimpath \
        -ldflags "-s -w -X $module/internal/build.Version=$centrifugo_version" -o centrifugo "$module") >"$cache/centrifugo.log" 2>&1; then
        tail -n 20 "$cache/centrifugo.log" >&2
        stop "Centrifugo $centrifugo_version could not be built." "read the lines above (all of them: $cache/centrifugo.log)."
    fi
    rm "$part/go.mod" "$part/go.sum"
    keep "$part" "$centrifugo_context"
}

# The packages "node-linux-<arch>" of the npm registry are the official builds.
fetch_node() {
    if [ -d "$node_context" ]; then
        return
    fi
    have npm || install_packages npm
    say "fetching Node $node_version"
    local part="$node_context.part"
    rm -rf "$part"
    mkdir -p "$part/node" "$part/npm"
    (cd "$part" && npm pack --silent "node-linux-$node_arch@$node_version" "npm@$npm_version" >/dev/null) ||
        stop "node-linux-$node_arch@$node_version and npm@$npm_version could not be fetched." \
            "check that 'npm view npm version' works on this machine."
    tar --extract --file "$part/node-linux-$node_arch-$node_version.tgz" --directory "$part/node" --strip-components=1
    tar --extract --file "$part/npm-$npm_version.tgz" --directory "$part/npm" --strip-components=1
    rm "$part"/*.tgz
    keep "$part" "$node_context"
}

# prepare IMAGE...: all that the given images' Dockerfiles need, the slowest two at the same time
prepare() {
    mkdir -p "$empty_context"
    case " $* " in *" centrifugo/"* | *" golang:"*) fetch_go ;; esac
    local building=
    case " $* " in *" centrifugo/"*) build_centrifugo & building=$! ;; esac
    case " $* " in *" node:"*) fetch_node ;; esac
    make_base_image
    if [ -n "$building" ]; then
        wait "$building"
    fi
}
