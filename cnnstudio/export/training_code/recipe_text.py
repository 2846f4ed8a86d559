"""The parts of a script that hold the recipe: loss, learning rate, optimiser, early stopping, weight averaging."""

from cnnstudio.export.training_code.plan import CodePlan
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.optimizers import optimizer_info


def loss_code(plan: CodePlan) -> list[str]:
    """Return the functions of what is minimised and of what is told."""
    parts = [] if plan.config.class_weights == "none" else [_BALANCED]
    weights = "class_weights" if plan.config.class_weights == "balanced" else "None"
    each = _FOCAL if _gamma(plan.config) else _CROSS_ENTROPY
    scaled = "    values = values * class_weights\n" if weights != "None" else ""
    smoothed = _SMOOTHED if plan.config.label_smoothing else "    return chosen"
    each = each.replace("WEIGHTS", weights).replace("SCALED", scaled).replace("FINISHED", smoothed)
    smoothing = ", label_smoothing=LABEL_SMOOTHING" if plan.config.label_smoothing else ""
    parts.append(each.replace("ASKED", smoothing))
    parts.append(_MIXED_LOSSES if plan.mixes else _LOSSES)
    weighs = (_WEIGHT_MIXED if plan.mixes else _WEIGHT) if weights != "None" else _COUNT
    return [*parts, weighs, _TOLD_MIXED if plan.mixes else _TOLD]


def _gamma(config: TrainConfig) -> float:
    return config.focal_gamma if config.loss == "focal" else 0.0


_BALANCED = '''\
def balanced_weights(labels):
    """Return a weight for each class, n / (K n_c), so that each class weighs alike."""
    counts = torch.bincount(torch.tensor(labels), minlength=len(CLASSES))
    weights = len(labels) / (int((counts > 0).sum()) * counts.clamp(min=1).double())
    return torch.where(counts > 0, weights, 0.0).float()'''

_CROSS_ENTROPY = '''\
def image_losses(logits, labels, class_weights):
    """Return the cross-entropy of each image (N,)."""
    return nn.functional.cross_entropy(logits, labels, WEIGHTS, reduction="none"ASKED)'''

_FOCAL = '''\
def image_losses(logits, labels, class_weights):
    """Return the focal loss of each image (N,): what is easy counts less (Lin and others, 2017)."""
    logs = nn.functional.log_softmax(logits, dim=1)
    values = -(-torch.expm1(logs)).clamp_min(1e-12) ** FOCAL_GAMMA * logs
SCALED    chosen = values.gather(1, labels[:, None])[:, 0]
FINISHED'''
_SMOOTHED = "    return (1 - LABEL_SMOOTHING) * chosen + LABEL_SMOOTHING * values.mean(dim=1)"

_LOSSES = '''\
def summed_loss(logits, target, class_weights):
    """Return the sum over the images of what is minimised."""
    return image_losses(logits, target[0], class_weights).sum()'''
_MIXED_LOSSES = '''\
def summed_loss(logits, target, class_weights):
    """Return the sum over the images of what is minimised: of both classes of a mixed image, by their share."""
    labels, others, share = target
    first, second = image_losses(logits, labels, class_weights), image_losses(logits, others, class_weights)
    return (share * first + (1 - share) * second).sum()'''

_COUNT = '''\
def weight_of(target, class_weights):
    """Return what the sum is divided by: the number of images."""
    return len(target[0])'''
_WEIGHT = '''\
def weight_of(target, class_weights):
    """Return what the sum is divided by: the weights of the images' classes."""
    return class_weights[target[0]].sum()'''
_WEIGHT_MIXED = '''\
def weight_of(target, class_weights):
    """Return what the sum is divided by: the weights of the images' classes."""
    labels, others, share = target
    return (share * class_weights[labels] + (1 - share) * class_weights[others]).sum()'''

_TOLD = '''\
def told_loss(logits, target):
    """Return the mean cross-entropy without weights, smoothing and the like: it means the same in every training."""
    return float(nn.functional.cross_entropy(logits.detach(), target[0]))'''
_TOLD_MIXED = '''\
def told_loss(logits, target):
    """Return the mean cross-entropy without weights, smoothing and the like: it means the same in every training."""
    labels, others, share = target
    first = nn.functional.cross_entropy(logits.detach(), labels, reduction="none")
    second = nn.functional.cross_entropy(logits.detach(), others, reduction="none")
    return float((share * first + (1 - share) * second).mean())'''


def rate_code(plan: CodePlan) -> str:
    """Return ``learning_rate(epoch, step, steps, val_losses)`` of the recipe's schedule."""
    config = plan.config
    lines = [_RATE_HEAD]
    if config.schedule == "one_cycle":
        warm_up = "WARM_UP_EPOCHS * steps" if config.warm_up_epochs else "0.3 * EPOCHS * steps"
        return "\n".join([*lines, _ONE_CYCLE.replace("RISE", warm_up)])
    if config.schedule == "constant" and not config.warm_up_epochs:
        return "\n".join([*lines, "    return LEARNING_RATE"])
    lines.append("    update = (epoch - 1) * steps + step")
    if config.warm_up_epochs:
        lines.append(_WARM_UP)
    since = " - WARM_UP_EPOCHS" if config.warm_up_epochs else ""
    return "\n".join([*lines, _SCHEDULES[config.schedule].replace("SINCE", since).replace(
        "OFFSET", "WARM_UP_EPOCHS * steps" if config.warm_up_epochs else "0").replace(
        "FIRST", "math.floor(WARM_UP_EPOCHS)" if config.warm_up_epochs else "0")])


_RATE_HEAD = '''\
def learning_rate(epoch, step, steps, val_losses):
    """Return the learning rate of a step, counted from 0, of an epoch of so many ``steps``, counted from 1."""'''
_WARM_UP = '''\
    if update < WARM_UP_EPOCHS * steps - 1e-9:
        return LEARNING_RATE * (update + 1) / (WARM_UP_EPOCHS * steps + 1)'''
_SCHEDULES = {
    "constant": "    return LEARNING_RATE",
    "step": '''\
    falls = math.floor((update / stepsSINCE) / STEP_EPOCHS + 1e-9)
    return LEARNING_RATE * FALL_FACTOR ** falls''',
    "cosine": '''\
    progress = (update - OFFSET) / (EPOCHS * steps - OFFSET)
    return LEARNING_RATE * (1 + math.cos(math.pi * progress)) / 2''',
    "plateau": '''\
    lowest, waited, falls = math.inf, 0, 0
    for loss in val_losses[FIRST:]:
        waited = 0 if loss < lowest else waited + 1
        lowest = min(lowest, loss)
        if waited == PLATEAU_PATIENCE:
            waited, falls = 0, falls + 1
    return LEARNING_RATE * FALL_FACTOR ** falls''',
}
_ONE_CYCLE = '''\
    update, updates = (epoch - 1) * steps + step, EPOCHS * steps
    top, low, end = max(RISE, 1.0) - 1, 1 / 25, 1 / 250_000
    if update < top:
        share = 1 + (low - 1) * (1 + math.cos(math.pi * update / top)) / 2
    else:
        progress = (update - top) / max(updates - 1 - top, 1.0)
        share = end + (1 - end) * (1 + math.cos(math.pi * progress)) / 2
    return LEARNING_RATE * share'''


def optimizer_code(plan: CodePlan) -> str:
    """Return ``make_optimizer(network)``."""
    config, info = plan.config, optimizer_info(plan.config.optimizer)
    given = [f"{argument}={setting.upper()}" for setting, argument in info.settings.items()
             if setting != "learning_rate" and getattr(config, setting) and (setting != "nesterov" or config.momentum)]
    speed = "foreach=True" if info.name == "rmsprop" else "fused=True"
    call = ", ".join(["groups", "lr=LEARNING_RATE", *given, speed])
    share = "SLOWER.get(next((start for start in SLOWER if name.startswith(start)), \"\"), 1.0)"
    factor = share if plan.slower else "1.0"
    return _OPTIMIZER.replace("CLASS", info.torch_name).replace("CALL", call).replace("FACTOR", factor)


_OPTIMIZER = '''\
def make_optimizer(network):
    """Return the optimiser of all weights that may change."""
    groups = {}
    for name, weight in network.named_parameters():
        if weight.requires_grad:
            factor = FACTOR
            groups.setdefault(factor, {"params": [], "factor": factor})["params"].append(weight)
    groups = list(groups.values())
    return torch.optim.CLASS(CALL)'''


def ending_code(plan: CodePlan) -> list[str]:
    """Return early stopping and the average of the weights, where the recipe has them."""
    config = plan.config
    parts = []
    if config.early_stopping:
        value = 'row["val_loss"]' if config.early_stopping_metric == "loss" else '-row["val_accuracy"]'
        parts.append(_EARLY.replace("VALUE", value))
    if config.average_decay:
        parts.append(_AVERAGE)
    return parts


_EARLY = '''\
def is_over(rows):
    """Return whether the validation has not become better for EARLY_STOPPING epochs."""
    best, best_epoch = math.inf, 0
    for row in rows:
        value = VALUE
        if value < best - EARLY_STOPPING_CHANGE or best_epoch == 0:
            best, best_epoch = value, row["epoch"]
    return len(rows) - best_epoch >= EARLY_STOPPING'''
_AVERAGE = '''\
class WeightAverage:
    """A running mean of the weights, which is steadier than they are; it is what is measured and kept."""

    def __init__(self, network):
        self.followed = [value for value in network.state_dict().values() if value.is_floating_point()]
        self.means = [value.clone() for value in self.followed]
        self.updates = 0

    def update(self):
        """Take in the weights after one more update."""
        self.updates += 1
        share = (1 - AVERAGE_DECAY) / (1 - AVERAGE_DECAY ** self.updates)
        for mean, value in zip(self.means, self.followed):
            mean.lerp_(value, share)

    def exchange(self):
        """Let the network have the mean; once more gives it its own weights back."""
        for mean, value in zip(self.means, self.followed):
            kept = value.clone()
            value.copy_(mean)
            mean.copy_(kept)'''
