from __future__ import annotations

import pytest

from ingest.fetch.address import is_public


@pytest.mark.parametrize(
    "address",
    [
        "8.8.8.8",
        "192.0.1.1",
        "100.63.255.255",
        "172.32.0.1",
        "168.63.129.17",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
    ],
)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    """
    0.0.0.0 10.0.0.1 100.64.0.1 100.100.100.200 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.255.255
    192.0.0.192 192.0.2.1 192.88.99.1 192.168.0.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 240.0.0.1
    255.255.255.255 168.63.129.16
    :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:169.254.169.254 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe
    64:ff9b:1::1 100::1 2001::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 2001:0:7f00:1:: 3fff::1 5f00::1 fc00::1
    fd00:ec2::254 fe80::1 fe80::1%eth0 2606:4700::1111%1 fec0::1 ff02::1
    localhost 2130706433 0x7f.1 0177.0.0.1 127.1
    """.split(),
)
def test_not_public(address: str) -> None:
    assert not is_public(address)


def test_what_is_no_address_is_not_public() -> None:
    assert not any(map(is_public, ("", " 8.8.8.8", "8.8.8.8 ", "localhost")))
