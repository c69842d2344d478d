"""Every verbatim string of each NAME.json must stand in its paper (white space folded)."""
import ast, glob, html.parser, json, os, re, sys
HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = 'agenda minutes report appendix tracker work-programme forward-plan slides legal questions amendment decision-record'.split()
OVER_PAGE = ['The Head of Parking thought that a new|one could be had for £38,000 a year less.',
             'The Chief Finance Officer thought it likely that the NHS share would be known by|28 February 2025.']  # | : the page ends
def fold(s): return re.sub(r'\s+', ' ', s.replace('\u00a0', ' ').replace('\u200b', '')).strip()
class H(html.parser.HTMLParser):
    BLOCK = set('p div td th tr table li h1 h2 h3 h4 h5 br ul ol caption title nav header footer dt dd hr'.split())
    def __init__(s): super().__init__(); s.o = []; s.skip = 0
    def handle_starttag(s, t, a):
        if t in ('script', 'style'): s.skip += 1
        if t in s.BLOCK: s.o.append(' ')
    def handle_endtag(s, t):
        if t in ('script', 'style'): s.skip -= 1
        if t in s.BLOCK: s.o.append(' ')
    def handle_data(s, d):
        if not s.skip: s.o.append(d)
def words(path):
    if path.endswith(('.txt', '.md')):
        t = open(path, encoding='utf-8').read()
        if path.endswith('wal-runtogether.txt'):  # read down each column
            t = '\n'.join(l[:41] for l in t.splitlines()) + '\n' + '\n'.join(l[41:] for l in t.splitlines())
        if path.endswith('.md'): t = re.sub(r'\*\*|__|(?m:^#+ |^> ?)|\\(?=[.#*])', '', t).replace('|', ' ').replace('&nbsp;', ' ')
        return t
    if path.endswith('.html'):
        h = H(); h.feed(open(path, encoding='utf-8').read()); return ''.join(h.o)
    src = open(os.path.splitext(path)[0] + '.make.py', encoding='utf-8').read()
    cs = [(n.lineno, n.col_offset, n.value) for n in ast.walk(ast.parse(src)) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return re.sub(r'</?[bi]>|<br/>|\*\*', ' ', '\n'.join(c[2] for c in sorted(cs)))
def check(path):
    raw = words(path); t = fold(raw); j = json.load(open(os.path.splitext(path)[0] + '.json', encoding='utf-8')); bad = []
    def has(s, what, once=False):
        if s is None: return
        f = fold(s)
        if f not in t: bad.append(f'{what}: {s!r}')
        elif once and t.count(f) > 1: bad.append(f'{what} stands {t.count(f)} times: {s!r}')
    extra = set(j) - set('country kinds parts minutes agenda_items paragraph_refs whole actions forward_plan tables no_names no_numbers notes'.split())
    if extra: bad.append(f'fields {extra}')
    for p in j['parts']:
        if p['kind'] not in KINDS: bad.append('kind ' + p['kind'])
        if p.get('date') and not re.fullmatch(r'\d{4}-\d\d-\d\d', p['date']): bad.append('date ' + str(p))
        has(p.get('starts'), 'starts')
        if set(p) - {'kind', 'council', 'body', 'date', 'starts', 'page', 'also'}: bad.append('part ' + str(p))
        if path.endswith('.pdf') and not p.get('page'): bad.append('no page ' + str(p))
    pos = -1
    for m in j.get('minutes', []):
        has(m['title'], 'minute')
        if m.get('ref') and not path.endswith('.docx'):
            for x in [m['ref']]:
                if fold(x) not in t and not all(y in t for y in re.split(r'[./]', x)): bad.append('ref ' + x)
    for m in j.get('agenda_items', []): has(m['title'], 'agenda item')
    pr = j.get('paragraph_refs', [])
    if not 5 <= len(pr) <= 12: bad.append(f'{len(pr)} paragraph refs')
    for p in pr:
        has(p['words'], 'words', True)
        if not 5 <= len(p['words'].split()) <= 13: bad.append('length ' + p['words'])
    for w in j.get('whole', []):
        for part in next((o.split('|') for o in OVER_PAGE if o.replace('|', ' ') == w), [w]): has(part, 'whole')
    for a in j.get('actions', []): has(a['action'], 'action'); has(a.get('owner'), 'owner')
    for a in j.get('forward_plan', []): has(a['title'], 'fp'); has(a.get('decision_date'), 'fp date')
    for tb in j.get('tables', []):
        has(tb.get('title'), 'table'); 
        if tb.get('unit'): has(tb['unit'], 'unit')
        if not 4 <= len(tb['cells']) <= 8: bad.append(f"{len(tb['cells'])} cells")
        for c in tb['cells']:
            has(c['row'], 'row'); has(c['value'], 'value')
            for w in c['column'].split():
                if w not in t: bad.append('column ' + c['column'] + ': ' + w)
    for n in j.get('no_names', []): has(n, 'no_name')
    refs = {m.get('ref') for m in j.get('minutes', [])} | {m['number'] for m in j.get('agenda_items', [])} | {x for p in pr for x in [p['ref']] + p.get('also', [])}
    for n in j.get('no_numbers', []):
        has(n, 'no_number')
        if n in refs: bad.append('no_number is a ref: ' + n)
    n = len([l for l in raw.splitlines() if l.strip()])
    if path.endswith(('.txt', '.md')):
        n = len(open(path, encoding='utf-8').read().splitlines())
        if not 25 <= n <= 150: bad.append(f'{n} lines')
    return bad, n
if __name__ == '__main__':
    os.chdir(HERE); nb = 0; k = 0
    for f in sorted(glob.glob('*een/*')):
        if not f.endswith(('.txt', '.md', '.html', '.docx', '.pdf')): continue
        if len(sys.argv) > 1 and not any(a in f for a in sys.argv[1:]): continue
        if not os.path.exists(os.path.splitext(f)[0] + '.json'): print(f, 'NO JSON'); nb += 1; continue
        try: bad, n = check(f)
        except Exception as e: bad, n = [repr(e)], 0
        k += 1; print(f, n, 'lines', 'ok' if not bad else ''); nb += len(bad)
        for b in bad: print('    ', b)
    print(k, 'papers', nb, 'faults')
