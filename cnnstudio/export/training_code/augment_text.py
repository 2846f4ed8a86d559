"""The part of a script that changes training images at random: the program's own chances and arithmetic."""

from cnnstudio.data.config import AUGMENTATION_NAMES
from cnnstudio.export.training_code.plan import CodePlan

_FLIPS = ("flip_horizontal", "flip_vertical")
_MOVES = ("crop", "zoom", "shear_deg", "rotate_deg", "shift")
_COLOURS = ("saturation", "hue", "grey")


def augment_constants(plan: CodePlan) -> str:
    """Return strengths and probabilities of what is switched on."""
    lines = []
    for name in AUGMENTATION_NAMES:
        if plan.augment.is_on(name):
            strength, chance = getattr(plan.augment, name), getattr(plan.augment, name + "_p")
            value = f"{strength!r}" if isinstance(strength, bool) else f"{float(strength)!r}"
            lines.append(f"{name.upper()}, {name.upper()}_P = {value}, {float(chance)!r}")
    return "\n".join(lines)


def augment_code(plan: CodePlan) -> list[str]:
    """Return the functions that are needed, one text each; none where nothing is changed."""
    if plan.augment.is_identity:
        return []
    on = plan.augment.is_on
    parts = [_CHANCE]
    changes = []
    if any(on(name) for name in (*_FLIPS, *_MOVES)):
        parts.append(_motion(plan))
        changes.append("images = moved(images, chance)")
    if on("blur"):
        parts.append(_BLUR)
        changes.append("images = blurred(images, chance)")
    if any(on(name) for name in ("brightness", "contrast")) or _has_colours(plan):
        parts.append(_tint(plan))
        changes.append("images = tinted(images, chance)")
    if on("noise"):
        parts.append(_NOISE)
        changes.append("images = with_noise(images, chance)")
    if on("erase"):
        parts.append(_ERASE)
        changes.append("images = with_hole(images, chance)")
    body = "\n".join(f"    {line}" for line in changes)
    return [*parts, f"{_CHANGED}\n{body}\n    return images"]


def _has_colours(plan: CodePlan) -> bool:
    return plan.preprocess.channels == 3 and any(plan.augment.is_on(name) for name in _COLOURS)


_CHANCE = '''\
class Chance:
    """Random values for the images of one batch, each image its own."""

    def __init__(self, generator, count):
        self.generator, self.count, self.drawn = generator, count, []

    def share(self):
        """Return values evenly from 0 to 1: (N,)."""
        if not self.drawn:
            self.drawn = list(torch.rand(8, self.count, generator=self.generator, dtype=torch.float64))
        return self.drawn.pop()

    def chosen(self, probability):
        """Return which images something of this probability happens to: (N,)."""
        if 0 < probability < 1:
            return self.share() < probability
        return torch.full((self.count,), probability >= 1)

    def spread(self, strength, probability=1.0):
        """Return values evenly between -strength and strength, 0 for images that are not chosen: (N,)."""
        values = strength * (2 * self.share() - 1)
        return values if probability >= 1 else values * self.chosen(probability)'''

_CHANGED = '''\
def changed(images, chance):
    """Return training images (N, C, H, W) in [0, 1], each changed in its own way."""'''

_MAPS = '''\
def linear(a, b, c, d, x=0.0, y=0.0):
    """Return one map [[a, b, x], [c, d, y], [0, 0, 1]] for each image: (N, 3, 3)."""
    values = torch.broadcast_tensors(*(torch.as_tensor(each, dtype=torch.float64) for each in (a, b, x, c, d, y)))
    rows = torch.stack(values, dim=-1).reshape(-1, 2, 3)
    return torch.cat((rows, torch.tensor([[[0.0, 0.0, 1.0]]], dtype=torch.float64).expand(len(rows), 1, 3)), dim=1)
'''

_MOVE_LINES = {
    "crop": '''\
    area = 1 - CROP * chance.share() * chance.chosen(CROP_P)  # a random part becomes the whole
    ratio = (1 / area).clamp(max=4 / 3) ** (2 * chance.share() - 1)
    wide, high = (area * ratio).sqrt().clamp(max=1), (area / ratio).sqrt().clamp(max=1)
    right, down = width * (1 - wide) * (chance.share() - 0.5), height * (1 - high) * (chance.share() - 0.5)
    maps = maps @ linear(wide, 0.0, 0.0, high, right, down)''',
    "zoom": '''\
    step = 1 / (1 + chance.spread(ZOOM, ZOOM_P))
    maps = maps @ linear(step, 0.0, 0.0, step)''',
    "shear_deg": '''\
    along_x, along_y = (torch.tan(torch.deg2rad(chance.spread(SHEAR_DEG))) for _ in range(2))
    is_sheared = chance.chosen(SHEAR_DEG_P)
    along_x, along_y = along_x * is_sheared, along_y * is_sheared
    maps = maps @ linear(1 + along_x * along_y, along_x, along_y, 1.0)''',
    "rotate_deg": '''\
    angle = torch.deg2rad(chance.spread(ROTATE_DEG, ROTATE_DEG_P))
    maps = maps @ linear(angle.cos(), angle.sin(), -angle.sin(), angle.cos())''',
    "shift": '''\
    right, down = chance.spread(SHIFT), chance.spread(SHIFT)
    is_shifted = chance.chosen(SHIFT_P)
    right, down = width * right * is_shifted, height * down * is_shifted
    maps = maps @ linear(torch.ones(len(images)), 0.0, 0.0, 1.0, -right, -down)''',
}


def _motion(plan: CodePlan) -> str:
    on = [name for name in _MOVES if plan.augment.is_on(name)]
    mirror, flip = ((name.upper() + "_P" if plan.augment.is_on(name) else "0") for name in _FLIPS)
    drawn = f"    mirrored, flipped = chance.chosen({mirror}), chance.chosen({flip})"
    if not on:
        return "\n".join([_MOVED_HEAD.replace("HOW", "mirrored at random"), drawn, _TURNED])
    first = ("    maps = linear(torch.where(mirrored, -1.0, 1.0), 0.0, 0.0, torch.where(flipped, -1.0, 1.0))"
             "  # from a place in the result to one in the image")
    moves = [_MOVE_LINES[name] for name in on]
    return "\n".join([_MAPS, "", _MOVED_HEAD.replace("HOW", "moved at random, in one resampling"), _SIZES, drawn, first,
                      *moves, _SAMPLED])


_MOVED_HEAD = '''\
def moved(images, chance):
    """Return the images HOW."""'''
_SIZES = "    height, width = images.shape[2:]"
_TURNED = '''\
    images = torch.where(mirrored[:, None, None, None], images.flip(3), images)
    return torch.where(flipped[:, None, None, None], images.flip(2), images)'''
_SAMPLED = '''\
    half = torch.tensor([width / 2, height / 2])
    maps = maps[:, :2] * torch.cat((half, torch.ones(1))) / half[:, None]
    grid = nn.functional.affine_grid(maps.float(), list(images.shape), align_corners=False)
    moved = nn.functional.grid_sample(images, grid, padding_mode="reflection", align_corners=False)
    return (moved * 255).round() / 255'''

_BLUR = '''\
def blurred(images, chance):
    """Return the images blurred with a Gaussian, each with its own deviation in pixels."""
    sigma = BLUR * chance.share() * chance.chosen(BLUR_P)
    count, channels, height, width = images.shape
    radius = min(math.ceil(3 * float(sigma.max())), height - 1, width - 1)
    places = torch.arange(-radius, radius + 1) / sigma.clamp(min=1e-3)[:, None]
    weights = torch.exp(-places**2 / 2)
    weights = (weights / weights.sum(dim=1, keepdim=True)).float().repeat_interleave(channels, dim=0)
    flat = nn.functional.pad(images.reshape(1, count * channels, height, width), [radius] * 4, mode="reflect")
    flat = nn.functional.conv2d(flat, weights[:, None, None, :], groups=count * channels)
    flat = nn.functional.conv2d(flat, weights[:, None, :, None], groups=count * channels)
    return (flat.reshape(images.shape) * 255).round() / 255'''


def _tint(plan: CodePlan) -> str:
    def spread(name: str) -> str:
        if plan.augment.is_on(name):
            return f"chance.spread({name.upper()}, {name.upper()}_P)"
        return f"chance.spread(0.0, {float(getattr(plan.augment, name + '_p'))!r})"

    lines = [_TINTED_HEAD, f"    brightness = 1 + {spread('brightness')}", f"    contrast = 1 + {spread('contrast')}",
             "    mean = images.mean(dim=(1, 2, 3)).double()"]
    if _has_colours(plan):
        grey = "GREY_P" if plan.augment.is_on("grey") else "0"
        lines += [f"    saturation = 1 + {spread('saturation')}",
                  f"    saturation = torch.where(chance.chosen({grey}), 0.0, saturation)",
                  f"    angle = 2 * math.pi * {spread('hue')}", _COLOUR_MAPS]
    return "\n".join([*([_YIQ] if _has_colours(plan) else []), *lines, _TINTED])


_YIQ = '''\
LUMA = torch.tensor([0.299, 0.587, 0.114], dtype=torch.float64)
YIQ = torch.stack((LUMA, torch.tensor([0.595716, -0.274453, -0.321263], dtype=torch.float64),
                   torch.tensor([0.211456, -0.522591, 0.311135], dtype=torch.float64)))
AXES = torch.linalg.inv(YIQ)
QUARTER_TURN = torch.tensor([[0.0, 1.0], [-1.0, 0.0]], dtype=torch.float64)

'''
_TINTED_HEAD = '''\
def tinted(images, chance):
    """Return the images with other brightness, contrast and colours."""'''
_COLOUR_MAPS = '''\
    along, across = (saturation * angle.cos())[:, None, None], (saturation * angle.sin())[:, None, None]
    colours = LUMA.repeat(3, 1) + along * (AXES[:, 1:] @ YIQ[1:]) + across * (AXES[:, 1:] @ QUARTER_TURN @ YIQ[1:])
    images = (colours.float() @ images.flatten(2)).reshape(images.shape)'''
_TINTED = '''\
    gain, offset = brightness * contrast, brightness * (1 - contrast) * mean
    return (images * gain.float()[:, None, None, None] + offset.float()[:, None, None, None]).clamp(0, 1)'''

_NOISE = '''\
def with_noise(images, chance):
    """Return the images with normal noise on each value."""
    noise = torch.randn(images.shape, generator=chance.generator)
    return (images + noise * (NOISE * chance.chosen(NOISE_P)).float()[:, None, None, None]).clamp(0, 1)'''

_ERASE = '''\
def with_hole(images, chance):
    """Return the images with a grey square at a random place."""
    height, width = images.shape[2:]
    side = max(1, round(ERASE * min(height, width)))
    tops, lefts = (chance.share() * (height - side + 1)).long(), (chance.share() * (width - side + 1)).long()
    images = images.clone()
    for place in torch.nonzero(chance.chosen(ERASE_P))[:, 0].tolist():
        images[place, :, tops[place]:tops[place] + side, lefts[place]:lefts[place] + side] = 0.5
    return images'''
