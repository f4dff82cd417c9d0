# shellcheck shell=bash
# Sourced by the drivers' gates.sh inside a container: runs tools and writes what they found as a JUnit report.
#
#   gate NAME COMMAND...   run the command; the gate holds when it succeeds
#   end_gates              write the report

reports="${REPORTS:-/work/reports}"
gate_limit_seconds=300
gate_cases=
gate_count=0
gate_failures=0

# gate_escape < TEXT: safe inside XML, control characters dropped, the last 20,000 characters
gate_escape() {
    tail -c 20000 | tr -d '\000-\010\013\014\016-\037' | sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g' -e 's/"/\&quot;/g'
}

gate() {
    local name="$1" output status=0 escaped_name
    shift
    output="$(mktemp)"
    timeout "$gate_limit_seconds" "$@" >"$output" 2>&1 </dev/null || status=$?
    escaped_name="$(printf '%s' "$name" | gate_escape)"
    gate_count=$((gate_count + 1))
    gate_cases+="  <testcase classname=\"gates\" name=\"$escaped_name\">"
    if [ "$status" -ne 0 ]; then
        gate_failures=$((gate_failures + 1))
        gate_cases+="<failure message=\"exit code $status\">$(gate_escape <"$output")</failure>"
        printf 'gate failed: %s (exit code %s)\n' "$name" "$status" >&2
        cat "$output" >&2
    fi
    gate_cases+=$'</testcase>\n'
    rm -f "$output"
}

end_gates() {
    mkdir -p "$reports"
    printf '<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="gates" tests="%s" failures="%s">\n%s</testsuite>\n' \
        "$gate_count" "$gate_failures" "$gate_cases" >"$reports/TEST-gates.xml"
}
