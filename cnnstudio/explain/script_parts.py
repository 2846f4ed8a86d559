"""The parts of the scripts that make a map again: plain PyTorch text, one piece a method. Free of torch."""

from collections.abc import Mapping

READ_WEIGHTS = '''\
def read_weights(run):
    """Read the run's best weights: safetensors files are a length, a JSON header and raw values."""
    import json
    from pathlib import Path

    members = json.loads((Path(run) / "manifest.json").read_text(encoding="utf-8"))["members"]
    data = bytearray((Path(run) / members["best"]["file"]).read_bytes())
    start = 8 + int.from_bytes(data[:8], "little")
    kinds = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16,
             "I64": torch.int64, "I32": torch.int32, "U8": torch.uint8, "BOOL": torch.bool}
    tensors = {}
    for name, about in json.loads(data[8:start]).items():
        first, last = about.get("data_offsets", (0, 0)) if name != "__metadata__" else (0, 0)
        if last > first:
            values = torch.frombuffer(data[start + first:start + last], dtype=kinds[about["dtype"]])
            tensors[name] = values.reshape(about["shape"]).clone()
    return {own: tensors[kept] for own, kept in WEIGHTS.items()}'''

HEAD_OF_LAYER = '''\
def run_with(network, images, change):
    """Run the network with what LAYER gives changed by a function, which may keep it as well."""
    handle = network.get_submodule(LAYER).register_forward_hook(lambda _module, _inputs, output: change(output))
    try:
        return network(images)
    finally:
        handle.remove()


def values_and_gradients(network, image):
    """Return what LAYER gives, (1, C, h, w), and the gradient of the score there."""
    kept = []

    def keep(output):
        kept.append(output.detach().clone().requires_grad_())
        return kept[0].clone()

    total = score(run_with(network, image, keep)).sum()
    gradients, = torch.autograd.grad(total, kept[0])
    return kept[0].detach(), gradients'''

PIXEL_GRADIENTS = '''\
def pixel_gradients(network, images):
    """Return each image's own gradient of its score, (n, C, H, W)."""
    leaf = images.clone().requires_grad_()
    return torch.autograd.grad(score(network(leaf)).sum(), leaf)[0]'''

_CAM = '''\
def explain(network, image):
    """Return the signed map (h, w)."""
    values, gradients = values_and_gradients(network, image)
'''

_FILLING = '''\
def filling(image, fill, blur_px):
    """Return an image of nothing but filling: blurred, of its mean colour, or black."""
    import cv2
    import numpy as np

    if fill == "blur":
        rows = np.ascontiguousarray(image[0].numpy().transpose(1, 2, 0))
        rows = cv2.GaussianBlur(rows, (0, 0), blur_px, borderType=cv2.BORDER_REFLECT_101)
        return torch.from_numpy(np.ascontiguousarray(rows.reshape(*image.shape[2:], -1).transpose(2, 0, 1)))[None]
    if fill == "black":
        black = -np.array(MEAN) / np.array(STD)
        return torch.zeros_like(image) + torch.from_numpy(black.astype(np.float32))[None, :, None, None]
    return image.mean(dim=(2, 3), keepdim=True).expand_as(image).clone()


'''

_INPAINTED = '''\
def inpainted(image, top, left, bottom, right):
    """Return the image with the surroundings of a square continued into it."""
    import cv2
    import numpy as np

    mean, std = np.array(MEAN), np.array(STD)
    pixels = np.rint((image[0].numpy().transpose(1, 2, 0) * std + mean) * 255).clip(0, 255).astype(np.uint8)
    mask = np.zeros(pixels.shape[:2], np.uint8)
    mask[top:bottom, left:right] = 255
    filled = cv2.inpaint(pixels, mask, 3, cv2.INPAINT_TELEA).reshape(pixels.shape) / 255
    part = torch.from_numpy(((filled - mean) / std).astype(np.float32).transpose(2, 0, 1))
    result = image.clone()
    result[..., top:bottom, left:right] = part[:, top:bottom, left:right]
    return result


'''

METHOD_PARTS: Mapping[str, str] = {
    "grad-cam": _CAM + "    return (gradients.mean(dim=(2, 3), keepdim=True) * values).sum(dim=1)[0]",
    "hirescam": _CAM + "    return (gradients * values).sum(dim=1)[0]",
    "layercam": _CAM + "    return (gradients.clamp(min=0) * values).sum(dim=1)[0]",
    "element-wise": _CAM + "    return (gradients * values).clamp(min=0).sum(dim=1)[0]",
    "xgrad-cam": _CAM + '''\
    sums = values.sum(dim=(2, 3), keepdim=True, dtype=torch.float64)
    shares = (gradients * values).sum(dim=(2, 3), keepdim=True, dtype=torch.float64) / (sums + 1e-7)
    return (shares.nan_to_num(0.0, 0.0, 0.0).float() * values).sum(dim=1)[0]''',
    "grad-cam++": _CAM + '''\
    divisor = 2 + gradients.double() * values.sum(dim=(2, 3), keepdim=True, dtype=torch.float64)
    alpha = torch.where((gradients > 0) & (divisor.abs() > 1e-9), 1 / divisor, 0.0)
    weights = (alpha * gradients).sum(dim=(2, 3), keepdim=True)
    return (weights.float() * values).sum(dim=1)[0]''',
    "eigencam": _CAM + '''\
    places = values[0].flatten(1).T.double()
    left, sizes, _ = torch.linalg.svd(places - places.mean(dim=0), full_matrices=False)
    projected, strength = left[:, 0] * sizes[0], places.mean(dim=1)
    if (projected * (strength - strength.mean())).sum() < 0:
        projected = -projected
    return projected.reshape(values.shape[2:]).float()''',
    "score-cam": '''\
def explain(network, image):
    """Return the signed map (h, w): channels weighed by the score of the image seen through them."""
    kept = []
    with torch.no_grad():
        run_with(network, image, lambda output: kept.append(output.clone()))
        scores = []
        for channels in kept[0][0].split(8):
            large = nn.functional.interpolate(channels[:, None], image.shape[2:], mode="bilinear", align_corners=False)
            low, high = large.amin(dim=(2, 3), keepdim=True), large.amax(dim=(2, 3), keepdim=True)
            scores.append(score(network(image * ((large - low) / (high - low + 1e-8)))).double())
    weights = torch.cat(scores).softmax(dim=0).float()
    return torch.einsum("k,khw->hw", weights, kept[0][0])''',
    "ablation-cam": '''\
def explain(network, image):
    """Return the signed map (h, w): channels weighed by how much the score falls without them."""
    kept = []
    with torch.no_grad():
        whole = score(run_with(network, image, lambda output: kept.append(output.clone()))).double()[0]
        falls = []
        for channels in torch.arange(kept[0].shape[1]).split(16):
            without = kept[0].repeat(len(channels), 1, 1, 1)
            without[torch.arange(len(channels)), channels] = 0
            images = image.expand(len(channels), -1, -1, -1)
            falls.append(whole - score(run_with(network, images, lambda _output: without)).double())
    weights = torch.cat(falls) / whole.abs()
    return torch.einsum("k,khw->hw", weights.float(), kept[0][0])''',
    "gradients-x-input": '''\
def explain(network, image):
    """Return the signed map (H, W): gradient times normalised pixel, channels added up."""
    return (image * pixel_gradients(network, image))[0].sum(dim=0)''',
    "gradient-size": '''\
def explain(network, image):
    """Return the size of the gradient (H, W)."""
    return pixel_gradients(network, image)[0].abs().amax(dim=0)''',
    "guided-backpropagation": '''\
def explain(network, image):
    """Return the signed map (H, W): at every ReLU only positive gradients go on."""
    leaf = image.clone().requires_grad_()
    total = score(network(leaf)).sum()
    seen, waiting = set(), [total.grad_fn]
    while waiting:
        node = waiting.pop()
        if node is None or node in seen:
            continue
        seen.add(node)
        waiting.extend(before for before, _ in node.next_functions)
        clipped = node.name() == "HardtanhBackward0" and node._saved_min_val == 0
        if node.name() == "ReluBackward0" or clipped:
            node.register_prehook(lambda gradients: tuple(each if each is None else each.clamp(min=0)
                                                          for each in gradients))
    return torch.autograd.grad(total, leaf)[0][0].sum(dim=0)''',
    "smoothgrad": '''\
def explain(network, image):
    """Return the signed map (H, W): the mean gradient over noisy copies of the image."""
    draws = torch.Generator().manual_seed(SEED)
    deviation = NOISE * float(image.max() - image.min())
    total = torch.zeros(image.shape[1:], dtype=torch.float64)
    for _ in range(IMAGES):
        total += pixel_gradients(network, image + deviation * torch.randn(image.shape[1:], generator=draws))[0]
    return (total.sum(dim=0) / IMAGES).float()''',
    "integrated-gradients": _FILLING + '''\
def explain(network, image):
    """Return the signed map (H, W): gradients along the way from an empty image, by the midpoint rule."""
    empty = filling(image, BASELINE, max(1.0, 0.1 * min(image.shape[2:])))
    way = image - empty
    with torch.no_grad():
        difference = float(score(network(image)) - score(network(empty)))
    total = torch.zeros(image.shape[1:], dtype=torch.float64)
    steps, new = 6, range(6)
    while True:
        for place in new:
            total += pixel_gradients(network, empty + (place + 0.5) / steps * way)[0]
        found = way[0].double() * total / steps
        gap = abs(float(found.sum()) - difference) / max(abs(difference), 1e-6)
        if gap <= 0.01 or steps >= 162:
            return found.sum(dim=0).float()
        steps *= 3
        new = [place for place in range(steps) if place % 3 != 1]''',
    "occlusion": _FILLING + _INPAINTED + '''\
def explain(network, image):
    """Return the signed map (H, W): the mean fall of the score over the squares that hid a pixel."""
    height, width = image.shape[2:]
    sums, counts = torch.zeros(2, height, width, dtype=torch.float64)
    filled = None if FILL == "inpaint" else filling(image, FILL, 0.5 * PATCH_PX)
    with torch.no_grad():
        whole = score(network(image)).double()[0]
        for top in range(0, max(height - PATCH_PX, 0) + STRIDE_PX, STRIDE_PX):
            for left in range(0, max(width - PATCH_PX, 0) + STRIDE_PX, STRIDE_PX):
                bottom, right = min(top + PATCH_PX, height), min(left + PATCH_PX, width)
                hidden = image.clone()
                if filled is None:
                    hidden = inpainted(image, top, left, bottom, right)
                else:
                    hidden[..., top:bottom, left:right] = filled[..., top:bottom, left:right]
                sums[top:bottom, left:right] += whole - score(network(hidden)).double()[0]
                counts[top:bottom, left:right] += 1
    return (sums / counts).float()''',
}
"""Method -> the function ``explain(network, image)`` of the script."""

MAIN = '''\
if __name__ == "__main__":
    import sys

    import numpy as np

    given = dict(enumerate(sys.argv))
    network = Network()
    network.load_state_dict(read_weights(given.get(2, RUN)))
    network.eval().requires_grad_(False)
    image = load_image(given.get(1, IMAGE))
    with torch.no_grad():
        probabilities = network(image).softmax(dim=1)[0]
    for name, share in zip(CLASSES, probabilities.tolist()):
        print(f"{share:7.2%}  {name}")
    raw = explain(network, image).numpy()
    print(f"map of {raw.shape[0]} x {raw.shape[1]} cells, from {raw.min():.4g} to {raw.max():.4g}")
    if 3 in given:
        np.save(given[3], raw)'''
