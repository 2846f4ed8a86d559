"""A small audit with one of everything, as the program would show it."""

import math

import numpy as np

from cnnstudio.explain.audit.report import (
    Accuracy,
    AuditPicture,
    AuditReport,
    ClassCard,
    FeatureDirection,
    Figure,
    HeatmapCluster,
    Suspicion,
)
from cnnstudio.workspace.kept_audit import KeptAudit

CLASSES = ("bird", "cat <b>", "tool")
IMAGES_EACH = 4


def corner_map(cells: int = 4) -> np.ndarray:
    """Return evidence (cells, cells) with half of it in the lower right cell, sum 1."""
    values = np.full((cells, cells), 0.5 / (cells * cells - 1), np.float32)
    values[-1, -1] = 0.5
    return values


def picture(seed: int, height: int = 24, width: int = 32) -> np.ndarray:
    """Return (height, width, 3) uint8."""
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3)).astype(np.uint8)


def small_card(class_index: int, level: str = "clean") -> ClassCard:
    """Return a class's card with two clusters and a direction; class k has the places from k * `IMAGES_EACH` on."""
    places = tuple(range(class_index * IMAGES_EACH, (class_index + 1) * IMAGES_EACH))
    clusters = (HeatmapCluster(places[:3], corner_map(), Accuracy(3, 3), "3 images look at the lower right corner."),
                HeatmapCluster(places[3:], np.full((4, 4), 1 / 16, np.float32), Accuracy(0, 1), "1 looks around."))
    return ClassCard(class_index, IMAGES_EACH, Accuracy(3, 4), corner_map(), picture(class_index), clusters,
                     (FeatureDirection(places, 0.62, corner_map()),), level,
                     f"3 of 4 images of {CLASSES[class_index]} are recognised.")


def marked(class_index: int = 1) -> Suspicion:
    """Return what an audit says of a mark the network relies on."""
    figures = (Figure("flip_share", "images of other classes that become cat when the mark is pasted", 0.83, "share",
                      0.04, 0.1),
               Figure("margin", "change of the margin", 3.2, "logits", 0.2, None),
               Figure("odd", "a figure that could not be measured", math.nan))
    return Suspicion(
        "mark", class_index, "relied on", "The images of cat <b> carry a mark in the lower right corner.",
        "The mark was pasted into 96 images of other classes.", "Take it out of the images and train again.", figures,
        (0.75, 0.75, 1.0, 1.0), (AuditPicture("The mark <i>", picture(7)), AuditPicture("Mean image", picture(8))),
        (4, 5, 6), (7,), Accuracy(9, 10), Accuracy(1, 5))


def small_audit() -> KeptAudit:
    """Return an audit of three classes with two suspicions."""
    by_size = Suspicion("file", None, "in the data", "The classes can be told apart by file size alone: 94 %.",
                        "A classifier saw nothing but the file sizes.", "Save all images in the same way.",
                        (Figure("accuracy", "right by file size alone", 0.94, "share", 0.33, 0.45),))
    names = tuple(f"{name}/{place}.png" for name in CLASSES for place in range(IMAGES_EACH))
    cards = (small_card(0), small_card(1, "relied on"), small_card(2))
    blind_spots = ("It does not see a mark at a random place.",)
    report = AuditReport(CLASSES, names, cards, (marked(), by_size), blind_spots, 12.5)
    labels = tuple(place // IMAGES_EACH for place in range(len(names)))
    return KeptAudit(report, "a run <script>", "/pictures", tuple(f"/pictures/{name}" for name in names), labels,
                     "unseen", ("There are few images.",), "2026-11-22T14:03:00+00:00", 3, "1.0")
