"""What is told of the fields of the page Look inside."""

from cnnstudio.ui.help.field_note import FieldNote, marked

QUESTION: dict[str, FieldNote] = {
    "run_choice": FieldNote(marked(
        "Which trained network is looked at: the newest run stands first. Images and list stay, so that two networks "
        "can be asked about the same image.")),
    "method_choice": FieldNote(marked(
        "How the heatmap is worked out. Grad-CAM is usual: quick and well tested. Occlusion needs no gradient but "
        "takes longer. What several methods show is worth more than what one shows."), "grad_cam"),
    "target_class": FieldNote(marked(
        "The class whose evidence is shown. Usual: the one the network answered. Choose the true class of a mistake to "
        "see what spoke for it."), "grad_cam"),
    "target_against": FieldNote(marked(
        "Usual: no other. With another class the map shows what tells the two apart, instead of what speaks for the "
        "first in general."), "grad_cam"),
    "arrangement_choice": FieldNote(marked(
        "One map, or several beside each other: all layers, all classes, all methods, or two runs. One is usual; more "
        "take longer."), "heatmap"),
    "layer_slider": FieldNote(marked(
        "The layer whose maps are weighed. The last convolution is usual: it knows things, but its cells are coarse. "
        "Farther left: finer places, but only edges and textures."), "receptive_field"),
    "epoch_slider": FieldNote(marked(
        "The weights of an earlier epoch answer instead of the best ones. Far left: nearly random. The place where the "
        "map settles shows when the network found what it goes by."), "epoch"),
    "epoch_place": FieldNote(marked(
        "The part of the image whose share of the evidence is drawn over the epochs: where the map was hottest at "
        "last, or a place you marked."), "heatmap"),
}

VIEW: dict[str, FieldNote] = {
    "opacity_slider": FieldNote(marked(
        "How strongly the map covers the image. About half is usual. 0: the image alone. Full: the map alone."),
        "heatmap"),
    "one_scale": FieldNote(marked(
        "On: the same colour stands for the same number in all maps, so they can be compared. Off: each is stretched "
        "to its own peak, and a weak map looks as strong as a strong one."), "heatmap"),
    "weakest_first": FieldNote(marked(
        "On: images in which least speaks for the class come first, which is where mistakes hide. Off: as in the "
        "list."),
        "heatmap"),
    "view_sign": FieldNote(marked(
        "For: what speaks for the class (usual). Against: what speaks against it. Both: red for, blue against."),
        "heatmap"),
    "view_scale": FieldNote(marked(
        "What the last colour stands for. Own peak shows the shape of every map. Shared peak and fixed limit let maps "
        "be compared in strength."), "heatmap"),
    "fixed_limit": FieldNote(marked(
        "The value that gets the last colour. Take about the peak of a typical map. Larger: all maps look fainter. "
        "Smaller: large parts become one colour."), "heatmap"),
    "view_color_map": FieldNote(marked(
        "Inferno is usual: brighter is always more, also in print without colour. Jet is widely used, but shows "
        "borders that are not there."), "heatmap"),
    "view_overlay": FieldNote(marked(
        "Colours over the image are usual. Light makes the image dark where there is no evidence; lines leave it as it "
        "is."), "heatmap"),
    "view_vision": FieldNote(marked(
        "Shows the colours as people with a colour vision deficiency see them, to check a figure for a report. Usual: "
        "usual colour vision.")),
    "view_shows_cells": FieldNote(marked(
        "On: the squares the layer really has. Off (usual): smoothed, which looks finer than the layer can know."),
        "receptive_field"),
    "view_shows_field": FieldNote(marked(
        "On: a frame shows which part of the image the cell under the pointer can see at all."), "receptive_field"),
    "view_is_wiped": FieldNote(marked(
        "On: a line through the picture, the map at one side and the image at the other. Drag it to compare.")),
    "compare_run": FieldNote(marked(
        "The second network, for the image at the right. Take the same network with another setting, to see what the "
        "setting changed.")),
    "compare_follows": FieldNote(marked(
        "On (usual): both sides show the same image. Off: the right side keeps its own.")),
    "compare_difference": FieldNote(marked(
        "On: one map minus the other. Red: more at the left. Blue: more at the right. It compares where, not how much "
        "in all."), "heatmap"),
}

LIST: dict[str, FieldNote] = {
    "filter_split": FieldNote(marked(
        "Which images are listed. Validation is usual: the network has not learned from them. On training images it "
        "looks better than it is."), "split"),
    "filter_order": FieldNote(marked(
        "Largest loss first is usual: the worst mistakes come first, and wrong labels among them. Most certain first "
        "shows what the network takes for typical."), "loss"),
    "filter_outcome": FieldNote(marked(
        "All, only mistakes, or only hits. From mistakes more is learned."), "confusion_matrix"),
    "filter_true_class": FieldNote(marked(
        "Only images that are of this class. With the field below it gives one cell of the confusion matrix."),
        "confusion_matrix"),
    "filter_predicted_class": FieldNote(marked(
        "Only images the network takes for this class. With the field above it gives one cell of the confusion "
        "matrix."),
        "confusion_matrix"),
}

TRIALS: dict[str, FieldNote] = {
    "brush_size": FieldNote(marked(
        "Take it about as large as the thing you want to erase. Larger: more is erased at once. Smaller: finer "
        "edges.")),
    "hottest_slider": FieldNote(marked(
        "5 to 20 % are usual. Larger: more of the image is erased. If the probability falls no faster than with the "
        "same area elsewhere, the map does not show what counts."), "grad_cam"),
    "trial_fill": FieldNote(marked(
        "What takes the place of erased pixels. Colour around it is usual. Every filling is something new for the "
        "network, so try a second one before you believe the first."), "shortcut"),
    "step_speed": FieldNote(marked(
        "How many values a second are played. Slower: every product can be followed. Faster: the way of the window is "
        "seen as a whole."), "convolution"),
    "step_animation": FieldNote(marked(
        "On: the window moves by itself. Off: every step is taken by hand."), "convolution"),
    "step_channel": FieldNote(marked(
        "Which of the layer's kernels is followed: one for each feature map, counted from 0."), "feature_map"),
    "step_input_channel": FieldNote(marked(
        "Which of the channels that come in is shown. The sum goes over all of them; this chooses the one to look at."),
        "channel"),
    "channel_order": FieldNote(marked(
        "Strongest first shows at once what answers to this image; by number keeps every map in its place."),
        "feature_map"),
    "channel_scale": FieldNote(marked(
        "One scale for all lets maps be compared. Each its own shows the structure of faint ones too."), "feature_map"),
}

LIVE: dict[str, FieldNote] = {
    "video_slider": FieldNote(marked(
        "The frame of the video that is shown. The arrow keys go on by one; its heatmap is worked out when it stands "
        "still.")),
    "live_smooth": FieldNote(marked(
        "Off is usual: each map belongs to one picture. On: calmer to look at, but a map then lags behind."),
        "heatmap"),
    "live_share": FieldNote(marked(
        "0.5 to 0.8 is usual. Larger: calmer and later. Smaller: quicker and more restless. 0 is off."), "heatmap"),
    "live_map": FieldNote(marked(
        "On: the picture with what the network looks at. Off: the picture alone, and more pictures a second."),
        "heatmap"),
}

NOTES = {**QUESTION, **VIEW, **LIST, **TRIALS, **LIVE}
