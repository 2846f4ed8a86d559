"""The pages are built and shown without the engine: torch comes with the first job that needs it."""

import subprocess
import sys

SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
workspace, jobs = Workspace(), JobRunner()
pages = [page(workspace, jobs) for page in (TrainPage, InspectorPage)]
for page in pages:
    page.show()
application.processEvents()
assert jobs.stop_all()
application.processEvents()
print("torch" in sys.modules)
"""


def test_building_train_and_look_inside_leaves_torch_alone() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.split() == ["False"]
