#!/usr/bin/env python3
"""A full run against curl downloading the same pages, side by side in one go.

usage: bench/sync.py [--people 10000,100000] [--delay 0,100] [--rounds 3]

Both read a simulated tenant in another process over loopback. curl is given the pages' addresses beforehand and reads
them one after the other on one connection; Switchbook signs in, follows the links, maps, compares, writes and publishes.
  process     `switchbook sync` into an empty directory: the start of the program is in it
  server      the same first run inside a server that is up
  again       the next run inside that server, by the changes: nothing has changed
  full again  a full run inside that server: everyone is read and compared, and nothing has changed
Wall and processor time and the largest resident memory are medians over the rounds, which alternate. A server's wall time
is that of its report; its processor time is counted until a second later, so that publishing is in it.
"""
import argparse, shutil, statistics, time

from installation import SWITCHBOOK, Curl, Server, Tenant, build, installation, link, measured, until


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", default="10000,100000")
    parser.add_argument("--delay", default="0,100")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    build()
    print("| people | ms a page | what | wall s | processor s | peak MB | wall / curl | processor / curl |")
    print("|---:|---:|---|---:|---:|---:|---:|---:|")
    for people in map(int, options.people.split(",")):
        for delay in map(int, options.delay.split(",")):
            compare(people, delay, options.rounds)


def compare(people, delay, rounds):
    tenant = Tenant(people, delay)
    token = tenant.token()
    curl = Curl(tenant.pages(token), token)
    server = warm_server(tenant)
    results = {"curl": [], "process": [], "server": [], "again": [], "full again": []}
    for _ in range(rounds):
        results["curl"].append(curl.run())
        directory = installation(tenant)
        results["process"].append(measured([SWITCHBOOK, "--data", directory, "sync", "--full"]))
        shutil.rmtree(directory)
        results["server"].append(first_run(server, tenant))
        results["again"].append(run(server, full=False))
        results["full again"].append(run(server, full=True))
        server.remove_link()
    base = [statistics.median(column) for column in zip(*results["curl"])]
    for what, rows in results.items():
        wall, processor, peak = (statistics.median(column) for column in zip(*rows))
        print(f"| {people} | {delay} | {what} | {wall:.2f} | {processor:.2f} | {peak:.0f} | {wall / base[0]:.2f} | {processor / max(base[1], 0.001):.0f} |", flush=True)
    curl.end()
    server.end()
    tenant.end()


def warm_server(tenant):
    """A server whose code is compiled, as that of one which is up for a day: by runs with a small tenant."""
    small = Tenant(min(2000, int(tenant.facts["people"])))
    server = Server(small)
    until(lambda: server.runs())
    for _ in range(5):
        server.sync(full=True)
    server.remove_link()
    small.end()
    return server


def first_run(server, tenant):
    """Into an empty directory: the server begins it by itself as soon as there is a link."""
    before = server.processor()
    server.forget_peak()
    link(tenant, server.directory)
    until(lambda: server.runs())
    return used(server, server.runs()[0]["durationSeconds"], before)


def run(server, full):
    before = server.processor()
    server.forget_peak()
    return used(server, server.sync(full)["durationSeconds"], before)


def used(server, wall, before):
    time.sleep(1)
    return wall, server.processor() - before, server.memory("VmHWM")


main()
