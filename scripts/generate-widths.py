#!/usr/bin/env python3
"""Writes Sources/Terminal/Text/WidthTable.swift: the columns every Unicode scalar takes in a cell.

A scalar is drawn only where the Unicode database and the C library's wcwidth agree about it, since ncurses places
cells by wcwidth and terminals follow one or the other. Everything else, and what must never be drawn (controls,
format characters, private use, unassigned), is class 3 and becomes a substitute.

    scripts/generate-widths.py > Sources/Terminal/Text/WidthTable.swift
"""
import ctypes
import locale
import sys
import unicodedata

MARK, NARROW, WIDE, NEVER = 0, 1, 2, 3
locale.setlocale(locale.LC_ALL, "C.UTF-8")
libc = ctypes.CDLL(None)
libc.wcwidth.argtypes = [ctypes.c_wchar]


def by_database(scalar):
    """The class by general category and East Asian width, before the C library is asked."""
    character = chr(scalar)
    category = unicodedata.category(character)
    if category in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"):
        return NEVER
    if category in ("Mn", "Me") or 0x1160 <= scalar <= 0x11FF:
        return MARK
    return WIDE if unicodedata.east_asian_width(character) in ("W", "F") else NARROW


def width_class(scalar):
    """The class in the table: NEVER unless both sides agree. Fillers look like blanks and are never drawn."""
    found = by_database(scalar)
    if scalar in (0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0) or 0x1F1E6 <= scalar <= 0x1F1FF:
        return NEVER
    if 0x180B <= scalar <= 0x180F or 0xFE00 <= scalar <= 0xFE0F or 0xE0000 <= scalar <= 0xE0FFF:
        return NEVER
    if found != NEVER and libc.wcwidth(chr(scalar)) != found:
        return NEVER
    return found


def main():
    starts = []
    last = None
    for scalar in range(0x110000):
        now = width_class(scalar)
        if now != last:
            starts.append(scalar << 2 | now)
            last = now
    out = sys.stdout
    out.write(f"""/// The columns of every scalar, as ranges: each entry is the first scalar of a range shifted left by two, plus its
/// class (0 mark, 1 narrow, 2 wide, 3 never drawn). Made by `scripts/generate-widths.py` from the Unicode
/// {unicodedata.unidata_version} database and the C library's `wcwidth`, where the two agree; not edited by hand.
enum WidthTable {{
  static let starts: [UInt32] = [
""")
    line = "   "
    for value in starts:
        item = f" 0x{value:X},"
        if len(line) + len(item) > 108:
            out.write(line + "\n")
            line = "   "
        line += item
    out.write(line + "\n  ]\n}\n")


main()
