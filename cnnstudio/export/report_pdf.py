"""A training as a PDF to hand in: the same content as the HTML page, on A4, with page numbers."""

import io
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from cnnstudio.export import curves
from cnnstudio.export.curves import Chart
from cnnstudio.export.network_drawing import network_drawing, network_lead
from cnnstudio.export.pdf_fonts import BOLD, REGULAR, drawable, register_fonts
from cnnstudio.export.pdf_network import drawn_strip
from cnnstudio.export.report import ReportData, ReportExample, ReportTable, charts, percent
from cnnstudio.training.metrics import Evaluation
from cnnstudio.wording import translate

_MARGIN = 48.0
_WIDTH = 595.27 - 2 * _MARGIN - 12
"""Between the margins, less what reportlab's frame keeps free at both sides."""
_QUIET, _LINE = "#57606B", "#C9CFD6"
_CURVES = {"training": ("#2563EB", None), "validation": ("#C2410C", (5, 3))}
"""Colour and dashes, so that a grey print tells them apart."""
_MATRIX_CLASSES = 16
"""More do not fit on a page: then only the most frequent confusions are told."""
_SHADES = 0.3
_CELL_PADDING, _LONGEST_WORD, _WIDEST_WISH = 5.0, 90.0, 170.0
"""Points around the text of a cell; no word and no cell asks for more than these."""
_COLUMNS = 4
"""Boxes a line in the drawing of the network."""


def build_pdf(data: ReportData) -> bytes:
    """Return the PDF; all text is data and never markup, and a table is cut between rows with its headings repeated.

    Raises
    ------
    StorageError
        When the program's own fonts cannot be read.
    """
    from reportlab.platypus import SimpleDocTemplate

    register_fonts()
    file = io.BytesIO()
    document = SimpleDocTemplate(
        file, pagesize=(595.27, 841.89), leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN,
        bottomMargin=_MARGIN, title=data.title, author="CNN Studio", invariant=1)
    document.build(list(_story(data)), onFirstPage=_footer, onLaterPages=_footer)
    return file.getvalue()


def _footer(canvas: Any, document: Any) -> None:
    canvas.setFont(REGULAR, 8)
    canvas.setFillColor(_QUIET)
    canvas.drawRightString(595.27 - _MARGIN, 26, str(document.page))
    canvas.drawString(_MARGIN, 26, "CNN Studio")


def _story(data: ReportData) -> Iterable[Any]:
    """Yield what stands on the pages, from the top."""
    from reportlab.platypus import CondPageBreak

    yield _text(data.title, 20, BOLD)
    yield _text(" · ".join(part for part in (data.network_name, data.folder, data.created) if part), 9, color=_QUIET)
    if data.evaluation:
        yield from _result(data.evaluation, data.evaluated_on)
    if data.verdict:
        yield _text(data.verdict, 10)
    yield from _learning(data)
    if data.evaluation:
        yield from _confusion(data.evaluation)
        yield from _classes(data.evaluation)
    yield from _examples(data.examples)
    for part in data.parts:
        if isinstance(part, ReportTable):
            yield from _table(part.title, part.headers, part.rows, part.lead)
        else:
            yield CondPageBreak(70)
            yield _heading(part.title)
            yield from (_text(paragraph, 10) for paragraph in part.paragraphs)
    yield from _network(data)
    for group in data.settings:
        yield from _table(group.title, (), group.rows)
    yield from _table(translate("export", "Versions"), (), data.versions)


def _result(found: Evaluation, of_what: str) -> Iterable[Any]:
    low, high = found.interval
    yield _text(translate(
        "export", "{accuracy} right on {images:,} {of_what}", accuracy=percent(found.accuracy), images=found.images,
        of_what=of_what), 15, BOLD)
    yield _text(translate(
        "export", "95 % interval {low} to {high}; always answering the most frequent class: {baseline}; mean F1 of the "
        "classes: {f1}", low=percent(low), high=percent(high), baseline=percent(found.baseline),
        f1=percent(found.macro_f1)), 10, color=_QUIET)


def _learning(data: ReportData) -> Iterable[Any]:
    from reportlab.platypus import KeepTogether

    drawn = [_drawing(one) for one in charts(data.history)]
    if drawn:
        hint = translate("export", "Training images solid, validation images dashed; the dotted line marks the epoch "
                                   "whose weights were kept.")
        yield KeepTogether([_heading(translate("export", "How it learned")), _text(hint, 9, color=_QUIET),
                            _grid([drawn], [_WIDTH / len(drawn)] * len(drawn))])


def _drawing(one: Chart) -> Any:
    """Return a chart of half the page's width."""
    from reportlab.graphics.shapes import Drawing, Group, Line, PolyLine, String

    scale = (_WIDTH / 2 - 8) / curves.WIDTH
    group = Group(String(curves.LEFT, curves.HEIGHT - 8, drawable(one.title), fontName=BOLD, fontSize=15))

    def up(y: float) -> float:
        return curves.HEIGHT - 22 - y

    for tick in one.y_ticks:
        group.add(Line(curves.LEFT, up(tick.position), curves.RIGHT, up(tick.position), strokeColor=_color(_LINE)))
        group.add(String(curves.LEFT - 6, up(tick.position) - 5, tick.label, fontName=REGULAR, fontSize=13,
                         textAnchor="end"))
    for tick in one.x_ticks:
        group.add(String(tick.position, up(curves.BOTTOM) - 18, tick.label, fontName=REGULAR, fontSize=13,
                         textAnchor="middle"))
    if one.best:
        group.add(Line(one.best.position, up(curves.TOP), one.best.position, up(curves.BOTTOM),
                       strokeColor=_color(_QUIET), strokeDashArray=(1, 3)))
    for line in one.lines:
        color, dashes = _CURVES[line.name]
        for segment in line.segments:
            points = [float(value) for pair in segment.split() for value in pair.split(",")]
            flipped = [up(value) if place % 2 else value for place, value in enumerate(points)]
            group.add(PolyLine(flipped, strokeColor=_color(color), strokeWidth=2.5, strokeDashArray=dashes))
    group.scale(scale, scale)
    drawing = Drawing(curves.WIDTH * scale, curves.HEIGHT * scale)
    drawing.add(group)
    return drawing


def _confusion(found: Evaluation) -> Iterable[Any]:
    names = [score.name for score in found.per_class]
    lead = translate(
        "export", "A row for each true class, a column for each answer; right answers lie on the diagonal.")
    if len(names) <= _MATRIX_CLASSES:
        rows = [(name, *(f"{count:,}" for count in counts))
                for name, counts in zip(names, found.confusion.tolist(), strict=True)]
        shades = [[0.0, *(count / max(1, sum(counts)) * _SHADES for count in counts)]
                  for counts in found.confusion.tolist()]
        yield from _table(translate("export", "What it confuses"), (translate("export", "true ↓ · answer →"), *names),
                          rows, lead, shades)
        return
    pairs = sorted(((count, names[row], names[column]) for row, counts in enumerate(found.confusion.tolist())
                    for column, count in enumerate(counts) if count and row != column), reverse=True)[:20]
    yield from _table(translate("export", "What it confuses most"),
                      (translate("export", "true"), translate("export", "answer"), translate("export", "images")),
                      [(true, answer, f"{count:,}") for count, true, answer in pairs])


def _classes(found: Evaluation) -> Iterable[Any]:
    headers = (translate("export", "Class"), translate("export", "Precision"), translate("export", "Recall"),
               translate("export", "F1"), translate("export", "Images"))
    rows = [(score.name, percent(score.precision), percent(score.recall), percent(score.f1), f"{score.support:,}")
            for score in found.per_class]
    yield from _table(translate("export", "How well each class is recognised"), headers, rows)


def _examples(examples: Sequence[ReportExample]) -> Iterable[Any]:
    """Yield the examples, two a row."""
    from reportlab.platypus import CondPageBreak

    if not examples:
        return
    yield CondPageBreak(220)
    yield _heading(translate("export", "Where it looks"))
    cells = [_example(one) for one in examples]
    pairs = [cells[place:place + 2] for place in range(0, len(cells), 2)]
    yield _grid([[*pair, ""][:2] for pair in pairs], [_WIDTH / 2] * 2)


def _example(one: ReportExample) -> list[Any]:
    from reportlab.platypus import Image

    sides = [Image(io.BytesIO(data), width=104, height=104, kind="proportional") for data in (one.image, one.overlay)]
    answer = f"{one.predicted} {percent(one.probability)}"
    if one.true_class:
        answer += translate("export", " – right") if one.is_right else translate(
            "export", " – wrong, it is {name}", name=one.true_class)
    return [_grid([sides], [110, 110]), _text(answer, 9, BOLD),
            _text(" · ".join(text for text in (one.evidence, one.title) if text), 8, color=_QUIET)]


def _network(data: ReportData) -> Iterable[Any]:
    from reportlab.platypus import CondPageBreak

    headers = (translate("export", "Layer"), translate("export", "Kind"), translate("export", "Setting"),
               translate("export", "Output shape"), translate("export", "Weights"),
               translate("export", "Multiply-adds"))
    rows = [(row.title, row.kind, row.summary, " × ".join(map(str, row.output_shape or ())) or "?",
             f"{row.weights:,}", f"{row.multiply_adds:,}") for row in data.network]
    if rows:
        yield CondPageBreak(160)
        yield _heading(translate("export", "The network"))
        yield from _drawn_network(data)
        rows.append((translate("export", "Total"), "", "", "", f"{sum(row.weights for row in data.network):,}",
                     f"{sum(row.multiply_adds for row in data.network):,}"))
    yield from _table(translate("export", "Its layers"), headers, rows)


def _drawn_network(data: ReportData) -> Iterable[Any]:
    """Yield the drawing, a line of boxes each."""
    if data.graph is None:
        return
    yield _text(network_lead(), 9, color=_QUIET)
    for strip in network_drawing(data.graph, _COLUMNS):
        yield from drawn_strip(strip, _WIDTH)


def _table(title: str, headers: Sequence[str], rows: Sequence[Sequence[str]], lead: str = "",
           shades: Sequence[Sequence[float]] = ()) -> Iterable[Any]:
    """Yield a heading and a table whose headings are repeated on every page it goes over; nothing without rows."""
    from reportlab.platypus import CondPageBreak, Table

    if not rows:
        return
    yield CondPageBreak(110)
    yield _heading(title)
    if lead:
        yield _text(lead, 9, color=_QUIET)
    columns = len(rows[0])
    size = 9 if columns <= 8 else 7
    cells = [[_text(cell, size, BOLD) for cell in headers]] if headers else []
    cells += [[_text(cell, size) for cell in row] for row in rows]
    style: list[Any] = [("LINEBELOW", (0, 0), (-1, -1), 0.4, _color(_LINE)), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                        ("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
                        ("LEFTPADDING", (0, 0), (-1, -1), 2), ("RIGHTPADDING", (0, 0), (-1, -1), 2)]
    style += [("BACKGROUND", (column, row + 1), (column, row + 1), _grey(shade)) for row, line in enumerate(shades)
              for column, shade in enumerate(line) if shade]
    widths = _widths(headers, rows, size)
    yield Table(cells, colWidths=widths, repeatRows=1 if headers else 0, style=style)


def _widths(headers: Sequence[str], rows: Sequence[Sequence[str]], size: float) -> list[float]:
    """Return a width for each column: no less than its longest word, and more where there is more to read."""
    texts = [[(cell, REGULAR) for cell in column] for column in zip(*rows, strict=True)]
    for column, header in zip(texts, headers, strict=False):
        column.append((header, BOLD))
    least = [max(_longest_word(text, font, size) for text, font in column) + _CELL_PADDING for column in texts]
    wished = [max(low, *(min(_WIDEST_WISH, _width_of(text, font, size)) + _CELL_PADDING for text, font in column))
              for low, column in zip(least, texts, strict=True)]
    if sum(least) >= _WIDTH:
        return [_WIDTH * low / sum(least) for low in least]
    if sum(wished) <= _WIDTH:
        return [_WIDTH * wish / sum(wished) for wish in wished]
    share = (_WIDTH - sum(least)) / (sum(wished) - sum(least))
    return [low + share * (wish - low) for low, wish in zip(least, wished, strict=True)]


def _longest_word(text: str, font: str, size: float) -> float:
    """Return the width of the longest word; one longer than a name should be is broken, and asks for less."""
    return min(_LONGEST_WORD, max((_width_of(word, font, size) for word in text.split()), default=0.0))


def _width_of(text: str, font: str, size: float) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(text, font, size))


def _grid(rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> Any:
    from reportlab.platypus import Table

    return Table(rows, colWidths=widths, hAlign="LEFT", style=[
        ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 4)])


def _heading(text: str) -> Any:
    return _text(text, 13, BOLD, before=14)


def _text(text: str, size: float, font: str = REGULAR, *, color: str = "#1A1E24", before: float = 0) -> Any:
    """Return a paragraph of plain text; what looks like markup is shown as it is."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph

    style = ParagraphStyle("text", fontName=font, fontSize=size, leading=size * 1.35, textColor=_color(color),
                           spaceBefore=before, spaceAfter=2, splitLongWords=1)
    return Paragraph(drawable(escape(text), as_markup=True), style)


def _color(text: str) -> Any:
    from reportlab.lib.colors import HexColor

    return HexColor(text)


def _grey(share: float) -> Any:
    from reportlab.lib.colors import Color

    return Color(1 - share, 1 - share, 1 - share * 0.7)
