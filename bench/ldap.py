#!/usr/bin/env python3
"""The LDAP server beside OpenLDAP, alternating, with the same people and the same load.

usage: bench/ldap.py LOADGENERATOR [--people 10000,100000] [--connections 1,16] [--seconds 3] [--rounds 3] [--only REGEX]

LOADGENERATOR is a folder with ldapload.c, gen_ldif.py and slapd-run.sh: it makes the people and their LDIF, loads slapd with
them, and holds as many connections as it is told, each with one request under way. Switchbook gets the same people from a
synchronization with a simulated tenant. Both serve on the loopback address of this machine, which the load shares.

The two servers take turns, so that what else the machine does hits both; a row is the median of its rounds, after one that warms
up. Server processor time per operation is the steady figure; times of the clock depend on what else runs ("other load", cores).
Writes a table in Markdown to standard output.
"""
import argparse, json, os, pathlib, re, shutil, signal, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SWITCHBOOK = ROOT / "artifacts/bin/Switchbook/release/switchbook"
ATTRIBUTES = "cn,sn,givenName,displayName,telephoneNumber,mobile,ipPhone"
NUMBER = "(|(telephoneNumber=%)(mobile=%)(ipPhone=%))"
OURS = {"base": "ou=people,dc=switchbook", "sort": "sn,givenName"}
THEIRS = {"base": "ou=people,dc=example,dc=com", "sort": "sn:2.5.13.3,givenName:2.5.13.3"}

# What is asked: the goal for our share of the processor time, connections (None: as told), and arguments of the generator.
WORKLOADS = {
    "number look-up": (0.7, None, ["-f", NUMBER, "-k", "keys-numbers.txt"]),
    "number that nobody has": (None, None, ["-f", NUMBER, "-k", "keys-missnumbers.txt"]),
    "last seven digits": (0.7, None, ["-f", "(|(telephoneNumber=*%)(mobile=*%)(ipPhone=*%))", "-k", "keys-suffix7.txt", "-z", "50"]),
    "prefix of three letters, 50 hits": (0.35, None, ["-f", "(|(cn=%*)(sn=%*))", "-k", "keys-prefix3.txt", "-z", "50"]),
    "three letters within, 50 hits": (0.02, None, ["-f", "(|(cn=*%*)(sn=*%*))", "-k", "keys-infix3.txt", "-z", "50"]),
    "everything, in pages of 500": (0.5, [1], ["-f", "(objectClass=person)", "-P", "500"]),
    "list view by offset, 32 rows": (0.05, None, ["-f", "(objectClass=person)", "-V", "32", "-x", "SORT"]),
    "list view by value, 32 rows": (0.05, None, ["-f", "(objectClass=person)", "-V", "32", "-x", "SORT", "-v", "-k", "keys-prefix3.txt"]),
    "connect, bind, number look-up": (None, None, ["-r", "-f", NUMBER, "-k", "keys-numbers.txt"]),
    "connect by TLS, bind, number look-up": (None, None, ["-r", "-T", "-f", NUMBER, "-k", "keys-numbers.txt"]),
}


# Seconds until what both share with every workload is compiled and cached.
WARM_UP = 5


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def resident(pid):
    return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{pid}/status").read_text()).group(1)) // 1024


class OpenLdap:
    name = "OpenLDAP"

    def __init__(self, generator, data, folder):
        self.port, self.tls, self.facts = free_port(), free_port(), THEIRS
        run = subprocess.run([generator / "slapd-run.sh", data, folder, str(self.port), str(self.tls)], capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"slapd did not start: {run.stdout}{run.stderr}")
        self.pid = int((folder / "slapd.pid").read_text())

    def end(self):
        os.kill(self.pid, signal.SIGTERM)


class Switchbook:
    name = "Switchbook"

    def __init__(self, people, folder):
        self.port, self.tls, self.facts = free_port(), free_port(), OURS
        tenant = subprocess.Popen([SWITCHBOOK, "simulate", "--people", people, "--json"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            text, facts = "", None
            while facts is None:
                text += tenant.stdout.readline()
                try:
                    facts = json.loads(text)
                except json.JSONDecodeError:
                    if tenant.poll() is not None:
                        sys.exit("the simulated tenant did not start")
            secret = folder / "secret"
            secret.write_text(facts["clientSecret"])
            root = facts["endpoint"].rstrip("/")
            self.run(folder, "link", "add", "Bench", "--tenant-id", facts["tenantId"], "--client-id", facts["clientId"], "--client-secret-file", secret,
                     "--directory", "tenant", "--cloud", "custom", "--login-endpoint", root, "--graph-endpoint", root,
                     "--number-fields", "businessPhones,mobilePhone,onPremisesExtensionAttributes/extensionAttribute1")
            (folder / "appsettings.json").write_text(json.dumps({"Directory": {"MaximumEntries": 1_000_000}}))
            self.run(folder, "sync")
        finally:
            tenant.send_signal(signal.SIGTERM)
            tenant.wait()
        self.log = (folder / "log").open("w+")
        self.process = subprocess.Popen(
            [SWITCHBOOK, "--data", folder, "serve", "--urls", f"http://127.0.0.1:{free_port()}", "--set", f"Ldap:Port={self.port}", "--set", f"Ldap:TlsPort={self.tls}"],
            stdout=subprocess.DEVNULL, stderr=self.log)
        self.pid = self.process.pid
        while "is ready" not in (folder / "log").read_text():
            if self.process.poll() is not None:
                sys.exit((folder / "log").read_text())
            time.sleep(0.1)

    @staticmethod
    def run(folder, *arguments):
        run = subprocess.run([SWITCHBOOK, "--data", folder, *arguments], capture_output=True, text=True)
        if run.returncode != 0:
            sys.exit(f"{arguments[0]} failed: {run.stderr}")

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def load(program, server, data, connections, seconds, arguments):
    """Server µs per operation, p50 and p99 in ms, operations a second, entries an operation, other load in cores; None without an operation."""
    port = server.tls if "-T" in arguments else server.port
    arguments = [str(data / each) if each.startswith("keys-") else server.facts["sort"] if each == "SORT" else each for each in arguments]
    run = subprocess.run(
        [program, "-p", str(port), "-b", server.facts["base"], "-S", str(server.pid), "-c", str(connections), "-t", str(seconds), "-w", "0.7", "-a", ATTRIBUTES, *arguments],
        capture_output=True, text=True)
    fields = run.stdout.strip().split(",")
    if run.returncode != 0 or len(fields) < 19:
        return None
    return {"us": float(fields[15]), "p50": float(fields[7]), "p99": float(fields[9]), "qps": float(fields[4]), "entries": float(fields[5]),
            "other": float(fields[16]), "errors": int(fields[18])}


def compare(program, servers, data, connections, options):
    for server in servers:
        load(program, server, data, 1, WARM_UP, WORKLOADS["number look-up"][2])
    for name, (goal, only, arguments) in WORKLOADS.items():
        if not re.search(options.only, name):
            continue
        for count in [each for each in connections if only is None or each in only]:
            rounds = {server.name: [] for server in servers}
            # The first round warms both up and does not count.
            for turn in range(options.rounds + 1):
                for server in servers:
                    result = load(program, server, data, count, options.seconds, arguments)
                    if result and turn > 0:
                        rounds[server.name].append(result)
            yield name, goal, count, rounds


def median(results, field):
    return statistics.median(result[field] for result in results) if results else None


def row(name, goal, count, rounds):
    ours, theirs = rounds["Switchbook"], rounds["OpenLDAP"]
    us, other = median(ours, "us"), median(theirs, "us")
    show = lambda value, form: "–" if value is None else format(value, form)
    ratio = us / other if us and other else None
    return "| " + " | ".join([
        name, str(count), show(us, ",.1f"), show(other, ",.1f"), show(ratio, ".3f"), "" if goal is None else str(goal),
        f"{show(median(ours, 'p99'), ',.1f')} / {show(median(theirs, 'p99'), ',.1f')}",
        f"{show(median(ours, 'qps'), ',.0f')} / {show(median(theirs, 'qps'), ',.0f')}",
        show(median(ours + theirs, "other"), ".1f")]) + " |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("generator", type=pathlib.Path)
    parser.add_argument("--people", default="10000,100000")
    parser.add_argument("--connections", default="1,16")
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers end too
    work = pathlib.Path(tempfile.mkdtemp(prefix="bench-ldap"))
    try:
        program = work / "ldapload"
        subprocess.run(["gcc", "-O2", "-w", "-o", program, options.generator / "ldapload.c", "-lldap", "-llber", "-lssl", "-lcrypto", "-lpthread"], check=True)
        for people in map(int, options.people.split(",")):
            data = work / f"people{people}"
            subprocess.run([sys.executable, options.generator / "gen_ldif.py", str(people), data], check=True, stdout=subprocess.DEVNULL)
            for folder in ("ours", "theirs"):
                shutil.rmtree(work / folder, ignore_errors=True)
                (work / folder).mkdir()
            servers = [Switchbook(data / "people.csv", work / "ours"), OpenLdap(options.generator, data, work / "theirs")]
            try:
                print(f"\n{people:,} people\n\n| workload | connections | Switchbook, µs | OpenLDAP, µs | ratio | goal | p99, ms | operations a second | other load |")
                print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
                for result in compare(program, servers, data, list(map(int, options.connections.split(","))), options):
                    print(row(*result), flush=True)
                print("\nResident memory: " + ", ".join(f"{server.name} {resident(server.pid)} MB" for server in servers), flush=True)
            finally:
                for server in servers:
                    server.end()
    finally:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
