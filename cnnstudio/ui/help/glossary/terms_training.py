"""Entries about training: how weights start, move and stop."""

from cnnstudio.ui.help.glossary.term import Term, marked

TRAINING: tuple[Term, ...] = (
    Term("initialisation", marked("Initialisation"), marked(
        "The random numbers all weights begin with. If they are too small, values fade from layer to layer; if too "
        "large, they explode; in both cases nothing is learned. With zeros all units of a layer stay alike for ever."),
        "", ("xavier", "kaiming", "seed")),
    Term("xavier", marked("Xavier initialisation"), marked(
        "Draws weights with a variance of about 1/n, n being the inputs of a unit (Glorot and Bengio 2010; with inputs "
        "and outputs averaged, 2/(n_in + n_out)). Right for sigmoid and tanh, which near 0 are nearly straight lines."),
        "Var(w) = 1 / n", ("kaiming", "initialisation", "tanh", "sigmoid")),
    Term("kaiming", marked("Kaiming initialisation"), marked(
        "Draws weights with a variance of 2/n, n being the inputs of a unit (He and others 2015). Twice as much as "
        "Xavier's, because ReLU sets half of the values to 0."),
        "Var(w) = 2 / n", ("xavier", "initialisation", "relu")),
    Term("gradient", marked("Gradient"), marked(
        "For each weight: by how much the loss would rise if it were a little larger. Learning goes the opposite way. "
        "It is worked out from the last layer back to the first (backpropagation)."), "∂L / ∂w",
        ("sgd", "learning_rate", "loss")),
    Term("sgd", marked("SGD"), marked(
        "Stochastic gradient descent: from a few images, the mini-batch, the gradient is worked out and each weight "
        "goes a step against it; then come the next images. The steps are noisy, but on average they go downhill."),
        "w ← w − η · ∂L/∂w", ("momentum", "learning_rate", "mini_batch", "gradient")),
    Term("momentum", marked("Momentum"), marked(
        "Each step keeps a part μ of the step before, as a ball that rolls. In a narrow ravine the swings to both "
        "sides cancel out and the way along it adds up. 0.9 is usual."),
        "v ← μ · v + ∂L/∂w,   w ← w − η · v", ("sgd", "learning_rate")),
    Term("learning_rate", marked("Learning rate"), marked(
        "What the gradient is multiplied by to make a step. Too large: the steps jump over the bottom and the loss may "
        "grow without end. Too small: it crawls. It is the first setting to try out, in factors of about ten."),
        "w ← w − η · ∂L/∂w", ("sgd", "momentum", "epoch")),
    Term("mini_batch", marked("Mini-batch"), marked(
        "The images one step learns from, usually 16 to 64. Their gradients are averaged. Larger batches give steadier "
        "steps and need more memory; smaller ones give more and noisier steps."), "⌈N / B⌉",
        ("epoch", "sgd", "batch_normalisation")),
    Term("epoch", marked("Epoch"), marked(
        "One pass over all training images, in a new random order, batch after batch. After each one the network is "
        "judged by the validation images."), "⌈N / B⌉", ("mini_batch", "early_stopping")),
    Term("loss", marked("Loss"), marked(
        "The number that training makes small. The usual one for classes is the cross-entropy: minus the logarithm of "
        "the probability that was given to the true class. Sure and right costs nearly nothing, sure and wrong very "
        "much. Guessing among K classes costs ln K."), "L = −ln p(true class)", ("softmax", "gradient", "accuracy")),
    Term("weight_decay", marked("Weight decay"), marked(
        "Makes all weights a little smaller at each step, so that only those that are needed stay large. Smoother "
        "networks overfit less."), "w ← w − η · λ · w", ("overfitting", "dropout", "learning_rate")),
    Term("early_stopping", marked("Early stopping"), marked(
        "Ends the training when the validation loss has not become better for some epochs, the patience. The weights "
        "of the best epoch are kept. The simplest remedy against overfitting."), "", ("overfitting", "epoch", "split")),
    Term("overfitting", marked("Overfitting"), marked(
        "The network learns the training images by heart, with all that is accidental about them. One sees it by the "
        "curves: the training loss goes on falling while the validation loss rises. More images, augmentation, "
        "dropout, weight decay, a smaller network or early stopping help."), "",
        ("underfitting", "early_stopping", "augmentation", "dropout")),
    Term("underfitting", marked("Underfitting"), marked(
        "The network has not even learned the training images: both losses stay high, side by side. It is too small, "
        "was trained too short, or the learning rate does not suit it."),
        "", ("overfitting", "learning_rate", "epoch")),
    Term("seed", marked("Seed"), marked(
        "The number that random numbers begin with. The same seed gives the same first weights, order of images and "
        "changes, and so the same training. Other seeds show how much of a figure is luck."), "",
        ("initialisation", "split", "cross_validation")),
    Term("checkpoint", marked("Checkpoint"), marked(
        "All that a training needs to go on, saved to disk: weights, the optimiser's memory, the random numbers' "
        "state, the epoch. After a power cut it goes on from there as if nothing had been."), "", ("epoch", "seed")),
    Term("transfer_learning", marked("Transfer learning"), marked(
        "Taking layers that have learned from other images, often ImageNet's 1.2 million photographs, and learning "
        "only a new end on your own. Edges, textures and parts are of use everywhere, so a few dozen images can do. "
        "Frozen layers keep their weights."), "", ("overfitting", "learning_rate", "feature_map")),
)
