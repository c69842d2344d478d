import sys, os; sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from makelib import *
deja()
p = Page(out(__file__, 'pdf'), 'Cofnodion / Minutes', font='Deja', fs=9, left=45)
def foot(p, n): p.text('Tudalen / Page %d' % n, p.w / 2, fs=7, y=28, align='c')
p.foot = foot
p.text('CYNGOR TREF ABERMELYN', 45, b=True, fs=11); p.line('ABERMELYN TOWN COUNCIL', x=305, b=True, fs=11, gap=4)
p.text('Neuadd y Dref, 12 Stryd y Bont', 45, fs=8); p.line('Town Hall, 12 Bridge Street', x=305, fs=8, gap=8)
def pair(cy, en, b=False):
    """Welsh to the left, English to the right, line by line."""
    for i in range(max(len(cy), len(en))):
        if p.y < 60: p.newpage()
        if i < len(cy): p.text(cy[i], 45, b)
        if i < len(en): p.text(en[i], 305, b)
        p.y -= 12
    p.y -= 5
pair(['Cofnodion y Pwyllgor Hamdden', 'a gynhaliwyd nos Iau', '16 Hydref 2025 am 6.30 yh'],
     ['Minutes of the Leisure Committee', 'held on Thursday', '16 October 2025 at 6.30 pm'], True)
pair(['Yn bresennol: Cyng. Mair Ellis (Cadeirydd),', 'Cyng. Huw Pugh, Cyng. Nia Gwilym'],
     ['Present: Cllr Mair Ellis (Chair),', 'Cllr Huw Pugh, Cllr Nia Gwilym'])
pair(['H41/25  Ymddiheuriadau'], ['H41/25  Apologies'], True)
pair(['Cyng. Dewi Bowen.'], ['Cllr Dewi Bowen.'])
pair(['H42/25  Cofnodion'], ['H42/25  Minutes'], True)
pair(['Cadarnhawyd cofnodion y cyfarfod a', 'gynhaliwyd ar 18 Medi 2025.'], ['The minutes of the meeting held on', '18 September 2025 were confirmed.'])
pair(['H43/25  Pwll padlo'], ['H43/25  Paddling pool'], True)
pair(['Dywedodd y Clerc fod y pwll wedi costio', '£7,310 yn 2025, a bod Cyngor Sir Dyffryn', 'Melyn wedi talu cyfran o hynny, sef', '2,000 o bunnoedd.',
      'PENDERFYNWYD cau’r pwll ar 1 Medi', 'bob blwyddyn.'],
     ['The Clerk said that the pool had cost', '£7,310 in 2025, and that Dyffryn Melyn', 'County Council had paid a share of about', '2,000 pounds.',
      'RESOLVED to shut the pool on 1 September', 'each year.'])
pair(['H44/25  20 mlynedd o efeillio'], ['H44/25  20 years of twinning'], True)
pair(['Cynigiodd y Cyng. Pugh wario £900 ar ginio.', 'Nid oedd eilydd, a syrthiodd y cynnig.'],
     ['Cllr Pugh moved that £900 be spent on a', 'dinner. There was no seconder, and the', 'motion fell.'])
pair(['H45/25  Rhandiroedd'], ['H45/25  Allotments'], True)
pair(['PENDERFYNWYD o 2 bleidlais i 1 osod y', 'rhent yn £38 y plot o 1 Ebrill 2026.'],
     ['RESOLVED by 2 votes to 1 to set the rent', 'at £38 a plot from 1 April 2026.'])
pair(['H46/25  Cyfarfod nesaf'], ['H46/25  Next meeting'], True)
pair(['20 Tachwedd 2025. Cyfarfod blynyddol y', 'Cyngor: 14 Mai 2026.'], ['20 November 2025. Annual meeting of the', 'Council: 14 May 2026.'])
p.save()
