"""What is said about the channels of a layer: names, strengths, and in which images they are dead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cnnstudio.network.layer_kinds import shape_text
from cnnstudio.ui.inspector.value_scale import number_text

if TYPE_CHECKING:
    from cnnstudio.workspace.layer_maps_job import LayerFiguresReady
    from cnnstudio.workspace.top_images_job import TopImagesReady


class ChannelTexts(QObject):
    """The sentences about one layer.

    Attributes
    ----------
    shown : the layer with its figures for the image
    found : what was found in the validation images, if they were looked at
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.shown: LayerFiguresReady | None = None
        self.found: TopImagesReady | None = None

    def dead_here(self) -> frozenset[int]:
        """Return the channels that are 0 everywhere in this image."""
        return frozenset() if self.shown is None else frozenset(self.shown.figures.dead.tolist())

    def dead_everywhere(self) -> frozenset[int]:
        """Return the channels that are 0 in all validation images that were looked at, and in this one."""
        return frozenset() if self.found is None else frozenset(self.found.found.dead.tolist()) & self.dead_here()

    def about(self) -> str:
        """Return what is said of the whole layer."""
        if self.shown is None:
            return ""
        outline, dead = self.shown.values.outline, self.dead_here()
        parts = [f"{outline.name}: {shape_text(outline.shape)}"]
        if outline.kind == "Backbone":
            parts.append(self.tr("a pretrained network is one layer here"))
        if dead:
            parts.append(self.tr("{count} dead on this image").format(count=f"{len(dead):,}"))
        if dead and self.found is not None:
            parts.append(self.tr("{count} dead on all {images} validation images looked at").format(
                count=f"{len(self.dead_everywhere()):,}", images=f"{self.found.found.count:,}"))
        return ", ".join(parts)

    def caption(self, channel: int) -> str:
        """Return what stands below a tile."""
        if channel in self.dead_everywhere():
            return self.tr("{number} dead").format(number=channel + 1)
        if channel in self.dead_here():
            return self.tr("{number} dead here").format(number=channel + 1)
        return f"{channel + 1:,}"

    def tip(self, channel: int) -> str:
        """Return what hovering over a tile says."""
        if self.shown is None:
            return ""
        text = self.tr("Channel {number}: mean size {strength}.").format(
            number=channel + 1, strength=number_text(float(self.shown.figures.strengths[channel])))
        return f"{text} {self.dead_text(channel)}".strip()

    def dead_text(self, channel: int) -> str:
        """Say in which images a channel is 0 everywhere; empty when it is not."""
        if channel in self.dead_everywhere() and self.found is not None:
            return self.tr("Dead: 0 everywhere in this image and in all {count} validation images looked at.").format(
                count=f"{self.found.found.count:,}")
        if channel not in self.dead_here():
            return ""
        return self.tr("Dead on this image: 0 everywhere.") if self.found is None else self.tr(
            "Dead on this image: 0 everywhere; alive on others.")

    def images_text(self, channel: int) -> str:
        """Say what was looked at to find the images of a channel."""
        if self.found is None:
            return ""
        found = self.found.found
        count, strongest = f"{found.count:,}", float(found.values[channel, 0])
        if strongest <= 0:
            return self.tr("Nothing excites this channel: its largest value in {count} images is {value}.").format(
                count=count, value=number_text(strongest))
        return self.tr("The strongest of {count} {split} images; the part that reaches the place is outlined.").format(
            count=count, split=self.found.split)
