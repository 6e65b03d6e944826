#!/usr/bin/env bash
# Installs the package in a Debian of its own, uses it, upgrades, removes and purges it: packaging/deb/test.sh FILE.deb
# As root; needs debootstrap, and downloads a minimal Debian each time. Says what it saw, and ends with 0 when all was right.
set -euo pipefail

readonly deb=$(readlink -f "$1")
root=$(mktemp -d)
server=

main() {
    trap finish EXIT
    chmod 755 "$root"
    debootstrap --variant=minbase --include=ca-certificates,libssl3,systemd,curl,ldap-utils bookworm "$root" >"$root.log" || { cat "$root.log"; exit 1; }
    mount --bind /proc "$root/proc"
    cp "$deb" "$root/switchbook.deb"

    inside dpkg -i /switchbook.deb
    check "the data directory is the user's alone" "$(inside stat -c '%U %a' /var/lib/switchbook)" "switchbook 700"
    check "settings are readable by the service alone" "$(inside stat -c '%U %G %a' /etc/default/switchbook)" "root switchbook 640"
    check "the unit is well-formed" "$(inside systemd-analyze verify /usr/lib/systemd/system/switchbook.service 2>&1 | grep -c switchbook || true)" 0
    inside switchbook --version

    inside switchbook directory add 'Adele Vance' '+44 1632 960001'
    check "what root asks is done as the user" "$(inside find /var/lib/switchbook -not -user switchbook | wc -l)" 0
    serve
    check "callers are named" "$(curl -s 'http://127.0.0.1:18080/lookup?number=01632960001')" "Adele Vance"
    check "LDAP answers" "$(inside ldapsearch -x -LLL -H ldap://127.0.0.1:13890 -b ou=directory,dc=switchbook '(cn=ad*)' cn | grep -c 'cn: Adele Vance')" 1
    check "it runs as its user" "$(stat -c %u "/proc/$(pgrep -f 'switchbook serve --urls http://127.0.0.1:18080' | tail -n 1)")" "$(inside id -u switchbook)"
    end_server

    inside dpkg -i /switchbook.deb
    check "an upgrade keeps the data" "$(inside switchbook directory lookup 01632960001 | grep -c 'Adele Vance')" 1
    inside dpkg -r switchbook
    check "removal keeps the data" "$(test -s "$root/var/lib/switchbook/switchbook.db" && echo kept)" kept
    inside dpkg -P switchbook
    check "a purge leaves nothing" "$(ls -d "$root"/var/lib/switchbook "$root"/usr/lib/switchbook "$root"/etc/default/switchbook 2>/dev/null | wc -l)" 0
    check "the user is gone" "$(inside getent passwd switchbook | wc -l)" 0
    echo "all as it should be"
}

inside() {
    chroot "$root" /usr/bin/env PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
}

serve() {
    # Not by the function: the process to end must be the server's own.
    chroot "$root" /usr/bin/switchbook serve --urls http://127.0.0.1:18080 --set Ldap:Port=13890 --set Ldap:TlsPort=0 2>"$root.serve" &
    server=$!
    for _ in $(seq 120); do
        grep -q 'is ready' "$root.serve" && return
        sleep 0.5
    done
    cat "$root.serve"
    exit 1
}

end_server() {
    [ -z "$server" ] || kill "$server"
    wait "$server" && check "it ends in good order" 0 0
    server=
}

check() {
    [ "$2" = "$3" ] || { echo "not so: $1: '$2', and not '$3'" >&2 && exit 1; }
    echo "so: $1"
}

finish() {
    [ -z "$server" ] || kill -KILL "$server" 2>/dev/null || true
    umount "$root/proc" 2>/dev/null || true
    rm -rf --one-file-system "$root" "$root.log" "$root.serve"
}

main
