"""The part of a script that gives the network its first weights, and reads and writes weights without pickling."""

from cnnstudio.export.training_code.plan import CodePlan
from cnnstudio.torch_network.initialization import NORMAL_DEVIATION

READ_AND_SAVE = '''\
KINDS = {"F32": torch.float32, "F64": torch.float64, "F16": torch.float16, "BF16": torch.bfloat16,
         "I64": torch.int64, "I32": torch.int32, "U8": torch.uint8, "BOOL": torch.bool}


def save_weights(path, tensors):
    """Write tensors as a safetensors file: a length, a JSON header, the raw values. Nothing in it can run."""
    names = {kind: name for name, kind in KINDS.items()}
    header, place, values = {}, 0, []
    for name, tensor in tensors.items():
        values.append(tensor.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().tobytes())
        header[name] = {"dtype": names[tensor.dtype], "shape": list(tensor.shape),
                        "data_offsets": [place, place + len(values[-1])]}
        place += len(values[-1])
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    Path(path).write_bytes(len(text).to_bytes(8, "little") + text + b"".join(values))


def read_weights(path):
    """Read a safetensors file."""
    data = Path(path).read_bytes()
    start = 8 + int.from_bytes(data[:8], "little")
    tensors = {}
    for name, about in json.loads(data[8:start]).items():
        if name != "__metadata__":
            first, last = about["data_offsets"]
            values = np.frombuffer(data[start + first:start + last], np.uint8).copy()
            tensors[name] = torch.from_numpy(values).view(KINDS[about["dtype"]]).reshape(about["shape"])
    return tensors'''

_SCHEMES = {
    "kaiming": ("normal with variance 2 / n for n inputs a unit (He and others, 2015)", "math.sqrt(2 / inputs)"),
    "xavier": ("normal with variance 1 / n for n inputs a unit (Glorot and Bengio, 2010)", "math.sqrt(1 / inputs)"),
    "normal": (f"normal with deviation {NORMAL_DEVIATION}", f"{NORMAL_DEVIATION}"),
    "zeros": ("all 0, to see that nothing is learned then", "0.0"),
}

_DRAW = '''\
def inputs_a_unit(module):
    """Return how many products are added up for one output value, on average."""
    if not isinstance(module, nn.ConvTranspose2d):
        return module.weight[0].numel()
    size, stride = math.prod(module.kernel_size), math.prod(module.stride)
    return module.in_channels // module.groups * max(1.0, size / stride)


def initialise(network):
    """Draw the first weights: SAID; biases are 0."""
    generator = torch.Generator().manual_seed(SEED)
    for module in MODULES:
        if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d, nn.Linear)):
            inputs = inputs_a_unit(module)
            with torch.no_grad():
                drawn = torch.empty(module.weight.shape).normal_(0.0, 1.0, generator=generator)
                module.weight.copy_(drawn * DEVIATION)
                if module.bias is not None:
                    module.bias.zero_()
        elif isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d, nn.LayerNorm, nn.GroupNorm, nn.PReLU)):
            module.reset_parameters()'''

_FRAMEWORK = '''\
def initialise(network):
    """Draw the first weights as PyTorch does by itself."""
    torch.manual_seed(SEED)
    for module in MODULES:
        if hasattr(module, "reset_parameters"):
            module.reset_parameters()'''

_FROM_FILE = '''\
def initialise(network):
    """Give the network the weights the training started with, which are kept beside this file."""
    network.load_state_dict(read_weights(Path(__file__).with_name(START_WEIGHTS)))'''


def start_code(plan: CodePlan) -> list[str]:
    """Return the functions, one text each."""
    if plan.start_file:
        return [READ_AND_SAVE, _FROM_FILE]
    if plan.config.initialization == "framework":
        return [READ_AND_SAVE, _FRAMEWORK.replace("MODULES", _modules(plan))]
    said, deviation = _SCHEMES[plan.config.initialization]
    text = _DRAW.replace("SAID", said).replace("DEVIATION", deviation).replace("MODULES", _modules(plan))
    return [READ_AND_SAVE, text]


def _modules(plan: CodePlan) -> str:
    return "map(network.get_submodule, DRAW_ORDER)" if plan.draw_order else "network.modules()"
