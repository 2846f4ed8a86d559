"""Takes the settings of one combination of a sweep over into the workspace."""

from typing import TYPE_CHECKING

from cnnstudio.network.document import from_document
from cnnstudio.sweeps.axes import Combination, apply

if TYPE_CHECKING:
    from cnnstudio.sweeps.plan import SweepPlan
    from cnnstudio.workspace.workspace import Workspace


def use_combination(workspace: "Workspace", plan: "SweepPlan", combination: Combination) -> None:
    """Make network, recipe, preparation, splits and augmentation of a combination those of the workspace.

    The network that was there comes back by undoing.

    Raises
    ------
    NetworkError, ImageFolderError, InputError
        When the network cannot be read, the images that are open cannot be split that way, or a value is out of its
        limits.
    """
    config = apply(plan.train, combination)
    name, document = plan.network_of(combination)
    graph = from_document(document)
    workspace.set_split(plan.split)
    workspace.set_preprocess(plan.preprocess)
    workspace.change_network(graph, name.removesuffix(" (as drawn)"))
    workspace.set_augment(plan.augmentation_of(combination))
    workspace.set_train_config(config)
