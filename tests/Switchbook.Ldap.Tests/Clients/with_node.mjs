// ldapts and ldapjs (pure JavaScript BER) against the server.
import { createRequire } from 'node:module';
import fs from 'node:fs';

const [folder, port, authority] = process.argv.slice(2);
const require = createRequire(folder + '/');
const { Client } = require('ldapts');
const ldapjs = require('ldapjs');
const url = `ldap://127.0.0.1:${port}`;
const base = 'dc=example,dc=com';

function check(what, condition) {
  if (!condition) {
    console.error('failed: ' + what);
    process.exit(1);
  }
}

const client = new Client({ url });
await client.bind('', '');
const limited = await client.search(base, { filter: '(|(cn=a*)(sn=v*))', sizeLimit: 50 }).catch(error => error);
check('ldapts size limit', limited.code === 4 || limited.searchEntries?.length === 50);
const paged = await client.search(base, { filter: '(objectClass=person)', paged: { pageSize: 300 }, attributes: ['cn'] });
check('ldapts paging', paged.searchEntries.length === 1000);
const named = await client.search(base, { filter: '(telephoneNumber=+1 425 555 0007)', attributes: ['commonName'] });
check('ldapts names come back as asked', named.searchEntries[0].commonName === 'Hiro Johansson');
await client.startTLS({ ca: [fs.readFileSync(authority)], servername: 'localhost' });
const secure = await client.search(base, { filter: '(uid=u000001)' });
check('ldapts starttls', secure.searchEntries.length === 1);
await client.unbind();

const old = ldapjs.createClient({ url: [url] });
const result = await new Promise((resolve, reject) => {
  old.search(base, { scope: 'sub', filter: '(objectClass=person)', paged: { pageSize: 300 }, attributes: ['cn'] }, (error, search) => {
    let entries = 0;
    search.on('searchEntry', () => entries++);
    search.on('error', reject);
    search.on('end', end => resolve({ entries, status: end.status }));
  });
});
check('ldapjs paging', result.entries === 1000 && result.status === 0);
const compared = await new Promise((resolve, reject) =>
  old.compare(`uid=u000001,ou=people,${base}`, 'givenName', 'BJÖRN', (error, matched) => error ? reject(error) : resolve(matched)));
check('ldapjs compare', compared === true);
old.unbind();
console.log('done');
