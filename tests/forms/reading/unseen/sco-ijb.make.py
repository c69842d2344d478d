import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
p = Page(out(__file__, 'pdf'), 'Minute', left=110, bottom=70)
def foot(p, n): p.text('Joint Board minute 26 March 2025 – draft of 7 April 2025', fs=8, y=40); p.text(str(n), p.w / 2, fs=8, y=25, align='c')
p.foot = foot
def item(n, t):
    p.text(n, 60, b=True); p.line(t, b=True, gap=4)
p.line('Skerry Health and Social Care Integration Joint Board', x=60, b=True, fs=14, gap=3)
p.line('a partnership of Skerry Islands Council and NHS Skerry', x=60, fs=9, gap=8)
p.line('Minute of meeting held on Wednesday, 26 March 2025 at 1.30 pm, 3 Broch Road, Hamnavoe', x=60, gap=6)
p.table([['Voting', 'Councillor Ola Mouat (Chair)\nCouncillor Jim Work', 'Skerry Islands Council'],
         ['', 'Dr Inga Scollay (Vice-Chair)\nMr Peter Leask', 'NHS Skerry'],
         ['Non-voting', 'Ms Ruth Anderton', 'Voluntary Action Skerry'],
         ['Apologies', 'Councillor Ann Halcrow', 'Skerry Islands Council']], [70, 190, 160], x=60)
item('14/25', 'Minute of 29 January 2025')
p.para('The minute of the Joint Board of 29 January 2025 was approved. The minute of the Joint Audit Committee of 12 February 2025 was noted.')
item('15/25', 'Care at Home')
p.lines('The Chief Officer reported that 212 people now had care at home, and that the', 'hours of care not filled each week had come down since October from more than', '340 to 118.', 'The Joint Board noted the report.')
item('16/25', '2025/26 Budget')
p.para('The Chief Finance Officer laid the budget before the Joint Board.')
p.line('Table: delegated budget by partner and year (£m)', b=True, fs=9)
p.table([['Service', 'Skerry Islands Council', '', 'NHS Skerry', ''], ['', '2024/25', '2025/26', '2024/25', '2025/26'],
         ['Care homes', '9.41', '9.88', '0.62', '0.60'], ['Care at home', '6.07', '6.55', '-', '-'],
         ['GP services', '-', '-', '7.30', '7.51'], ['Mental health', '1.12', '1.09', '3.44', '3.70'], ['Total', '16.60', '17.52', '11.36', '11.81']],
        [110, 60, 60, 60, 60], style=[('SPAN', (1, 0), (2, 0)), ('SPAN', (3, 0), (4, 0)), ('LINEBELOW', (0, 1), (-1, 1), .5, 'black')])
p.para('Councillor Work moved that the budget be approved. Dr Scollay seconded.')
p.newpage()
p.para('Mr Leask moved as an amendment that the budget be put off to 30 April 2025. There was no seconder and the amendment fell.')
p.para('The Joint Board approved the budget.')
item('17/25', '100 Day Plan for Delayed Discharge')
p.para('The Joint Board agreed the plan, to run from 1 April 2025.')
item('17/25', 'Directions')
p.para('The Joint Board agreed to issue the directions in the annex to both partners. [Clerk: the number 17/25 was used twice.]')
item('18/25', 'Next meeting')
p.para('Wednesday, 28 May 2025, in the chamber of Skerry Islands Council.')
p.newpage()
p.y -= 160
p.line('Appendix to 14/25', x=60, fs=8, gap=6)
p.line('Joint Audit Committee', x=60, b=True, fs=12, gap=2)
p.line('Note of meeting held on Wednesday 12 February 2025, Hamnavoe Community Centre', x=60, gap=6)
def cells(n, lines, act=''):
    p.text(n, 60); p.text(act, 455)
    for l in lines: p.line(l, x=90, b=l.startswith('*')) if not l.startswith('*') else p.line(l[1:], x=90, b=True)
    p.y -= 8
p.text('No', 60, b=True); p.text('Discussion', 90, b=True); p.text('Action', 455, b=True); p.y -= 18
cells('1', ['*Welcome', 'Mr Leask took the chair. Councillor Halcrow was by video.'])
cells('2', ['*Note of 13 November 2024', 'Agreed. Ms Anderton said that the visit to the Ferry House day centre, for which',
  'she had asked in November, had not been made, and that she would ask again.'])
cells('3', ['*Internal audit plan', 'The plan of 11 audits was agreed.', '*Overdue actions', 'The Committee agreed that all actions older than two years be brought to the', '9 April meeting.', '*Whistleblowing', 'The Committee did not agree to the new policy.',
  'Members said that it was hard to read and that it did not say to whom a carer who', 'works alone in the north isles should turn. The Chief Officer will bring it back.',
  '*Annual accounts', 'The Chief Finance Officer said that the accounts would be ready for the auditors', 'in June. In the last two years they had been late, in one of the two years by',
  '7 weeks, for want of figures from the two partners.', '*Fraud', 'There had been no case since the last meeting.',
  '*Complaints', 'Of 31 complaints in the year so far, 19 were about care at home. Most were about', 'visits that came at other hours than had been agreed. Three had gone to the', 'Ombudsman, who had upheld one of them.',
  'The Committee asked for the number of complaints by island.'], 'R Anderton')
cells('4', ['*Risk of a late budget', 'The Chief Finance Officer thought it likely that the NHS share would be known by'], 'CFO')
p.newpage()
cells('', ['28 February 2025. The Committee agreed to raise the score of the risk from', '12 to 16.'])
cells('5', ['*Next meeting', 'Wednesday 9 April 2025.'])
p.save()
