#!/usr/bin/env bash
# Publishes the program for the platforms named, each as an archive in artifacts/packages:
#
#   packaging/publish.sh                         linux-x64 linux-arm64 win-x64, and one for any platform that has the .NET 10 runtime
#   packaging/publish.sh linux-x64               only that
#
# Those that name a platform bring their own runtime and are compiled for it ahead of time, which halves the time of a start.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly out=artifacts/packages
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)

main() {
    [ $# -gt 0 ] || set -- linux-x64 linux-arm64 win-x64 any
    mkdir -p "$out"
    local platform
    for platform in "$@"; do
        publish "$platform"
        pack "$platform"
    done
}

# What stands in the lock files is locked for no platform; packages of a platform's runtime come with the SDK's own version.
publish() {
    local folder="artifacts/publish/$1" options=(--no-self-contained)
    [ "$1" = any ] || options=(--runtime "$1" --self-contained -p:NuGetLockFilePath="$PWD/artifacts/publish/$1.lock.json")
    rm -rf "$folder" "$folder.lock.json"
    dotnet publish src/Switchbook --configuration Release "${options[@]}" -p:RunAnalyzers=false --output "$folder" -v quiet --nologo
    cp LICENSE README.md CHANGELOG.md "$folder/"
}

pack() {
    local name="switchbook-$version-$1"
    case $1 in
        win-*) rm -f "$out/$name.zip" && (cd "artifacts/publish/$1" && zip -qr "../../packages/$name.zip" .) && echo "$out/$name.zip" ;;
        *)
            tar --sort=name --owner=0 --group=0 --transform "s:^\.:$name:" -C "artifacts/publish/$1" -czf "$out/$name.tar.gz" .
            echo "$out/$name.tar.gz"
            ;;
    esac
}

main "$@"
