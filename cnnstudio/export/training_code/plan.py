"""What a training script is written from: everything that decides a training, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.export.training_code.division import Division
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.training.config import TrainConfig


@dataclass(frozen=True, slots=True)
class CodePlan:
    """A training to be written as code.

    Attributes
    ----------
    graph : the network
    mean, std : (C,) for values in [0, 1]
    config : the recipe as it was followed; ``precision`` is ``"float32"`` or ``"bfloat16"``
    division : how the images are divided
    title : what the run is called; written as an ASCII literal in a comment
    start_file : name of the file beside the script with the first weights; empty where they are drawn
    draw_order : names of the modules of the script's network in the order their weights are drawn; empty where that
        is their order in the network
    slower : start of the weights' names -> share of the learning rate they take
    versions : of the libraries the run was made with
    notes : sentences on what the script does otherwise than the program did
    grad_cam_layer : path of the module the notebook's Grad-CAM looks at; empty where there is none
    """

    graph: NetworkGraph
    preprocess: PreprocessConfig
    mean: tuple[float, ...]
    std: tuple[float, ...]
    class_names: tuple[str, ...]
    augment: AugmentConfig
    config: TrainConfig
    division: Division
    title: str = ""
    start_file: str = ""
    draw_order: tuple[str, ...] = ()
    slower: Mapping[str, float] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    grad_cam_layer: str = ""

    @property
    def mixes(self) -> bool:
        """Whether images are mixed with each other."""
        return self.augment.is_on("mixup") or self.augment.is_on("cutmix")

    @property
    def has_plain_loss(self) -> bool:
        """Whether what is minimised is the cross-entropy that is told."""
        config = self.config
        gamma = config.focal_gamma if config.loss == "focal" else 0.0
        return config.label_smoothing == 0 and gamma == 0 and config.class_weights == "none"
