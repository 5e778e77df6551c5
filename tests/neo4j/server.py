"""Starts a throw-away Neo4j server.

``python -m tests.neo4j.server COMMAND…`` runs a command with the server's address in ``ACCORD_TEST_NEO4J_URI`` and its
password in ``ACCORD_TEST_NEO4J_PASSWORD``, and ends the server with it. Without a command it says both and waits for
Ctrl-C. It needs Maven, and Java 17 or 21.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from neo4j import GraphDatabase
from neo4j.exceptions import DriverError, Neo4jError

_HERE = Path(__file__).parent
_JARS = _HERE / "target" / "server"
_DOWNLOAD_TRIES = 3
_START_S = 240.0

# What the driver and the page cache open in the JDK; the server's own start script says the same.
_JAVA_FLAGS = (
    "-Xmx768m",
    "-Dfile.encoding=UTF-8",
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
)
_SETTINGS = {
    "server.default_listen_address": "127.0.0.1",
    "server.http.enabled": "true",  # it serves the Neo4j Browser at /browser/
    "server.https.enabled": "false",
    "server.memory.pagecache.size": "64m",
    "dbms.security.auth_enabled": "true",
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",  # LOAD CSV would fetch any address, in a read too
    "dbms.usage_report.enabled": "false",
    "server.config.strict_validation.enabled": "true",
}


@dataclass(slots=True)
class Server:
    """A server on `uri`, which serves the Neo4j Browser at `browser`; the user is ``neo4j``, the database too."""

    uri: str
    browser: str
    password: str
    home: Path
    jars: Path
    _process: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """The variables that tests read."""
        return {"ACCORD_TEST_NEO4J_URI": self.uri, "ACCORD_TEST_NEO4J_PASSWORD": self.password}

    def start(self) -> None:
        """Starts it; it answers when this returns."""
        command = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={self.home}", f"--config-dir={self.home}"]
        with (self.home / "out.log").open("wb") as log:
            self._process = subprocess.Popen(
                [*_java(self.jars), *command],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        _await_answer(self, self._process, self.home)

    def kill(self) -> None:
        """Ends it with nothing put in order; it may be started again."""
        if self._process:
            self._process.kill()
            self._process.wait()


class ServerFailed(Exception):
    """No server could be had; the text is what was refused."""


@contextmanager
def running_server(filled_from: Path | None = None) -> Iterator[Server]:
    """A server on free ports with an empty database, both gone when the block ends.

    `filled_from` is a folder of files whose ``import.args`` name what `neo4j-admin database import full` is to put into
    the database before the server starts.
    """
    jars = fetched_jars()
    with tempfile.TemporaryDirectory(prefix="accord-neo4j-") as folder:
        bolt, http = (f"127.0.0.1:{port}" for port in _free_ports())
        server = Server(f"bolt://{bolt}", f"http://{http}/browser/", secrets.token_hex(16), Path(folder), jars)
        _configure(server.home, bolt, http)
        _administer(server, ("dbms", "set-initial-password", server.password), server.home)
        if filled_from:
            arguments = ("database", "import", "full", "@import.args", "--overwrite-destination", "neo4j")
            _administer(server, arguments, filled_from.resolve())
        try:
            server.start()
            yield server
        finally:
            server.kill()  # its data is thrown away, and an orderly end takes ten seconds


def fetched_jars() -> Path:
    """The folder of the server's jars, fetched by Maven when it is missing or pom.xml has changed."""
    pom = _HERE / "pom.xml"
    fetched_for = _JARS / "pom.sha256"
    digest = hashlib.sha256(pom.read_bytes()).hexdigest()
    if fetched_for.exists() and fetched_for.read_text() == digest:
        return _JARS
    shutil.rmtree(_JARS, ignore_errors=True)
    _run_maven(pom)
    fetched_for.write_text(digest)
    return _JARS


def _run_maven(pom: Path) -> None:
    maven = shutil.which("mvn")
    if maven is None:
        raise ServerFailed("Maven (mvn) is not installed.")
    goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={_JARS}"]
    for _ in range(_DOWNLOAD_TRIES):
        done = subprocess.run([maven, "-q", "-B", "-f", str(pom), *goal], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return
    raise ServerFailed(f"Maven could not fetch the server:\n{done.stdout}{done.stderr}")


def _configure(home: Path, bolt: str, http: str) -> None:
    settings = {**_SETTINGS, "server.bolt.listen_address": bolt, "server.http.listen_address": http}
    settings |= {"server.bolt.advertised_address": bolt, "server.http.advertised_address": http}
    (home / "neo4j.conf").write_text("".join(f"{key}={value}\n" for key, value in settings.items()))


def _administer(server: Server, arguments: Sequence[str], folder: Path) -> None:
    """Runs neo4j-admin in `folder` for a server that does not run."""
    command = [*_java(server.jars), "org.neo4j.server.startup.Neo4jAdminCommand", *arguments]
    environment = {**os.environ, "NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home)}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ServerFailed(f"neo4j-admin {' '.join(arguments[:2])} failed:\n{done.stdout}{done.stderr}")


def _java(jars: Path) -> list[str]:
    java = shutil.which("java")
    if java is None:
        raise ServerFailed("Java (17 or 21) is not installed.")
    return [java, *_JAVA_FLAGS, "-cp", str(jars / "*")]


def _free_ports() -> tuple[int, int]:
    """Two ports that were free a moment ago; the server cannot say which one it got for 0."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]


def _await_answer(server: Server, process: subprocess.Popen[bytes], home: Path) -> None:
    give_up = time.monotonic() + _START_S
    while not _answers(server):
        if process.poll() is not None or time.monotonic() > give_up:
            logs = [home / "out.log", *sorted((home / "logs").glob("neo4j.log"))]
            raise ServerFailed("The server did not start:\n" + "".join(log.read_text()[-3000:] for log in logs))
        time.sleep(0.3)


def _answers(server: Server) -> bool:
    auth = ("neo4j", server.password)
    try:
        with GraphDatabase.driver(server.uri, auth=auth, connection_timeout=5, max_transaction_retry_time=0) as driver:
            driver.execute_query("RETURN 1", database_="neo4j")
    except (DriverError, Neo4jError, OSError):
        return False
    return True


def _run_with(server: Server, command: Sequence[str], environment: Mapping[str, str]) -> int:
    return subprocess.run(command, env={**environment, **server.environment}, check=False).returncode


def _say_and_wait(server: Server) -> int:
    """Ends with Ctrl-C."""
    for name, value in server.environment.items():
        sys.stdout.write(f"export {name}={value}\n")
    sys.stdout.flush()
    with suppress(KeyboardInterrupt):
        signal.pause()
    return 0


def main() -> int:
    """The command line; the exit code is the command's, or 1 with the reason if no server could be had."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    command = sys.argv[1:]
    try:
        with running_server() as server:
            return _run_with(server, command, os.environ) if command else _say_and_wait(server)
    except ServerFailed as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
