"""Weights are downloaded only when asked for, from a real server, and kept only when every byte is right."""

import hashlib
import http.server
import re
import shutil
import threading
import urllib.request
from contextlib import contextmanager, suppress

import pytest

from cnnstudio import storage
from cnnstudio.cli.program import main
from cnnstudio.errors import DownloadError, InputError, JobCancelledError, NetworkError, StorageError
from cnnstudio.network import published_weights as table
from cnnstudio.network.published_weights import PUBLISHED_WEIGHTS, PublishedWeights, published_weights, weights_dir
from cnnstudio.workspace import weights_job
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.weights_job import DownloadWeightsJob, WeightsReady, added_weights, remove_weights

DATA = bytes(range(256)) * 12_288  # 3 MB
NAME = f"small-{hashlib.sha256(DATA).hexdigest()[:8]}.pth"


class Handler(http.server.BaseHTTPRequestHandler):
    """Serves `DATA`, or as the path says: ``/slow/``, ``/cut/``, ``/wrong/``, ``/endless/``, ``/no/``."""

    released = threading.Event()

    def do_GET(self):
        way = self.path.split("/")[1]
        if way in ("gone", "no"):
            self.send_error(404 if way == "gone" else 403)
            return
        body = DATA[::-1] if way == "wrong" else DATA
        self.send_response(200)
        if way != "endless":
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.server.asked.append(self.path)
        if way == "cut":
            self.wfile.write(body[:1_500_000])
        elif way == "slow":
            self.wfile.write(body[:1_200_000])
            self.wfile.flush()
            self.released.wait(20)
        elif way == "endless":
            with suppress(OSError):  # the other side has had enough
                for _ in range(99):
                    self.wfile.write(body)
        else:
            self.wfile.write(body)

    def log_message(self, *_words):
        """Print nothing."""


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = False


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    Handler.released.clear()
    with Server(("127.0.0.1", 0), Handler) as running:
        running.asked = []
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        Handler.released.set()
        running.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CNNSTUDIO_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def info(server, way="plain", *, name=NAME, megabytes=3.0):
    port = server.server_address[1] if server is not None else 9
    return PublishedWeights("small", "Small", f"http://127.0.0.1:{port}/{way}/{name}", megabytes, 50.0)


def run(wanted, should_stop=lambda: False):
    return list(DownloadWeightsJob(wanted).run(should_stop))


def left():
    return sorted(path.name for path in weights_dir().glob("*")) if weights_dir().is_dir() else []


def test_a_download_shows_its_progress_and_is_kept_whole(server):
    events = run(info(server))
    assert isinstance(events[-1], WeightsReady)
    assert [event.done for event in events[:-1]] == [0, 1, 2, 3]
    assert events[1] == Progress(1, 3, "MB")
    assert info(server).path.read_bytes() == DATA
    assert left() == [NAME]


@pytest.mark.parametrize(("way", "words"), [
    ("cut", "was cut off after 1.4 of 3.0 MB"), ("gone", "is not there any more"), ("no", "says 403"),
    ("endless", "sends more than Small's weights")])
def test_what_goes_wrong_on_the_way_is_a_sentence_and_leaves_nothing(server, way, words):
    wanted = info(server, way, megabytes=1.0 if way == "endless" else 3.0)
    with pytest.raises(DownloadError, match=words):
        run(wanted)
    assert left() == []


def test_other_bytes_than_those_published_are_never_kept(server):
    with pytest.raises(DownloadError, match=r"is not Small's weights: its SHA-256 begins with"):
        run(info(server, "wrong"))
    assert left() == []


def test_a_hash_of_another_file_is_noticed(server):
    """The control: the right bytes under a name that promises others."""
    with pytest.raises(DownloadError, match="in place of 00000000"):
        run(info(server, name="small-00000000.pth"))


def test_a_download_from_a_slow_server_can_be_stopped(server):
    asked = []

    def should_stop():
        asked.append(1)
        return bool(server.asked) and len(asked) > 25
    with pytest.raises(JobCancelledError):
        run(info(server, "slow"), should_stop)
    assert left() == []


def test_without_a_server_there_is_a_sentence_with_the_way_out():
    with pytest.raises(DownloadError, match=r"refuses the connection.*weights add FILE"):
        run(info(None))


def test_without_a_connection_there_is_a_sentence(monkeypatch):
    def offline(*_, **__):
        raise urllib.error.URLError(OSError(-2, "Name or service not known"))
    monkeypatch.setattr(urllib.request.OpenerDirector, "open", offline)
    with pytest.raises(DownloadError, match=r"cannot be reached \(Name or service not known\). Is this computer conn"):
        run(info(None))


def test_a_proxy_of_the_environment_is_used(server, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_address[1]}")
    monkeypatch.setenv("no_proxy", "")
    wanted = PublishedWeights("small", "Small", f"http://weights.invalid/plain/{NAME}", 3.0, 50.0)
    server.RequestHandlerClass.do_GET = _as_proxy(server.RequestHandlerClass.do_GET, monkeypatch)
    assert isinstance(run(wanted)[-1], WeightsReady)
    assert server.asked == [f"/plain/{NAME}"]


def _as_proxy(handle, monkeypatch):
    def do_get(self):
        assert self.path.startswith("http://weights.invalid/")
        self.path = self.path.removeprefix("http://weights.invalid")
        handle(self)
    monkeypatch.setattr(Handler, "do_GET", do_get)
    return do_get


def test_a_disk_without_room_is_told_before_anything_is_asked_for(server, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(9, 8, 1))
    with pytest.raises(StorageError, match=r"take 3.0 MB, and only 0.0 MB are free"):
        run(info(server))
    assert server.asked == []


def test_a_disk_that_becomes_full_is_a_sentence(server, monkeypatch):
    class Full:
        def write(self, _data):
            raise OSError(28, "No space left on device")

    @contextmanager
    def full(_path):
        yield Full()
    monkeypatch.setattr(storage, "atomic_file", full)
    with pytest.raises(StorageError, match="The disk became full while Small's weights were written"):
        run(info(server))


@pytest.fixture
def known(server, monkeypatch):
    rows = {"small": info(server)}
    monkeypatch.setattr(table, "PUBLISHED_WEIGHTS", rows)
    monkeypatch.setattr(weights_job, "PUBLISHED_WEIGHTS", rows)
    monkeypatch.setattr("cnnstudio.cli.weights_command.PUBLISHED_WEIGHTS", rows)
    return rows["small"]


def test_a_file_fetched_by_hand_is_known_by_its_hash(known, tmp_path):
    (tmp_path / "whatever.bin").write_bytes(DATA)
    assert added_weights(tmp_path / "whatever.bin") is known
    assert known.path.read_bytes() == DATA
    (tmp_path / "other.pth").write_bytes(DATA[1:])
    with pytest.raises(InputError, match="is none of the files of weights"):
        added_weights(tmp_path / "other.pth")
    assert remove_weights(known)
    assert not remove_weights(known)


def test_the_command_line_lists_downloads_adds_and_removes(known, tmp_path, capsys):
    assert main(["weights"]) == 0
    assert re.search(r"small +3.0 +50.0 % +no", capsys.readouterr().out)
    assert main(["weights", "download", "small"]) == 0
    assert known.path.read_bytes() == DATA
    assert main(["weights", "remove", "small"]) == 0
    assert not known.is_here
    (tmp_path / "file").write_bytes(DATA)
    assert main(["weights", "add", str(tmp_path / "file")]) == 0
    assert known.is_here
    assert main(["weights", "download", "smal"]) == 1
    assert "Did you mean" in capsys.readouterr().err
    assert main(["weights", "remove"]) == 2


def test_a_name_without_a_file_is_refused():
    with pytest.raises(NetworkError, match="no weights called 'nothing'"):
        published_weights("nothing")


def test_each_row_is_torchvisions_own():
    models = pytest.importorskip("torchvision", exc_type=ImportError).models
    for name, row in PUBLISHED_WEIGHTS.items():
        entry = models.get_model_weights(name)["IMAGENET1K_V1"]
        assert row.url == entry.url
        assert row.megabytes == pytest.approx(entry.meta["_file_size"], abs=0.051)
        assert row.top1 == pytest.approx(entry.meta["_metrics"]["ImageNet-1K"]["acc@1"], abs=0.051)
        assert re.fullmatch("[0-9a-f]{8,}", row.hash_start)
