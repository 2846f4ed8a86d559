"""What is open now: the images, how they are prepared, the network, the recipe and the run being looked at."""

from collections.abc import Callable
from pathlib import Path

from psygnal import Signal

from cnnstudio import paths
from cnnstudio.data.config import AugmentConfig, PreprocessConfig, SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.data.split import Splits
from cnnstudio.errors import NetworkError
from cnnstudio.network.edits import Edit, ReplaceGraph
from cnnstudio.network.fitting import fit_to
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace import curation_store
from cnnstudio.workspace.arrangement import Arrangement, arrange
from cnnstudio.workspace.open_runs import OpenRuns
from cnnstudio.workspace.suggestion import suggest_network, suggest_preprocess, suggest_recipe

_FIRST_NETWORK = "small"


class Workspace:
    """The one model behind the window; views read its attributes, call its methods and listen to its signals.

    Every signal is sent after the change is complete and only when something really changed. Attributes are read
    only for views: the methods keep the parts consistent (the network's Input follows the preprocessing, its
    Output the classes, the splits the folder).
    """

    folder_changed = Signal()
    preprocess_changed = Signal()
    split_changed = Signal()
    augment_changed = Signal()
    curation_changed = Signal()
    graph_replaced = Signal()
    train_config_changed = Signal()
    project_name_changed = Signal()
    selected_image_changed = Signal()

    def __init__(self, runs_directory: Path | None = None) -> None:
        self.folder: ImageFolder | None = None
        self.splits: Splits | None = None
        self.curation = Curation()
        self.preprocess = PreprocessConfig()
        self.split_config = SplitConfig()
        self.augment = AugmentConfig()
        self.train_config = self.suggested_recipe = TrainConfig()
        self.graph: NetworkGraph = preset(_FIRST_NETWORK, input_shape=self.preprocess.shape)
        self.network_name = _FIRST_NETWORK
        self.project_name = ""
        self.runs = OpenRuns(runs_directory if runs_directory is not None else paths.runs_dir())
        self.selected_image: Path | None = None
        self.edit_graph: Callable[[Edit], None] = self._apply
        """How the workspace changes the graph; the window puts the undo stack's push here."""
        self.rearrange: Callable[[Curation, SplitConfig], None] = self._arrange
        """How decisions and shares are put into force; the window puts a job for large folders here."""
        self._graph_is_ours = True
        self.graph.changed.connect(self._graph_edited)

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes of the open folder; empty when there is none."""
        return self.folder.class_names if self.folder is not None else ()

    @property
    def scanned(self) -> ImageFolder | None:
        """The open folder as the scan found it, without the user's decisions."""
        return self.folder.origin if self.folder is not None else None

    def open_folder(self, folder: ImageFolder, *, name: str = "", preprocess: PreprocessConfig | None = None,
                    curation: Curation | None = None) -> None:
        """Make ``folder``, a scan, the images of this project; see `open_arranged`.

        Without ``curation``, what was decided about this folder before is in force.
        """
        if curation is None:
            curation = self.curation if self._is_open(folder) else curation_store.load_curation(folder.root)
        self._open(arrange(folder, curation, self.split_config), name, preprocess)

    def open_arranged(self, arranged: Arrangement, *, name: str = "",
                      preprocess: PreprocessConfig | None = None) -> None:
        """Make these the images of this project.

        Another folder than before gets suggested preprocessing (``preprocess``, or a look at a few images) and,
        unless the user has changed the network, a preset that suits it; the run that was open is left. The same
        folder scanned again keeps all settings, also decisions made while it was scanned. The network's Input and
        Output always follow.
        """
        wanted = (self.curation, self.split_config) if self._is_open(arranged.folder) else None
        self._open(arranged, name, preprocess)
        if wanted is not None and wanted != (arranged.curation, arranged.split_config):
            self.rearrange(*wanted)

    def _is_open(self, folder: ImageFolder) -> bool:
        return self.folder is not None and self.folder.root == folder.root

    def _open(self, arranged: Arrangement, name: str, preprocess: PreprocessConfig | None) -> None:
        folder = arranged.folder
        another = not self._is_open(folder)
        self._take(arranged)
        curation_store.remember_classes_later(folder.root, arranged.curation.class_names)
        if another:
            self._start_project(folder, name, preprocess or suggest_preprocess(folder))
        else:
            self._fit_graph()
        if name and not another:
            self.name_project(name)
        self.folder_changed.emit()
        self.split_changed.emit()
        self.curation_changed.emit()

    def set_arrangement(self, arranged: Arrangement) -> None:
        """Put other decisions or shares for the open folder into force.

        One whose scan is no longer open is dropped: it comes from a job that was overtaken.
        """
        if self.folder is None or arranged.folder.origin is not self.folder.origin:
            return
        is_curated, is_split = arranged.curation != self.curation, arranged.split_config != self.split_config
        self._take(arranged)
        if is_curated:
            curation_store.save_curation_later(self.folder.root, self.curation)
            self._fit_graph(self._apply)  # decisions are steps of the undo stack themselves
            self.folder_changed.emit()
        if is_curated or is_split:
            self.split_changed.emit()
        if is_curated:
            self.curation_changed.emit()

    def set_curation(self, curation: Curation) -> None:
        """Put the user's decisions about single images into force.

        Raises
        ------
        ImageFolderError
            When the images left cannot be used or split; nothing has changed then.
        """
        if curation != self.curation and self.folder is not None:
            self.rearrange(curation, self.split_config)

    def set_preprocess(self, config: PreprocessConfig) -> None:
        """Change the way to the network's input; the network's Input follows.

        Raises
        ------
        NetworkError
            When the network cannot be fitted at all; a layer that no longer fits is a problem shown on the canvas,
            not an error.
        """
        if config == self.preprocess:
            return
        self.preprocess = config
        self._fit_graph()
        self.preprocess_changed.emit()

    def set_split(self, config: SplitConfig) -> None:
        """Change shares and seed of the splits.

        Raises
        ------
        ImageFolderError
            When the images cannot be split this way; the old splits stay.
        """
        if config == self.split_config:
            return
        if self.folder is not None:
            self.rearrange(self.curation, config)
            return
        self.split_config = config
        self.split_changed.emit()

    def set_augment(self, config: AugmentConfig) -> None:
        """Change the random changes to training images."""
        if config != self.augment:
            self.augment = config
            self.augment_changed.emit()

    def set_train_config(self, config: TrainConfig) -> None:
        """Change the recipe of the next training."""
        if config != self.train_config:
            self.train_config = config
            self.train_config_changed.emit()

    def replace_graph(self, graph: NetworkGraph, name: str) -> None:
        """Put another network on the canvas: a preset, a file, the network of a run. It counts as the user's own."""
        self._put_graph(graph, name)
        self._graph_is_ours = False

    def change_network(self, graph: NetworkGraph, name: str) -> None:
        """Put another network's layers in the place of all there are, as an edit that can be undone.

        Raises
        ------
        NetworkError
            When the network is none that can be put there; the old one stays.
        """
        before = self.network_name
        self.set_network_name(name)    # first, so that the step that is made knows it
        try:
            self.edit_graph(ReplaceGraph(graph))
        except NetworkError:
            self.set_network_name(before)
            raise

    def set_network_name(self, name: str) -> None:
        """Name the network, as runs and the window's header show it."""
        if name != self.network_name:
            self.network_name = name
            self.project_name_changed.emit()

    def name_project(self, name: str) -> None:
        """Name the project, as the window's title shows it."""
        if name != self.project_name:
            self.project_name = name
            self.project_name_changed.emit()

    def start_over(self, *, preprocess: PreprocessConfig | None = None,
                   network: tuple[NetworkGraph, str] | None = None) -> None:
        """Leave the images, and put everything else as it was at the start; runs on disk stay.

        Parameters
        ----------
        preprocess, network
            What to begin with in place of the program's own; a network (with its name) counts as the user's.
        """
        self.folder = self.splits = None
        self.curation, self.split_config = Curation(), SplitConfig()
        self.preprocess, self.suggested_recipe = preprocess or PreprocessConfig(), TrainConfig()
        self.runs.close()
        self.select_image(None)
        first = (preset(_FIRST_NETWORK, input_shape=self.preprocess.shape), _FIRST_NETWORK)
        self._put_graph(*(network or first))
        self._graph_is_ours = network is None
        self.set_augment(AugmentConfig())
        self.set_train_config(self.suggested_recipe)
        self.name_project("")
        for signal in (self.preprocess_changed, self.folder_changed, self.split_changed, self.curation_changed):
            signal.emit()

    def select_image(self, path: Path | None) -> None:
        """Make ``path`` the image that previews and the inspector show."""
        if path != self.selected_image:
            self.selected_image = path
            self.selected_image_changed.emit()

    def _arrange(self, curation: Curation, config: SplitConfig) -> None:
        if self.scanned is not None:
            self.set_arrangement(arrange(self.scanned, curation, config))

    def _take(self, arranged: Arrangement) -> None:
        self.folder, self.splits = arranged.folder, arranged.splits
        self.curation, self.split_config = arranged.curation, arranged.split_config

    def _start_project(self, folder: ImageFolder, name: str, preprocess: PreprocessConfig) -> None:
        self.preprocess = preprocess
        if self._graph_is_ours:
            network = suggest_network(preprocess)
            shape, classes = preprocess.shape, len(folder.class_names)
            self._put_graph(preset(network, input_shape=shape, classes=classes), network)
        else:
            self._fit_graph()
        self.preprocess_changed.emit()
        if self.train_config == self.suggested_recipe:
            self.suggested_recipe = suggest_recipe(folder)
            self.set_train_config(self.suggested_recipe)
        self.runs.close()
        self.name_project(name or folder.root.name)
        self.select_image(folder.files[0].path if folder.files else None)

    def _put_graph(self, graph: NetworkGraph, name: str) -> None:
        self.graph.changed.disconnect(self._graph_edited)
        self.graph, self.network_name = graph, name
        self._graph_is_ours = True
        self.graph.changed.connect(self._graph_edited)
        self.graph_replaced.emit()

    def _fit_graph(self, edit_graph: Callable[[Edit], None] | None = None) -> None:
        """Let the network's Input and Output follow the images; what a network lacks is left alone."""
        shape = self.preprocess.shape if self.graph.input_node is not None else None
        classes = len(self.class_names) if self.class_names and self.graph.output_node is not None else None
        edit = fit_to(self.graph, shape, classes)
        trial = self.graph.copy()
        edit.apply(trial)
        if trial.is_equal(self.graph):
            return
        ours = self._graph_is_ours
        (edit_graph or self.edit_graph)(fit_to(self.graph, shape, classes))
        self._graph_is_ours = ours

    def _apply(self, edit: Edit) -> None:
        edit.apply(self.graph)

    def _graph_edited(self) -> None:
        self._graph_is_ours = False
