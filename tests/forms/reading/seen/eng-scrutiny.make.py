import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
d = new_doc('Action tracker and work programme', 'Scrutiny Officer', (2025, 11, 14))
header(d, 'Borough of Netherwick – Children and Learning Scrutiny Panel')
footer(d, 'Printed 14 November 2025')
d.add_heading('Children and Learning Scrutiny Panel', 1)
d.add_paragraph('Borough of Netherwick')
d.add_paragraph('Meeting: Monday 24 November 2025, 6.00 pm, Committee Room 1, Civic Centre')
d.add_paragraph('Item 9: Action Tracker and Work Programme')
d.add_heading('Action Tracker', 2)
d.add_paragraph('Actions that are done are taken off after being seen once. The tracker was last before the Panel on 8 September 2025.')
rows = [('Ref', 'Meeting', 'Action', 'Lead', 'Due', 'State'),
 ('14/25', '9 June 2025', 'Write to the Schools Forum about the deficit of £1.2m', 'Head of Schools', '30 June 2025', 'Done'),
 ('17/25', '', 'Give the Panel the number of children out of school by ward', 'R. Osei', '8 September 2025', 'Late'),
 ('21/25', '8 September 2025', 'Ask Netherwick Youth Trust to come to a meeting', 'Scrutiny Officer', '24 November 2025', 'Open'),
 ('22/25', '', '2 visits to be made to Lark Hill nursery', 'Councillor Dabney', '19 January 2026', 'Open')]
t = d.add_table(len(rows), 6); t.style = 'Table Grid'
for i, r in enumerate(rows):
    for k, v in enumerate(r): cell(t.cell(i, k), v, i == 0)
t.cell(1, 1).merge(t.cell(2, 1)); t.cell(3, 1).merge(t.cell(4, 1))
d.add_heading('Work Programme 2025/26', 2)
rows = [('Meeting', 'Item', 'Kind', 'Officer'),
 ('24 November 2025', 'SEND transport: spend and waiting', 'Report', 'L. Crabbe'),
 ('24 November 2025', 'Visit of the Youth Council of Netherwick', 'Talk', 'Scrutiny Officer'),
 ('19 January 2026', 'Budget 2026/27: children', 'Report', 'Director of Finance'),
 ('9 March 2026', 'School exclusions', 'Task group', 'R. Osei'),
 ('Not yet dated', '16 to 18 provision in the north', 'Report', 'L. Crabbe')]
t = d.add_table(len(rows), 4); t.style = 'Table Grid'
for i, r in enumerate(rows):
    for k, v in enumerate(r): cell(t.cell(i, k), v, i == 0)
d.add_paragraph('')
d.add_paragraph('The Chairman may change this programme. Items for 19 January must reach the Scrutiny Officer by noon on 5 January 2026.')
d.add_heading('Recommendations', 2)
n = numbering(d, [('decimal', '9.%1', 1)])
num(d.add_paragraph('That the Panel note the tracker.'), n)
num(d.add_paragraph('That action 17/25 be reported to the Cabinet Member if it is not done by 1 December 2025.'), n)
save_doc(d, out(__file__, 'docx'))
