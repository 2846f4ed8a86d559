"""What is told of the fields of the Train page, of sweeps and of the Runs page."""

from cnnstudio.ui.help.field_note import FieldNote, marked

RECIPE: dict[str, FieldNote] = {
    "TrainConfig/epochs": FieldNote(marked(
        "More: the network fits the training images better and better, and from some epoch on only those. Fewer: it "
        "may stop before it has learned what it could. With early stopping a large number costs nothing."), "epoch"),
    "TrainConfig/batch_size": FieldNote(marked(
        "Larger: fewer, steadier steps an epoch and more memory; a larger learning rate often suits it. Smaller: more, "
        "noisier steps, which can find better weights but take longer on a GPU."), "mini_batch"),
    "TrainConfig/optimizer": FieldNote(marked(
        "RMSprop and Adam give every weight a step size of its own; AdamW is Adam with a weight decay that does not "
        "depend on the gradient. Change the learning rate with the optimiser: SGD wants one about ten times as large."),
        "sgd"),
    "TrainConfig/learning_rate": FieldNote(marked(
        "The setting that matters most. Larger: faster, until the loss jumps or becomes infinite. Smaller: steadier, "
        "but the loss hardly moves. Try factors of ten, or let Find learning rate measure."), "learning_rate"),
    "TrainConfig/momentum": FieldNote(marked(
        "Larger, such as 0.99: smoother and farther, but it may run past the bottom. 0: every step follows its own "
        "batch alone and swings in narrow ravines."), "momentum"),
    "TrainConfig/nesterov": FieldNote(marked(
        "Off is usual. It needs SGD with a momentum above 0; the difference is small."), "momentum"),
    "TrainConfig/initialization": FieldNote(marked(
        "Kaiming is usual here. It draws with variance 2/n, Xavier with about 1/n, n being the inputs of a unit, so "
        "that values neither fade nor explode from layer to layer. Frozen and pretrained layers keep their weights."),
        "initialisation"),
    "TrainConfig/schedule": FieldNote(marked(
        "Constant is right for first trials. Cosine falls gently to zero at the last epoch, One cycle rises first and "
        "then falls, Reduce on plateau waits until the validation loss stands still. The drawing below the fields "
        "shows the course."), "learning_rate"),
    "TrainConfig/warm_up_epochs": FieldNote(marked(
        "0 to 5 is usual. Longer: a gentler start for large rates, batches or pretrained networks, and fewer epochs at "
        "the full rate."), "learning_rate"),
    "TrainConfig/step_epochs": FieldNote(marked(
        "A third of all epochs is usual. Smaller: the rate falls early, and the training may stand still too soon. "
        "Larger than the number of epochs: it never falls."), "learning_rate"),
    "TrainConfig/fall_factor": FieldNote(marked(
        "0.1 to 0.5 is usual. Nearer to 1: gentler falls. Nearer to 0: after one fall the network hardly moves any "
        "more."), "learning_rate"),
    "TrainConfig/plateau_patience": FieldNote(marked(
        "3 to 10 is usual, and less than the patience of early stopping. Smaller: one bad epoch is enough to slow the "
        "training down. Larger: it waits long."), "learning_rate"),
    "TrainConfig/loss": FieldNote(marked(
        "Curves and verdict always show the plain cross-entropy, whatever is made small, so that trainings can be "
        "compared. Binary needs a network with a single output."), "loss"),
    "TrainConfig/focal_gamma": FieldNote(marked(
        "Larger: images that are right already count less, hard and wrongly labelled ones more. Try it when one class "
        "has very many easy images."), "loss"),
    "TrainConfig/label_smoothing": FieldNote(marked(
        "Larger: answers less sure of themselves, often better calibrated. From about 0.3 on the classes are hardly "
        "told apart any more."), "calibration"),
    "TrainConfig/class_weights": FieldNote(marked(
        "None is usual where classes have about equally many images. Balanced raises the recall of rare classes, "
        "mostly at the cost of the precision."), "recall"),
    "TrainConfig/weight_decay": FieldNote(marked(
        "Larger: smoother networks that overfit less and at last learn nothing. Smaller: weights may grow as they "
        "like. AdamW usually takes more of it, such as 0.01."), "weight_decay"),
    "TrainConfig/average_decay": FieldNote(marked(
        "Nearer to 1: a longer memory, steadier, but it needs many steps before it is of use. In short trainings leave "
        "it off."), "overfitting"),
    "TrainConfig/clip_norm": FieldNote(marked(
        "Smaller: every step is cut, and the training slows down. Larger: only rare outliers are. It changes the "
        "length of a step, never its direction."), "gradient"),
    "TrainConfig/early_stopping": FieldNote(marked(
        "Smaller: stops at the first bad epochs, maybe by chance. Larger: spends epochs on overfitting, though the "
        "best weights are kept in any case."), "early_stopping"),
    "TrainConfig/early_stopping_metric": FieldNote(marked(
        "Loss is usual: it also feels how sure the answers are and moves before the accuracy does. Watch the accuracy "
        "where only right or wrong counts."), "early_stopping"),
    "TrainConfig/early_stopping_change": FieldNote(marked(
        "0 is usual: every improvement counts. Larger: stops as soon as progress is slow."), "early_stopping"),
    "TrainConfig/checkpoint_s": FieldNote(marked(
        "60 is usual. Smaller: less is lost when the computer fails, more is written. At the end of each epoch is "
        "saved in any case."), "checkpoint"),
    "TrainConfig/kept_epochs": FieldNote(marked(
        "More: the way of a heatmap through the training is seen in finer steps, and the run takes more of the disk. "
        "The result of the training does not depend on it."), "checkpoint"),
    "TrainConfig/device": FieldNote(marked(
        "A GPU is often 10 to 50 times as fast. Small differences in the last digits between devices are normal; on "
        "the same device the same seed gives the same numbers.")),
    "TrainConfig/threads": FieldNote(marked(
        "0 is usual. More than the processor has cores makes it slower. 1 leaves the rest of the computer to other "
        "work.")),
    "TrainConfig/precision": FieldNote(marked(
        "With 16 bits the loss may end a little differently; on most processors it is no gain. 32 bits is the safe "
        "choice when results are to be compared.")),
    "TrainConfig/accumulation": FieldNote(marked(
        "4 with a batch size of 16 learns as one batch of 64 does. Larger: fewer updates an epoch. Batch normalisation "
        "still sees the small batches."), "mini_batch"),
    "TrainConfig/micro_batch": FieldNote(marked(
        "Make it smaller when the memory does not suffice: slower, but the update stays that of the whole batch. Only "
        "batch normalisation sees smaller parts."), "mini_batch"),
    "TrainConfig/seed": FieldNote(marked(
        "Any number is as good as another. It draws the first weights, the order of the images, the augmentation and "
        "dropout. Picking the best of many seeds is self-deception: repeat the training and give mean and spread."),
        "seed"),
}

TRAIN_PAGE: dict[str, FieldNote] = {
    "more_epochs_count": FieldNote(marked(
        "How many epochs the training that is open learns on for, with the settings it had. Usual: half as many as it "
        "had. More is of use only while the validation loss still falls."), "epoch"),
    "repeat_choice": FieldNote(marked(
        "Train once, with several seeds, or with each part of the images in turn for validation (folds). 3 to 5 seeds "
        "or 5 folds are usual. More: the mean is surer and the time longer by as much. All show how much of a figure "
        "is luck."), "cross_validation"),
    "pinned_epoch": FieldNote(marked(
        "The epoch whose heatmaps are shown. At the right end is the newest one. Far to the left the network has "
        "hardly learned: its maps are nearly random."), "heatmap"),
    "threshold_slider": FieldNote(marked(
        "The network answers only where its probability is at least this; all other images are left to a human. "
        "Higher: fewer answers, more of them right. Lower: more answers, more mistakes. 0 answers everything."),
        "calibration"),
    "show_scaled": FieldNote(marked(
        "Divides the logits by the temperature that fits the validation images best. The answers stay the same; only "
        "how sure they are changes. Leave it off to see the network as it is."), "calibration"),
    "curve_figure": FieldNote(marked(
        "Loss shows more, since it also feels how sure the answers are; accuracy is easier to read."), "loss"),
    "curve_split": FieldNote(marked(
        "Validation is what counts. Both together show overfitting: the training's curve goes on falling while the "
        "validation's rises."), "overfitting"),
    "curve_axis": FieldNote(marked(
        "Over epochs compares how much is learned from each pass over the images; over seconds, what the time brings."),
        "epoch"),
    "curve_log": FieldNote(marked(
        "On: equal distances are equal factors, so small losses late in a training can be seen. Off is usual."),
        "loss"),
}

SWEEPS: dict[str, FieldNote] = {
    "sweep_name": FieldNote(marked(
        "What the sweep is called on the page Runs and in reports. Say what is tried: “rate and optimiser”. It can be "
        "any text.")),
    "axis_field": FieldNote(marked(
        "The setting that takes several values. Begin with the learning rate, then the optimiser, weight decay or the "
        "augmentation. Each setting more multiplies the number of combinations."), "learning_rate"),
    "axis_*/*_kind": FieldNote(marked(
        "Values: you write down each one. Range: you give both ends, and a grid takes evenly spaced values between "
        "them; random and Bayesian search take any value.")),
    "axis_*/*_values": FieldNote(marked(
        "Numbers with commas between them, with decimal points: 0.01, 0.001. Two to five are usual; for rates take "
        "factors of 3 or 10. More values: more trainings.")),
    "axis_*/*_low": FieldNote(marked(
        "The lower end of what is tried. Take it well below the value that works: the best one should lie inside, not "
        "at the end.")),
    "axis_*/*_high": FieldNote(marked(
        "The upper end of what is tried. Take it well above the value that works: the best one should lie inside, not "
        "at the end.")),
    "axis_*/*_points": FieldNote(marked(
        "How many values of the range a grid tries. 3 to 5 are usual. More: finer, and more trainings.")),
    "axis_*/*_log": FieldNote(marked(
        "On for rates and decays: 0.001, 0.01 and 0.1 are then equally far from each other. Off for sizes and shares, "
        "where differences count.")),
    "axis_*/*": FieldNote(marked(
        "Tick each value that is to be tried; at least two. Each value more multiplies the number of combinations.")),
    "sweep_method": FieldNote(marked(
        "Grid tries every combination: best for a table that is handed in. Random draws some: better with three "
        "settings or more. Bayesian learns from the trainings so far where to look next: best when each takes long.")),
    "sweep_trials": FieldNote(marked(
        "How many combinations are trained. 10 to 30 are usual for two or three settings. More: a better best value, "
        "and a little more of it is luck.")),
    "sweep_seeds": FieldNote(marked(
        "How often each combination is trained, with other random numbers. 3 is usual: it gives mean and deviation. 1 "
        "is quick, but then a difference of a few points may be luck."), "seed"),
    "sweep_prunes": FieldNote(marked(
        "On: a training that is worse than most others were at the same epoch ends there. It saves about half of the "
        "time; slow starters may be lost. Off: all are trained to the end."), "early_stopping"),
    "sweep_search": FieldNote(marked(
        "Lists only combinations with these words or numbers in a setting. Empty: all of them.")),
}

RUNS_PAGE: dict[str, FieldNote] = {
    "runs_search": FieldNote(marked(
        "Lists only runs with these letters in name, network, folder, tags or notes. Empty: all runs.")),
    "run_tags": FieldNote(marked(
        "Short words with commas between them by which you find the run again: final, week 3. They change nothing "
        "about the training.")),
    "run_notes": FieldNote(marked(
        "What you tried and found, in your own words. It is kept with the run and printed in its report.")),
    "go_on_epochs": FieldNote(marked(
        "How many epochs this run learns on for. Usual: half as many as it had. More is of use only while the "
        "validation loss still falls."), "epoch"),
    "all_runs": FieldNote(marked(
        "All of them is usual. A project holds more runs and becomes larger; without any it still has the network and "
        "the recipe.")),
    "packing_*": FieldNote(marked(
        "How much of each run goes into the project file. Results are a few hundred kilobytes. Weights are needed to "
        "look inside on another computer. Everything lets a training go on there, and is the largest."),
        "checkpoint"),
}

NOTES = {**RECIPE, **TRAIN_PAGE, **SWEEPS, **RUNS_PAGE}
