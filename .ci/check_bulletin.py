"""Checks the figures of a printed bulletin with readers that are not its writers.

The workbook is read with nothing but the standard library, the PDF with pdftotext. The expected
figures per village come from the test copy of the truth, never from the program.

Usage: check_bulletin.py FOLDER TRUTH.json
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


def village_row(cells, village):
    for (row, column), value in cells.items():
        if value == village:
            return row
    return None


def heading(cells, column, first_row):
    """The nearest text above the first row of data."""
    for row in range(first_row - 1, max(0, first_row - 6), -1):
        value = cells.get((row, column))
        if isinstance(value, str) and value:
            return re.sub(r"[\s（(].*", "", value)
    return None


def same(actual, expected):
    if expected is None:
        return actual in (None, "", "—", "－", "-")
    try:
        number = float(str(actual).replace("%", "").replace(",", ""))
    except ValueError:
        return False
    return abs(number - expected) < 0.0051 or (
        isinstance(expected, float) and abs(number * 100 - expected) < 0.0051
    )


def check_workbook(path, figures):
    for cells in sheets(path):
        rows = {village: village_row(cells, village) for village in figures}
        if None in rows.values():
            continue
        first = min(rows.values())
        columns = {}
        for column in sorted({c for _, c in cells}):
            columns.setdefault(heading(cells, column, first), column)
        if not all(name in columns for name in COLUMNS):
            continue
        wrong = []
        for village, expected in figures.items():
            for name, key in COLUMNS.items():
                actual = cells.get((rows[village], columns[name]))
                if not same(actual, expected[key]):
                    wrong.append(f"{village} {name}: {actual}, must be {expected[key]}")
        return wrong
    return [f"no sheet with all villages and the columns {'、'.join(COLUMNS)}"]


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
    folder, truth = map(pathlib.Path, sys.argv[1:])
    figures = {}
    for file in json.loads(truth.read_text(encoding="utf-8")).values():
        figures.update(file.get("figures") or {})
    if not figures:
        sys.exit(f"{truth} holds no figures")
    wrong = []
    for suffix, check in ((".xlsx", check_workbook), (".pdf", check_paper)):
        files = sorted(folder.glob("*" + suffix))
        if len(files) != 1:
            wrong.append(f"{folder} holds {len(files)} files *{suffix}, must be one")
            continue
        faults = check(files[0], figures)
        wrong += [f"{files[0].name}: {fault}" for fault in faults]
        print(f"{files[0].name}: {len(figures)} villages × {len(COLUMNS)} figures, {len(faults)} wrong")
    if wrong:
        sys.exit("\n".join(wrong))


main()
