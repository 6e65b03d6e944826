"""Linphone's contact search over LDAP: the library of the SIP telephone itself, through its C interface.

usage: with_linphone.py URL CA BASE   (an empty CA: no TLS)
Prints what the telephone would show, a line a hit: name, SIP address, number.
"""
import ctypes
import ctypes.util
import os
import sys
import tempfile
import time

os.environ["HOME"] = tempfile.mkdtemp()
library = ctypes.CDLL("liblinphone.so.10")
url, authority, base = sys.argv[1:4]


def call(name, *arguments, result=ctypes.c_void_p):
    function = getattr(library, "linphone_" + name)
    function.restype = result
    converted = []
    for value in arguments:
        if isinstance(value, str):
            converted.append(ctypes.c_char_p(value.encode()))
        elif isinstance(value, int) and not isinstance(value, bool) and value >= 1 << 31:
            converted.append(ctypes.c_void_p(value))
        else:
            converted.append(value)
    return function(*converted)


def text(pointer):
    return ctypes.string_at(pointer).decode() if pointer else "-"


call("logging_service_set_log_level", call("logging_service_get"), 1 << 5)
factory = call("factory_get")
settings = call("factory_create_config", factory, None)
if authority:
    call("config_set_string", settings, "sip", "root_ca", authority)
core = call("factory_create_core_with_config_3", factory, settings, None)
call("core_set_network_reachable", core, 1)
call("core_start", core, result=ctypes.c_int)

account = call("core_create_account_params", core)
call("account_params_set_identity_address", account, call("factory_create_address", factory, "sip:me@pbx.example.com"))
call("account_params_set_server_address", account, call("factory_create_address", factory, "sip:127.0.0.1:5999;transport=tcp"))
call("account_params_enable_register", account, 0)
made = call("core_create_account", core, account)
call("core_add_account", core, made)
call("core_set_default_account", core, made)

server = call("core_create_ldap_params", core)
call("ldap_params_set_server", server, url)
call("ldap_params_set_base_object", server, base)
call("ldap_params_set_filter", server, "(cn=*%s*)")
call("ldap_params_set_auth_method", server, 0)
call("ldap_params_enable_tls", server, 1 if authority else 0)
call("ldap_params_enable_sal", server, 0)
call("ldap_params_set_name_attribute", server, "cn")
call("ldap_params_set_sip_attribute", server, "telephoneNumber,mobile")
call("ldap_params_set_sip_domain", server, "pbx.example.com")
call("ldap_params_set_max_results", server, 5)
call("ldap_params_set_timeout", server, 20)
call("ldap_params_set_custom_value", server, "delay", "0")
call("ldap_params_set_enabled", server, 1)
call("core_add_ldap", core, call("core_create_ldap_with_params", core, server))


def search(what):
    done = []
    callback = ctypes.CFUNCTYPE(None, ctypes.c_void_p)(lambda _: done.append(True))
    finder = call("core_create_magic_search", core)
    callbacks = call("factory_create_magic_search_cbs", factory)
    library.linphone_magic_search_cbs_set_search_results_received(ctypes.c_void_p(callbacks), callback)
    call("magic_search_add_callbacks", finder, callbacks)
    call("magic_search_get_contacts_list_async", finder, what, "", 1 << 2, 0, result=None)
    deadline = time.monotonic() + 60
    while not done and time.monotonic() < deadline:
        call("core_iterate", core, result=None)
        time.sleep(0.02)
    if not done:
        sys.exit("no answer")
    # bctbx_list_t: next, previous, data.
    item = call("magic_search_get_last_search", finder)
    while item:
        following, _, found = (ctypes.c_void_p * 3).from_address(item)
        friend = call("search_result_get_friend", found)
        address = call("search_result_get_address", found)
        print(
            text(call("friend_get_name", friend) if friend else None),
            text(call("address_as_string", address) if address else None),
            text(call("search_result_get_phone_number", found)),
            sep=" | ")
        item = following


for words in sys.argv[4:]:
    search(words)
call("core_stop", core, result=None)
print("done")
