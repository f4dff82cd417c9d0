# shellcheck shell=bash
# What the stand-ins hold. Sourced.
centrifugo_version=6.9.6
go_version=1.26.8
node_version=22.23.3
npm_version=10.9.9
debian_suite=bookworm
