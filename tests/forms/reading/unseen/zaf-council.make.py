import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
d = new_doc('Notule / Minutes', 'Secretariat', (2025, 9, 9))
for s in ('UMTHOMBE LOCAL MUNICIPALITY', 'UMASIPALA WASEMTHOMBE · PLAASLIKE MUNISIPALITEIT UMTHOMBE', 'MINUTES OF A SPECIAL MEETING OF THE COUNCIL'): d.add_paragraph(s).runs[0].bold = True
d.add_paragraph('HELD ON THURSDAY, 28 AUGUST 2025 AT 10:00 IN THE COUNCIL CHAMBER, 12 CHURCH STREET, UMTHOMBE')
d.add_paragraph('This meeting was held under section 29 of the Structures Act, and stands apart from the ordinary meeting of 31 July 2025.')
t = d.add_table(1, 4); t.style = 'Table Grid'
for k, v in enumerate(('ITEM', 'SUBJECT AND DISCUSSION', 'RESOLUTION', 'ACTION')): cell(t.cell(0, k), v, True)
def row(*c):
    r = t.add_row()
    for k, v in enumerate(c): cell(r.cells[k], v)
    return r
def span(s):
    r = t.add_row(); cell(r.cells[0].merge(r.cells[3]), s, True)
span('PART A: OPENING')
row('C2418', 'OPENING AND ROLL\nThe Speaker, Cllr N. Dube, opened the meeting at 10:12. 21 councillors were present.', '', '')
row('C2419', 'APPLICATIONS FOR LEAVE\nCllrs P. Botha and L. Mokoena', 'That leave be given.', '')
span('PART B: REPORTS')
row('C2420', '2024/25 ADJUSTMENTS BUDGET\nFile 6/1/1 (2025)\nThe Executive Mayor said that R14,2 million had come from the Ubuhle District Municipality.\nThe DA asked for a vote.', '(a) That the adjustments budget be approved.\n(b) That R3,5 million be moved to Ward 7.\n(c) That the Provincial Treasury be told within\v10 working days.\n(Voting: 13 for, 8 against)', 'CFO')
row('C2421', '4 x 4 VEHICLES FOR THE TRAFFIC SERVICE\nCllr S. van Wyk moved, and Cllr T. Nkosi seconded, that 4 vehicles be bought at R2 100 000.', 'The motion was not carried (9 for, 12 against).', 'None')
row('C2421', '(continued)\nCllr van Wyk asked that his dissent be noted.', '', '')
row('C2423', 'WATER LOSSES IN WARD 11\nThe report dated 14 August 2025 of the Director: Technical Services was laid on the table.', 'That the item be referred back to the Section 79 Committee on Water.', 'DTS by 30/09/2025')
span('PART C: CLOSING')
row('C2424', 'CLOSING\nThe meeting closed at 12:47. The next ordinary meeting will be held on 25 September 2025.', '', '')
d.add_paragraph('')
d.add_paragraph('Annexure to C2420: Adjustments by vote')
rows = [('Vote', '2024/25', '', 'Change'), ('', 'Original R000', 'Adjusted R000', '%'), ('1 Council', '18 400', '18 150', '-1'), ('2 Finance', '44 900', '47 300', '5'), ('3 Technical', '131 200', '143 250', '9'), ('TOTAL', '194 500', '208 700', '7')]
t2 = d.add_table(len(rows), 4); t2.style = 'Table Grid'
for i, r in enumerate(rows):
    for k, v in enumerate(r): cell(t2.cell(i, k), v, i < 2)
t2.cell(0, 1).merge(t2.cell(0, 2)); t2.cell(0, 0).merge(t2.cell(1, 0))
d.add_paragraph('CONFIRMED ON: ____ 25 SEPTEMBER 2025     SPEAKER: ____')
save_doc(d, out(__file__, 'docx'))
