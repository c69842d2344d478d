import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
p = Page(out(__file__, 'pdf'), 'Revenue monitoring', font='Times-Roman', fs=11)
def foot(p, n): p.text('Revenue monitoring, quarter 3 / v4 / 30 January 2026', fs=8, y=30); p.text('%d of 5' % n, p.w - 60, fs=8, y=30, align='r')
p.foot = foot
p.line('Cradley Moor Metropolitan Borough Council', b=True, fs=14, gap=4)
p.line('Finance and Resources Overview Board', b=True, gap=8)
p.lines('12 February 2026', 'Report of the Chief Finance Officer', 'Revenue Monitoring, April to December 2025', gap=8)
p.line('1  Summary', b=True)
p.lines('1.1  At 31 December 2025 the forecast for the whole year is an overspend of £3.4m against a budget of', '£126.9m. The forecast that was put before the Board on 13 November 2025 was of an overspend of', '2.9m.')
p.para('1.2  The Cabinet will consider this report on 24 February 2026.')
p.line('2  Position by directorate', b=True)
p.para('2.1  Table 1 sets out the position.')
p.line('Table 1: Revenue forecast by directorate, all figures in £000', b=True, fs=10)
H = [['Directorate', 'Full year', '', 'To 31 December', ''], ['', 'Budget', 'Forecast', 'Budget', 'Spent']]
A = [['Adults', '51,204', '53,377', '38,403', '39,961'], ['Children', '38,880', '40,412', '29,160', '30,004'],
     ['Schools grant', '(4,100)', '(4,100)', '(3,075)', '(3,075)'], ['Place', '22,316', '22,107', '16,737', '16,120']]
B = [['Law and Governance', '6,045', '6,045', '4,534', '4,498'], ['Finance', '7,590', '7,498', '5,693', '5,540'],
     ['Corporate items', '4,965', '4,961', '-', '-'], ['Total', '126,900', '130,300', '91,452', '93,048']]
S = [('GRID', (0, 0), (-1, -1), .5, 'black'), ('SPAN', (0, 0), (0, 1)), ('SPAN', (1, 0), (2, 0)), ('SPAN', (3, 0), (4, 0)), ('ALIGN', (1, 0), (-1, -1), 'RIGHT')]
p.table(H + A, [130, 75, 75, 75, 75], style=S)
p.newpage()
p.line('Table 1: Revenue forecast by directorate, all figures in £000 (continued)', b=True, fs=10)
p.table(H + B, [130, 75, 75, 75, 75], style=S)
p.para('2.2  The Adults overspend is due to 46 more people in care homes than were budgeted for.')
p.para('2.3  Place is under budget because 11 posts have stood empty since June.')
p.line('3  Savings', b=True)
p.para('3.1  Of the savings of the year, those set out in Table 2 will not be made.')
p.line('Table 2: Savings not made', b=True, fs=10)
p.table([['Ref', 'Saving', 'Target £', 'Will be made £'], ['AD4', 'Day centres', '410,000', '95,000'], ['CH2', 'School crossing', '62,500', '0'], ['PL9', 'Car park machines', '38,000', '12,750']],
        [50, 160, 90, 100])
p.newpage()
p.line('4  Recommendations', b=True)
p.para('4.1  That the Board note the forecast.')
p.para('4.2  That the Board ask the Corporate Director of Adults to attend on 9 April 2026.')
p.para('Background papers: report to Council, 26 February 2025; minutes of the Schools Forum, 4 December 2025')
p.newpage()
p.line('Appendix A', b=True)
p.line('Minutes of the Savings Task Group', b=True, fs=13, gap=3)
p.line('Cradley Moor House, 20 January 2026, 4.00 pm', gap=6)
p.line('Terms of reference', b=True)
for s in ('The Task Group was set up by the Board on 11 September 2025 to look at savings that are late or will not be made.',
  'It has three members of the Board and one from outside the Council. It has no power to decide anything for the Board.',
  'It will look at each saving once, and at those of more than £250,000 twice. It may ask officers and others to attend.',
  'It is to keep a note of each meeting, and the note is to be laid before the next meeting of the Board.',
  'It may ask for a report on any contract that is worth more than £100,000 a year.',
  'It will meet in private, but what it has found is to be made public by the Board.',
  'It is to end on 30 April 2026 unless the Board should ask it to go on. A last report is due before that day.'): p.para(s, gap=10)
p.line('Savings looked at so far', b=True)
for s in ('Day centres (AD4): looked at on 16 December 2025 and at this meeting.', 'School crossing (CH2): looked at on 16 December 2025. No more is to be done.',
  'Car park machines (PL9): looked at for the first time at this meeting.', 'Transport and meals: put before the Task Group by the Director, as they bear on the day centres.'): p.para(s, gap=8)
p.line('Notes', b=True, gap=4)
p.y -= 20
G = [('GRID', (0, 0), (-1, -1), .5, 'black')]
W = [35, 350, 80]
p.table([['Item', 'Notes', 'Action'], ['1', 'Present\nCouncillors Imre (chair), Botting and Sayle; Dr H. Wace, Moor Carers Alliance', ''],
         ['2', 'Minutes of 16 December 2025\nAgreed.', ''],
         ['3', 'Day centres\nThe Task Group agreed to ask for the hours of each centre.\nTransport\nThe Task Group agreed that no change be made to the transport of those who go there before\n1 April 2027.\nMeals\nIt was not agreed to end the meals service.', 'P. Crane\n\n\n\n\nNone'],
         ['4', 'Car park machines\nThe contract with Meterco ends on 30 June 2026. The Head of Parking thought that a new', 'Head of Parking']], W, style=G)
p.newpage()
p.table([['Item', 'Notes', 'Action'], ['', 'one could be had for £38,000 a year less.', ''], ['5', 'Next meeting\n17 February 2026', 'All']], W, style=G)
p.save()
