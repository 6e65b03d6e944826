#!/bin/sh
# SSSD against the server: people as accounts, looked up as the C library does.
#
#   with_sssd.sh PORT BASE NAME…
#
# Run it by `unshare -m`, as root: whatever SSSD keeps is in file systems of memory that nobody else sees and that end with it.
set -eu
port=$1 base=$2
shift 2

for folder in /var/lib/sss /etc/sssd /var/log/sssd /run; do
    mkdir -p "$folder"
    mount -t tmpfs tmpfs "$folder"
done
(cd /var/lib/sss && mkdir -p db mc pipes/private pubconf/krb5.include.d gpo_cache keytabs secrets deskprofile)
mkdir -p /run/sssd

cat >/etc/sssd/sssd.conf <<CONF
[sssd]
services = nss
domains = phones

[nss]

[domain/phones]
id_provider = ldap
auth_provider = none
access_provider = permit
ldap_uri = ldap://127.0.0.1:$port
ldap_search_base = $base
ldap_user_object_class = inetOrgPerson
ldap_user_uid_number = employeeNumber
ldap_user_gid_number = employeeNumber
ldap_user_gecos = cn
fallback_homedir = /nonexistent
default_shell = /usr/sbin/nologin
CONF
chmod 600 /etc/sssd/sssd.conf

/usr/sbin/sssd --interactive >/var/log/sssd/out 2>&1 &
sssd=$!
tries=0
until [ -S /var/lib/sss/pipes/nss ] || [ "$tries" -ge 300 ]; do
    tries=$((tries + 1))
    sleep 0.1
done

code=0
getent -s sss passwd "$@" || code=$?
[ "$code" -eq 0 ] || cat /var/log/sssd/*
kill "$sssd"
wait "$sssd" || true
exit "$code"
