import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
d = new_doc('Minute', 'Secretary', (2024, 11, 20))
d.add_paragraph('Kilbrannoch and Drumore Community Council').runs[0].bold = True
d.add_paragraph('Secretary: 9 Shore Street, Kilbrannoch, PH99 1ZZ   Tel 01632 960230')
d.add_paragraph('Minute of ordinary meeting, Thursday 14th November 2024, Drumore Hall, 7.30 p.m.')
d.add_paragraph('Supported by a grant from Glenfarg Council')
t = d.add_table(2, 2)
cell(t.cell(0, 0), 'Present'); cell(t.cell(0, 1), 'Isla Petrie (Chair), Ewan Moffat (Treasurer), Bet Lyle, Col Rennie')
cell(t.cell(1, 0), 'Apologies'); cell(t.cell(1, 1), 'Jock Tosh; Cllr A. Menzies, Glenfarg Council')
d.add_paragraph('')
n = numbering(d, [('decimal', '%1.', 1), ('lowerLetter', '%1%2)', 1)])
rows = [('Welcome\nIsla Petrie took the chair at 7.32 p.m.', ''),
 ('Minute of the last meeting\nThe minute of 10th October 2024 was proposed by Ewan Moffat, seconded by Bet Lyle, and approved.', ''),
 ('Police report\n5 calls since October. PC Dunn of Kilbrannoch Police Station warned of calls from 0800 numbers.', ''),
 ('Matters arising\nBus stop\nThe shelter has been ordered. It will come before 20th December.\nDefibrillator\nThe battery was changed on 1st November at a cost of £168.\nHogmanay\nIt was agreed not to hold a dance this year.\nRaffle\nIt was agreed to hold a raffle on 7th December.\nSeats\nIt was agreed to ask Drumore Estate for timber for 3 seats.', 'IP\n\nEM\n\n\n\nBL\n\nCR'),
 ('Treasurer\nThe balance on 31st October 2024 was £2,841.09, of which 1,200 is held for the path.', 'EM'),
 ('24/01877/PPP, Field at Mains of Drumore\nThe Community Council decided by 3 votes to 1 to object.', 'BL by 28th November'),
 ('Date of next meeting\n9th January 2025. The Annual General Meeting will be on 12th June 2025.', 'All')]
t = d.add_table(1 + len(rows), 3); t.style = 'Table Grid'
for k, v in enumerate(('No.', 'Item', 'Action')): cell(t.cell(0, k), v, True)
for i, (a, b) in enumerate(rows):
    num(t.cell(i + 1, 0).paragraphs[0], n)
    cell(t.cell(i + 1, 1), a); t.cell(i + 1, 1).paragraphs[0].runs[0].bold = True
    cell(t.cell(i + 1, 2), b)
d.add_paragraph('')
d.add_paragraph('Actions carried over').runs[0].bold = True
t = d.add_table(3, 3); t.style = 'Table Grid'
for i, r in enumerate([('From', 'Action', 'Who'), ('12/09/2024', 'Get a price for the war memorial railings', 'Col Rennie'), ('10/10/2024', 'Ask for the 20 mph signs to be put back', 'Isla Petrie')]):
    for k, v in enumerate(r): cell(t.cell(i, k), v)
save_doc(d, out(__file__, 'docx'))
