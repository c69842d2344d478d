import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
d = new_doc('Board minutes', 'Company Secretary', (2025, 10, 1))
header(d, 'Approved 20th November 2025')
footer(d, 'Page 1   Marrowdale Libraries is a charity, no. 1999999, supported by Marrowdale County Council')
d.add_paragraph('Marrowdale Libraries').runs[0].bold = True
d.add_paragraph('MINUTES')
t = d.add_table(5, 2); t.style = 'Table Grid'
for i, (a, b) in enumerate([('Meeting', 'Board of Trustees'), ('Date', 'Thursday 18th September 2025'), ('Place', 'Thrape Library, 45 Wharf Lane'), ('Time', '10.00 – 12.20'),
    ('Attendees', 'Gwen Platt (Chair), Ray Otter (Vice Chair), Mo Sadiq, Fay Iles; Tom Hurrell (Chief Executive)\nApologies: Cllr Bea Marsh (Marrowdale County Council)\nIn part: Lee Foss, Arts Council North')]):
    cell(t.cell(i, 0), a, True); cell(t.cell(i, 1), b)
d.add_paragraph('')
rows = [('', '', 'Action'),
 ('1.', '**Welcome and apologies**\nGwen Platt was late; Ray Otter took the chair until 10.25.', ''),
 ('2.', '**Minutes of 17th July 2025**\nAgreed.\n**Matters arising**\nThe Board meeting of 5th June 2025 had asked for a fines report: see item 4.', ''),
 ('3.', '**Decisions**\n**Reserves policy**\nThe Board agreed that reserves be held at 4 months’ spend.\n**Thrape roof**\nThe Board agreed to spend £38,600 on the roof, of which the County Council pays 15,000.\n**Sunday opening**\nThe Board did not agree to open on Sundays at Holm.\n**Café lease**\nPut off to 20th November 2025.\n**Trustee pay**\nThe proposal that trustees be paid was withdrawn by Mo Sadiq.', 'TH\n\nTH\n\nFI'),
 ('', '**Decisions (continued)**\n**Van**\nThe Board agreed to buy a second-hand van for not more than £11,000.', 'Ray Otter'),
 ('4.', '**Fines**\nFines came to £9,412 in 2024/25. Fay Iles moved that fines end on 1st April 2026; carried by 3 to 1.', 'Tom Hurrell'),
 ('5.', '**2nd quarter figures**\nVisits were 165,000, down 4%.', ''),
 ('6.', '**Next meeting**\n20th November 2025, Holm Library. Annual General Meeting: 27th November 2025.', '')]
t = d.add_table(len(rows), 3); t.style = 'Table Grid'
for i, r in enumerate(rows):
    for k, v in enumerate(r): cell(t.cell(i, k), v)
d.add_paragraph('')
d.add_paragraph('Visits by library (thousands)')
rows = [('Library', 'Quarter 1', '', 'Quarter 2', ''), ('', '2024', '2025', '2024', '2025'), ('Thrape', '88', '91', '97', '94'), ('Holm', '61', '60', '66', '64'), ('Mobile', '9', '8', '9', '7'), ('All libraries', '158', '159', '172', '165')]
t = d.add_table(len(rows), 5); t.style = 'Table Grid'
for i, r in enumerate(rows):
    for k, v in enumerate(r): cell(t.cell(i, k), v, i < 2)
t.cell(0, 1).merge(t.cell(0, 2)); t.cell(0, 3).merge(t.cell(0, 4)); t.cell(0, 0).merge(t.cell(1, 0))
save_doc(d, out(__file__, 'docx'))
