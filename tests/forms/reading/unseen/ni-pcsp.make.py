import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
d = new_doc('PCSP minutes', 'PCSP Manager', (2026, 2, 3))
header(d, 'Draft for agreement on 24 March 2026')
d.add_heading('MOYLINNEY PCSP', 1)
d.add_paragraph('Policing Committee of the Moylinney Policing and Community Safety Partnership')
d.add_paragraph('An arm of Moylinney Borough Council, paid for by the Department of Justice and the Policing Board')
t = d.add_table(4, 2); t.style = 'Table Grid'
for i, (a, b) in enumerate([('Date:', 'Tuesday 27 January 2026'), ('Place:', 'Room 3, Moylinney Leisure Centre'),
        ('Members:', 'Cllr Orla Teague (Chair), Ald. Sam Irvine, Cllr Joe Quigg, Ms D Purdy (Independent)'),
        ('Others:', 'Chief Inspector Vaughan, police; Mr L Mackle, Moylinney Street Pastors')]):
    cell(t.cell(i, 0), a, True); cell(t.cell(i, 1), b)
d.add_paragraph('')
n = numbering(d, [('decimal', 'PC%1', 17), ('decimal', 'PC%1.%2', 1)])
t = d.add_table(1, 3); t.style = 'Table Grid'
for k, v in enumerate(('Item', 'Discussion', 'Action by')): cell(t.cell(0, k), v, True)
def row(a, b, lvl=0):
    r = t.add_row(); num(r.cells[0].paragraphs[0], n, lvl); cell(r.cells[1], a); cell(r.cells[2], b); return r
row('Apologies\nCllr Quinn.', '')
row('Minutes of 25 November 2025\nAgreed on the proposal of Ald. Irvine, seconded by Ms Purdy.', '')
row('Chief Inspector’s report', '')
row('There were 41 burglaries in the quarter, against\v58 in the quarter to 31 December 2024.', '', 1)
row('A letter to be sent to the Policing Board about the closing of the station at 6 pm.', 'PCSP Manager', 1)
r = t.add_row(); m = r.cells[0].merge(r.cells[2]); cell(m, 'Short break at 7.05 pm. Cllr Quigg left.')
row('2026/27 Action Plan\nThe plan was agreed with one change: £6,000 for Street Pastors in place of £4,500.\nA proposal by Cllr Teague to stop the road safety quiz was not agreed.', 'PCSP Manager\n\nNone')
row('A26 speed cameras\nPut off to the next meeting.', 'CI Vaughan to bring figures')
row('Next meeting\n24 March 2026. A public meeting will be held in Glenoe on 10 February 2026.', '')
d.add_paragraph('')
d.add_paragraph('Spend on the Action Plan')
T = [('Theme', '2025/26 (£)', '', '2026/27 (£)'), ('', 'Planned', 'Spent to 31 Dec', 'Planned'), ('Burglary', '12,000', '8,140', '11,500'), ('Road safety', '5,500', '5,020', '5,500'),
     ('Street Pastors', '4,500', '4,500', '6,000'), ('Total', '22,000', '17,660', '23,000')]
t2 = d.add_table(len(T), 4); t2.style = 'Table Grid'
for i, r in enumerate(T):
    for k, v in enumerate(r): cell(t2.cell(i, k), v, i < 2)
t2.cell(0, 1).merge(t2.cell(0, 2)); t2.cell(0, 0).merge(t2.cell(1, 0))
save_doc(d, out(__file__, 'docx'))
