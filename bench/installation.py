"""What the benches share: a simulated tenant, an installation linked to it, a server, and what their processes used."""
import atexit, json, os, pathlib, shutil, signal, socket, subprocess, sys, tempfile, time, urllib.parse, urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
SWITCHBOOK = ROOT / "artifacts/bin/Switchbook/release/switchbook"
SELECT = "id,displayName,businessPhones,mobilePhone,givenName,surname,mail,jobTitle,department,companyName,userPrincipalName"


def build():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the servers end too
    subprocess.run(["dotnet", "build", "-c", "Release", ROOT / "src/Switchbook", "-v", "quiet", "-nologo"], check=True)


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


def ask(url, body=None, token=None, method=None):
    request = urllib.request.Request(url, data=body, method=method)
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
        return json.loads(text) if text else None


class Curl:
    """Downloads pages one after the other on one connection, their addresses known beforehand."""

    def __init__(self, pages, token):
        self.file = tempfile.NamedTemporaryFile("w", suffix=".curl", delete=False)
        for page in pages:
            self.file.write(f'url = "{page}"\noutput = "/dev/null"\n')
        self.file.close()
        self.arguments = ["curl", "-sS", "--globoff", "-H", f"Authorization: Bearer {token}", "-H", "Accept-Encoding: gzip",
                          "-K", self.file.name]

    def run(self):
        return measured(self.arguments)

    def size(self):
        """The bytes of all bodies as they go over the line."""
        sizes = subprocess.run([*self.arguments, "-w", "%{size_download}\n"], capture_output=True, text=True, check=True).stdout
        return sum(map(int, sizes.split()))

    def end(self):
        os.unlink(self.file.name)


class Tenant:
    def __init__(self, people, delay=0):
        self.process = subprocess.Popen(
            [SWITCHBOOK, "simulate", "--users", str(people), "--page-delay", str(delay), "--json"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        atexit.register(self.process.kill)
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
        form = {"grant_type": "client_credentials", "client_id": self.facts["clientId"],
                "client_secret": self.facts["clientSecret"], "scope": f"{self.root}/.default"}
        return ask(f"{self.root}/{self.facts['tenantId']}/oauth2/v2.0/token", urllib.parse.urlencode(form).encode())["access_token"]

    def pages(self, token):
        """The addresses of the pages of a full run."""
        return self.follow(f"{self.root}/v1.0/users?$select={SELECT}&$top=999", token)[0]

    def follow(self, url, token):
        """The addresses of all pages from one on, and the link to the changes after them."""
        pages, page = [], {}
        while url:
            pages.append(url)
            page = ask(url, token=token)
            url = page.get("@odata.nextLink")
        return pages, page.get("@odata.deltaLink")

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()


def link(tenant, directory):
    subprocess.run(
        [SWITCHBOOK, "--data", directory, "link", "add", "Bench", "--tenant-id", tenant.facts["tenantId"], "--client-id",
         tenant.facts["clientId"], "--client-secret-file", "-", "--directory", "tenant", "--number-fields",
         "businessPhones,mobilePhone=M", "--cloud", "custom", "--login-endpoint", tenant.root, "--graph-endpoint", tenant.root],
        input=tenant.facts["clientSecret"], text=True, check=True, stderr=subprocess.DEVNULL)


def installation(tenant=None):
    directory = tempfile.mkdtemp(prefix="switchbook-bench-")
    (pathlib.Path(directory) / "appsettings.json").write_text('{"Directory":{"MaximumEntries":1000000},"Guards":{"Enabled":false}}')
    if tenant:
        link(tenant, directory)
    return directory


class Server:
    """A server that is up, and ends with its directory."""

    def __init__(self, tenant=None):
        self.directory = installation(tenant)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.root = f"http://127.0.0.1:{free.getsockname()[1]}"
        self.process = subprocess.Popen(
            [SWITCHBOOK, "--data", self.directory, "serve", "--urls", self.root, "--set", "Ldap:Port=0", "--set", "Ldap:TlsPort=0"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        atexit.register(self.process.kill)
        until(lambda: isinstance(ask(f"{self.root}/api/v1/links"), list))

    def sync(self, full=False):
        """A run, to its end: its report."""
        return ask(f"{self.root}/api/v1/links/Bench/sync?wait=true&full={'true' if full else 'false'}", b"", method="POST")

    def runs(self):
        return ask(f"{self.root}/api/v1/links/Bench/runs")

    def remove_link(self):
        subprocess.run([SWITCHBOOK, "--data", self.directory, "link", "remove", "Bench"], check=True, stderr=subprocess.DEVNULL)

    def processor(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self, field):
        """Megabytes: VmRSS, what is resident now; VmHWM, the most since the last look."""
        lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith(field)).split()[1]) / 1024

    def forget_peak(self):
        pathlib.Path(f"/proc/{self.process.pid}/clear_refs").write_text("5")

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait()
        shutil.rmtree(self.directory)


def until(holds, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if holds():
                return
        except (OSError, ValueError):
            pass
        time.sleep(0.1)
    sys.exit("it did not come to pass in time")
