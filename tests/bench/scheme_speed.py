"""How long the window's thread is busy when light and dark change places, and with the first visit of each page.

`python -m tests.bench.scheme_speed [images]` opens the real window, drawn offscreen, with all pages built and a folder
of so many small pictures open, and prints processor time of the window's thread: of the change itself, of the painting
after it, and of the longest turn of the event loop until the hidden pages have followed.
"""

import os
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.made_images import make_images
from tests.bench.training_heartbeat import ready_window, wait_until

IMAGES = 2000
SIDE_PX = 24
PAGES = ("data", "network", "train", "look", "runs")


def measure(folder: Path) -> list[str]:
    """Return a line of figures for each page."""
    application, window = ready_window()
    window.open_folder(folder)
    wait_until(application, lambda: window.workspace.folder is not None and window.workspace.folder.is_checked, 1800.0)
    wait_until(application, lambda: not window.jobs.active(with_quiet=True))

    def turn(act: object) -> float:
        begin = time.thread_time()
        act()
        return 1000 * (time.thread_time() - begin)

    lines = []
    for page in PAGES:
        visit = turn(lambda page=page: window.show_page(page)), turn(application.processEvents)
        wait_until(application, lambda: not window.jobs.active(with_quiet=True))
        changes = [(turn(window.toggle_scheme), turn(application.processEvents),
                    max(turn(application.processEvents) for _ in range(300))) for _ in range(3)]
        change, painting, later = (min(column) for column in zip(*changes, strict=True))
        lines.append(f"  {page:8s} first visit {visit[0]:4.0f} + {visit[1]:3.0f} ms   other scheme {change:4.0f} + "
                     f"{painting:3.0f} ms   longest turn after it {later:3.0f} ms")
    window.jobs.stop_all(60_000)
    window.close()
    return lines


def main(words: list[str]) -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = int(words[0]) if words else IMAGES
    with tempfile.TemporaryDirectory() as home:
        os.environ["CNNSTUDIO_HOME"] = home
        folder = make_images(Path(home) / "pictures", count, SIDE_PX, "png")
        print(f"{count:,} images, processor time of the window's thread:")
        print("\n".join(measure(folder)))


if __name__ == "__main__":
    main(sys.argv[1:])
