"""The part of a script that trains and measures."""

from cnnstudio.export.training_code.plan import CodePlan


def loop_code(plan: CodePlan) -> list[str]:
    """Return the functions, one text each."""
    return [_answers(plan), _epoch(plan), _MEASURE, _training(plan)]


def _answers(plan: CodePlan) -> str:
    if plan.config.precision != "bfloat16":
        return _ANSWERS + "    return network(images.to(DEVICE))"
    return (_ANSWERS + "    with torch.autocast(DEVICE, torch.bfloat16):\n"
            "        return network(images.to(DEVICE)).float()")


_ANSWERS = '''\
def answers(network, images):
    """Return the logits (N, K) of images (N, C, H, W)."""
'''


def _epoch(plan: CodePlan) -> str:
    config = plan.config
    text = _EPOCH_HEAD.replace("AVERAGED", ", average" if config.average_decay else "")
    body = _IN_PARTS if config.micro_batch else _AT_ONCE
    gathers = config.accumulation > 1
    body = body.replace("SCALE", "weight_of(target, class_weights)" if not gathers else "1")
    update = [_GATHERED if gathers else ""]
    inner = []
    if config.clip_norm:
        inner.append("nn.utils.clip_grad_norm_(network.parameters(), CLIP_NORM)")
    inner += ["for group in optimizer.param_groups:",
              '    group["lr"] = learning_rate(epoch, step, steps, val_losses) * group["factor"]',
              "optimizer.step()", "optimizer.zero_grad()"]
    if config.average_decay:
        inner.append("average.update()")
    if gathers:
        inner.append("gathered, batches_gathered = 0.0, 0")
    indent = " " * (12 if gathers else 8)
    return "\n".join([text + (_GATHER_START if gathers else "") + _BATCH + body, *filter(None, update),
                      *(indent + line for line in inner), _TELL])


_EPOCH_HEAD = '''\
def train_epoch(network, optimizer, data, epoch, val_losses, class_weightsAVERAGED):
    """Learn from every training image once; return the loss of each step, the images and how many were right."""
    pixels, labels, places = data
    steps, losses, counts, right = steps_of(len(places)), [], [], 0
    network.train()
'''
_GATHER_START = "    gathered, batches_gathered = 0.0, 0\n"
_BATCH = '''\
    for step, (images, *target) in enumerate(training_batches(pixels, labels, places, epoch)):
        target = [each.to(DEVICE) for each in target]
'''
_AT_ONCE = '''\
        logits = answers(network, images)
        loss = summed_loss(logits, target, class_weights) / SCALE
        loss.backward()'''
_IN_PARTS = '''\
        parts = []
        starts = list(range(0, len(images), MICRO_BATCH))
        if len(starts) > 1 and MICRO_BATCH > 1 and len(images) - starts[-1] == 1:
            starts.pop()  # batch normalisation cannot learn from a single image
        for start, end in zip(starts, [*starts[1:], len(images)]):
            parts.append(answers(network, images[start:end]))
            part = [each[start:end] for each in target]
            (summed_loss(parts[-1], part, class_weights) / SCALE).backward()
        logits = torch.cat([part.detach() for part in parts])'''
_GATHERED = '''\
        gathered, batches_gathered = gathered + float(weight_of(target, class_weights)), batches_gathered + 1
        if batches_gathered == ACCUMULATION or step + 1 == steps:
            for weight in network.parameters():
                if weight.grad is not None:
                    weight.grad /= gathered'''
_TELL = '''\
        losses.append(told_loss(logits, target))
        counts.append(len(images))
        right += int((logits.argmax(dim=1) == target[0]).sum())
    return losses, counts, right'''

_MEASURE = '''\
def measure(network, pixels, labels, places):
    """Return the mean loss and the probabilities (N, K) of images that are not learned from."""
    network.eval()
    total, found = 0.0, []
    with torch.no_grad():
        for images, known in batches(pixels, labels, places):
            logits = answers(network, images).cpu()
            total += float(nn.functional.cross_entropy(logits, known, reduction="sum"))
            found.append(logits.softmax(dim=1))
    return total / len(places), torch.cat(found)


def accuracy_of(probabilities, labels, places):
    """Return the share of images whose most probable class is the right one."""
    known = torch.tensor([labels[place] for place in places])
    return float((probabilities.argmax(dim=1) == known).float().mean())


def interval(accuracy, count):
    """Return the 95 % interval of an accuracy measured on so many images (Wilson, 1927)."""
    z = 1.959964
    middle = (accuracy + z**2 / (2 * count)) / (1 + z**2 / count)
    half = z / (1 + z**2 / count) * math.sqrt(accuracy * (1 - accuracy) / count + z**2 / (4 * count**2))
    return max(0.0, middle - half), min(1.0, middle + half)'''


def _training(plan: CodePlan) -> str:
    config = plan.config
    weights = "balanced_weights([labels[place] for place in training]).to(DEVICE)"
    text = _TRAIN.replace("CLASS_WEIGHTS", weights if config.class_weights == "balanced" else "None")
    averaged = bool(config.average_decay)
    text = text.replace("MAKE_AVERAGE", "    average = WeightAverage(network)\n" if averaged else "")
    text = text.replace("GIVEN", ", average" if averaged else "")
    text = text.replace("EXCHANGE", "        average.exchange()\n" if averaged else "")
    over = "        if is_over(rows):\n            break\n" if config.early_stopping else ""
    return text.replace("OVER", over)


_TRAIN = '''\
def train(network, pixels, labels, training, validation, epochs=EPOCHS):
    """Train; return a row an epoch and the weights of the epoch with the lowest validation loss."""
    optimizer, class_weights = make_optimizer(network), CLASS_WEIGHTS
MAKE_AVERAGE    torch.manual_seed(SEED)  # what dropout draws from
    rows, best = [], {}
    for epoch in range(1, epochs + 1):
        val_losses = [row["val_loss"] for row in rows]
        losses, counts, right = train_epoch(
            network, optimizer, (pixels, labels, training), epoch, val_losses, class_weightsGIVEN)
EXCHANGE        val_loss, probabilities = measure(network, pixels, labels, validation)
        if val_loss < min(val_losses, default=math.inf):
            best = {name: value.detach().cpu().clone() for name, value in network.state_dict().items()}
EXCHANGE        rows.append({
            "epoch": epoch, "train_loss": float(np.average(losses, weights=counts)),
            "train_accuracy": right / sum(counts), "val_loss": val_loss,
            "val_accuracy": accuracy_of(probabilities, labels, validation), "step_losses": losses})
        print("epoch {epoch}: loss {train_loss:.4f}, accuracy {train_accuracy:.1%}; "
              "validation {val_loss:.4f}, {val_accuracy:.1%}".format(**rows[-1]))
OVER    return rows, best'''
