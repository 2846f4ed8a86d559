"""Entries about layers and what comes out of them."""

from cnnstudio.ui.help.glossary.term import Term, marked

LAYERS: tuple[Term, ...] = (
    Term("convolution", marked("Convolution"), marked(
        "A small square of numbers, the kernel, slides over the image. At each place its numbers are multiplied with "
        "the pixels below and the products are added: one number of the feature map. The same kernel is used "
        "everywhere, so a thing is found wherever it is, with few weights. (What networks compute is, strictly, "
        "cross-correlation: the kernel is not turned round.)"),
        "y[i, j] = b + Σ x[i·s + m, j·s + n] · k[m, n]", ("kernel", "stride", "padding", "feature_map")),
    Term("kernel", marked("Kernel"), marked(
        "The numbers a convolution multiplies with, also called a filter. Equal numbers blur, opposite ones at two "
        "sides find edges. In a network nobody writes them down: they are learned. A kernel has a value for each "
        "channel that comes in, and each kernel makes one feature map."),
        "C_in · k · k + 1", ("convolution", "feature_map", "channel")),
    Term("stride", marked("Stride"), marked(
        "How many pixels the window moves from one place to the next. With stride 1 it stands at every pixel; with "
        "stride 2 it skips every second one and the map is half as high and wide."),
        "⌊(n − k + 2p) / s⌋ + 1", ("convolution", "pooling", "output_shape")),
    Term("padding", marked("Padding"), marked(
        "A border of zeros around the image, so that the window can stand at the border too. Without it each 3 × 3 "
        "convolution takes two rows and two columns off; with a padding of half the kernel the size stays."),
        "p = (k − 1) / 2", ("convolution", "output_shape")),
    Term("feature_map", marked("Feature map"), marked(
        "What one kernel makes of its input: an image of how strongly its pattern is there at each place. A layer with "
        "32 kernels makes 32 maps. First layers answer to edges and colours, middle ones to textures, the last ones to "
        "parts of things."), "", ("kernel", "channel", "convolution")),
    Term("channel", marked("Channel"), marked(
        "One of the images that lie on top of each other. A colour photograph has three: red, green and blue. Behind a "
        "convolution each feature map is a channel. A shape is written channels × height × width."),
        "C × H × W", ("feature_map", "output_shape")),
    Term("pooling", marked("Max pooling"), marked(
        "A window moves over the map and only its largest value goes on. With a window of 2 × 2 and stride 2, height "
        "and width are halved. What was found stays, where exactly it was is forgotten: small shifts no longer matter. "
        "It has no weights."), "y = max(x₁, …, xₙ)", ("average_pooling", "global_pooling", "stride")),
    Term("average_pooling", marked("Average pooling"), marked(
        "As max pooling, but the mean of the window goes on. It is smoother: a single strong value counts less, and "
        "the map is made smaller as an image is when it is scaled down."), "y = (x₁ + … + xₙ) / n",
        ("pooling", "global_pooling")),
    Term("global_pooling", marked("Global average pooling"), marked(
        "The mean of a whole feature map: one number a channel, whatever the size of the image. In place of flatten it "
        "lets a network take images of any size and saves the many weights of a large dense layer."),
        "y_c = Σ x_c / (H · W)", ("average_pooling", "flatten", "grad_cam")),
    Term("activation", marked("Activation function"), marked(
        "A bend behind a layer. Without one, two layers in a row would be no more than a single linear one, and a "
        "network could not even learn XOR. ReLU is the usual one in convolutional networks."), "y = f(x)",
        ("relu", "leaky_relu", "elu", "sigmoid", "tanh", "maxout")),
    Term("relu", marked("ReLU"), marked(
        "Lets positive values through and sets negative ones to 0. Quick, and its slope of 1 lets gradients reach the "
        "first layers. A unit that is negative for every image gets no gradient any more: it is dead."),
        "f(x) = max(0, x)", ("activation", "leaky_relu", "kaiming")),
    Term("leaky_relu", marked("Leaky ReLU"), marked(
        "As ReLU, but negative values are made small instead of 0, here by a factor of 0.1. So a unit cannot die. In "
        "PReLU the factor is learned."), "f(x) = x > 0 ? x : 0.1 · x", ("relu", "elu", "activation")),
    Term("elu", marked("ELU"), marked(
        "Positive values go through; negative ones approach −α in a smooth curve. The mean of what comes out is nearer "
        "to 0 than with ReLU."), "f(x) = x > 0 ? x : α · (eˣ − 1)", ("relu", "leaky_relu", "activation")),
    Term("sigmoid", marked("Sigmoid"), marked(
        "Squeezes any number between 0 and 1. At the end of a network with one output it is the probability of the one "
        "class. Inside deep networks it is rare today: far from 0 it is flat, and gradients fade."),
        "σ(x) = 1 / (1 + e⁻ˣ)", ("tanh", "softmax", "activation", "xavier")),
    Term("tanh", marked("Tanh"), marked(
        "Squeezes any number between −1 and 1. It is a sigmoid stretched to both sides of 0, so its values have a mean "
        "near 0. It too is flat far from 0."), "tanh(x) = 2 · σ(2x) − 1", ("sigmoid", "activation", "xavier")),
    Term("maxout", marked("Maxout"), marked(
        "Several linear pieces compete and the largest wins. Which pieces, and so the shape of the bend, is learned. "
        "It needs as many times the weights as there are pieces."), "f(x) = max(w₁x + b₁, w₂x + b₂)",
        ("relu", "activation")),
    Term("flatten", marked("Flatten"), marked(
        "Writes all values of a volume one after another into a single row, which a dense layer can take. No value "
        "changes. The number of values depends on the size of the image, so a network with flatten takes one size "
        "only."),
        "C · H · W", ("dense_layer", "global_pooling", "output_shape")),
    Term("dense_layer", marked("Dense layer"), marked(
        "Every unit sees every value: it multiplies each with a weight of its own, adds them up and adds a bias. Also "
        "called fully connected or linear. It has by far the most weights: 150 × 150 pixels to 100 units take "
        "2,250,000, while 64 kernels of 9 × 9 take 5,184."), "y = W · x + b", ("flatten", "softmax", "convolution")),
    Term("softmax", marked("Softmax"), marked(
        "Turns the numbers of the last layer, the logits, into probabilities: all positive, with the sum 1. The "
        "largest stays the largest. Adding the same number to all logits changes nothing."),
        "pᵢ = exp(zᵢ) / Σ exp(zⱼ)", ("logits", "sigmoid", "loss", "calibration")),
    Term("logits", marked("Logits"), marked(
        "The numbers that come out of the last layer before softmax, one a class. They may be any number; only their "
        "differences count. Heatmaps explain logits, for probabilities also depend on all other classes."),
        "zᵢ − zⱼ = ln(pᵢ / pⱼ)", ("softmax", "grad_cam")),
    Term("output_shape", marked("Output shape"), marked(
        "How many channels, rows and columns come out of a layer. For a convolution or a pooling it follows from the "
        "size n that comes in, the window k, the padding p and the stride s; rests are cut off. So 32 pixels and a "
        "kernel of 3 give 30, and 150 pixels and a kernel of 9 give 142."),
        "⌊(n − k + 2p) / s⌋ + 1", ("stride", "padding", "channel")),
    Term("receptive_field", marked("Receptive field"), marked(
        "The square of input pixels that can reach one value of a map. Two 3 × 3 convolutions in a row see 5 × 5, and "
        "each pooling doubles what the next layers add. A layer cannot know things that are larger than what it sees."),
        "r ← r + (k − 1) · j,   j ← j · s", ("convolution", "stride", "feature_map")),
    Term("batch_normalisation", marked("Batch normalisation"), marked(
        "Takes the mean of a batch off each channel and divides by its deviation, then scales and shifts by two "
        "learned numbers. Trainings become faster and steadier. When predicting, running means are used instead of the "
        "batch's; with very small batches the two differ."), "y = γ · (x − μ) / √(σ² + ε) + β",
        ("normalisation", "mini_batch", "dropout")),
    Term("dropout", marked("Dropout"), marked(
        "At each training step a random share p of the values is set to 0 and the others are divided by 1 − p. So no "
        "unit can rely on another one, which works against overfitting. When predicting nothing is dropped."),
        "y = x · m / (1 − p)", ("overfitting", "batch_normalisation", "weight_decay")),
)
