import socket
from contextlib import suppress

from evals.tripwire import Tripwire


def test_a_connection_is_noted() -> None:
    tripwire = Tripwire()
    assert tripwire.calls == []
    with socket.socket() as connection, suppress(OSError):
        connection.settimeout(0.2)
        connection.connect(("127.0.0.1", 9))
    assert any(call.startswith("socket.connect") for call in tripwire.calls)
