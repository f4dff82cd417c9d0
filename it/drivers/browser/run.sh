#!/usr/bin/env bash
exec node run.mjs
