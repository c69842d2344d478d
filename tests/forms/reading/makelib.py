"""Small helps for the NAME.make.py scripts: Word numbering, fixed metadata, fixed zip dates, PDF lines."""
import datetime, io, os, sys, zipfile, copy
HERE = os.path.dirname(os.path.abspath(__file__))

def out(script, ext):
    return os.path.abspath(script).replace('.make.py', '.' + ext)

# ---- Word
def new_doc(title='', author='Clerk', when=(2025, 1, 1)):
    import docx
    d = docx.Document()
    cp = d.core_properties
    cp.title, cp.author, cp.last_modified_by, cp.comments = title, author, author, ''
    cp.created = cp.modified = datetime.datetime(*when)
    return d

def numbering(doc, levels):
    """levels: [(format, text, start), ...]; gives the number definition's id."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    root = doc.part.numbering_part.element
    aid = 900 + len(root.findall(qn('w:abstractNum')))
    a = OxmlElement('w:abstractNum'); a.set(qn('w:abstractNumId'), str(aid))
    m = OxmlElement('w:multiLevelType'); m.set(qn('w:val'), 'multilevel'); a.append(m)
    for i, (fmt, text, start) in enumerate(levels):
        l = OxmlElement('w:lvl'); l.set(qn('w:ilvl'), str(i))
        for tag, val in (('w:start', str(start)), ('w:numFmt', fmt), ('w:lvlText', text), ('w:lvlJc', 'left')):
            e = OxmlElement(tag); e.set(qn('w:val'), val); l.append(e)
        pp = OxmlElement('w:pPr'); ind = OxmlElement('w:ind')
        ind.set(qn('w:left'), str(567 * (i + 1))); ind.set(qn('w:hanging'), '567'); pp.append(ind); l.append(pp)
        a.append(l)
    first = root.find(qn('w:num'))
    if first is not None: first.addprevious(a)
    else: root.append(a)
    return _num(root, aid)

def _num(root, aid, restart=()):
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    nid = 1 + max([int(n.get(qn('w:numId'))) for n in root.findall(qn('w:num'))] or [0])
    n = OxmlElement('w:num'); n.set(qn('w:numId'), str(nid))
    x = OxmlElement('w:abstractNumId'); x.set(qn('w:val'), str(aid)); n.append(x)
    for lvl, start in restart:
        o = OxmlElement('w:lvlOverride'); o.set(qn('w:ilvl'), str(lvl))
        s = OxmlElement('w:startOverride'); s.set(qn('w:val'), str(start)); o.append(s); n.append(o)
    root.append(n)
    return nid

def restart(doc, numid, lvl=0, start=1):
    """The same definition, begun again at `start`."""
    from docx.oxml.ns import qn
    root = doc.part.numbering_part.element
    for n in root.findall(qn('w:num')):
        if n.get(qn('w:numId')) == str(numid):
            return _num(root, int(n.find(qn('w:abstractNumId')).get(qn('w:val'))), [(lvl, start)])

def num(p, numid, lvl=0):
    pr = p._p.get_or_add_pPr().get_or_add_numPr()
    pr.get_or_add_ilvl().val = lvl
    pr.get_or_add_numId().val = numid
    return p

def cell(c, text, bold=False):
    """Words into a cell: one paragraph for each line."""
    lines = text.split('\n'); c.paragraphs[0].text = ''
    for i, l in enumerate(lines):
        p = c.paragraphs[0] if i == 0 else c.add_paragraph()
        b = bold or l.startswith('**')
        p.add_run(l.strip('*').replace('\v', '\n')).bold = b or None   # \v: a soft line break
    return c

def footer(doc, text):
    doc.sections[0].footer.paragraphs[0].text = text

def header(doc, text):
    doc.sections[0].header.paragraphs[0].text = text

def save_doc(doc, path):
    b = io.BytesIO(); doc.save(b); b.seek(0)
    with zipfile.ZipFile(b) as zi, zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as zo:
        for n in sorted(zi.namelist(), key=lambda n: (n != '[Content_Types].xml', n)):
            i = zipfile.ZipInfo(n, (2025, 1, 1, 0, 0, 0)); i.compress_type = zipfile.ZIP_DEFLATED
            zo.writestr(i, zi.read(n))

# ---- PDF
class Page:
    """Lines set down one under another; x in points from the left."""
    def __init__(self, path, title='', size=None, font='Helvetica', fs=10, lead=13, left=60, top=60, bottom=60):
        from reportlab import rl_config; rl_config.invariant = 1
        from reportlab.pdfgen.canvas import Canvas
        from reportlab.lib.pagesizes import A4
        self.w, self.h = size or A4
        self.c = Canvas(path, pagesize=(self.w, self.h), invariant=1); self.c.setTitle(title); self.c.setAuthor('Clerk')
        self.font, self.fs, self.lead, self.left, self.top, self.bottom = font, fs, lead, left, top, bottom
        self.y = self.h - top; self.n = 1
        self.foot = self.head = None
    def bold(self):
        return {'Helvetica': 'Helvetica-Bold', 'Times-Roman': 'Times-Bold', 'Courier': 'Courier-Bold',
                'Deja': 'DejaB'}[self.font]
    def text(self, s, x=None, b=False, fs=None, y=None, align='l'):
        c = self.c; c.setFont(self.bold() if b else self.font, fs or self.fs)
        y = self.y if y is None else y; x = self.left if x is None else x
        {'l': c.drawString, 'r': c.drawRightString, 'c': c.drawCentredString}[align](x, y, s)
    def line(self, s, x=None, b=False, fs=None, align='l', gap=0):
        """One line, and down."""
        if self.y < self.bottom: self.newpage()
        if align == 'c': x = self.w / 2
        self.text(s, x, b, fs, align=align); self.y -= (fs or self.fs) * 1.3 + gap
    def lines(self, *ss, x=None, b=False, fs=None, gap=6):
        for s in ss: self.line(s, x, b, fs)
        self.y -= gap
    def para(self, s, x=None, right=None, gap=6, b=False, fs=None):
        from reportlab.lib.utils import simpleSplit
        x = self.left if x is None else x
        width = (right or self.w - self.left) - x
        for l in simpleSplit(s, self.bold() if b else self.font, fs or self.fs, width): self.line(l, x, b, fs)
        self.y -= gap
    def skip(self, n=8): self.y -= n
    def rule(self, x1=None, x2=None):
        self.c.line(x1 or self.left, self.y + 8, x2 or self.w - self.left, self.y + 8)
    def table(self, rows, widths, x=None, style=None, fs=9, gap=10):
        from reportlab.platypus import Table, TableStyle
        t = Table(rows, colWidths=widths)
        t.setStyle(TableStyle([('FONT', (0, 0), (-1, -1), self.font, fs), ('VALIGN', (0, 0), (-1, -1), 'TOP'),
                               ('TOPPADDING', (0, 0), (-1, -1), 2), ('BOTTOMPADDING', (0, 0), (-1, -1), 2)] + (style or [])))
        w, h = t.wrapOn(self.c, self.w, self.h)
        if self.y - h < self.bottom - 10: self.newpage()
        t.drawOn(self.c, self.left if x is None else x, self.y + self.fs - h); self.y -= h + gap
    def newpage(self):
        self.furniture(); self.c.showPage(); self.n += 1; self.y = self.h - self.top
    def furniture(self):
        if self.foot: self.foot(self, self.n)
        if self.head: self.head(self, self.n)
    def save(self):
        self.furniture(); self.c.save()

def deja():
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    d = '/usr/share/fonts/truetype/dejavu/'
    pdfmetrics.registerFont(TTFont('Deja', d + 'DejaVuSans.ttf'))
    pdfmetrics.registerFont(TTFont('DejaB', d + 'DejaVuSans-Bold.ttf'))
