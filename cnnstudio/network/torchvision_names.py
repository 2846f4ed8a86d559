"""The networks of torchvision that can be imported by name; torchvision itself is not needed to list them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """One network of ``torchvision.models``.

    Attributes
    ----------
    name : torchvision's name, such as ``"resnet50"``
    input_px : height and width of the images it was published for
    weights : number of learned values for 1,000 classes, without the heads some have for training only
    """

    name: str
    input_px: int
    weights: int


PREFIX = "torchvision:"
"""What stands before a name where a preset or a file could stand too."""

MODELS: tuple[ModelInfo, ...] = (
    ModelInfo("alexnet", 224, 61_100_840),
    ModelInfo("densenet121", 224, 7_978_856),
    ModelInfo("densenet161", 224, 28_681_000),
    ModelInfo("densenet169", 224, 14_149_480),
    ModelInfo("densenet201", 224, 20_013_928),
    ModelInfo("efficientnet_b0", 224, 5_288_548),
    ModelInfo("efficientnet_b1", 240, 7_794_184),
    ModelInfo("efficientnet_b2", 288, 9_109_994),
    ModelInfo("efficientnet_b3", 300, 12_233_232),
    ModelInfo("efficientnet_b4", 380, 19_341_616),
    ModelInfo("efficientnet_b5", 456, 30_389_784),
    ModelInfo("efficientnet_b6", 528, 43_040_704),
    ModelInfo("efficientnet_b7", 600, 66_347_960),
    ModelInfo("efficientnet_v2_l", 480, 118_515_272),
    ModelInfo("efficientnet_v2_m", 480, 54_139_356),
    ModelInfo("efficientnet_v2_s", 384, 21_458_488),
    ModelInfo("googlenet", 224, 6_624_904),
    ModelInfo("inception_v3", 299, 23_834_568),
    ModelInfo("mnasnet0_5", 224, 2_218_512),
    ModelInfo("mnasnet0_75", 224, 3_170_208),
    ModelInfo("mnasnet1_0", 224, 4_383_312),
    ModelInfo("mnasnet1_3", 224, 6_282_256),
    ModelInfo("mobilenet_v2", 224, 3_504_872),
    ModelInfo("mobilenet_v3_large", 224, 5_483_032),
    ModelInfo("mobilenet_v3_small", 224, 2_542_856),
    ModelInfo("regnet_x_1_6gf", 224, 9_190_136),
    ModelInfo("regnet_x_3_2gf", 224, 15_296_552),
    ModelInfo("regnet_x_8gf", 224, 39_572_648),
    ModelInfo("regnet_x_16gf", 224, 54_278_536),
    ModelInfo("regnet_x_32gf", 224, 107_811_560),
    ModelInfo("regnet_x_400mf", 224, 5_495_976),
    ModelInfo("regnet_x_800mf", 224, 7_259_656),
    ModelInfo("regnet_y_1_6gf", 224, 11_202_430),
    ModelInfo("regnet_y_3_2gf", 224, 19_436_338),
    ModelInfo("regnet_y_8gf", 224, 39_381_472),
    ModelInfo("regnet_y_16gf", 224, 83_590_140),
    ModelInfo("regnet_y_32gf", 224, 145_046_770),
    ModelInfo("regnet_y_128gf", 384, 644_812_894),
    ModelInfo("regnet_y_400mf", 224, 4_344_144),
    ModelInfo("regnet_y_800mf", 224, 6_432_512),
    ModelInfo("resnet18", 224, 11_689_512),
    ModelInfo("resnet34", 224, 21_797_672),
    ModelInfo("resnet50", 224, 25_557_032),
    ModelInfo("resnet101", 224, 44_549_160),
    ModelInfo("resnet152", 224, 60_192_808),
    ModelInfo("resnext50_32x4d", 224, 25_028_904),
    ModelInfo("resnext101_32x8d", 224, 88_791_336),
    ModelInfo("resnext101_64x4d", 224, 83_455_272),
    ModelInfo("squeezenet1_0", 224, 1_248_424),
    ModelInfo("squeezenet1_1", 224, 1_235_496),
    ModelInfo("vgg11", 224, 132_863_336),
    ModelInfo("vgg11_bn", 224, 132_868_840),
    ModelInfo("vgg13", 224, 133_047_848),
    ModelInfo("vgg13_bn", 224, 133_053_736),
    ModelInfo("vgg16", 224, 138_357_544),
    ModelInfo("vgg16_bn", 224, 138_365_992),
    ModelInfo("vgg19", 224, 143_667_240),
    ModelInfo("vgg19_bn", 224, 143_678_248),
    ModelInfo("wide_resnet50_2", 224, 68_883_240),
    ModelInfo("wide_resnet101_2", 224, 126_886_696),
)
"""All classification networks of torchvision that layers of this program can show; a test tries every one there is."""

MODELS_BY_NAME = {model.name: model for model in MODELS}
