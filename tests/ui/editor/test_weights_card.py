"""The form of a pretrained network says where its weights are, downloads them on request and shows how far it is."""

import hashlib
import http.server
import threading

import pytest
from PySide6.QtGui import QUndoStack

from cnnstudio.network import published_weights as table
from cnnstudio.network.published_weights import PublishedWeights
from cnnstudio.ui.editor import weights_card
from cnnstudio.ui.editor.session import EditorSession
from cnnstudio.ui.editor.weights_card import WeightsCard, WeightsDownloads
from cnnstudio.workspace.workspace import Workspace

DATA = b"weights" * 300_000
NAME = "squeezenet1_1"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(len(DATA)))
        self.end_headers()
        self.wfile.write(DATA)

    def log_message(self, *_words):
        """Print nothing."""


@pytest.fixture
def address(monkeypatch, tmp_path):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def use(monkeypatch, url):
    rows = {NAME: PublishedWeights(NAME, "SqueezeNet", url, 2.0, 58.0)}
    for module in (table, weights_card):
        monkeypatch.setattr(module, "PUBLISHED_WEIGHTS", rows)
    return rows[NAME]


@pytest.fixture
def card(qtbot, jobs):
    made = WeightsCard()
    qtbot.addWidget(made)
    made.show()
    WeightsDownloads(made, EditorSession(Workspace(), QUndoStack(made), made), jobs)
    return made


def parameters(**others):
    return {"architecture": NAME, "weights": "imagenet"} | others


def test_weights_are_downloaded_when_the_button_is_pressed(qtbot, address, monkeypatch, card):
    info = use(monkeypatch, f"{address}/{NAME}-{hashlib.sha256(DATA).hexdigest()[:8]}.pth")
    card.show_layer("Backbone", parameters())
    assert "not on this computer: 2.0 MB" in card.state.text()
    assert card.download.isVisible()
    card.download.click()
    assert card.bar.isVisible()
    assert card.stop.isVisible()
    qtbot.waitUntil(lambda: "are on this computer" in card.state.text() and not card.bar.isVisible(), timeout=60_000)
    assert info.path.read_bytes() == DATA
    assert not card.download.isVisible()


def test_what_went_wrong_is_said_in_the_form(qtbot, address, monkeypatch, card):
    use(monkeypatch, f"{address}/{NAME}-00000000.pth")
    card.show_layer("Backbone", parameters())
    card.download.click()
    qtbot.waitUntil(lambda: "is not SqueezeNet's weights" in card.failure.text(), timeout=60_000)
    assert card.failure.isVisible()
    assert card.download.isVisible()
    card.show_layer("Backbone", parameters(architecture="efficientnet-lite0"))
    assert "come with the program" in card.state.text()
    assert not card.download.isVisible()
    card.show_layer("Backbone", parameters(weights="none"))
    assert not card.isVisible()
    card.show_layer("Conv2d", {})
    assert not card.isVisible()
