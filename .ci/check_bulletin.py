"""Checks the figures of a printed bulletin with readers that are not its writers.

The workbook is read with nothing but the standard library, the PDF with pdftotext. The expected
figures per village come from the test copy of the truth, never from the program; without a truth
the paper must say what the workbook says.

Usage: check_bulletin.py FOLDER [TRUTH.json]
"""
import json
import pathlib
import re
import subprocess
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

# Heading of the column → name of the figure in the truth.
COLUMNS = {
    "上报数": "reported",
    "应办结数": "due",
    "办结数": "closed_of_due",
    "办结率": "closing_rate",
    "按时办结数": "on_time",
    "按时办结率": "on_time_rate",
    "超期在办": "overdue_open",
    "满意率": "satisfaction",
}
RATES = ("closing_rate", "on_time_rate", "satisfaction")
VILLAGE_HEADINGS = {"村（社区）", "村(社区)", "村"}
# Order of the figures in a row on paper.
ON_PAPER = list(COLUMNS.values())


def texts(node):
    return "".join(part.text or "" for part in node.iter(MAIN + "t"))


def sheets(path):
    """Each sheet as {(row, column): text or number}."""
    with zipfile.ZipFile(path) as book:
        names = book.namelist()
        shared = []
        if "xl/sharedStrings.xml" in names:
            shared = [texts(i) for i in tree.fromstring(book.read("xl/sharedStrings.xml"))]
        for name in sorted(n for n in names if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", n)):
            cells = {}
            for cell in tree.fromstring(book.read(name)).iter(MAIN + "c"):
                letters, row = re.fullmatch(r"([A-Z]+)(\d+)", cell.get("r")).groups()
                column = 0
                for letter in letters:
                    column = column * 26 + ord(letter) - 64
                value = cell.find(MAIN + "v")
                kind = cell.get("t")
                if kind == "s":
                    cells[int(row), column] = shared[int(value.text)].strip()
                elif kind == "inlineStr":
                    cells[int(row), column] = texts(cell).strip()
                elif value is not None and value.text is not None:
                    cells[int(row), column] = value.text if kind == "str" else float(value.text)
            yield cells


def heading(cells, column, first_row):
    """The nearest text above the first row of data."""
    for row in range(first_row - 1, max(0, first_row - 6), -1):
        value = cells.get((row, column))
        if isinstance(value, str) and value:
            return re.sub(r"[\s（(].*", "", value)
    return None


def same(actual, expected):
    if not isinstance(expected, (int, float)):
        return actual in (None, "", "—", "－", "-")
    try:
        number = float(str(actual).replace("%", "").replace(",", ""))
    except ValueError:
        return False
    return abs(number - expected) < 0.0051


def read_workbook(path):
    """{village: {figure: value}} of the sheet that has all the columns, without its total."""
    for cells in sheets(path):
        for (first, column), value in sorted(cells.items()):
            if value not in VILLAGE_HEADINGS:
                continue
            below = sorted(r for r, c in cells if c == column and r > first)
            start = next((r for r in below if cells[r, column] not in VILLAGE_HEADINGS), None)
            if start is None:
                continue
            columns = {}
            for other in sorted({c for _, c in cells}):
                columns.setdefault(heading(cells, other, start), other)
            if not all(name in columns for name in COLUMNS):
                continue
            figures = {}
            for row in below:
                village = cells[row, column]
                if row >= start and isinstance(cells.get((row, columns["上报数"])), float):
                    figures[village] = {
                        key: cells.get((row, columns[name])) for name, key in COLUMNS.items()
                    }
            figures.pop("合计", None)
            return in_percent(figures)
    return {}


def in_percent(figures):
    """The figures with rates in percent, whether the cells hold 0.872 or 87.2."""
    rates = [row[key] for row in figures.values() for key in RATES if isinstance(row[key], float)]
    if rates and max(rates) <= 1:
        for row in figures.values():
            for key in RATES:
                if isinstance(row[key], float):
                    row[key] *= 100
    return figures


def check_workbook(path, figures):
    actual = read_workbook(path)
    wrong = []
    for village, expected in figures.items():
        for name, key in COLUMNS.items():
            value = actual.get(village, {}).get(key)
            if village not in actual or not same(value, expected[key]):
                wrong.append(f"{village} {name}: {value}, must be {expected[key]}")
    return wrong


def check_paper(path, figures):
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout
    wrong = []
    for village, expected in figures.items():
        if not any(in_order(line, village, expected) for line in text.splitlines()):
            wrong.append(f"{village}: no line with {[expected[key] for key in ON_PAPER]}")
    return wrong


def in_order(line, village, expected):
    if village not in line.split():
        return False
    numbers = re.findall(r"—|-?\d+(?:\.\d+)?", line.split(village, 1)[1])
    position = 0
    for key in ON_PAPER:
        while position < len(numbers) and not same(numbers[position], expected[key]):
            position += 1
        if position == len(numbers):
            return False
        position += 1
    return True


def main():
    folder = pathlib.Path(sys.argv[1])
    books, papers = sorted(folder.glob("*.xlsx")), sorted(folder.glob("*.pdf"))
    if len(books) != 1 or len(papers) != 1:
        sys.exit(f"{folder} holds {len(books)} workbooks and {len(papers)} papers, must be one each")
    if len(sys.argv) > 2:
        truth = json.loads(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8"))
        figures = {k: v for file in truth.values() for k, v in (file.get("figures") or {}).items()}
    else:
        figures = read_workbook(books[0])
    if not figures:
        sys.exit("no figures to compare with")
    wrong = check_workbook(books[0], figures)
    wrong += check_paper(papers[0], figures)
    print(f"{len(figures)} villages × {len(COLUMNS)} figures in {books[0].name} and {papers[0].name}")
    if wrong:
        sys.exit("\n".join(wrong))


main()
