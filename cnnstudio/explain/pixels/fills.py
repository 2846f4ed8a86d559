"""What stands in for pixels that are hidden, and for the image that says nothing."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from cnnstudio.explain.pixels.settings import Fill

Box = tuple[int, int, int, int]
"""top, left, bottom, right in pixels of the input; bottom and right exclusive."""

FILL_NOTES: dict[Fill, str] = {
    "blur": "",
    "mean": "Hidden parts have the image's mean colour, whose border may look like an edge to the network.",
    "black": "Hidden parts are black, which invents edges the image does not have: part of the map may be about them.",
    "inpaint": "Hidden parts are continued from around them; what is made up may say something of its own."}
_INPAINT_RADIUS_PX = 3


@dataclass(frozen=True, slots=True, eq=False)
class Filler:
    """Makes what an image is filled with.

    Attributes
    ----------
    image : (1, C, H, W), normalised
    mean, std : (C,), of the normalisation, for pixel values in [0, 1]
    """

    image: Tensor
    mean: npt.NDArray[Any]
    std: npt.NDArray[Any]

    def whole(self, fill: Fill, blur_px: float) -> Tensor:
        """Return an image (1, C, H, W) of nothing but filling.

        Parameters
        ----------
        fill : ``"inpaint"`` needs something around it and gives the mean colour here
        blur_px : deviation of the blur
        """
        if fill == "blur":
            return self._blurred(blur_px)
        if fill == "black":
            return torch.zeros_like(self.image) + self._channels(-self.mean / self.std)
        return self.image.mean(dim=(2, 3), keepdim=True).expand_as(self.image).clone()

    def hidden(self, boxes: list[Box], fill: Fill, blur_px: float) -> Tensor:
        """Return the image once for each box, with that box filled: (n, C, H, W)."""
        if fill == "inpaint":
            return torch.cat([self._inpainted(box) for box in boxes])
        filling = self.whole(fill, blur_px)[0]
        result = self.image.expand(len(boxes), -1, -1, -1).clone()
        for row, (top, left, bottom, right) in zip(result, boxes, strict=True):
            row[:, top:bottom, left:right] = filling[:, top:bottom, left:right]
        return result

    def _blurred(self, deviation_px: float) -> Tensor:
        blurred = cv2.GaussianBlur(self._rows(self.image), (0, 0), deviation_px, borderType=cv2.BORDER_REFLECT_101)
        return self._tensor(np.asarray(blurred, np.float32))

    def _inpainted(self, box: Box) -> Tensor:
        """Continue the surroundings into a box (Telea 2004)."""
        top, left, bottom, right = box
        pixels = np.rint((self._rows(self.image) * self.std + self.mean) * 255).clip(0, 255).astype(np.uint8)
        mask = np.zeros(pixels.shape[:2], np.uint8)
        mask[top:bottom, left:right] = 255
        filled = np.asarray(cv2.inpaint(pixels, mask, _INPAINT_RADIUS_PX, cv2.INPAINT_TELEA)) / 255
        result = self.image.clone()
        part = self._tensor(((filled.reshape(pixels.shape) - self.mean) / self.std).astype(np.float32))
        result[..., top:bottom, left:right] = part[..., top:bottom, left:right]
        return result

    def _rows(self, image: Tensor) -> npt.NDArray[np.float32]:
        return np.ascontiguousarray(image[0].to(torch.float32).cpu().numpy().transpose(1, 2, 0))

    def _tensor(self, rows: npt.NDArray[np.float32]) -> Tensor:
        channels_first = rows.reshape(*self.image.shape[2:], -1).transpose(2, 0, 1)
        return torch.from_numpy(np.ascontiguousarray(channels_first))[None].to(self.image.device, self.image.dtype)

    def _channels(self, values: npt.NDArray[Any]) -> Tensor:
        return torch.as_tensor(values, device=self.image.device).to(self.image.dtype)[None, :, None, None]
