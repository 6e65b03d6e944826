#!/usr/bin/env bash
# Restores, builds, checks the formatting and runs every test. Needs the .NET 10 SDK; as root on Debian it
# installs the other programs that tests use. The last line is the sum: "N passed, N failed, N skipped".
#
#   ./test.sh              everything
#   ./test.sh Ldap         only test projects whose name contains "Ldap"
#
# Logs: artifacts/test/*.log. TEST_TIMEOUT: seconds that one project may take (default 900).
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

readonly only="${1:-}"
readonly logs=artifacts/test
readonly policy=/usr/sbin/policy-rc.d
passed=0 failed=0 skipped=0
group=      # process group of what runs now
holding=    # set while nothing installed may start

# Package and what proves that it is there.
tools() {
    cat <<'LIST'
ldap-utils          command -v ldapsearch
slapd               [ -x /usr/sbin/slapd ]
ldapvi              command -v ldapvi
shelldap            command -v shelldap
sssd-ldap           [ -x /usr/sbin/sssd ] && ls /usr/lib/*/sssd/libsss_ldap.so
libnss-sss          ls /lib/*/libnss_sss.so.2
liblinphone10       ls /usr/lib/*/liblinphone.so.10
chromium            command -v chromium
python3-ldap        /usr/bin/python3 -c 'import ldap'
python3-ldap3       /usr/bin/python3 -c 'import ldap3'
nodejs              command -v node
npm                 command -v npm
openssl             command -v openssl
libxml2-utils       command -v xmllint
vdirsyncer          command -v vdirsyncer
khard               command -v khard
LIST
}

main() {
    trap finish EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    prepare
    need restore "packages" dotnet restore Switchbook.slnx --locked-mode --disable-build-servers
    need build "build" dotnet build Switchbook.slnx -c Release --no-restore --disable-build-servers -warnaserror
    if [ -z "$only" ]; then
        # Style is a matter of the build already (EnforceCodeStyleInBuild). Counts as one failed test, and hides no other.
        step format "formatting" dotnet format whitespace Switchbook.slnx --verify-no-changes --no-restore || failed=$((failed + 1))
    fi

    local project
    for project in tests/*/*.csproj; do
        project=$(basename "$project" .csproj)
        if [[ $project == *"$only"* ]]; then
            run_tests "$project"
        fi
    done
}

prepare() {
    export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_GENERATE_ASPNET_CERTIFICATE=false
    # The SDK then needs no ICU, and its messages are English, as the product's.
    export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_CLI_UI_LANGUAGE=en LC_ALL=C.UTF-8
    mkdir -p "$logs"
    rm -f "$logs"/*
    if [ ! -w "${HOME:-/nonexistent}" ]; then
        export HOME="$PWD/artifacts/home"
        mkdir -p "$HOME"
    fi

    command -v dotnet >/dev/null || stop "The .NET 10 SDK is missing: https://dot.net/download."
    install_tools
}

install_tools() {
    local missing=() package proof
    while read -r package proof; do
        eval "$proof" >/dev/null 2>&1 || missing+=("$package")
    done < <(tools)
    [ ${#missing[@]} -eq 0 ] && return

    local install="apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    command -v apt-get >/dev/null || stop "Tests need what Debian calls ${missing[*]}; install it first."
    [ "$(id -u)" -eq 0 ] || stop "Tests need more programs; run as root: $install"

    hold_servers
    need apt "programs for tests" env DEBIAN_FRONTEND=noninteractive sh -c "$install"
    release_servers
}

# While packages are installed none of their servers may start: tests start their own.
hold_servers() {
    [ ! -e "$policy" ] || mv "$policy" "$policy.before-tests"
    holding=yes
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod +x "$policy"
}

release_servers() {
    [ -n "$holding" ] || return 0
    holding=
    rm -f "$policy"
    [ ! -e "$policy.before-tests" ] || mv "$policy.before-tests" "$policy"
}

# need LOG WHAT COMMAND…: a step without which nothing else makes sense.
need() {
    step "$@" || stop "Nothing was tested: $2 failed."
}

# step LOG WHAT COMMAND…: runs it quietly, and shows the log when it fails.
step() {
    local log="$logs/$1.log" what="$2" begin=$SECONDS
    shift 2
    if guarded 1200 "$log" "$@"; then
        printf '%-40s %4d s\n' "$what" $((SECONDS - begin))
    else
        cat "$log"
        echo "Failed: $what ($*)." >&2
        return 1
    fi
}

run_tests() {
    local project="$1" log="$logs/$1.log" begin=$SECONDS code
    if [ -z "$(find "tests/$project" -name '*.cs' -not -path '*/obj/*' -print -quit)" ]; then
        printf '%-40s no tests yet\n' "$project"
        return
    fi

    guarded "${TEST_TIMEOUT:-900}" "$log" "artifacts/bin/$project/release/$project" --progress off --no-ansi
    code=$?
    local ok bad idle
    ok=$(count succeeded "$log") bad=$(count failed "$log") idle=$(count skipped "$log")
    passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + idle))
    printf '%-40s %4d s  %d passed, %d failed, %d skipped\n' "$project" $((SECONDS - begin)) "$ok" "$bad" "$idle"
    if [ "$code" -ne 0 ]; then
        cat "$log"
        if [ "$bad" -eq 0 ]; then
            failed=$((failed + 1))
            echo "$project ended with exit code $code (124: after ${TEST_TIMEOUT:-900} s)."
        fi
    fi
}

# The number that the summary of Microsoft.Testing.Platform gives for passed, failed or skipped tests.
count() {
    local number
    number=$(sed -n "s/^ *$1: *\([0-9][0-9]*\)\r*$/\1/p" "$2" | tail -n 1)
    echo "${number:-0}"
}

# guarded SECONDS LOG COMMAND…: in a process group of its own, without input, and nothing of it stays behind.
guarded() {
    local limit="$1" log="$2" code
    shift 2
    setsid timeout --kill-after=10 "$limit" "$@" >"$log" 2>&1 </dev/null &
    group=$!
    wait "$group"
    code=$?
    end_group
    return "$code"
}

end_group() {
    [ -z "$group" ] || kill -KILL -- "-$group" 2>/dev/null
    group=
}

stop() {
    echo "$1" >&2
    exit 1
}

finish() {
    local code=$?
    trap - EXIT INT TERM
    end_group
    release_servers
    if [ "$failed" -gt 0 ] || [ $((passed + failed)) -eq 0 ]; then
        [ "$code" -ne 0 ] || code=1
    fi
    echo "$passed passed, $failed failed, $skipped skipped"
    exit "$code"
}

main
