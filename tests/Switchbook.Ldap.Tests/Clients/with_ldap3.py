"""ldap3 (pure Python) against the server: schema, paging, limits, SASL, StartTLS."""
import ssl
import sys

from ldap3 import ALL, DIGEST_MD5, SASL, Connection, Server, Tls

port, authority, reader, user, password = int(sys.argv[1]), *sys.argv[2:6]
base = "dc=example,dc=com"


def check(what, condition):
    if not condition:
        sys.exit("failed: " + what)


tls = Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=authority)
server = Server("127.0.0.1", port=port, get_info=ALL, tls=tls)
anonymous = Connection(server, auto_bind=True, check_names=True)
check("naming context", server.info.naming_contexts == [base])
check("controls", len(server.info.supported_controls) >= 6)
check("attribute types", len(server.schema.attribute_types) > 60)
check("alias", server.schema.attribute_types["mobileTelephoneNumber"].name[0] == "mobile")
check("object classes", "inetOrgPerson" in server.schema.object_classes)
check("matching rules", len(server.schema.matching_rules) > 20)

anonymous.search(base, "(|(cn=a*)(sn=v*))", attributes=["cn"], size_limit=50)
check("size limit", len(anonymous.entries) == 50 and anonymous.result["description"] == "sizeLimitExceeded")
pages = anonymous.extend.standard.paged_search(base, "(objectClass=person)", attributes=["cn"], paged_size=300, generator=True)
check("paging", sum(1 for _ in pages) == 1000)
check("anonymous", not anonymous.extend.standard.who_am_i())
check("starttls", anonymous.start_tls())
anonymous.search(base, "(telephoneNumber=*5550100)", attributes=["cn"])
check("suffix", len(anonymous.entries) == 1)
anonymous.search("cn=subschema", "(objectClass=subschema)", "BASE", attributes=["attributeTypes"])
check("subschema", len(anonymous.entries[0].attributeTypes) > 60)

plain = Connection(server, authentication=SASL, sasl_mechanism="PLAIN", sasl_credentials=(None, user, password))
plain.open()
plain.start_tls()
check("sasl plain", plain.bind() and plain.extend.standard.who_am_i() == "dn:" + reader)
digest = Connection(server, authentication=SASL, sasl_mechanism=DIGEST_MD5, sasl_credentials=(None, user, password, None))
check("digest", digest.bind() and digest.extend.standard.who_am_i() == "dn:" + reader)
wrong = Connection(server, authentication=SASL, sasl_mechanism=DIGEST_MD5, sasl_credentials=(None, user, "wrong", None))
check("wrong digest", not wrong.bind() and wrong.result["description"] == "invalidCredentials")
print("done")
