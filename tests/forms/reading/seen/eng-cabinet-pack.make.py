import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
p = Page(out(__file__, 'pdf'), 'Public reports pack')
def foot(p, n):
    if n >= 3: p.text('Page %d' % (n - 2), p.w - 60, fs=8, y=30, align='r')
p.foot = foot
# page 1: the front sheet
p.line('FALLOWSHIRE COUNTY COUNCIL', b=True, fs=16, gap=8)
p.line('Cabinet', b=True, fs=13, gap=6)
p.lines('Date: Tuesday, 3 March 2026', 'Time: 10.00 am', 'Venue: County Hall, 60 Abbey Road, Fallow', gap=10)
p.line('Membership', b=True)
p.lines('Councillor E. Garrod (Leader), Councillor M. Tye, Councillor O. Sandes, Councillor B. Lisle', gap=10)
p.line('AGENDA', b=True, fs=12, gap=4)
for n, t, pg in [('1', 'Apologies', ''), ('2', 'Minutes of the meeting held on 3 February 2026', '(Pages 1 - 2)'),
                 ('3', 'Winter Gritting: Revised Network', '(Pages 3 - 4)'), ('4', 'A 30-Year Lease of Sallow Farm', '(Pages 5 - 5)'),
                 ('5', 'Forward Plan', '(Pages 6 - 6)')]:
    p.text(n, 60); p.text(t, 90); p.text(pg, 500, align='r'); p.y -= 20
p.skip()
p.lines('Ivo Marchant', 'Director of Law', '23 February 2026')
p.newpage()
p.line('Notes for visitors', b=True)
p.para('The fire assembly point is in Abbey Road. Members of Thornby Parish Council and of other councils may speak by leave of the Leader.')
p.newpage()
# page 3: minutes of the last meeting
p.line('FALLOWSHIRE COUNTY COUNCIL', b=True, align='c'); p.line('CABINET', b=True, align='c', gap=6)
p.para('MINUTES of the meeting held at County Hall, Fallow on Tuesday, 3 February 2026 commencing at 10.00 am')
p.para('Present: Councillors E. Garrod (in the Chair), M. Tye and O. Sandes')
p.para('Apologies: Councillor B. Lisle')
p.line('71. MINUTES', b=True)
p.para('RESOLVED: That the minutes of the meeting held on 13 January 2026 be signed.')
p.line('72. WINTER GRITTING', b=True)
p.para('The Cabinet considered a report on gritting in the winter of 2025-26.')
p.lines('RESOLVED: That a revised network be brought to the next meeting and that no route be cut before', '3 March 2026.')
p.newpage()
p.line('73. LIBRARY OPENING HOURS', b=True)
p.para('RESOLVED: That Thornby library open on Saturdays from 2 May 2026 at a yearly cost of £8,200.')
p.para('The meeting closed at 10.52 am.')
p.newpage()
# page 5: first report
p.lines('Report to:  Cabinet, 3 March 2026', 'Report of:  Director of Highways', 'Title:  Winter Gritting: Revised Network', b=True, gap=10)
p.line('1. Recommendations', b=True)
p.para('1.1 That 41 miles of lane be taken out of the gritting network from 1 October 2026.')
p.para('1.2 That Thornby Hill be kept in the network.')
p.line('2. Background', b=True)
p.lines('2.1 On 3 February 2026 the Cabinet asked for a revised network. The present network is one of over', '612 miles, and was last looked at as a whole by the Cabinet, and by its then Highways Panel, in', '2014, when the County Council ran 38 lorries.')
p.newpage()
p.line('3. Money', b=True)
p.para('3.1 The saving is £94,000 a year.')
p.line('Winter service budget (£000)', b=True, fs=9)
p.table([['', '2025/26', '2026/27', '2027/28'], ['Salt', '402', '389', '371'], ['Lorries', '655', '612', '612'], ['Total', '1,057', '1,001', '983']],
        [140, 70, 70, 70], style=[('GRID', (0, 0), (-1, -1), .5, 'black')])
p.newpage()
# page 7: second report
p.line('A 30-YEAR LEASE OF SALLOW FARM', b=True, fs=12)
p.line('Report of the County Land Agent to the Cabinet', gap=8)
p.para('1. The Cabinet is asked to agree to a lease of Sallow Farm to the Fallow Growers Trust for 30 years.')
p.para('2. The rent is £14,600 a year. The Trust now holds the farm by a lease of 29 September 1996.')
p.newpage()
# page 8: forward plan
p.line('Forward Plan: 1 April 2026 to 31 July 2026', b=True, gap=6)
p.table([['Decision', 'Decision maker', 'Date of decision', 'Contact'],
         ['Bus Shelter Contract', 'Cabinet', '7 April 2026', 'R. Pell'],
         ['School Places Plan', 'Cabinet', '5 May 2026', 'U. Quinn'],
         ['Sale of Abbey Depot', 'Leader', '12 May 2026', 'I. Marchant']], [150, 100, 100, 90],
        style=[('GRID', (0, 0), (-1, -1), .5, 'black')])
p.para('This plan takes the place of that published on 2 February 2026.')
p.newpage()
p.line('RECORD OF DECISION TAKEN BY AN EXECUTIVE MEMBER', b=True, fs=12, gap=6)
for a, b in [('Decision maker:', 'Leader of the Council'), ('Reference:', '26/00017'), ('Date of decision:', '19 February 2026'), ('Subject:', '4 Beech Walk: surrender of lease'),
             ('Decision:', 'That the lease of 4 Beech Walk be given up on 31 March 2026.'), ('Other choices:', 'To stay until 2029. Set aside as costing £9,300 a year.')]:
    p.text(a, 60, b=True); p.line(b, x=180, gap=3)
p.para('Told to the Cabinet on 3 March 2026 for information.')
p.save()
