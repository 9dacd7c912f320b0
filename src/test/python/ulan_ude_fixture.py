"""Writes the import fixtures from the open data about the branches of Ulan-Ude.

    python3 src/test/python/ulan_ude_fixture.py <ulan_ude_cbs_branches.json> src/test/resources/import

Only facts of the source are written: nothing is added, guessed or rounded. Its hours are
decimal, summer is June to August, winter the rest of the year, the maintenance day is the last
Friday of the month; Ulan-Ude keeps the time of Irkutsk (UTC+8). Needs no library.
"""
import json
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

DAYS = [("mon", "пн"), ("tue", "вт"), ("wed", "ср"), ("thu", "чт"), ("fri", "пт"), ("sat", "сб"), ("sun", "вс")]
LIBRARIES = ["номер", "название", "адрес", "район", "широта", "долгота", "часовой пояс", "год основания", "отметки",
             "услуги", "зимнее расписание", "летнее расписание", "границы лета", "санитарный день"]
ROOMS = ["библиотека", "название", "вид", "мест", "площадь"]
# The kinds that a room's own name says; what it does not say is "other".
KINDS = [("читальный зал", "читальный зал"), ("конференц", "конференц-зал"), ("переговорный", "переговорная"),
         ("зал для мероприятий", "зал мероприятий"), ("event room", "зал мероприятий"), ("гостиная", "гостиная"),
         ("игровая", "игровая"), ("детский абонемент", "детская комната"), ("интернет-зал", "компьютерный класс"),
         ("музей", "музей")]


def clock(decimal):
    return "%d:%02d" % (int(decimal), round(decimal % 1 * 60))


def timetable(week):
    groups = []
    for key, word in DAYS:
        hours = week[key]
        if groups and groups[-1][1] == hours:
            groups[-1][0].append(word)
        else:
            groups.append(([word], hours))
    pieces = []
    for words, hours in groups:
        days = words[0] if len(words) == 1 else words[0] + "-" + words[-1]
        pieces.append(days + " " + ("выходной" if hours is None else "-".join(map(clock, hours))))
    return "; ".join(pieces)


def library(branch, data):
    schedule = next(s for s in data["scheduleTypes"] if s["type"] == branch["scheduleType"])
    badges = []
    if branch["libraryType"] == "Модельная":
        badges.append("модельная")
    if branch["isChildrens"]:
        badges.append("детская")
    if branch["fullTitle"].startswith("Центральная"):
        badges.append("центральная")
    services = [data["serviceNames"][c] for c in branch["serviceCodes"] if c in data["serviceNames"]]
    services += [s for s in branch["services"] if s not in services]
    return [branch["branchNo"], branch["fullTitle"], branch["address"], branch["district"], branch["lat"],
            branch["lon"], "Asia/Irkutsk", branch["foundingYear"], "; ".join(badges), "; ".join(services),
            timetable(schedule["winter"]), timetable(schedule["summer"]), "01.06-31.08", "последняя пятница"]


def rooms(branch):
    for name in branch["rooms"]:
        kind = next((kind for part, kind in KINDS if part in name.lower()), "другое")
        yield [branch["branchNo"], name, kind, "", ""]


def csv_text(rows):
    def cell(value):
        text = str(value).replace(".", ",") if isinstance(value, float) else str(value)
        return '"' + text.replace('"', '""') + '"' if any(c in text for c in ';"\n') else text
    return "".join(";".join(map(cell, row)) + "\r\n" for row in rows)


def column(index):
    return chr(65 + index) if index < 26 else chr(64 + index // 26) + chr(65 + index % 26)


def xlsx(path, rows):
    strings = {}
    body = []
    for r, row in enumerate(rows, 1):
        cells = []
        for c, value in enumerate(row):
            ref = column(c) + str(r)
            if isinstance(value, (int, float)):
                cells.append('<c r="%s"><v>%s</v></c>' % (ref, value))
            elif value:
                cells.append('<c r="%s" t="s"><v>%d</v></c>' % (ref, strings.setdefault(value, len(strings))))
        body.append('<row r="%d">%s</row>' % (r, "".join(cells)))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    pack = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": '<Types xmlns="%s/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>' % pack,
        "_rels/.rels": '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>' % (pack, rel),
        "xl/workbook.xml": '<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Лист1" sheetId="1" r:id="rId1"/></sheets></workbook>' % (main, rel),
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Relationships>' % (pack, rel, rel),
        "xl/worksheets/sheet1.xml": '<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (main, "".join(body)),
        "xl/sharedStrings.xml": '<sst xmlns="%s">%s</sst>' % (main, "".join('<si><t xml:space="preserve">%s</t></si>' % escape(s) for s in strings)),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2026, 11, 22, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


def main(source, target):
    data = json.loads(Path(source).read_text(encoding="utf-8"))
    libraries = [LIBRARIES] + [library(b, data) for b in data["branches"]]
    halls = [ROOMS] + [row for b in data["branches"] for row in rooms(b)]
    target = Path(target)
    (target / "ulan-ude-libraries.csv").write_bytes(csv_text(libraries).encode("utf-8-sig"))
    (target / "ulan-ude-libraries-1251.csv").write_bytes(csv_text(libraries).encode("windows-1251"))
    xlsx(target / "ulan-ude-libraries.xlsx", libraries)
    (target / "ulan-ude-rooms.csv").write_bytes(csv_text(halls).encode("utf-8-sig"))


if __name__ == "__main__":
    main(*sys.argv[1:])
