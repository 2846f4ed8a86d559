"""The part of a script that finds the images of a folder, divides them and loads them."""

from cnnstudio.data.file_kinds import IMAGE_ENDINGS
from cnnstudio.export.image_loading import pixel_loading
from cnnstudio.export.training_code.plan import CodePlan


def folder_constants(plan: CodePlan) -> str:
    """Return what is known of the folder as constants."""
    division = plan.division
    lines = [
        f"SPLIT_SEED = {int(division.seed)}",
        f"VALIDATION_SHARE, TEST_SHARE = {float(division.validation_share)!r}, {float(division.test_share)!r}",
        "# images that the rules below would put elsewhere: equal pictures stay together, some were left out or moved",
        f"OTHER_SPLITS = {_table(division.other_splits)}", f"OTHER_CLASSES = {_table(division.other_classes)}"]
    return "\n".join(lines)


def _table(names: object) -> str:
    pairs = dict(names).items() if names else ()  # type: ignore[call-overload]
    rows = [f"    {str(name)!a}: {str(value)!a}," for name, value in pairs]
    return "\n".join(["{", *rows, "}"]) if rows else "{}"


def folder_code(plan: CodePlan) -> list[str]:
    """Return the functions, one text each."""
    endings = tuple(sorted(ending for ending, kind in IMAGE_ENDINGS.items() if kind != "HEIF"))
    rows = [", ".join(f'"{ending}"' for ending in endings[start:start + 10]) for start in range(0, len(endings), 10)]
    found = _FIND.replace("ENDINGS_TEXT", ",\n           ".join(rows))
    split = _SPLIT_FOLDERS + _SPLIT if plan.division.has_split_folders else _SPLIT.replace(_GIVEN, _NOT_GIVEN)
    return [found, split, pixel_loading(plan.preprocess), _LOAD]


_FIND = '''\
ENDINGS = (ENDINGS_TEXT)


def class_of(name):
    """Return the class of an image by the innermost folder that is called like one; None when there is none."""
    if name in OTHER_CLASSES:
        return CLASSES.index(OTHER_CLASSES[name])
    known = [part for part in name.split("/")[:-1] if part in CLASSES]
    return CLASSES.index(known[-1]) if known else None


def natural(name):
    """Return a key that sorts img2 before img10."""
    def padded(match):
        digits = match[0].lstrip("0")
        return f"\\0{len(digits):03}{digits}"

    return re.sub("[0-9]+", padded, name.casefold()) + "\\0\\0" + name


def find_images(folder):
    """Return the place below the folder and the class of every image, class by class."""
    names = [path.relative_to(folder).as_posix() for path in Path(folder).rglob("*")
             if path.suffix.lower() in ENDINGS and not path.name.startswith(".")]
    found = [(name, class_of(name)) for name in names if class_of(name) is not None]
    return sorted(found, key=lambda image: (image[1], [natural(part) for part in image[0].split("/")]))'''

_GIVEN = '''\
            given = split_folder(images[place][0])
            if given in ("validation", "test"):
                parts[OTHER_SPLITS.get(images[place][0], given)].append(place)
            else:
                free.append(place)'''
_NOT_GIVEN = "            free.append(place)"

_SPLIT_FOLDERS = '''\
SPLIT_FOLDERS = {"train": "train", "training": "train", "val": "validation", "valid": "validation",
                 "validation": "validation", "test": "test", "testing": "test"}


def split_folder(name):
    """Return the split that the outermost folder of an image names."""
    first = name.split("/")[0]
    return "" if first in CLASSES else SPLIT_FOLDERS.get(first.lower(), "")


'''

_SPLIT = '''\
def split_order(name):
    """Return a key that shuffles names in the same way on every machine."""
    return hashlib.blake2b(f"{SPLIT_SEED}\\0{name}".encode("utf-8", "surrogatepass"), digest_size=8).digest()


def split_images(images):
    """Return which images are for training, validation and test: three lists of places in ``images``.

    The names of each class are shuffled; the first of them are for validation, the next for the test.
    """
    parts = {"train": [], "validation": [], "test": [], "unused": []}
    for label in range(len(CLASSES)):
        free = []
        for place in [place for place, image in enumerate(images) if image[1] == label]:
''' + _GIVEN + '''
        free.sort(key=lambda place: split_order(images[place][0]))
        count = len(free)
        validation = min(max(1, round(count * VALIDATION_SHARE)), count - 1) if VALIDATION_SHARE else 0
        test = max(0, min(round(count * TEST_SHARE), count - validation - 1))
        for rank, place in enumerate(free):
            part = "validation" if rank < validation else "test" if rank < validation + test else "train"
            parts[OTHER_SPLITS.get(images[place][0], part)].append(place)
    return [sorted(parts[name]) for name in ("train", "validation", "test")]'''

_LOAD = '''\
def load_folder(folder):
    """Return names and classes of the images that can be read, and their pixels (N, H, W, C) uint8."""
    found = find_images(folder)
    if not found:
        raise SystemExit(f"There are no images in folders called {', '.join(CLASSES)} below {folder}.")
    images, pixels = [], []
    for name, label in found:
        try:
            pixels.append(load_pixels(Path(folder) / name))
            images.append((name, label))
        except Exception as error:
            print(f"left out: {name} ({error})")
    return images, np.stack(pixels)'''
