"""Takes the settings of a run over into the workspace."""

from typing import TYPE_CHECKING

from cnnstudio.network.document import from_document

if TYPE_CHECKING:
    from cnnstudio.runs.record import RunRecord
    from cnnstudio.workspace.workspace import Workspace


def use_settings(workspace: "Workspace", record: "RunRecord") -> None:
    """Make network, recipe, preparation, splits and augmentation of a run those of the workspace.

    The network that was there comes back by undoing.

    Raises
    ------
    NetworkError, ImageFolderError
        When the network cannot be read, or the images that are open cannot be split that way.
    """
    workspace.set_split(record.split)
    workspace.set_preprocess(record.preprocess)
    workspace.change_network(from_document(record.graph), record.network_name)
    workspace.set_augment(record.augment)
    workspace.set_train_config(record.train)
