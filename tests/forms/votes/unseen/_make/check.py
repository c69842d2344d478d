"""Every JSON: loads, values allowed, each words string in the paper (white space folded), names in the paper, votes add up, weekdays right."""
import json,glob,re,html,os,collections,datetime
H=os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KM={"motion","amendment","substantive","rescission","procedural"}
OM={"carried","lost","withdrawn","not-seconded","deferred","referred","carried-by-casting-vote","lost-by-casting-vote","accepted",None}
fold=lambda s:re.sub(r"\s+"," ",s).strip()
def text(f):
    s=open(f,encoding="utf-8").read()
    if f.endswith("html"): s=html.unescape(re.sub(r"<(br|/?p|/?div|/?td|/?tr|/?li|/?h\d|/?dd|/?dt)[^>]*>"," ",s)); s=re.sub(r"<[^>]+>","",s)
    return s
bad=0;n=collections.Counter();oc=collections.Counter();kc=collections.Counter();nm=0
def err(*a):
    global bad; bad+=1; print(*a)
names=set()
for f in sorted(glob.glob(H+"/*seen/*.*")):
    if f.endswith("json"): continue
    b=os.path.basename(f); j=f.rsplit(".",1)[0]+".json"; w=f.split("/")[-2]
    if not os.path.exists(j): err(b,"no json"); continue
    J=json.load(open(j)); raw=open(f).read(); T=text(f); F=fold(re.sub(r"^> ?","",T,flags=re.M)); nl=raw.count("\n")
    n[w,b.rsplit(".",1)[1]]+=1
    if not 25<=nl<=125: print("lines",b,nl)
    def inn(s,what):
        if fold(s) not in F: err(b,what,repr(s))
    for m in J.get("motions",[]):
        nm+=1; oc[m["outcome"]]+=1; kc[m["kind"]]+=1
        inn(m["words"],"words"); 
        if not 3<=len(m["words"].split())<=22 : print("  len",b,m["words"])
        if m["kind"] not in KM or m["outcome"] not in OM: err(b,"enum",m)
        if m["item"]:
            for p in re.split(r"(?<=\d)\.(?=[a-z])|(?<=[A-Z])\.(?=\d)|(?<=[IVX])\.(?=[A-Z])",m["item"]):
                if p not in F and "<ol" not in raw: err(b,"item",m["item"])
        for k in("mover","seconder"):
            if m[k]: inn(m[k],k)
        if m["outcome"]=="not-seconded" and m["seconder"] : print("  seconder?",b,m["words"])
        t=m["tally"]
        for k in("for","against","abstain"):
            for x in m.get(k,[]): inn(x,k)
            if t and k in t and k in m and len(m[k]) and len(m[k])!=t[k] : print("  count",b,k,m["words"][:40],len(m[k]),t[k])
        if t and m["outcome"]=="carried" and t["for"]<=t["against"]: err(b,"tally",m)
        if t and m["outcome"]=="lost" and t["for"]>t["against"]: print("  tally?",b,m["words"])
        if t and m["outcome"] and "casting" in m["outcome"] and t["for"]!=t["against"]: err(b,"cast",m)
    for d in J.get("decisions",[]):
        inn(d["words"],"decision")
    for x in J.get("not_decided",[]): inn(x,"not_decided")
    for k,v in J.get("attendance",{}).items():
        for x in v: inn(x,k)
    for o in J.get("offices",[]): 
        inn(o["name"],"office name"); 
        if fold(o["office"]).lower() not in F.lower(): print("  office not verbatim",b,o)
    d=datetime.date.fromisoformat(J["meeting"]["date"])
    wd=re.search(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",T,re.I)
    if wd and wd.group(0).lower()!=d.strftime("%A").lower(): print("  weekday",b,wd.group(0),d,d.strftime("%A"))
    for k in("council","body"):
        v=J["meeting"].get(k)
        if v and v.lower() not in F.lower(): print("  ",k,"not verbatim",b,v)
print(dict(n),"motions",nm,dict(oc),dict(kc),"errors",bad)
# further: those who move and vote are present; for, against and abstain do not overlap; what is lost is in not_decided
def last(x): return re.split(r"[ ,]",x.replace(",",""))[0 if "," in x else -1].lower()
for f in sorted(glob.glob(H+"/*seen/*.json")):
    J=json.load(open(f)); b=os.path.basename(f); A=J.get("attendance",{}); pr=A.get("present",[])
    S={w.lower().strip(".,") for x in pr for w in re.split(r"[ ,\-]+",x)}|{"".join(w[0] for w in re.split(r"[ \-]",x)).upper() for x in pr}
    for m in J.get("motions",[]):
        who=[m[k] for k in("mover","seconder") if m[k]]
        vs=[m.get(k,[]) for k in("for","against","abstain")]
        for x in who+sum(vs,[]):
            if pr and not(x in S or any(w.lower().strip(".") in S for w in re.split(r"[ \-]",x) if len(w)>2)): print("  not present?",b,x,"|",m["words"][:40])
        if len(set(sum(vs,[])))!=len(sum(vs,[])): print("  overlap",b,m)
        if m["tally"] and pr and sum(m["tally"].values())>len(pr): print("  too many votes",b,m["words"],m["tally"],len(pr))
        if (m["outcome"] in("lost","withdrawn","not-seconded","lost-by-casting-vote") ) and not any(m["words"][:25] in fold(x) or fold(x)[:25] in m["words"] for x in J.get("not_decided",[])): print("  lost, not in not_decided:",b,m["words"])
        if len({*who})==1 and m["seconder"]: print("  mover=seconder",b,m["words"])
