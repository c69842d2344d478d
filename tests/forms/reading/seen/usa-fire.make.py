import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
d = new_doc('Minutes', 'District Secretary', (2023, 7, 1))
for s in ('NORTH FORK FIRE PROTECTION DISTRICT', 'Station 41 – 8800 Ridge Road, North Fork, Oregon 97', 'MINUTES OF THE BOARD OF DIRECTORS', 'SPECIAL MEETING AND BUDGET HEARING', 'June 20, 2023 – 6:30 p.m.'):
    d.add_paragraph(s).alignment = 1
footer(d, 'NFFPD Board Minutes 06/20/23 – approved 07/18/23')
d.add_paragraph('Directors: Cal Burke (President), Jan Ostrow, Milt Faro, Deb Sims. Absent: Ty Root.')
d.add_paragraph('Guests: Chief Bo Hanley, Ridge Rural Fire Authority; 2 citizens')
n = numbering(d, [('upperRoman', '%1.', 1), ('upperLetter', '%2.', 1), ('decimal', '%3)', 1)])
def H(t): p = num(d.add_paragraph(), n, 0); p.add_run(t).bold = True
def S(t): num(d.add_paragraph(t), n, 1)
def T(t): num(d.add_paragraph(t), n, 2)
def P(t): d.add_paragraph(t)
H('Call to Order')
P('President Burke opened the meeting at 6:31 p.m.')
H('Public Hearing on the 2023-24 Budget')
P('Opened 6:35 p.m. There was no testimony. Closed 6:40 p.m.')
P('Budget by fund')
rows = [('Fund', '2022-23', '', '2023-24', ''), ('', 'Budget $', 'Actual $', 'Proposed $', 'Approved $'),
 ('General', '1,402,000', '1,377,118', '1,466,500', '1,466,500'), ('Apparatus', '310,000', '305,440', '95,000', '120,000'),
 ('Station 42', '-', '-', '640,000', '640,000'), ('Total', '1,712,000', '1,682,558', '2,201,500', '2,226,500')]
t = d.add_table(len(rows), 5); t.style = 'Table Grid'
for i, r in enumerate(rows):
    for k, v in enumerate(r): cell(t.cell(i, k), v, i < 2)
t.cell(0, 1).merge(t.cell(0, 2)); t.cell(0, 3).merge(t.cell(0, 4)); t.cell(0, 0).merge(t.cell(1, 0))
H('Resolutions')
S('Resolution 23-04, adopting the budget')
P('Motion by Ostrow, second by Faro. Ayes: Burke, Faro, Ostrow, Sims. Nays: none. Carried.')
S('Resolution 23-05, 5-year levy at $0.89')
P('Motion by Sims to send the levy to the voters on November 7, 2023. No second. The motion died.')
H('Old Business')
S('Minutes of May 16, 2023')
P('Held over to July 18, 2023.')
S('1998 Pumper')
T('Sims moved to sell the pumper for $14,000. Second by Ostrow. Failed 2-2.')
T('Staff to ask Ridge Rural Fire Authority for an offer.')
H('Adjourn')
P('7:25 p.m. The next regular meeting of the Board is July 18, 2023.')
save_doc(d, out(__file__, 'docx'))
