"""python-ldap (libldap) against the server: subschema, paging, sorting, list view, matched values."""
import sys

import ldap
import ldap.schema
from ldap.controls.libldap import MatchedValuesControl, SimplePagedResultsControl
from ldap.controls.sss import SSSRequestControl
from ldap.controls.vlv import VLVRequestControl, VLVResponseControl

base = "dc=example,dc=com"
connection = ldap.initialize("ldap://127.0.0.1:" + sys.argv[1])
connection.simple_bind_s()


def check(what, condition):
    if not condition:
        sys.exit("failed: " + what)


name = connection.search_subschemasubentry_s()
check("subschema name", name == "cn=subschema")
schema = ldap.schema.SubSchema(connection.read_subschemasubentry_s(name))
check("attribute types", len(schema.listall(ldap.schema.AttributeType)) > 60)
check("syntaxes", len(schema.listall(ldap.schema.LDAPSyntax)) > 20)
person = schema.get_obj(ldap.schema.ObjectClass, "inetOrgPerson")
check("inetOrgPerson", "mobile" in person.may and person.sup == ("organizationalPerson",))

page = SimplePagedResultsControl(True, 333, "")
count = 0
while True:
    message = connection.search_ext(base, 2, "(objectClass=person)", ["cn"], serverctrls=[page])
    _, entries, _, controls = connection.result3(message)
    count += len(entries)
    page.cookie = [control for control in controls if control.controlType == page.controlType][0].cookie
    if not page.cookie:
        break
check("paging", count == 1000)

window = VLVRequestControl(True, before_count=2, after_count=7, offset=100, content_count=0)
message = connection.search_ext(base, 2, "(objectClass=person)", ["sn"], serverctrls=[SSSRequestControl(True, ordering_rules=["sn"]), window])
_, entries, _, controls = connection.result3(message, resp_ctrl_classes={VLVResponseControl.controlType: VLVResponseControl})
answer = [control for control in controls if control.controlType == VLVResponseControl.controlType][0]
check("window", len(entries) == 10)
check("place", answer.targetPosition == 100 and answer.contentCount == 1000)

message = connection.search_ext(base, 2, "(uid=u000001)", ["objectClass", "cn"], serverctrls=[MatchedValuesControl(True, "((objectClass=inetOrgPerson))")])
entries = connection.result(message)[1]
check("matched values", entries[0][1] == {"objectClass": [b"inetOrgPerson"]})

try:
    connection.modify_s(base, [(ldap.MOD_REPLACE, "o", b"x")])
    check("a write is refused", False)
except ldap.UNWILLING_TO_PERFORM:
    pass
print("done")
