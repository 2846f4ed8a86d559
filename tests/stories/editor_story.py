"""The canvas told with a real mouse: fold with the rubber band, move, open, wire, re-wire, and take it all back."""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.node_item import Side
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.main_window import MainWindow
from tests.helpers.hand import Hand
from tests.helpers.networks import add, chain
from tests.helpers.window_stories import tell_in_window

CONV = ("Conv2d", {"out_channels": 8, "same": True})


class Story:
    """The window, the hand, and the steps in their order."""

    def __init__(self, window: MainWindow, hand: Hand, pictures: Path) -> None:
        self.window, self.hand, self.pictures = window, hand, pictures
        self.graph = chain(CONV, "ReLU", CONV, "ReLU", input_shape=(3, 32, 32))
        self.graph.move(add(self.graph, "Add", []), 320.0, 4 * 144.0)
        self.page: NetworkPage

    def picture(self, name: str) -> None:
        """Keep what the screen shows, to be looked at when the story fails."""
        self.hand.see(lambda: self.window.screen().grabWindow(0).save(str(self.pictures / f"{name}.png")))

    def on_canvas(self, place: Callable[[], QPointF]) -> tuple[int, int]:
        """Return where a place of the scene is on the screen."""
        return self.hand.point(self.page.view.viewport, lambda: self.page.view.mapFromScene(place()))

    def middle(self, shown_id: str) -> tuple[int, int]:
        """Return where the middle of a layer's or block's box is."""
        return self.on_canvas(lambda: self.page.scene.nodes[shown_id].scene_box().center() + QPointF(60, 0))

    def press(self, name: str) -> None:
        """Click a widget of the page by its object name."""
        self.hand.click(self.hand.point(lambda: self.page.findChild(QWidget, name)))

    def draws_a_network(self) -> None:
        """Open the page with a chain, an Add beside it, and a little room around."""
        def show() -> None:
            self.window.workspace.replace_graph(self.graph, "story")
            self.window.show_page("network")
            self.page = self.window.page("network")
            self.page.view.set_zoom(0.6)
            self.page.view.centerOn(QPointF(230, 300))

        self.hand.wait_for(self.window.isVisible, "the window")
        self.hand.see(show)
        self.hand.wait_for(lambda: self.page.isVisible() and len(self.page.scene.nodes) == 6, "the canvas")
        self.picture("1_network")

    def folds_what_the_rubber_band_takes(self) -> None:
        """Draw a band around two layers and press the button that folds them."""
        hand = self.hand
        start = self.on_canvas(lambda: self.page.scene.nodes["conv2d_1"].scene_box().topLeft() - QPointF(24, 14))
        end = self.on_canvas(lambda: self.page.scene.nodes["relu_1"].scene_box().bottomRight() + QPointF(24, 14))
        hand.drag(start, end)
        hand.wait_for(lambda: set(self.page.session.selected) == {"conv2d_1", "relu_1"}, "the band's layers",
                      patience_s=15)
        self.press("fold_layers")
        hand.wait_for(lambda: "block_1" in self.page.scene.nodes, "the block", patience_s=15)
        assert hand.see(lambda: "relu_1" not in self.page.scene.nodes)
        self.picture("2_folded")

    def moves_the_block(self) -> None:
        """Drag the block; its layers go along, and one step takes it back."""
        hand = self.hand
        before = hand.see(lambda: (self.graph.blocks["block_1"].x, self.graph.nodes["relu_1"].x))
        steps = hand.see(self.window.undo_stack.count)
        start = self.middle("block_1")
        hand.drag(start, (start[0] - 60, start[1]))
        hand.wait_for(lambda: self.graph.blocks["block_1"].x < before[0] - 40, "the block to have moved", patience_s=15)
        moved = hand.see(lambda: self.graph.nodes["relu_1"].x - before[1])
        assert moved == hand.see(lambda: self.graph.blocks["block_1"].x) - before[0]
        assert hand.see(self.window.undo_stack.count) == steps + 1

    def opens_the_block_in_place(self) -> None:
        """Double-click the block: its layers are there, in a frame, and cover nothing."""
        at = self.middle("block_1")
        self.hand.click(at, count=2)
        self.hand.wait_for(lambda: "block_1" in self.page.scene.frames, "the frame", patience_s=15)

        def boxes() -> list[object]:
            return [item.scene_box() for item in self.page.scene.nodes.values()]

        found = self.hand.see(boxes)
        assert not any(a.intersects(b) for number, a in enumerate(found) for b in found[number + 1:])
        self.picture("3_opened")

    def wires_a_shortcut(self) -> None:
        """Pull wires from two outputs to the Add; it takes one after the other."""
        hand = self.hand
        for count, source in enumerate(("relu_2", "relu_1"), 1):
            hand.see(lambda: self.page.view.centerOn(self.page.scene.nodes["add_1"]))
            start = self.on_canvas(lambda: self.page.scene.nodes[source].port(Side.OUTPUT))  # noqa: B023 -- called now
            hand.drag(start, self.middle("add_1"))
            hand.wait_for(lambda: len(self.graph.predecessors("add_1")) == count,  # noqa: B023 -- called now
                          f"the wire from {source}", patience_s=15)
        assert hand.see(lambda: self.page.session.analysis.shapes["add_1"]) == (8, 32, 32)
        self.picture("4_wired")

    def leads_a_wire_elsewhere(self) -> None:
        """Take a wire by its end and lead it to another layer's input."""
        hand = self.hand
        edge = Edge("relu_1", "add_1", hand.see(lambda: self.graph.predecessors("add_1").index("relu_1")))
        hand.see(lambda: self.page.view.centerOn(self.page.scene.nodes["add_1"]))
        start = self.on_canvas(lambda: self.page.scene.edges[edge].path().pointAtPercent(0.3))
        hand.drag(start, self.on_canvas(lambda: self.page.scene.nodes["conv2d_1"].port(Side.OUTPUT)))
        hand.wait_for(lambda: "conv2d_1" in self.graph.predecessors("add_1"), "the wire's other source", patience_s=15)
        assert hand.see(self.window.undo_stack.undoText) == "Rewire"
        self.picture("5_rewired")

    def takes_it_all_back(self) -> None:
        """Undo every step, and do every step again."""
        stack = self.window.undo_stack
        end = self.hand.see(self.graph.copy)
        steps = self.hand.see(stack.count)
        self.hand.see(lambda: stack.setIndex(0))
        assert self.hand.see(lambda: not self.graph.blocks and not self.graph.predecessors("add_1"))
        self.hand.see(lambda: stack.setIndex(steps))
        assert self.hand.see(lambda: self.graph.is_equal(end))
        self.picture("6_again")

    def tell(self) -> None:
        """Do all of it."""
        for step in (self.draws_a_network, self.folds_what_the_rubber_band_takes, self.moves_the_block,
                     self.opens_the_block_in_place, self.wires_a_shortcut, self.leads_a_wire_elsewhere,
                     self.takes_it_all_back):
            step()
            print(f"well: {step.__name__}", flush=True)


if __name__ == "__main__":
    sys.exit(tell_in_window(lambda window, hand, pictures: Story(window, hand, pictures).tell()))
