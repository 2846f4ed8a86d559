"""The edits of comments: write, move, resize and remove them."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from cnnstudio.errors import NetworkError
from cnnstudio.network.annotations import Comment
from cnnstudio.network.edits import AddComment, Edit
from cnnstudio.network.names import quoted
from cnnstudio.network.recorder import Recorder
from cnnstudio.wording import translate

__all__ = ["AddComment", "ChangeComment", "RemoveComments"]


@dataclass(frozen=True)
class ChangeComment(Edit):
    """Put another text, place or size in place of the comment with the same id."""

    comment: Comment

    @property
    def label(self) -> str:
        """Say it."""
        return translate("network", "Change comment")

    @property
    def merge_key(self) -> Hashable:
        """A burst of changes of one comment becomes one step."""
        return ("comment", self.comment.id)

    def change(self, recorder: Recorder) -> None:
        """Change it."""
        if self.comment.id not in recorder.graph.comments:
            raise NetworkError(translate("network", "There is no comment {id}.", id=quoted(self.comment.id)))
        recorder.set_comment(self.comment)


@dataclass(frozen=True)
class RemoveComments(Edit):
    """Remove comments."""

    ids: Sequence[str]

    @property
    def label(self) -> str:
        """Tell one from many."""
        return translate("network", "Remove comment") if len(self.ids) == 1 else translate(
            "network", "Remove {count} comments", count=len(self.ids))

    def change(self, recorder: Recorder) -> None:
        """Remove them."""
        for comment_id in self.ids:
            if comment_id not in recorder.graph.comments:
                raise NetworkError(translate(
                    "network", "There is no comment {comment_id}.", comment_id=quoted(comment_id)))
            recorder.remove_comment(comment_id)
