"""Writes a trained network as a Python file that predicts images from their files, its weights beside it."""

from collections.abc import Sequence

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.export.code_check import check_code
from cnnstudio.export.image_loading import image_loading
from cnnstudio.export.pytorch_source import source
from cnnstudio.network.graph import NetworkGraph

_IMPORTS = "\nimport argparse\nimport json\nimport struct\nfrom pathlib import Path\n\nimport torch\n"


def pytorch_predictor(graph: NetworkGraph, preprocess: PreprocessConfig, mean: Sequence[float], std: Sequence[float],
                      class_names: Sequence[str], weights_file: str) -> str:
    """Return the text of a file with ``Network``, ``load_image``, ``load_network``, ``scores`` and ``predict``.

    It reads the weights with PyTorch and Python alone; images are loaded as `image_loading` says.

    Parameters
    ----------
    mean, std : (C,) for values in [0, 1]
    weights_file : name of the safetensors file beside it

    Raises
    ------
    ShapeError, NetworkError
        With the first problem's sentence, when the graph has errors.
    ExportError
        When the code would do more than it should.
    """
    text = source(graph, image_loading=image_loading(preprocess, mean, std, class_names))
    text = text.replace("\nimport torch\n", _IMPORTS, 1)
    body = text[:text.rindex('if __name__ == "__main__":')]
    text = body + f"WEIGHTS = {weights_file!a}\n\n\n" + _READING + "\n\n\n" + _PREDICTING + "\n\n\n" + _MAIN + "\n"
    check_code(text)
    return text


_READING = '''\
def load_weights(path):
    """Return the tensors in a safetensors file by name."""
    types = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16,
             "I64": torch.int64, "I32": torch.int32, "I16": torch.int16, "I8": torch.int8, "U8": torch.uint8,
             "BOOL": torch.bool}
    data = Path(path).read_bytes()
    start = 8 + struct.unpack("<Q", data[:8])[0]
    tensors = {}
    for name, entry in json.loads(data[8:start]).items():
        if name == "__metadata__":
            continue
        first, end = entry["data_offsets"]
        values = bytearray(data[start + first:start + end])
        tensors[name] = torch.frombuffer(values, dtype=types[entry["dtype"]]).reshape(entry["shape"])
    return tensors


def load_network(path=None):
    """Return the trained network, ready to predict; its weights lie beside this file unless ``path`` is given."""
    network = Network()
    network.load_state_dict(load_weights(path or Path(__file__).parent / WEIGHTS))
    return network.eval()'''

_PREDICTING = '''\
def scores(network, path):
    """Return the logits and the probabilities of the classes for the picture in a file, two lists of numbers."""
    with torch.no_grad():
        logits = network(load_image(path))
    return logits[0].tolist(), torch.softmax(logits, dim=1)[0].tolist()


def predict(path, network=None):
    """Return each class with its probability for the picture in a file, the most probable first."""
    probabilities = scores(network or load_network(), path)[1]
    return sorted(zip(CLASSES, probabilities), key=lambda pair: -pair[1])'''

_MAIN = '''\
def main():
    """Predict the pictures named on the command line."""
    parser = argparse.ArgumentParser(description="Say what is in pictures.")
    parser.add_argument("pictures", nargs="+", help="image files")
    parser.add_argument("--top", type=int, default=3, help="how many classes to print (3)")
    arguments = parser.parse_args()
    network = load_network()
    for path in arguments.pictures:
        print(path)
        for name, probability in predict(path, network)[:arguments.top]:
            print(f"  {probability:7.2%}  {name}")


if __name__ == "__main__":
    main()'''
