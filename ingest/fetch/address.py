"""Public addresses: those that anybody on the internet reaches, and that lead nowhere near the server itself.

Sources: IANA's registries of special-purpose addresses (as Python's `ipaddress` has them), RFC 6052 (NAT64),
RFC 3056 (6to4) and RFC 4380 (Teredo), which carry an IPv4 address inside.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_IPV4_KEPT_OUT = tuple(
    map(
        ip_network,
        (
            "192.0.0.0/24",  # protocol assignments; a cloud's metadata at .192
            "192.88.99.0/24",  # 6to4 relays
            "168.63.129.16/32",  # Azure's host, public in form alone
        ),
    )
)
_GLOBAL_UNICAST = ip_network("2000::/3")
_DOCUMENTATION = ip_network("3fff::/20")  # which older Pythons do not know
_NAT64 = ip_network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether `address` is one of the public internet; what is no address, or names an interface, is not."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    return _is_public_ipv4(found) if isinstance(found, IPv4Address) else _is_public_ipv6(found)


def _is_public_ipv4(address: IPv4Address) -> bool:
    if any(address in network for network in _IPV4_KEPT_OUT):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _is_public_ipv6(address: IPv6Address) -> bool:
    if address.scope_id is not None:
        return False
    if inside := address.ipv4_mapped:
        return _is_public_ipv4(inside)
    if address in _NAT64:
        return _is_public_ipv4(IPv4Address(int(address) & 0xFFFFFFFF))
    if address.sixtofour or address.teredo:
        return False
    return address in _GLOBAL_UNICAST and address not in _DOCUMENTATION and address.is_global
