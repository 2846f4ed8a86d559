"""What is told of the fields of the Network page: settings of layers, names, searches."""

from cnnstudio.ui.help.field_note import FieldNote, marked

LAYERS: dict[str, FieldNote] = {
    "layer/channels": FieldNote(marked(
        "It must be what the page Data prepares: 3 for colour, 1 for grey. A problem says so where the two differ, and "
        "offers to mend it."), "channel"),
    "layer/height": FieldNote(marked(
        "32 to 128 is usual, 224 for pretrained networks. Larger: finer things, more memory and time. It must be what "
        "the page Data prepares."), "output_shape"),
    "layer/width": FieldNote(marked(
        "32 to 128 is usual, 224 for pretrained networks. Larger: finer things, more memory and time. It must be what "
        "the page Data prepares."), "output_shape"),
    "layer/architecture": FieldNote(marked(
        "EfficientNet-Lite0 and MobileNet are small and quick, ResNet-18 is a good middle, VGG-16 large and slow. "
        "Larger networks know more and need more memory and time."), "transfer_learning"),
    "layer/weights": FieldNote(marked(
        "imagenet is usual: with few images there is nothing better. none begins from random weights, which needs many "
        "thousands of images."), "transfer_learning"),
    "layer/frozen_stages": FieldNote(marked(
        "More: quicker, and less to overfit. Fewer: the network can adapt to images unlike photographs, but needs more "
        "of them and a small learning rate."), "transfer_learning"),
    "layer/rate_factor": FieldNote(marked(
        "0.01 to 0.1 is usual. Larger: what was learned before is overwritten. 0.001 hardly changes anything."),
        "transfer_learning"),
    "layer/out_channels": FieldNote(marked(
        "8 to 32 in the first layer, twice as many after each pooling is usual. More: more different things can be "
        "noticed, and weights and time grow. Fewer: it may be too simple."), "feature_map"),
    "layer/kernel_size": FieldNote(marked(
        "3 × 3 is usual, 5 × 5 or 7 × 7 in a first layer. Larger: sees farther at once, with weights that grow by the "
        "square. Two layers of 3 × 3 see as far as one of 5 × 5 with fewer weights."), "kernel"),
    "layer/kernel_size/Window size": FieldNote(marked(
        "2 × 2 is usual. Larger: smaller maps and less of where something was. It should divide the size that comes "
        "in."),
        "pooling"),
    "layer/stride": FieldNote(marked(
        "1 is usual in convolutions, the window's size in pooling. Larger: the map shrinks by this factor, quicker and "
        "coarser. 1 in pooling keeps the size nearly as it is."), "stride"),
    "layer/padding": FieldNote(marked(
        "Half the kernel, rounded down, keeps the size: 1 for 3 × 3, 2 for 5 × 5. 0: the map loses a border in each "
        "layer. Larger: the border is made of zeros."), "padding"),
    "layer/same": FieldNote(marked(
        "On: the same size comes out, and deep networks do not run out of pixels. Off: the padding above counts."),
        "padding"),
    "layer/dilation": FieldNote(marked(
        "1 is usual: no gaps. Larger: sees farther without more weights, but skips what lies between."),
        "receptive_field"),
    "layer/groups": FieldNote(marked(
        "1 is usual: every kernel sees all channels. Larger: fewer weights and less mixing. As many as channels: each "
        "has a kernel of its own (depthwise)."), "channel"),
    "layer/num_groups": FieldNote(marked(
        "8 or 32 is usual. 1: all channels share a mean. As many as channels: each has its own."),
        "batch_normalisation"),
    "layer/bias": FieldNote(marked(
        "On is usual. It costs one weight for each output; without it a unit can only say 0 where nothing comes in."),
        "dense_layer"),
    "layer/frozen": FieldNote(marked(
        "Off is usual. Switch it on for layers that come from another run and shall be used as they are; with random "
        "weights a frozen layer is of little use."), "transfer_learning"),
    "layer/channel_multiplier": FieldNote(marked(
        "1 is usual. Larger: so many maps of each channel, and as many times the weights."), "feature_map"),
    "layer/output_padding": FieldNote(marked(
        "0 is usual. 1 settles which of two sizes comes out where the stride leaves it open."), "output_shape"),
    "layer/kernel": FieldNote(marked(
        "Choose a known filter or write numbers. Large differences between neighbouring numbers find edges, equal ones "
        "blur. A sum of 1 keeps the brightness, a sum of 0 shows only changes."), "kernel"),
    "layer/normalise": FieldNote(marked(
        "On is usual for blurs. Kernels with the sum 0, such as edge filters, are left as they are."), "kernel"),
    "layer/ceil_mode": FieldNote(marked(
        "Off is usual: 7 pixels become 3. On: 7 become 4, the last window reaching over the border."), "output_shape"),
    "layer/output_size": FieldNote(marked(
        "1 × 1 is usual: one number for each channel, whatever the size of the image. Larger keeps some of where "
        "things are."), "global_pooling"),
    "layer/scale_factor": FieldNote(marked(
        "2 is usual. Larger: coarser blocks or smoother slopes; nothing new is seen by enlarging."), "output_shape"),
    "layer/mode": FieldNote(marked(
        "Nearest is usual and quick; bilinear gives no steps.")),
    "layer/left": FieldNote(marked(
        "Larger: moves by so many columns. Different numbers at both sides shift what the next layer sees."),
        "padding"),
    "layer/right": FieldNote(marked(
        "The same as at the left is usual, so that the image stays in the middle."), "padding"),
    "layer/top": FieldNote(marked(
        "Larger: moves by so many rows. Different numbers above and below shift what the next layer sees."), "padding"),
    "layer/bottom": FieldNote(marked(
        "The same as above is usual, so that the image stays in the middle."), "padding"),
    "layer/size": FieldNote(marked(
        "Not larger than what comes in. Smaller: more of the border is cut off."), "output_shape"),
    "layer/centred": FieldNote(marked("On is usual.")),
    "layer/negative_slope": FieldNote(marked(
        "0.01 to 0.2 is usual. 0 is ReLU; 1 changes nothing at all, and the network becomes linear."), "leaky_relu"),
    "layer/per_channel": FieldNote(marked(
        "On is usual and costs one weight for each channel."), "leaky_relu"),
    "layer/alpha": FieldNote(marked(
        "1 is usual. Larger: negative values go farther down. Near 0 it becomes ReLU."), "elu"),
    "layer/approximate": FieldNote(marked(
        "Exactly is usual. Take tanh only to reproduce a published network to the last digit."), "activation"),
    "layer/pieces": FieldNote(marked(
        "2 is usual. Larger: a more flexible curve, and so many times fewer channels go on."), "maxout"),
    "layer/eps": FieldNote(marked(
        "0.00001 is usual and hardly ever changed. Larger: channels that hardly vary are enlarged less."),
        "batch_normalisation"),
    "layer/momentum": FieldNote(marked(
        "0.1 is usual. Larger: the running mean follows the last batches. Smaller: steadier; take it where batches are "
        "small."), "batch_normalisation"),
    "layer/elementwise_affine": FieldNote(marked(
        "On is usual. Off: no weights, values stay at mean 0 and deviation 1."), "batch_normalisation"),
    "layer/p": FieldNote(marked(
        "0.2 to 0.5 is usual. Larger: less overfitting, slower learning, and at last none. 0 switches it off. When "
        "predicting nothing is set to 0."), "dropout"),
    "layer/reduction": FieldNote(marked(
        "4 to 16 is usual. Larger: fewer weights and a coarser weighting of the channels.")),
    "layer/out_features": FieldNote(marked(
        "32 to 256 before the last layer is usual. More: more weights, and easier overfitting. Fewer: it may be too "
        "simple."), "dense_layer"),
    "layer/in_features": FieldNote(marked(
        "0 is usual. Another number ties the layer to one size of image, as in a network that was read from a file."),
        "dense_layer"),
    "layer/classes": FieldNote(marked(
        "As many as the image folder has classes; Fit to images sets it. 1 only with the binary loss."), "softmax"),
}

PAGE: dict[str, FieldNote] = {
    "source_*": FieldNote(marked(
        "The layer whose values come in here; another one rewires the network, without the mouse. Layers that would "
        "close a circle are not in the list.")),
    "block_name": FieldNote(marked(
        "What the block is called on the canvas and in the code it is exported as. It changes no value.")),
    "block_repeat": FieldNote(marked(
        "1 to 4 is usual. More: a deeper network with so many times the weights, which needs more images and time. "
        "What comes out must fit what goes in.")),
    "layer_name": FieldNote(marked(
        "What the layer is called on the canvas, in tables and in the exported code. It changes no value; no two "
        "layers have the same name.")),
    "code_text": FieldNote(marked(
        "The network as PyTorch code, always that of the canvas. It can be copied, not edited.")),
    "palette_search": FieldNote(marked(
        "Lists only layers with these letters in name or description. Enter adds the first one behind the chosen "
        "layer. Empty: all layers.")),
    "rename_editor": FieldNote(marked(
        "The new name. Enter takes it, Esc leaves the old one. It changes no value.")),
    "comment_editor": FieldNote(marked(
        "A note on the canvas, plain text, saved with the network. Ctrl+Enter takes it, Esc leaves it as it was.")),
    "presets_search": FieldNote(marked(
        "Lists only networks with these letters in name or description. Empty: all of them.")),
    "presets_fit": FieldNote(marked(
        "On is usual: input size and number of classes become those of the open images. Off: as published.")),
    "own_name": FieldNote(marked(
        "A name under which the network on the canvas is kept for other projects on this computer.")),
    "layer_search": FieldNote(marked(
        "Jumps to the layer with these letters in its name or kind. Enter goes on to the next one.")),
    "import_search": FieldNote(marked(
        "Lists only networks with these letters in their name, such as resnet. Empty: all of them.")),
    "import_fit": FieldNote(marked(
        "On is usual: input size and number of classes become those of the open images. Off: as published, with 1,000 "
        "classes.")),
}

NOTES = {**LAYERS, **PAGE}
