"""Numbers as lists and headings print them: letters (c) and roman numerals (iii). Pure."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letters(number: int) -> str:
    """The letters that a web page counts with: a to z, then aa, ab and so on; "" below 1."""
    out = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        out = chr(ord("a") + place) + out
    return out


def repeated_letters(number: int) -> str:
    """The letters that Word counts with: a to z, then aa, bb and so on; "" below 1."""
    if number < 1:
        return ""
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turns + 1)


def roman(number: int) -> str:
    """The number in small roman numerals; in decimal where there are none, outside 1 to 3999."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        out += numeral * count
    return out
