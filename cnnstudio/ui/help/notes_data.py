"""What is told of the fields of the Data page."""

from cnnstudio.ui.help.field_note import FieldNote, marked

PREPARATION: dict[str, FieldNote] = {
    "PreprocessConfig/height": FieldNote(marked(
        "32 to 128 for small networks, 224 for pretrained ones. Larger: finer things can be seen, but time and memory "
        "grow with the area. Smaller: fast, but small things vanish."), "output_shape"),
    "PreprocessConfig/width": FieldNote(marked(
        "32 to 128 for small networks, 224 for pretrained ones. Larger: finer things can be seen, but time and memory "
        "grow with the area. Mostly the same as the height."), "output_shape"),
    "PreprocessConfig/color": FieldNote(marked(
        "Colour is usual. Grey takes a third of the values; take it where colour must not matter, or where there is "
        "none. Pretrained networks need colour."), "channel"),
    "PreprocessConfig/fit": FieldNote(marked(
        "Crop is usual: shapes stay true and the border is lost. Pad keeps the whole picture with bars beside it. "
        "Stretch keeps it all too, but changes the proportions.")),
    "PreprocessConfig/normalization": FieldNote(marked(
        "These images is usual: every channel then has mean 0 and deviation 1, which lets the training start well. The "
        "constants come from the training images alone."), "normalisation"),
    "PreprocessConfig/background": FieldNote(marked(
        "White is usual for drawings and logos. It matters only for pictures with transparent parts; take a colour the "
        "things themselves do not have.")),
    "PreprocessConfig/sixteen_bit": FieldNote(marked(
        "Full range keeps brightness comparable between pictures. Own range shows more in dark ones, such as from a "
        "microscope, but makes every picture equally bright. For 8-bit pictures it does not matter.")),
    "SplitConfig/validation_share": FieldNote(marked(
        "0.2 is usual. Larger: surer figures, fewer images to learn from. Smaller: with fewer than about 50 validation "
        "images the accuracy is known to ten points at best."), "split"),
    "SplitConfig/test_share": FieldNote(marked(
        "0 to 0.2 is usual. Look at test images once, at the very end: whoever chooses settings by them has no honest "
        "figure any more."), "split"),
    "SplitConfig/seed": FieldNote(marked(
        "Leave it as it is while you compare settings, so that all are judged by the same images. Any number is as "
        "good as another."), "seed"),
    "SplitConfig/group_pattern": FieldNote(marked(
        "Use it where several pictures show the same thing, person or scene. Without it near copies lie in training "
        "and validation alike, and the accuracy comes out too high."), "data_leak"),
    "SplitConfig/folds": FieldNote(marked(
        "5 is usual, 10 for very few images. More: more images to learn from in each training, and more trainings to "
        "wait for."), "cross_validation"),
    "SplitConfig/fold": FieldNote(marked(
        "Any of them; the Train page can train all in turn. One fold alone says no more than an ordinary split."),
        "cross_validation"),
    "cache_limit": FieldNote(marked(
        "How much of the disk decoded images may take. 5 to 20 GB are usual. Larger: more folders start at once the "
        "next time. Smaller: images are decoded again for every epoch, which is slower.")),
}

CHANGES: dict[str, FieldNote] = {
    "AugmentConfig/*_probability": FieldNote(marked(
        "50 to 100 % is usual. Higher: the network sees fewer images as they are. Lower: the change is rare. The "
        "strength says how far it may go, this how often it happens."), "augmentation"),
    "AugmentConfig/flip_horizontal": FieldNote(marked(
        "Usual for photographs. Not for letters, digits, signs, or where left and right tell classes apart."),
        "augmentation"),
    "AugmentConfig/flip_vertical": FieldNote(marked(
        "Usual for pictures from above or through a microscope, where no side is up. Not for ordinary photographs."),
        "augmentation"),
    "AugmentConfig/rotate_deg*": FieldNote(marked(
        "10 to 20 degrees are usual. Larger: a 6 becomes a 9. Smaller: hardly a change. 180 where no side is up."),
        "augmentation"),
    "AugmentConfig/crop*": FieldNote(marked(
        "0.2 to 0.5 is usual. Larger: the thing itself may be cut off. Smaller: hardly a change."), "augmentation"),
    "AugmentConfig/zoom*": FieldNote(marked(
        "0.1 to 0.3 is usual. Larger: things become as small or as large as they never are. Smaller: hardly a change."),
        "augmentation"),
    "AugmentConfig/shift*": FieldNote(marked(
        "0.05 to 0.15 is usual. Larger: things leave the picture. Smaller: hardly a change."), "augmentation"),
    "AugmentConfig/shear_deg*": FieldNote(marked(
        "5 to 15 degrees are usual, for handwriting above all. Larger: shapes become unnatural."), "augmentation"),
    "AugmentConfig/brightness*": FieldNote(marked(
        "0.1 to 0.3 is usual. Larger: light and dark parts are cut off. Leave it off where brightness tells classes "
        "apart."), "augmentation"),
    "AugmentConfig/contrast*": FieldNote(marked(
        "0.1 to 0.3 is usual. Larger: pictures become flat or harsh."), "augmentation"),
    "AugmentConfig/saturation*": FieldNote(marked(
        "0.1 to 0.4 is usual. Larger: from grey to garish. It does nothing to grey pictures."), "augmentation"),
    "AugmentConfig/hue*": FieldNote(marked(
        "0.02 to 0.1 is usual. Larger: red things become green. Leave it off where colour tells classes apart."),
        "augmentation"),
    "AugmentConfig/grey": FieldNote(marked(
        "With a low probability, such as 10 to 20 %, it keeps the network from going by colour alone."),
        "augmentation"),
    "AugmentConfig/blur*": FieldNote(marked(
        "0.5 to 1.5 pixels are usual. Larger: fine structure is lost. Useful where pictures of other cameras will "
        "come."),
        "augmentation"),
    "AugmentConfig/noise*": FieldNote(marked(
        "0.02 to 0.1 is usual. Larger: the picture drowns. It makes a network less sensitive to the grain of one "
        "camera."), "augmentation"),
    "AugmentConfig/erase*": FieldNote(marked(
        "0.2 to 0.4 is usual. Larger: too much of the thing is hidden. It makes the network look at more than one "
        "place."), "augmentation"),
    "AugmentConfig/mixup*": FieldNote(marked(
        "0.1 to 0.4 is usual. Larger: more images are half and half. It needs longer trainings, and is strong medicine "
        "against overfitting."), "augmentation"),
    "AugmentConfig/cutmix*": FieldNote(marked(
        "0.5 to 1 is usual. Larger: more rectangles of middling size. It needs longer trainings, and is strong "
        "medicine against overfitting."), "augmentation"),
}

LISTS: dict[str, FieldNote] = {
    "class_search": FieldNote(marked(
        "Lists only classes whose name has these letters in it. Empty: all classes. The images stay as they are.")),
    "split_filter": FieldNote(marked(
        "Which part of the images is shown: all, or those for training, validation or test, or those that were left "
        "out. It changes the view, not the data."), "split"),
    "images_filter": FieldNote(marked(
        "Shows all images or only those that a finding names: doubled, damaged, doubtful. It changes the view, not the "
        "data."), "data_leak"),
    "image_search": FieldNote(marked(
        "Shows only images with these letters in their file name. Empty: all images.")),
    "image_order": FieldNote(marked(
        "The order in which images are shown. By brightness, size or sharpness, the odd ones come first or last, where "
        "they are found quickly.")),
    "image_side": FieldNote(marked(
        "How large the pictures are shown. Larger: more to see in each. Smaller: more of them at a time. The network's "
        "input has a size of its own, under Preparation.")),
    "layout_pattern": FieldNote(marked(
        "How the class stands in a file name: {class}_* reads cat from cat_012.jpg. * is any text. Empty: the program "
        "looks for a pattern itself.")),
    "class_chooser_name": FieldNote(marked(
        "The class the chosen images belong to from now on. A name that is not there yet makes a new class. The files "
        "stay where they are, and it can be undone.")),
}

NOTES = {**PREPARATION, **CHANGES, **LISTS}
