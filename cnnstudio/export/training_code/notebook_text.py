"""The words of the notebook, and its cells that show something: images, curves, the confusion matrix, Grad-CAM."""

TITLE = """\
# A network that tells images apart

Written by CNN Studio from a training of yours. Run the cells from top to bottom: they load your images, build the \
network, train it as the program did, and look at what it has learned.

Made with LIBRARIES, and matplotlib for the pictures. Where one is missing, run `%pip install NAMES` in a cell.\
NOTES"""

FOLDER_WORDS = """\
## Your images

One folder a class: `images/CLASS/1.jpg`, `images/OTHER/2.jpg`, … Write the folder's path below.

*On Colab*: upload a zip with the folder symbol at the left and run `!unzip -q images.zip`, or mount your Drive with \
`from google.colab import drive; drive.mount("/content/drive")` and give the path below `/content/drive/MyDrive`."""

FOLDER_CELL = '''\
FOLDER = Path("images")'''

SETTINGS_WORDS = "## Settings\n\nEverything the recipe reads. Change one at a time, and run the cells below again."

LOAD_WORDS = """\
## Loading and dividing

Every picture is turned upright, cut or padded to the size of the network's input, and kept as bytes. Then the images \
are divided: the network learns from the **training** images, the **validation** images tell after every epoch whether \
it has learned or only memorised, and the **test** images, if there are any, are for one last look."""

LOAD_CELL = '''\
images, pixels = load_folder(FOLDER)
labels = [label for _, label in images]
training, validation, test = split_images(images)
print(f"{len(training)} images for training, {len(validation)} for validation, {len(test)} for the test")'''

BATCH_WORDS = """\
## Batches

The network learns from a few images at a time. Pixels are *normalised*: the mean of each channel is subtracted and \
the result divided by the deviation, so that the numbers lie about 0.AUGMENTED"""
AUGMENTED_WORDS = """ Training images are changed at random each time \
they are shown (*augmentation*), so that the network sees the class and not the single picture."""

SHOW_CELL = '''\
def shown(image):
    """Return a normalised image (C, H, W) as a picture."""
    picture = image * torch.tensor(STD)[:, None, None] + torch.tensor(MEAN)[:, None, None]
    return picture.clamp(0, 1).permute(1, 2, 0).expand(-1, -1, 3).numpy()


first, *target = next(iter(training_batches(pixels, labels, training, epoch=1)))
figure, places = plt.subplots(1, 6, figsize=(12, 2.4))
for place in places:
    place.axis("off")
for place, image, label in zip(places, first, target[0]):
    place.imshow(shown(image))
    place.set_title(CLASSES[label])
plt.show()'''

NETWORK_WORDS = """\
## The network

Each line of `forward` is a layer; behind it stands the shape of what comes out: (images, channels, height, width)."""

START_WORDS = "## First weights\n\nHow the weights start, and how they are kept in a file that holds numbers only."

RECIPE_WORDS = """\
## The recipe

The *loss* says how wrong the answers are. The *optimiser* moves every weight a little against its gradient, as far as \
the *learning rate* says."""

TRAIN_WORDS = "## Training\n\nAn *epoch* shows every training image once. The weights of the best epoch are kept."

TRAIN_CELL = '''\
network = Network()
initialise(network)
network = network.to(DEVICE)
rows, best = train(network, pixels, labels, training, validation)
network.load_state_dict(best)
save_weights("best.safetensors", best)'''

CURVES_WORDS = """\
## Curves

Where the validation's loss rises while the training's falls, the network memorises: it *overfits*."""

CURVES_CELL = '''\
epochs = [row["epoch"] for row in rows]
figure, places = plt.subplots(1, 2, figsize=(12, 4))
for place, what in zip(places, ("loss", "accuracy")):
    place.plot(epochs, [row["train_" + what] for row in rows], label="training")
    place.plot(epochs, [row["val_" + what] for row in rows], "--", label="validation")
    place.set_xlabel("epoch")
    place.set_ylabel(what)
    place.legend()
plt.show()'''

CONFUSION_WORDS = """\
## How good is it?

The interval says how far the accuracy could be off because there are only so many images. In the matrix, rows are \
what an image is, columns what the network says."""

CONFUSION_CELL = '''\
loss, probabilities = measure(network, pixels, labels, validation)
accuracy = accuracy_of(probabilities, labels, validation)
low, high = interval(accuracy, len(validation))
print(f"validation: accuracy {accuracy:.1%} (95 % interval {low:.1%} to {high:.1%}), loss {loss:.4f}")
confusion = np.zeros((len(CLASSES), len(CLASSES)), int)
for place, answer in zip(validation, probabilities.argmax(dim=1).tolist()):
    confusion[labels[place], answer] += 1
plt.figure(figsize=(5, 4))
plt.imshow(confusion, cmap="Blues")
for row in range(len(CLASSES)):
    for column in range(len(CLASSES)):
        is_dark = confusion[row, column] > confusion.max() / 2
        plt.text(column, row, confusion[row, column], ha="center", va="center", color="white" if is_dark else "black")
plt.xticks(range(len(CLASSES)), CLASSES, rotation=45, ha="right")
plt.yticks(range(len(CLASSES)), CLASSES)
plt.xlabel("the network says")
plt.ylabel("it is")
plt.show()'''

CAM_WORDS = """\
## Where does it look? Grad-CAM

The channels of the last layer with height and width are added up, each weighed by the mean gradient of the class's \
score (Selvaraju and others, 2017). What is left above 0 spoke for the class. A network that is right for the wrong \
reason looks at the background."""

CAM_CELL = '''\
def grad_cam(network, image, label):
    """Return the evidence for a class (h, w), signed, of one image (1, C, H, W)."""
    kept = []

    def keep(module, inputs, output):
        kept.append(output.detach().clone().requires_grad_())
        return kept[-1].clone()

    network.eval()
    handle = network.get_submodule(LAYER).register_forward_hook(keep)
    try:
        score = network(image.to(DEVICE))[0, label]
    finally:
        handle.remove()
    gradient = torch.autograd.grad(score, kept[-1])[0]
    weights = gradient.mean(dim=(2, 3), keepdim=True)
    return (weights * kept[-1].detach()).sum(dim=1)[0].cpu()'''

CAM_SHOW_CELL = '''\
chosen = validation[:: max(1, len(validation) // 6)][:6]
figure, places = plt.subplots(2, 6, figsize=(12, 4.4))
for place in places.ravel():
    place.axis("off")
for column, number in enumerate(chosen):
    image = normalised(pixels[[number]])
    answer = int(network(image.to(DEVICE)).argmax())
    evidence = grad_cam(network, image, answer).clamp(min=0)[None, None]
    evidence = nn.functional.interpolate(evidence, image.shape[2:], mode="bilinear", align_corners=False)[0, 0]
    for row in range(2):
        places[row, column].imshow(shown(image[0]))
    places[1, column].imshow(evidence, cmap="inferno", alpha=0.5)
    places[0, column].set_title(f"{CLASSES[labels[number]]}\\nsays {CLASSES[answer]}", fontsize=9)
plt.show()'''
