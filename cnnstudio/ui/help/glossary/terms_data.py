"""Entries about data, about figures that judge a network, and about what it looks at."""

from cnnstudio.ui.help.glossary.term import Term, marked

DATA: tuple[Term, ...] = (
    Term("split", marked("Train, validation and test split"), marked(
        "Images are divided into three sets. The network learns from the first; by the second settings are compared "
        "and the best epoch is chosen; the third is looked at once, at the very end. A figure from images that had a "
        "part in a choice is too good."), "", ("data_leak", "cross_validation", "overfitting")),
    Term("cross_validation", marked("Cross-validation"), marked(
        "The images are divided into k equal folds. There are k trainings; in each another fold is for validation. So "
        "each image is used for it once, and mean and spread of the k figures say more than a single one."),
        "(a₁ + … + aₖ) / k", ("split", "seed")),
    Term("augmentation", marked("Augmentation"), marked(
        "Random changes to training images: mirrored, turned, cropped, brighter. The network never sees quite the same "
        "image twice, and learns that such changes do not matter. Only what could happen in reality is right: a "
        "mirrored cat is a cat, a mirrored letter is none. Validation images stay as they are."), "",
        ("overfitting", "normalisation")),
    Term("normalisation", marked("Normalisation"), marked(
        "Pixels from 0 to 255 are divided by 255; then each channel's mean is taken off and the rest divided by its "
        "deviation. Values around 0 of about size 1 let the training start well. The constants come from the training "
        "images alone."), "x' = (x / 255 − μ) / σ", ("batch_normalisation", "channel")),
    Term("data_leak", marked("Data leak"), marked(
        "Something of the validation images was known in training: the same picture in both sets, two pictures of the "
        "same scene, constants worked out from all. The accuracy then comes out too high and breaks down on new "
        "images."),
        "", ("split", "shortcut")),
    Term("shortcut", marked("Shortcut"), marked(
        "Something in the images that goes with a class by accident, such as a date in the corner or a background, and "
        "that is easier to learn than the thing itself. The accuracy is high and worth nothing. Heatmaps and the audit "
        "find shortcuts."), "", ("data_leak", "grad_cam", "heatmap")),
    Term("accuracy", marked("Accuracy"), marked(
        "The share of images that were named right. Read it beside two things: what always naming the most frequent "
        "class would reach, and its 95 % interval, which with few images is wide."), "right / all",
        ("confusion_matrix", "precision", "recall")),
    Term("confusion_matrix", marked("Confusion matrix"), marked(
        "A table of all classes: rows are what the images are, columns what the network said. On the diagonal it was "
        "right; every other cell is one kind of mistake."), "", ("precision", "recall", "accuracy")),
    Term("precision", marked("Precision"), marked(
        "Of the images that were called a class, the share that really are. High precision: few false alarms. It is "
        "read down a column of the confusion matrix."), "TP / (TP + FP)", ("recall", "f1", "confusion_matrix")),
    Term("recall", marked("Recall"), marked(
        "Of the images that really are of a class, the share that was found. High recall: few were missed. It is read "
        "along a row of the confusion matrix."), "TP / (TP + FN)", ("precision", "f1", "confusion_matrix")),
    Term("f1", marked("F1"), marked(
        "One figure for precision P and recall R: their harmonic mean. It is high only when both are, so a class "
        "cannot shine by being named for everything."), "2 · P · R / (P + R)", ("precision", "recall")),
    Term("calibration", marked("Calibration"), marked(
        "Whether answers are as often right as they are sure: of those with 80 % probability, 80 % should be right. "
        "Deep networks are often too sure. Dividing the logits by a temperature T mends much of it without changing an "
        "answer."), "p = softmax(z / T)", ("softmax", "logits", "loss")),
    Term("grad_cam", marked("Grad-CAM"), marked(
        "Shows where a network found evidence for a class. Each feature map of a layer is weighed by how much it "
        "raises the class's logit (the mean of its gradient); the weighted maps are added and negative values cut off "
        "(Selvaraju and others 2017). It is as coarse as the layer."),
        "ReLU(Σ αₖ · Aₖ),   αₖ = mean(∂z / ∂Aₖ)", ("heatmap", "gradient", "feature_map", "global_pooling")),
    Term("heatmap", marked("Heatmap"), marked(
        "A map of how much each place speaks for a class, drawn as colours over the image. It is a hint and no proof: "
        "look at several images, another method, and what happens when the hot place is erased."), "",
        ("grad_cam", "shortcut", "receptive_field")),
)
