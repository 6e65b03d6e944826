#!/usr/bin/env python3
"""What a run costs by how many people changed, beside curl downloading the same pages of changes.

usage: bench/delta.py [--people 10000,100000] [--rounds 3]

A simulated tenant and a server are up, in processes of their own; after a full run, so many people get another job title
and number, and the next run reads what changed.
  wall       from asking the server for the run to its report: reading, comparing, writing
  processor  of the whole server until a second later, so that the new snapshot for the phones is in it, less what it
             uses in the same time when nothing happens
  memory     the most that was resident during the run above what was resident before
Medians over the rounds; curl is given the pages' addresses beforehand and reads them on one connection.
"""
import argparse, http.client, json, statistics, time, urllib.parse

from installation import SELECT, Curl, Server, Tenant, ask, build, until


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", default="10000,100000")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    build()
    print("| people | changed | requests | bytes | wall s | processor s | memory MB | curl wall s | curl processor s |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    for people in map(int, options.people.split(",")):
        measure(people, options.rounds)


def measure(people, rounds):
    tenant = Tenant(people)
    server = Server(tenant)
    until(lambda: server.runs())
    token = tenant.token()
    ids = [person["id"] for page in tenant.pages(token) for person in ask(page, token=token)["value"]]
    for _ in range(30):
        server.sync()
    for changed in (0, 10, people // 100, people):
        rows = [one(tenant, server, ids[:changed], number) for number in range(rounds if changed < people else 1)]
        values = [statistics.median(column) for column in zip(*rows)]
        print(f"| {people:,} | {changed:,} | {values[0]:.0f} | {values[1]:,.0f} | {values[2]:.3f} | {values[3]:.2f} | {values[4]:.1f} "
              f"| {values[5]:.3f} | {values[6]:.2f} |", flush=True)
    server.end()
    tenant.end()


def one(tenant, server, ids, number):
    token = tenant.token()
    _, mark = tenant.follow(f"{tenant.root}/v1.0/users/delta?$select={SELECT}&$deltatoken=latest", token)
    change(tenant, ids, number)
    curl = Curl(tenant.follow(mark, token)[0], token)
    size, (wall, processor, _) = curl.size(), curl.run()
    curl.end()
    nothing = server.processor()
    time.sleep(2)
    before, idle = server.processor(), server.memory("VmRSS")
    server.forget_peak()
    begin = time.monotonic()
    report = server.sync()
    took = time.monotonic() - begin
    time.sleep(1)
    used = server.processor() - before - (before - nothing) / 2 * (took + 1)
    if report["mode"] != "delta" or (report["changed"] == 0) != (len(ids) == 0):
        raise SystemExit(f"not what was to be measured: {report}")
    return report["requests"], size, took, max(0, used), server.memory("VmHWM") - idle, wall, processor


def change(tenant, ids, number):
    line = http.client.HTTPConnection(urllib.parse.urlparse(tenant.root).netloc)
    for place, person in enumerate(ids):
        body = {"jobTitle": f"Round {number}", "businessPhones": [f"+4930{place:07}{number}"]}
        line.request("PATCH", f"/_simulation/people/{person}", json.dumps(body), {"Content-Type": "application/json"})
        line.getresponse().read()
    line.close()


main()
