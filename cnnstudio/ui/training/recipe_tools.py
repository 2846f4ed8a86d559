"""What stands at the fields of the recipe: a search for a rate, how it will go, the loss and the machine."""

from typing import TYPE_CHECKING

from cnnstudio.ui.measuring import measurer_of
from cnnstudio.ui.training.loss_line import LossLine
from cnnstudio.ui.training.machine_note import MachineNote
from cnnstudio.ui.training.rate_search import RateSearch
from cnnstudio.ui.training.recipe_panel import RecipePanel
from cnnstudio.ui.training.schedule_view import ScheduleView

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.workspace import Workspace


def add_recipe_tools(recipe: RecipePanel, workspace: "Workspace", jobs: "JobRunner") -> None:
    """Put the tools into the groups whose fields they serve; they follow ``workspace``."""
    search = RateSearch(workspace, jobs)
    recipe.form.section_of("learning_rate").form.add_beside("learning_rate", search.button)
    recipe.add_below("learning_rate", search)
    schedule = ScheduleView()
    schedule.follow(workspace)
    recipe.add_below("schedule", schedule)
    loss = LossLine(workspace)
    loss.attention_wanted.connect(recipe.open_group)
    recipe.add_below("loss", loss)
    loss.refresh()
    recipe.add_below("threads", MachineNote(measurer_of(workspace, jobs), jobs))
