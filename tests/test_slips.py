from ingest.slips import one_wording

FOOTER = "version document: ct.am.jur.anx_v# niveau de classification: diffusion limitée page # / #"
SLIPS = [
    "version document ct.am.jur.anx_v# niveau de.classification: diffusion limitée page #/#",
    "version docurnent: ct.am.jur.anx_v# niveau de classification diffusion limitee page # / #",
]


def test_slips_do_not_set_lines_apart() -> None:
    assert one_wording([SLIPS[0], FOOTER, FOOTER, SLIPS[1]]) == dict.fromkeys([FOOTER, *SLIPS], FOOTER)


def test_other_lines_and_short_ones_stay_themselves() -> None:
    lines = ["the supplier restores the service", "the customer pays the charges", "page #", "page i", ""]
    assert one_wording(lines) == {line: line for line in lines}
