"""The program in a process that may open no connection: ``python -m tests.stories.no_network window|demo|control DIR``.

Python's audit hook sees every connection, name look-up and datagram that Python code asks for and refuses it. Qt's
own networking is another library, which must not even be loaded.
"""

import os
import sys
from pathlib import Path

FORBIDDEN = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto",
             "socket.sendmsg", "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect")
REFUSED = "asked for the network: "


def forbid() -> None:
    """Refuse every use of the network from now on, and tell of it on stdout."""
    def refuse(event: str, arguments: tuple[object, ...]) -> None:
        if event in FORBIDDEN:
            sys.stdout.write(f"{REFUSED}{event} {arguments!r}\n")
            sys.stdout.flush()
            raise PermissionError(f"{REFUSED}{event}")

    sys.addaudithook(refuse)


def demo(folder: Path) -> int:
    """Train, evaluate and explain without a window."""
    from cnnstudio import cli

    return cli.main(["demo", "--epochs", "1", "--out", str(folder)], open_window=lambda *_: 1)


def control(_folder: Path) -> int:
    """Do what the user asks for with a button: download weights."""
    from cnnstudio import cli

    return cli.main(["weights", "download", "resnet18"], open_window=lambda *_: 1)


def window(folder: Path) -> int:
    """Open a sample in the window, see every page, and close it."""
    from PySide6.QtCore import QTimer

    from cnnstudio.ui.app import create_application
    from cnnstudio.ui.main_window import MainWindow
    from cnnstudio.workspace.workspace import Workspace

    application = create_application()
    shown = MainWindow(Workspace(folder / "runs"))
    shown.show()
    shown.engine.load()
    shown.open_sample("digits")
    waits = QTimer(application, interval=50)

    def go_on() -> None:
        if shown.workspace.folder is None or shown.engine.is_loading:
            return
        waits.stop()
        for name in ("data", "network", "train", "look", "runs", "welcome"):
            shown.page(name)
            shown.show_page(name)
            application.processEvents()
        shown.show_about()
        application.processEvents()
        sys.stdout.write("all pages seen\n")
        sys.stdout.flush()
        os._exit(3 if "PySide6.QtNetwork" in sys.modules else 0)

    waits.timeout.connect(go_on)
    waits.start()
    return application.exec()


if __name__ == "__main__":
    forbid()
    sys.exit({"demo": demo, "window": window, "control": control}[sys.argv[1]](Path(sys.argv[2])))
