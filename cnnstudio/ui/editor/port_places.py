"""Where the input ports of a layer stand on its upper edge: below what they are wired to, so wires run straight."""

from collections.abc import Mapping, Sequence

from cnnstudio.ui.editor.node_item import NODE_WIDTH

_STEP = 36.0
_FIRST, _LAST = 22.0, NODE_WIDTH - 22.0


def port_offsets(count: int, wanted: Mapping[int, float]) -> tuple[float, ...]:
    """Give the distance of each input port from the layer's left edge.

    Parameters
    ----------
    count : number of ports
    wanted : input number -> where its wire comes from, from the layer's left edge; ports without a wire are absent
        and go to the right of the others, or to the left where there is no room
    """
    if count <= 1:
        return (NODE_WIDTH / 2,) * count
    used = sorted(wanted, key=lambda port: (wanted[port], port))
    free = [port for port in range(count) if port not in wanted]
    step = min(_STEP, (_LAST - _FIRST) / (count - 1))
    places = dict(zip(used, _spread([wanted[port] for port in used], step), strict=True))
    for port in free:
        taken = list(places.values())
        if not taken or max(taken) + step <= _LAST:
            places[port] = max(taken, default=_FIRST - step) + step
        elif min(taken) - step >= _FIRST:
            places[port] = min(taken) - step
        else:
            return _evenly([*used, *free], step)
    return tuple(places[port] for port in range(count))


def _spread(wanted: Sequence[float], step: float) -> list[float]:
    """Keep ascending places on the edge and a step apart, moving each as little as the pass over them allows."""
    places: list[float] = []
    for place in wanted:
        lowest = places[-1] + step if places else _FIRST
        places.append(max(lowest, place))
    highest = _LAST
    for number in reversed(range(len(places))):
        places[number] = min(places[number], highest)
        highest = places[number] - step
    return places


def _evenly(ports: Sequence[int], step: float) -> tuple[float, ...]:
    start = NODE_WIDTH / 2 - step * (len(ports) - 1) / 2
    places = {port: start + step * number for number, port in enumerate(ports)}
    return tuple(places[port] for port in sorted(places))
