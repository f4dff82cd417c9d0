#!/usr/bin/env bash
exec node raw-calls.mjs
