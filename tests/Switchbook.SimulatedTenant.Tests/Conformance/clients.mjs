// Reads a simulated tenant with @azure/msal-node and @microsoft/microsoft-graph-client and prints what it found.
import { ConfidentialClientApplication } from "@azure/msal-node";
import graph from "@microsoft/microsoft-graph-client";

const [endpoint, tenant, clientId, clientSecret, group] = process.argv.slice(2);
const authority = `${endpoint}/${tenant}`;
const scopes = ["https://graph.microsoft.com/.default"];
const host = new URL(endpoint).host;

async function signIn(secret) {
  const application = new ConfidentialClientApplication({
    auth: { clientId, clientSecret: secret, authority, knownAuthorities: [host] },
  });
  return await application.acquireTokenByClientCredential({ scopes });
}

const { accessToken } = await signIn(clientSecret);
const client = graph.Client.init({
  baseUrl: endpoint,
  customHosts: new Set([new URL(endpoint).hostname]),
  authProvider: (done) => done(null, accessToken),
});

async function readAll(request) {
  const ids = new Set();
  const pages = new graph.PageIterator(client, await request.get(), (item) => ids.add(item.id) || true);
  await pages.iterate();
  return ids.size;
}

const users = await readAll(client.api("/users").select("id,displayName,businessPhones").top(999));
const members = await readAll(client.api(`/groups/${group}/transitiveMembers`).select("id").top(999));
const refused = await signIn("wrong").then(() => "nothing", (problem) => problem.errorCode);
console.log(JSON.stringify({ users, members, refused }));
