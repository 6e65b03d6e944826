#!/usr/bin/env python3
"""Phones' traffic with hostile connections among it: does anybody honest wait, or get no answer?

usage: bench/soak.py [--seconds 600] [--people 10000] [--rate 200] [--hostile 0.05]

One server on one core (taskset), with a simulated tenant linked to it; the load runs on the others. Honest traffic is a third each of
LDAP searches by number on a connection of their own, caller look-ups by HTTP, and searches in a phone book. Of all connections
the hostile share sends garbage, lengths of gigabytes, half of a request or header and then nothing, an octet in a second,
bodies without end, wrong passwords, plain text to TLS, or nothing at all. Writes a row in Markdown to standard output.
"""
import argparse, asyncio, os, pathlib, random, re, signal, socket, subprocess, sys, tempfile, time, urllib.parse
from installation import SWITCHBOOK, ask, build

PATIENCE = 5


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, people, folder):
        self.http, self.ldap, self.tls = free_port(), free_port(), free_port()
        self.process = subprocess.Popen(
            ["taskset", "-c", "0", SWITCHBOOK, "--data", folder, "serve", "--demo", "--demo-users", str(people), "--urls", f"http://127.0.0.1:{self.http}",
             "--set", f"Ldap:Port={self.ldap}", "--set", f"Ldap:TlsPort={self.tls}", "--set", "Directory:MaximumEntries=1000000"],
            stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if "is ready" in line:
                break
        self.root = f"http://127.0.0.1:{self.http}"

    def resident(self):
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{self.process.pid}/status").read_text()).group(1)) // 1024

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait()


def ber(tag, *parts):
    content = b"".join(parts)
    size = len(content)
    return bytes([tag]) + (bytes([size]) if size < 128 else bytes([0x82, size >> 8, size & 255])) + content


def search(number):
    return ber(0x30, ber(2, b"\1"), ber(0x63, ber(4, b"ou=people,dc=switchbook"), ber(10, b"\1"), ber(10, b"\0"), ber(2, b"\0"), ber(2, b"\0"), ber(1, b"\0"),
               ber(0xA3, ber(4, b"telephoneNumber"), ber(4, number.encode())), ber(0x30, ber(4, b"cn"))))


def bind(password):
    return ber(0x30, ber(2, b"\1"), ber(0x60, ber(2, b"\3"), ber(4, b"cn=x,ou=clients,dc=switchbook"), ber(0x80, password)))


async def exchange(port, sent, until):
    """Sends on a connection of its own and reads to what ends the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(sent)
        got = b""
        while not until(got):
            more = await reader.read(65536)
            if not more:
                break
            got += more
        return got
    finally:
        writer.close()


def get(path):
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode()


class Load:
    def __init__(self, server, entries):
        self.server, self.entries = server, entries
        self.times, self.lost, self.attacks = [], 0, 0

    async def honest(self):
        entry = random.choice(self.entries)
        kind, begin, name = random.randrange(3), time.perf_counter(), entry["name"].encode()
        number = urllib.parse.quote(entry["number"])
        try:
            async with asyncio.timeout(PATIENCE):
                if kind == 0:
                    got = await exchange(self.server.ldap, search(entry["number"]), lambda seen: seen.endswith(b"\x0a\x01\0\4\0\4\0"))
                    good = b"ou=people" in got
                elif kind == 1:
                    got = await exchange(self.server.http, get(f"/lookup?number={number}"), lambda seen: False)
                    good = b" 200 " in got
                else:
                    got = await exchange(self.server.http, get(f"/phonebook/yealink?q={urllib.parse.quote(entry['name'][:4])}"), lambda seen: False)
                    good = b" 200 " in got and b"<Name>" in got
            self.times.append(time.perf_counter() - begin)
            self.lost += not good
        except (OSError, TimeoutError):
            self.lost += 1

    async def hostile(self):
        self.attacks += 1
        server = self.server
        port, pieces, pause = random.choice([
            (server.ldap, [random.randbytes(2000)], 0),
            (server.ldap, [b"\x30\x84\x7f\xff\xff\xff"], 1),
            (server.ldap, [search("1")[:20]], 60),
            (server.ldap, [bytes([octet]) for octet in search("1" * 90)], 1),
            (server.ldap, [bind(b"wrong")] * 5, 0.01),
            (server.http, [random.randbytes(2000)], 0),
            (server.http, [b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "], 60),
            (server.http, [b"G"] + [b"x"] * 60, 1),
            (server.http, [b"POST /api/v1/directory HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999999999\r\n\r\n"] + [b"x" * 65536] * 50, 0),
            (server.tls, [b"no hello " * 100], 1),
            (server.http, [], 60),
        ])
        try:
            async with asyncio.timeout(90):
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                for piece in pieces:
                    writer.write(piece)
                    await writer.drain()
                    await asyncio.sleep(pause)
                await asyncio.sleep(pause)
                writer.close()
        except (OSError, TimeoutError):
            pass

    async def run(self, seconds, rate, share):
        tasks, begin, made = set(), time.monotonic(), 0
        while (now := time.monotonic()) - begin < seconds:
            while made < (now - begin) * rate:
                made += 1
                task = asyncio.create_task(self.hostile() if random.random() < share else self.honest())
                tasks.add(task)
                task.add_done_callback(tasks.discard)
            await asyncio.sleep(0.002)
        await asyncio.sleep(PATIENCE)
        for task in list(tasks):
            task.cancel()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--rate", type=int, default=200, help="connections in a second")
    parser.add_argument("--hostile", type=float, default=0.05, help="their hostile share")
    parser.add_argument("--built", action="store_true", help="do not build first")
    given = parser.parse_args()
    if not given.built:
        build()
    if (os.cpu_count() or 1) > 1:
        os.sched_setaffinity(0, set(range(1, os.cpu_count())))
    with tempfile.TemporaryDirectory() as folder:
        server = Server(given.people, folder)
        try:
            entries = [entry for entry in ask(f"{server.root}/api/v1/directory") if entry["kind"] == "businessPhones"]
            load = Load(server, entries)
            asyncio.run(load.run(10, given.rate, 0))  # warms up
            load.times, load.lost, before = [], 0, server.resident()
            asyncio.run(load.run(given.seconds, given.rate, given.hostile))
            times = sorted(load.times)
            at = lambda share: times[int(len(times) * share)] * 1000
            print("| seconds | honest | hostile | lost | p50 ms | p99 ms | p99.9 ms | MB before | MB after |\n|" + "---:|" * 9)
            print(f"| {given.seconds} | {len(times)} | {load.attacks} | {load.lost} | {at(.5):.1f} | {at(.99):.1f} | {at(.999):.1f} | {before} | {server.resident()} |")
        finally:
            code = server.end()
            if code != 0:
                sys.exit(f"the server ended with {code}")


main()
