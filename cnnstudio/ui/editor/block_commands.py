"""What keys, menus and the canvas do to blocks and comments; each is one edit and so one undo step."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QSizeF, Signal

from cnnstudio.errors import CNNStudioError
from cnnstudio.network.annotations import COMMENT_SIZE_PX, REPEAT_LIMIT
from cnnstudio.network.block_edits import SetRepeat
from cnnstudio.network.block_places import dissolved, folded, toggled
from cnnstudio.network.edits import AddComment, Compound
from cnnstudio.network.graph import Comment
from cnnstudio.ui.editor.session import EditorSession


class BlockCommands(QObject):
    """Edits the session's blocks and comments; messages go through the session.

    Attributes
    ----------
    revealed : the id of something the canvas should scroll to
    comment_added : the id of a comment that waits for its text
    """

    revealed = Signal(str)
    comment_added = Signal(str)

    def __init__(self, session: EditorSession, place: Callable[[QSizeF], QPointF],
                 parent: QObject | None = None) -> None:
        """``place`` gives the corner of a free place for a box of a size, in sight if there is one."""
        super().__init__(parent)
        self._session, self._place = session, place

    def key_receivers(self) -> dict[str, Callable[[], object]]:
        """Give what each key calls."""
        return {"fold": self.fold, "dissolve": self.dissolve, "toggle_block": self.toggle_around,
                "add_comment": self.add_comment}

    # blocks

    def fold(self) -> None:
        """Fold the selected layers and blocks into a block, and select it; why not, is a message."""
        session, layers = self._session, self._session.selected_layers
        if not layers:
            self._say(self.tr("Select the layers to fold into a block."))
            return
        if self._try(lambda: folded(session.graph, layers)):
            self._show(list(session.graph.blocks)[-1])

    def dissolve(self) -> None:
        """Take the selected block away, or the one around the selected layer, and leave its layers."""
        block_id = self._block_around()
        if block_id is None:
            self._say(self.tr("Select a block to dissolve it."))
            return
        members = self._session.shown.layers_in(block_id)
        if self._try(lambda: dissolved(self._session.graph, block_id)):
            self._session.select(members)

    def toggle(self, block_id: str) -> None:
        """Open a block, or close it, and select it."""
        if block_id in self._session.graph.blocks and self._try(lambda: toggled(self._session.graph, block_id)):
            self._show(block_id)

    def toggle_current(self) -> bool:
        """Open or close the selected block; gives whether one is selected."""
        block_id = self._session.current_block
        if block_id is not None:
            self.toggle(block_id)
        return block_id is not None

    def toggle_around(self) -> None:
        """Open or close the selected block, or the one around the selected layer."""
        block_id = self._block_around()
        if block_id is None:
            self._say(self.tr("Select a block, or a layer in one, to open or close it."))
        else:
            self.toggle(block_id)

    def change_repeat(self, block_id: str, by: int) -> None:
        """Repeat a block more or fewer times; quick steps are one undo step."""
        block = self._session.graph.blocks.get(block_id)
        if block is not None and 1 <= block.repeat + by <= REPEAT_LIMIT:
            self._session.push(SetRepeat(block_id, block.repeat + by))

    def press(self, block_id: str, part: str) -> None:
        """Do what a sign or button of a block on the canvas says."""
        if part == "sign":
            self.toggle(block_id)
        else:
            self.change_repeat(block_id, 1 if part == "more" else -1)

    def _block_around(self) -> str | None:
        """Give the selected block, else the folded one the selected layers hide in, else the innermost around them."""
        session = self._session
        if session.selected_blocks:
            return session.selected_blocks[0] if len(session.selected_blocks) == 1 else None
        if not session.selected:
            return None
        hidden = {session.shown.owner(node_id) for node_id in session.selected} & set(session.graph.blocks)
        if hidden:
            return next(iter(hidden)) if len(hidden) == 1 else None
        around = [block for block in session.graph.blocks_around(session.selected[0])
                  if block.members >= set(session.selected)]
        return around[0].id if around else None

    def _show(self, some_id: str) -> None:
        self._session.select([some_id])
        self.revealed.emit(some_id)

    def _try(self, make: Callable[[], Compound]) -> bool:
        """Make and push an edit; a refusal of either is a message."""
        try:
            edit = make()
        except CNNStudioError as error:
            self._session.message_requested.emit(str(error), "error")
            return False
        return self._session.push(edit)

    def _say(self, text: str) -> None:
        self._session.message_requested.emit(text, "info")

    # comments

    def add_comment(self) -> None:
        """Add an empty comment where it covers nothing, and wait for its text."""
        corner = self._place(QSizeF(*COMMENT_SIZE_PX))
        comment = Comment(self._session.graph.free_comment_id(), "", corner.x(), corner.y())
        if self._session.push(AddComment(comment)):
            self._show(comment.id)
            self.comment_added.emit(comment.id)
