"""The part of a script that makes batches: shuffled, changed at random, normalised, perhaps mixed."""

from cnnstudio.export.training_code.plan import CodePlan

_SEEDED = '''\
def seeded(*what):
    """Return a generator of random numbers of its own for each seed, epoch and purpose."""
    digest = hashlib.blake2b(repr(what).encode(), digest_size=8).digest()
    return torch.Generator().manual_seed(int.from_bytes(digest, "big") >> 1)


def steps_of(count):
    """Return how many batches so many images are; a last one of a single image joins the one before."""
    full, rest = divmod(count, BATCH_SIZE)
    return full + (rest > 1 or (rest == 1 and full == 0))


def normalised(pixels):
    """Return what the network is given for pixels (N, H, W, C) uint8: (N, C, H, W) float32."""
    values = (pixels / 255 - np.array(MEAN)) / np.array(STD)
    return torch.from_numpy(np.ascontiguousarray(values.astype(np.float32).transpose(0, 3, 1, 2)))


def batches(pixels, labels, places):
    """Yield images and labels in their order, as they are: for measuring."""
    steps = steps_of(len(places))
    for step in range(steps):
        chosen = places[step * BATCH_SIZE:(step + 1) * BATCH_SIZE if step + 1 < steps else None]
        yield normalised(pixels[chosen]), torch.tensor([labels[place] for place in chosen])'''

_TRAINING_BATCHES = '''\
def training_batches(pixels, labels, places, epoch):
    """Yield WHAT, shuffled anew in each epochCHANGED."""
    order = torch.randperm(len(places), generator=seeded(SEED, epoch, "order")).tolist()
    shuffled = [places[number] for number in order]
    steps = steps_of(len(places))
    for step in range(steps):
        chosen = shuffled[step * BATCH_SIZE:(step + 1) * BATCH_SIZE if step + 1 < steps else None]
        known = torch.tensor([labels[place] for place in chosen])
'''

_PLAIN_BODY = "        yield normalised(pixels[chosen]), known"

_CHANGED_BODY = '''\
        generator = seeded(SEED, epoch, step)
        images = torch.from_numpy(pixels[chosen]).permute(0, 3, 1, 2).float() * (1 / 255)
'''
_CHANGE = "        images = changed(images, Chance(generator, len(chosen)))\n"
_MIX = "        images, *target = mixed(images, known, generator)\n"
_STANDARD = '''\
        factor, offset = (torch.from_numpy(values.astype(np.float32))[:, None, None]
                          for values in (1 / np.array(STD), -np.array(MEAN) / np.array(STD)))
        yield images * factor + offset, '''

_MIXED_HEAD = '''\
def mixed(images, labels, generator):
    """Return images that are two images at once, their classes, and how much belongs to the first one.

    WAYS. Each image has its own share, from a beta distribution, and its partner in a ring
    through the batch.
    """
    PICK
    chance = np.random.default_rng(int(torch.randint(2**62, (), generator=generator)))
    order = chance.permutation(len(images))
    partner = np.empty(len(images), np.int64)
    partner[order] = np.roll(order, -1)
    alpha, probability = STRENGTHS
    kept = chance.beta(alpha, alpha, len(images))
    kept = np.where(chance.random(len(images)) < probability, kept, 1.0)
'''
_MIXUP = '''\
    share = torch.from_numpy(np.maximum(kept, 1 - kept).astype(np.float32))
    images = torch.lerp(images[partner], images, share[:, None, None, None])
    return images, labels, labels[partner], share'''
_CUTMIX = '''\
    height, width = images.shape[2:]
    rows, tall = stretch(np.sqrt(1 - kept), height, chance)
    columns, wide = stretch(np.sqrt(1 - kept), width, chance)
    inside = torch.from_numpy(rows[:, :, None] & columns[:, None, :])[:, None]
    own = torch.from_numpy((1 - tall * wide / (height * width)).astype(np.float32))
    first, second = torch.where(own >= 0.5, labels, labels[partner]), torch.where(own >= 0.5, labels[partner], labels)
    return torch.where(inside, images[partner], images), first, second, torch.maximum(own, 1 - own)'''
_STRETCH = '''\
def stretch(share, size, chance):
    """Return which of ``size`` places lie in a stretch of this share about a random centre, and how many do."""
    center, half = chance.integers(0, size, len(share)), (share * size).astype(np.int64) / 2
    begin, end = np.ceil(center - half), np.ceil(center + half)
    inside = (np.arange(size) >= begin[:, None]) & (np.arange(size) < end[:, None])
    return inside, inside.sum(axis=1)'''


def batch_code(plan: CodePlan) -> list[str]:
    """Return the functions, one text each."""
    is_changed = not plan.augment.is_identity
    what = "images, two classes and the share of the first one" if plan.mixes else "images and labels"
    head = _TRAINING_BATCHES.replace("WHAT", what).replace(
        "CHANGED", " and changed at random" if is_changed else "")
    if not is_changed:
        return [_SEEDED, head + _PLAIN_BODY]
    body = _CHANGED_BODY + (_CHANGE if _changes_single_images(plan) else "") + (_MIX if plan.mixes else "")
    return [_SEEDED, *_mixing(plan), head + body + _STANDARD + ("*target" if plan.mixes else "known")]


def _changes_single_images(plan: CodePlan) -> bool:
    return any(plan.augment.is_on(name) for name in type(plan.augment).model_fields
               if not name.endswith("_p") and name not in ("mixup", "cutmix"))


def _mixing(plan: CodePlan) -> list[str]:
    ways = [name for name in ("mixup", "cutmix") if plan.augment.is_on(name)]
    if not ways:
        return []
    said = {"mixup": "Mixup adds two images up", "cutmix": "Cutmix pastes a rectangle of another image"}
    head = _MIXED_HEAD.replace("WAYS", "; ".join(said[name] for name in ways))
    both = len(ways) == 2
    draw = f"torch.randint({len(ways)}, (), generator=generator)"
    pick = f"is_cutmix = int({draw})" if both else draw
    strengths = [f"{name.upper()}, {name.upper()}_P" for name in ways]
    chosen = f"({strengths[1]}) if is_cutmix else ({strengths[0]})" if both else strengths[0]
    head = head.replace("PICK", pick).replace("STRENGTHS", chosen)
    bodies = {"mixup": _MIXUP, "cutmix": _CUTMIX}
    body = bodies[ways[0]] if not both else "    if not is_cutmix:\n" + _indented(_MIXUP) + "\n" + _CUTMIX
    return [*([_STRETCH] if "cutmix" in ways else []), head + body]


def _indented(text: str) -> str:
    return "\n".join("    " + line for line in text.split("\n"))
