#!/usr/bin/env python3
"""A full run against curl downloading the same pages, side by side in one go.

usage: bench/sync.py [--people 10000,100000] [--delay 0,100] [--rounds 3]

Both read a simulated tenant in another process over loopback. curl is given the pages' addresses beforehand and reads
them one after the other on one connection; Switchbook signs in, follows the links, maps, compares, writes and publishes.
  process   `switchbook sync` into an empty directory: the start of the program is in it
  server    the same first run inside a server that is up, as every hourly run is
  again     another run inside that server: nothing has changed, everyone is read and compared
Wall and processor time and the largest resident memory are medians over the rounds, which alternate.
"""
import argparse, json, os, pathlib, shutil, signal, statistics, subprocess, sys, tempfile, time, urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
SWITCHBOOK = ROOT / "artifacts/bin/Switchbook/release/switchbook"


def measured(arguments, **options):
    """Runs to the end: wall seconds, processor seconds, largest resident memory in MB."""
    begin = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{arguments[0]} failed: {errors.decode()}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def line_with(process, text):
    for line in process.stdout:
        if text in line:
            return line
    sys.exit(f"ended before it said {text!r}")


def ask(url, body=None, token=None, method=None):
    request = urllib.request.Request(url, data=body, method=method)
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
        return json.loads(text) if text else None


class Tenant:
    def __init__(self, people, delay):
        self.process = subprocess.Popen(
            [SWITCHBOOK, "simulate", "--users", str(people), "--page-delay", str(delay), "--json"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        text = ""
        while True:
            text += self.process.stdout.readline()
            try:
                self.facts = json.loads(text)
                break
            except json.JSONDecodeError:
                if self.process.poll() is not None:
                    sys.exit("the simulated tenant did not start")
        self.root = self.facts["endpoint"].rstrip("/")

    def token(self):
        form = f"grant_type=client_credentials&client_id={self.facts['clientId']}&client_secret={self.facts['clientSecret']}" \
               f"&scope={self.root}/.default"
        return ask(f"{self.root}/{self.facts['tenantId']}/oauth2/v2.0/token", form.encode())["access_token"]

    def pages(self, token):
        """The addresses of the pages that a run reads."""
        select = "id,displayName,businessPhones,mobilePhone,givenName,surname,mail,jobTitle,department,companyName,userPrincipalName"
        url, pages = f"{self.root}/v1.0/users?$select={select}&$top=999", []
        while url:
            pages.append(url)
            url = ask(url, token=token).get("@odata.nextLink")
        return pages

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def installation(tenant, directory):
    subprocess.run(
        [SWITCHBOOK, "--data", directory, "link", "add", "Bench", "--tenant-id", tenant.facts["tenantId"], "--client-id",
         tenant.facts["clientId"], "--client-secret-file", "-", "--directory", "tenant", "--number-fields",
         "businessPhones,mobilePhone=M", "--cloud", "custom", "--login-endpoint", tenant.root, "--graph-endpoint", tenant.root],
        input=tenant.facts["clientSecret"], text=True, check=True, stderr=subprocess.DEVNULL)
    (pathlib.Path(directory) / "appsettings.json").write_text('{"Directory":{"MaximumEntries":1000000}}')


def usage_of(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    processor = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    peak = next(l for l in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines() if l.startswith("VmHWM"))
    return processor, int(peak.split()[1]) / 1024


def in_server(tenant):
    """Runs inside a warm server: first into an empty directory, then again."""
    directory = tempfile.mkdtemp(prefix="switchbook-bench-")
    installation(tenant, directory)
    server = subprocess.Popen(
        [SWITCHBOOK, "--data", directory, "serve", "--urls", "http://127.0.0.1:18555", "--set", "Ldap:Port=0", "--set", "Ldap:TlsPort=0"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    for line in server.stderr:
        if "Run of link Bench" in line:
            break
    subprocess.run([SWITCHBOOK, "--data", directory, "link", "remove", "Bench"], check=True, stderr=subprocess.DEVNULL)
    results = []
    time.sleep(2)
    processor = usage_of(server.pid)[0]
    installation(tenant, directory)
    results.append(next_run(server, processor))
    processor = usage_of(server.pid)[0]
    ask("http://127.0.0.1:18555/api/v1/links/Bench/sync", b"", method="POST")
    results.append(next_run(server, processor))
    server.send_signal(signal.SIGTERM)
    server.wait()
    shutil.rmtree(directory)
    return results


def next_run(server, processor):
    for line in server.stderr:
        if "Run of link Bench succeeded" in line:
            wall = float(line.rsplit(" in ", 1)[1].split()[0])
            time.sleep(1)
            after, peak = usage_of(server.pid)
            return wall, after - processor, peak
    sys.exit("the server ended")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", default="10000,100000")
    parser.add_argument("--delay", default="0,100")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers end too
    subprocess.run(["dotnet", "build", "-c", "Release", ROOT / "src/Switchbook", "-v", "quiet", "-nologo"], check=True)
    print("| people | ms a page | what | wall s | processor s | peak MB | wall / curl | processor / curl |")
    print("|---:|---:|---|---:|---:|---:|---:|---:|")
    for people in map(int, options.people.split(",")):
        for delay in map(int, options.delay.split(",")):
            compare(people, delay, options.rounds)


def compare(people, delay, rounds):
    tenant = Tenant(people, delay)
    token = tenant.token()
    urls = tempfile.NamedTemporaryFile("w", suffix=".curl", delete=False)
    for page in tenant.pages(token):
        urls.write(f'url = "{page}"\noutput = "/dev/null"\n')
    urls.close()
    results = {"curl": [], "process": [], "server": [], "again": []}
    for _ in range(rounds):
        results["curl"].append(measured(["curl", "-sS", "--globoff", "-H", f"Authorization: Bearer {token}", "-K", urls.name]))
        directory = tempfile.mkdtemp(prefix="switchbook-bench-")
        installation(tenant, directory)
        results["process"].append(measured([SWITCHBOOK, "--data", directory, "sync", "--full"]))
        shutil.rmtree(directory)
        first, again = in_server(tenant)
        results["server"].append(first)
        results["again"].append(again)
    base = [statistics.median(column) for column in zip(*results["curl"])]
    for what, rows in results.items():
        wall, processor, peak = (statistics.median(column) for column in zip(*rows))
        print(f"| {people} | {delay} | {what} | {wall:.2f} | {processor:.2f} | {peak:.0f} | {wall / base[0]:.2f} | {processor / max(base[1], 0.001):.0f} |", flush=True)
    os.unlink(urls.name)
    tenant.end()


main()
