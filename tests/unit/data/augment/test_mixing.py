"""Mixed images are exactly the two images they are said to be, and their labels are shared as the pixels are."""

import numpy as np
import pytest
import torch

from cnnstudio.data.augment.mixing import Mixed, mix
from cnnstudio.data.config import AugmentConfig

N, C, H, W = 40, 3, 16, 24


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def flat_images(count: int = N) -> torch.Tensor:
    """Return images of one value each, which tells whose pixel it is: image i is (i + 1) / 64."""
    values = (torch.arange(count) + 1) / 64
    return values[:, None, None, None].expand(-1, C, H, W).clone()


def labels(count: int = N) -> torch.Tensor:
    """Return for each image a class of its own."""
    return torch.arange(count) + 100


def mixed(config: AugmentConfig, seed: int = 0, count: int = N) -> Mixed:
    return mix(flat_images(count), labels(count), config, generator(seed))


def owners(result: Mixed) -> np.ndarray:
    """Return whose pixel each one is after cutmix: (N, H, W) places in the batch."""
    return np.rint(result.images[:, 0].numpy() * 64).astype(int) - 1


def test_nothing_switched_on_returns_images_and_labels_themselves():
    images, classes = flat_images(), labels()
    assert mix(images, classes, AugmentConfig(rotate_deg=10), generator()) == (images, classes, None, None)
    off = AugmentConfig(mixup=0.4, mixup_p=0.0, cutmix=1.0, cutmix_p=0.0)
    assert mix(images, classes, off, generator()).share is None


def test_mixup_adds_up_the_two_images_in_the_shares_of_their_labels():
    result = mixed(AugmentConfig(mixup=0.4))
    share = result.share.numpy()
    own, other = result.labels.numpy() - 100, result.other_labels.numpy() - 100
    expected = share * (own + 1) / 64 + (1 - share) * (other + 1) / 64
    np.testing.assert_allclose(result.images.numpy(), np.broadcast_to(expected[:, None, None, None], (N, C, H, W)),
                               atol=1e-6)


def test_mixup_draws_its_shares_from_the_beta_distribution():
    """|2 share - 1| of Beta(α, α) has the variance 1 / (2α + 1) about 0 before the larger share is taken."""
    for alpha in (0.2, 1.0, 2.0):
        share = torch.cat([mixed(AugmentConfig(mixup=alpha), seed).share for seed in range(50)]).double()
        assert ((2 * share - 1) ** 2).mean().item() == pytest.approx(1 / (2 * alpha + 1), rel=0.06)


def test_cutmix_counts_every_pixel_of_each_image():
    result = mixed(AugmentConfig(cutmix=1.0))
    whose = owners(result)
    for place in range(N):
        counts = np.bincount(whose[place].ravel(), minlength=N)
        own, other = int(result.labels[place]) - 100, int(result.other_labels[place]) - 100
        assert counts[own] + counts[other] == H * W
        assert counts[own] / (H * W) == pytest.approx(result.share[place].item(), abs=1e-6)


def test_cutmix_pastes_one_rectangle_from_the_same_place_of_the_partner():
    images = torch.rand(N, C, H, W, generator=generator(7))
    result = mix(images, labels(), AugmentConfig(cutmix=1.0), generator())
    for place in range(N):
        changed = (result.images[place] != images[place]).any(dim=0)
        pasted = {int(one) - 100 for one in (result.labels[place], result.other_labels[place])} - {place}
        assert len(pasted) == 1
        assert torch.equal(result.images[place][:, changed], images[pasted.pop()][:, changed])
        rows, columns = changed.any(dim=1).sum(), changed.any(dim=0).sum()
        assert changed.sum() == rows * columns


def test_cutmix_covers_the_area_of_the_published_recipe():
    """The mean area pasted, with what the border cuts off, is that of an independent draw by the published recipe."""
    rng = np.random.default_rng(3)
    share, row, column = rng.beta(2, 2, 20000), rng.uniform(0, H, 20000), rng.uniform(0, W, 20000)
    tall, wide = H * np.sqrt(1 - share), W * np.sqrt(1 - share)
    area = ((np.clip(row + tall / 2, 0, H) - np.clip(row - tall / 2, 0, H))
            * (np.clip(column + wide / 2, 0, W) - np.clip(column - wide / 2, 0, W))).mean() / (H * W)
    shown = []
    for seed in range(60):
        whose = owners(mixed(AugmentConfig(cutmix=2.0), seed))
        shown.append((whose != np.arange(N)[:, None, None]).mean())
    assert np.mean(shown) == pytest.approx(area, abs=0.025)


@pytest.mark.parametrize("name", ["mixup", "cutmix"])
def test_the_label_of_the_larger_share_comes_first(name):
    for seed in range(20):
        share = mixed(AugmentConfig(**{name: 1.0}), seed).share
        assert share.min() >= 0.5
        assert share.max() <= 1


@pytest.mark.parametrize("name", ["mixup", "cutmix"])
def test_the_probability_is_the_share_of_the_images_that_are_mixed(name):
    config = AugmentConfig(**{name: 1.0, f"{name}_p": 0.25})
    results = [mixed(config, seed) for seed in range(40)]
    changed = torch.cat([(one.images != flat_images()).flatten(1).any(dim=1) for one in results])
    assert 0.2 < changed.float().mean() < 0.3
    left = torch.cat([one.share == 1 for one in results])
    assert (left | changed).all()


@pytest.mark.parametrize("name", ["mixup", "cutmix"])
def test_no_image_is_mixed_with_itself_unless_it_is_alone(name):
    for count in (2, 3, 10):
        for seed in range(20):
            result = mixed(AugmentConfig(**{name: 1.0}), seed, count)
            assert (result.labels != result.other_labels).all()
    alone = mixed(AugmentConfig(**{name: 1.0}), 0, 1)
    np.testing.assert_allclose(alone.images.numpy(), flat_images(1).numpy(), atol=1e-7)
    assert alone.labels.tolist() == alone.other_labels.tolist() == [100]


def test_with_both_on_each_batch_has_one_of_the_two():
    config = AugmentConfig(mixup=1.0, cutmix=1.0)
    flat = [bool((one.images.amax(dim=(1, 2, 3)) == one.images.amin(dim=(1, 2, 3))).all())
            for one in (mixed(config, seed) for seed in range(40))]
    assert 8 < sum(flat) < 32


def test_the_same_seed_mixes_the_same_and_the_global_state_is_left_alone():
    config = AugmentConfig(mixup=0.4, cutmix=1.0)
    state, numpy_state = torch.get_rng_state(), np.random.get_state()[1].copy()
    first, again, other = mixed(config, 5), mixed(config, 5), mixed(config, 6)
    assert torch.equal(first.images, again.images)
    assert torch.equal(first.share, again.share)
    assert not torch.equal(first.images, other.images)
    assert torch.equal(torch.get_rng_state(), state)
    assert np.array_equal(np.random.get_state()[1], numpy_state)


def test_the_given_images_are_not_changed():
    images, classes = flat_images(), labels()
    mix(images, classes, AugmentConfig(cutmix=1.0), generator())
    assert torch.equal(images, flat_images())
    assert torch.equal(classes, labels())
