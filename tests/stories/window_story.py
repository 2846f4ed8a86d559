"""The main job told with a real mouse: open a sample, drag a layer, leave images out, train, see a heatmap."""

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QListView, QWidget

from cnnstudio.runs.store import list_runs
from cnnstudio.ui.main_window import MainWindow
from tests.helpers.hand import Hand
from tests.helpers.window_stories import tell_in_window


class Story:
    """The window, the hand, and the steps in their order."""

    def __init__(self, window: MainWindow, hand: Hand, pictures: Path) -> None:
        self.window, self.hand, self.pictures = window, hand, pictures

    def children(self, name: str) -> list[QWidget]:
        """Return the visible widgets of an object name."""
        return [widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible()]

    def child(self, name: str) -> QWidget:
        """Return a visible widget by its object name."""
        found = self.children(name)
        assert found, f"no visible widget {name}"
        return found[0]

    def picture(self, name: str) -> None:
        """Keep what the screen shows, to be looked at when the story fails."""
        self.hand.see(lambda: self.window.screen().grabWindow(0).save(str(self.pictures / f"{name}.png")))

    def press(self, name: str) -> None:
        """Click a widget by its object name."""
        self.hand.wait_for(lambda: self.child(name).isEnabled(), f"{name} to be enabled")
        self.hand.click(self.hand.point(lambda: self.child(name)))

    def opens_the_digits(self) -> None:
        """Click the sample's card and wait for its network."""
        self.hand.wait_for(self.window.isVisible, "the window")
        self.press("sample_digits")
        self.hand.wait_for(lambda: self.window.workspace.folder is not None, "the sample to be open")
        self.hand.wait_for(lambda: self.window.pages.current_name == "network", "the Network page")
        self.picture("1_network")

    def drags_a_layer_into_a_wire(self) -> None:
        """Drag Dropout from the palette onto the wire in front of the last dense layer, and undo and redo it."""
        window, hand = self.window, self.hand
        page = hand.see(lambda: window.page("network"))
        graph = hand.see(lambda: window.workspace.graph)
        before = hand.see(lambda: len(graph.nodes))
        last = hand.see(lambda: graph.predecessors(graph.output_node.id)[0])
        edge = hand.see(lambda: graph.in_edges(last)[0])
        hand.see(lambda: page.view.centerOn(page.scene.edges[edge]))

        def wire() -> QPoint:
            middle = page.scene.edges[edge].path().pointAtPercent(0.5)
            return page.view.mapFromScene(page.scene.edges[edge].mapToScene(middle))

        tree = hand.see(lambda: page.palette_panel.view)
        index = hand.see(lambda: page.palette_panel.index_of("Dropout"))
        hand.see(lambda: tree.scrollTo(index))
        start = hand.point(tree.viewport, lambda: tree.visualRect(index).center())
        hand.drag(start, hand.point(page.view.viewport, wire))
        hand.wait_for(lambda: len(graph.nodes) == before + 1, "the layer to be on the canvas", patience_s=15)
        new = hand.see(lambda: graph.predecessors(last)[0])
        assert hand.see(lambda: graph.nodes[new].kind) == "Dropout"
        assert hand.see(lambda: graph.predecessors(new)) == [edge.source]
        self.picture("2_dropped")
        hand.see(window.undo_stack.undo)
        assert hand.see(lambda: len(graph.nodes)) == before
        hand.see(window.undo_stack.redo)
        assert hand.see(lambda: len(graph.nodes)) == before + 1

    def moves_a_node(self) -> None:
        """Drag the new node by hand; one undo step takes it back."""
        window, hand = self.window, self.hand
        page, graph = hand.see(lambda: window.page("network")), hand.see(lambda: window.workspace.graph)
        node = hand.see(lambda: next(n.id for n in graph.nodes.values() if n.kind == "Dropout"))
        place = hand.see(lambda: (graph.nodes[node].x, graph.nodes[node].y))
        steps = hand.see(window.undo_stack.count)

        def middle() -> QPoint:
            item = page.scene.nodes[node]
            return page.view.mapFromScene(item.mapToScene(item.boundingRect().center()))

        start = hand.point(page.view.viewport, middle)
        hand.drag(start, (start[0] + 60, start[1] + 10))
        hand.wait_for(lambda: graph.nodes[node].x > place[0] + 10, "the node to have moved", patience_s=15)
        assert hand.see(window.undo_stack.count) == steps + 1
        hand.see(window.undo_stack.undo)
        assert hand.see(lambda: (graph.nodes[node].x, graph.nodes[node].y)) == place

    def leaves_images_out(self) -> None:
        """Draw a frame around thumbnails, press Delete, take it back with Ctrl+Z."""
        window, hand = self.window, self.hand
        self.press("page_data")
        grid = hand.see(lambda: window.page("data").browser.grid)
        hand.wait_for(lambda: grid.model().rowCount() == 2000, "the images")
        hand.wait_for(lambda: self.children("finding"), "the health report, which moves the grid's edge")

        def cell(row: int) -> QRect:
            return grid.visualRect(grid.model().index(row, 0))

        hand.drag(hand.point(grid.viewport, lambda: cell(1).topLeft() - QPoint(3, 3)),
                  hand.point(grid.viewport, lambda: cell(3).bottomRight() + QPoint(3, 3)))
        hand.wait_for(lambda: len(grid.chosen_rows()) == 3, "three images in the frame", patience_s=15)
        self.picture("3_frame")
        hand.key("Delete")
        hand.wait_for(lambda: window.workspace.folder.used == 1997, "three images to be left out", patience_s=15)
        self.picture("4_left_out")
        hand.key("ctrl+z")
        hand.wait_for(lambda: window.workspace.folder.used == 2000, "the images to be back", patience_s=15)

    def trains_and_stops(self) -> None:
        """Press Train, wait for an epoch, press Stop, and find the run."""
        window, hand = self.window, self.hand
        self.press("train_button")
        hand.wait_for(lambda: window.jobs.is_running("train"), "the training to begin")
        hand.wait_for(lambda: any(run.epochs for run in list_runs(window.workspace.runs.directory)), "a saved epoch")
        hand.wait_for(lambda: self.child("train_button").isEnabled(), "the stop button")
        self.picture("5_training")
        self.press("train_button")
        hand.wait_for(lambda: not window.jobs.is_running("train"), "the training to stop", patience_s=30)
        hand.wait_for(lambda: window.workspace.runs.current is not None, "the run to be open")
        self.picture("6_stopped")

    def sees_a_heatmap(self) -> None:
        """Go to Look inside, click an image, and see a heatmap; then ask for another class."""
        window, hand = self.window, self.hand
        self.press("page_look")
        presenter = hand.see(lambda: window.page("look").presenter)

        def rows(name: str) -> QListView:
            view = self.child(name)
            assert isinstance(view, QListView)
            return view

        def row(name: str, number: int) -> tuple[int, int]:
            return hand.point(lambda: rows(name).viewport(), lambda: rows(name).visualRect(
                rows(name).model().index(number, 0)).center())

        hand.wait_for(lambda: rows("image_list").model().rowCount() > 2, "the images")
        hand.click(row("image_list", 2))
        hand.wait_for(lambda: presenter.newest is not None and rows("image_list").currentIndex().row() == 2,
                      "a heatmap")
        self.picture("7_heatmap")
        first = hand.see(lambda: presenter.newest.map)
        assert first.raw.max() > 0
        other = (first.key.target.index + 1) % 10
        place = hand.see(lambda: [bar.class_index for bar in self.child("probability_bars").rows].index(other))
        hand.click(row("probability_bars", place))
        hand.wait_for(lambda: presenter.newest.map.key.target.index == other, "the heatmap of another class")
        self.picture("8_other_class")

    def tell(self) -> None:
        """Do all of it."""
        for step in (self.opens_the_digits, self.drags_a_layer_into_a_wire, self.moves_a_node, self.leaves_images_out,
                     self.trains_and_stops, self.sees_a_heatmap):
            step()
            print(f"well: {step.__name__}", flush=True)


if __name__ == "__main__":
    sys.exit(tell_in_window(lambda window, hand, pictures: Story(window, hand, pictures).tell()))
