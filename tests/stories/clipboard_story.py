"""Two programs and one clipboard: ``give FILE`` holds a file's text in it, ``take`` pastes it into a network page."""

import sys
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QApplication

PATIENCE_MS = 30_000


def give(file: Path) -> int:
    """Hold a text in the clipboard until somebody ends this process."""
    application = QApplication(sys.argv)
    QGuiApplication.clipboard().setText(file.read_text(encoding="utf-8"))
    QTimer.singleShot(0, lambda: print("held", flush=True))
    return application.exec()


def take() -> int:
    """Paste what another process holds, and print the kinds that were added and the messages."""
    from cnnstudio.ui import app
    from cnnstudio.ui.editor.page import NetworkPage
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace

    application = app.create_application()
    jobs = JobRunner()
    page = NetworkPage(Workspace(), jobs, QUndoStack(jobs))
    page.message_requested.connect(lambda text, severity: print(f"{severity}: {text}"))
    page.show()
    patience = QElapsedTimer()
    patience.start()
    while not QGuiApplication.clipboard().text() and patience.elapsed() < PATIENCE_MS:
        application.processEvents()
    assert not QGuiApplication.clipboard().ownsClipboard()
    before = set(page.session.graph.nodes)
    page.commands.paste()
    added = [node.kind for node in page.session.graph.nodes.values() if node.id not in before]
    print(f"added: {' '.join(added)}")
    page.close()
    jobs.stop_all(10_000)
    return 0


if __name__ == "__main__":
    sys.exit(give(Path(sys.argv[2])) if sys.argv[1] == "give" else take())
