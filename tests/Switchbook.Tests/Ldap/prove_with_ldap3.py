"""How a client proves itself without a simple bind. usage: PORT TLS-PORT NAME PASSWORD CERTIFICATE KEY OTHER-CERTIFICATE OTHER-KEY"""
import ssl
import sys

from ldap3 import DIGEST_MD5, EXTERNAL, SASL, Connection, Server, Tls

port, tls_port, name, password, *files = sys.argv[1:]


def who(connection):
    """Who the server says it is; None when it refuses the bind."""
    return connection.extend.standard.who_am_i() if connection.bind() else None


def digest(user, secret):
    return who(Connection(Server("127.0.0.1", int(port)), authentication=SASL, sasl_mechanism=DIGEST_MD5, sasl_credentials=(None, user, secret, None)))


def external(certificate, key, start_tls=False):
    tls = Tls(key, certificate, validate=ssl.CERT_NONE)
    server = Server("127.0.0.1", int(port if start_tls else tls_port), use_ssl=not start_tls, tls=tls)
    connection = Connection(server, authentication=SASL, sasl_mechanism=EXTERNAL, sasl_credentials=())
    connection.open()
    if start_tls:
        connection.start_tls()
    return who(connection)


print(digest(name, password))
print(digest(name, password + "!"))
print(digest("plain", password))
print(external(*files[:2]))
print(external(*files[:2], start_tls=True))
print(external(*files[2:]))
