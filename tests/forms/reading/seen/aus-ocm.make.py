import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
d = new_doc('Unconfirmed minutes', 'Governance Officer', (2026, 3, 2))
header(d, 'Unconfirmed Minutes – Audit and Risk Committee – 26 February 2026')
footer(d, 'Shire of Coolgarra | PO Box 61, Coolgarra WA 6 | (08) 5550 0133 | Document ref D26/4410')
for s in ('SHIRE OF COOLGARRA', 'AUDIT AND RISK COMMITTEE', 'UNCONFIRMED MINUTES'): d.add_paragraph(s).runs[0].bold = True
d.add_paragraph('for the meeting held on Thursday 26 February 2026, to be put to Council on 19 March 2026 and confirmed on 28 May 2026')
n = numbering(d, [('decimal', '%1.', 1), ('decimal', '%1.%2', 1), ('decimal', '%1.%2.%3', 1)])
def H(t, l=0): num(d.add_paragraph(), n, l).add_run(t).bold = True
def P(t): d.add_paragraph(t)
H('Declaration of opening'); P('The Presiding Member, Cr E Roper, opened the meeting at 2.04 pm.')
H('Attendance'); P('Cr E Roper, Cr T Nolan, Cr M Vis, Ms J Kwan (independent). Guest: Mr A Lam, Office of the State Auditor.')
H('Minutes'); H('Audit and Risk Committee – 27 November 2025', 1)
P('COMMITTEE DECISION AR01/26. Moved Cr Nolan, seconded Cr Vis, that the minutes be confirmed. CARRIED 4/0')
H('Reports'); H('2025 Compliance Audit Return', 1)
t = d.add_table(3, 2); t.style = 'Table Grid'
for i, (a, b) in enumerate([('File', 'GV.211'), ('Officer', 'Manager Governance'), ('Date of report', '12 February 2026')]): cell(t.cell(i, 0), a); cell(t.cell(i, 1), b)
P('There were 3 items of non-compliance out of 101.')
P('COMMITTEE DECISION AR02/26. Moved Ms Kwan, seconded Cr Nolan, that Council adopt the return. CARRIED 3/1. Against: Cr Vis')
H('Risk register', 1); P('Table 4: Risks by class')
rows = [('Class', 'Number of risks', '', 'Change since November', ''), ('', 'High', 'Medium', 'High', 'Medium'), ('Finance', '2', '7', '-1', '0'), ('Safety', '3', '11', '+2', '-4'), ('Records', '0', '5', '0', '+1'), ('Total', '5', '23', '+1', '-3')]
t = d.add_table(len(rows), 5); t.style = 'Table Grid'
for i, r in enumerate(rows):
    for k, v in enumerate(r): cell(t.cell(i, k), v, i < 2)
t.cell(0, 1).merge(t.cell(0, 2)); t.cell(0, 3).merge(t.cell(0, 4)); t.cell(0, 0).merge(t.cell(1, 0))
H('Risk 14: bush fire', 2); P('The plan is 2 years late.')
H('Risk 22: swimming pool', 2); P('Cr Vis moved that the pool be shut until the pump is mended. There was no seconder. LAPSED')
H('Closure'); P('3.17 pm')
save_doc(d, out(__file__, 'docx'))
