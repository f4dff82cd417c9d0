#!/usr/bin/env bash
exec python raw_calls.py
