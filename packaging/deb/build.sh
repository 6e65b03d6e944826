#!/usr/bin/env bash
# Builds the Debian package: packaging/deb/build.sh [amd64|arm64]. Needs dpkg-deb. Prints the file that it made.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly architecture="${1:-amd64}"
case $architecture in
    amd64) platform=linux-x64 ;;
    arm64) platform=linux-arm64 ;;
    *) echo "No package for $architecture: amd64 or arm64." >&2 && exit 2 ;;
esac

version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)
readonly tree="artifacts/deb/$architecture" file="artifacts/packages/switchbook_${version}_$architecture.deb"

packaging/publish.sh "$platform" >&2
rm -rf "$tree"
install -d "$tree/DEBIAN" "$tree/usr/lib" "$tree/usr/share/doc/switchbook"
cp -r "artifacts/publish/$platform" "$tree/usr/lib/switchbook"
find "$tree/usr/lib/switchbook" -type f -exec chmod 644 {} +
chmod 755 "$tree/usr/lib/switchbook/switchbook"
rm -f "$tree"/usr/lib/switchbook/{README.md,CHANGELOG.md,LICENSE}

install -D -m 755 packaging/deb/switchbook "$tree/usr/bin/switchbook"
install -D -m 644 packaging/deb/switchbook.service "$tree/usr/lib/systemd/system/switchbook.service"
install -D -m 644 packaging/deb/switchbook.sysusers "$tree/usr/lib/sysusers.d/switchbook.conf"
install -D -m 640 packaging/deb/default "$tree/etc/default/switchbook"
install -D -m 644 LICENSE "$tree/usr/share/doc/switchbook/copyright"
gzip -9n <CHANGELOG.md >"$tree/usr/share/doc/switchbook/changelog.gz"
if [ "$architecture" = "$(dpkg --print-architecture)" ]; then
    install -d "$tree/usr/share/bash-completion/completions"
    "$tree/usr/lib/switchbook/switchbook" completion bash >"$tree/usr/share/bash-completion/completions/switchbook"
fi

for script in postinst prerm postrm; do
    install -m 755 "packaging/deb/$script" "$tree/DEBIAN/$script"
done
echo /etc/default/switchbook >"$tree/DEBIAN/conffiles"
cat >"$tree/DEBIAN/control" <<CONTROL
Package: switchbook
Version: $version
Architecture: $architecture
Maintainer: Switchbook contributors <switchbook@localhost>
Section: net
Priority: optional
Installed-Size: $(du -sk "$tree" | cut -f1)
Depends: libc6, libgcc-s1, libstdc++6, libssl3 | libssl3t64, ca-certificates, tzdata, util-linux, systemd | systemd-standalone-sysusers | adduser
Description: directory of phones and PBXs from Microsoft Entra ID
 Links Microsoft Entra ID to desk phones and PBXs: people's names and numbers
 stand in a system directory that is refreshed every hour and that phones and
 PBXs search over LDAP, vendors' XML phonebooks, Avaya IP Office's HTTP import
 and a caller-ID look-up.
CONTROL

mkdir -p artifacts/packages
dpkg-deb --build --root-owner-group "$tree" "$file" >&2
echo "$file"
