"""Writes NAME.json beside the paper from the readings in readings_*.py (short notation, spelled out here)."""
import json, os, sys
H=os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
K=dict(m="motion",a="amendment",s="substantive",r="rescission",p="procedural")
O={"c":"carried","l":"lost","w":"withdrawn","n":"not-seconded","d":"deferred","r":"referred","cc":"carried-by-casting-vote","lc":"lost-by-casting-vote","ac":"accepted",None:None}
def sp(x): return [y.strip() for y in x.split(";") if y.strip()]
def M(item,words,mover,seconder,kind,outcome,tally=None,unan=None,f=None,a=None,b=None,amended=False):
    d={"item":item,"words":words,"mover":mover,"seconder":seconder,"kind":K[kind],"outcome":O[outcome],
       "tally":None if tally is None else dict(zip(("for","against","abstain"),tally)),"unanimous":unan}
    if amended: d["amended"]=True
    for k,v in (("for",f),("against",a),("abstain",b)):
        if v is not None: d[k]=sp(v)
    return d
def P(name,country,kinds,meeting,motions=(),decisions=(),offices=(),not_decided=(),**att):
    j={"country":country,"kinds":sp(kinds),"meeting":{k:v for k,v in zip(("kind","council","body","date"),meeting) if v}}
    if motions:
        j["motions"]=list(motions); full=[m["words"] for m in motions]; cut=[" ".join(w.split()[:12]) for w in full]
        for m,c in zip(motions,cut):      # at most 12 words, unless two motions of the paper would then be alike
            if cut.count(c)==1: m["words"]=c
    if decisions: j["decisions"]=[{"item":i,"words":w} for i,w in decisions]
    A={}
    for s,k in (("p","present"),("a","apologies"),("x","absent"),("i","in_attendance"),("l","late"),("e","left")):
        if att.get(s): A[k]=sp(att[s])
    if A: j["attendance"]=A
    if offices: j["offices"]=[{"name":n,"office":o} for n,o in offices]
    if not_decided: j["not_decided"]=list(not_decided)
    for w in("seen","unseen"):
        for e in("txt","md","html"):
            if os.path.exists(f"{H}/{w}/{name}.{e}"):
                json.dump(j,open(f"{H}/{w}/{name}.json","w"),ensure_ascii=False,indent=1); return
    print("no paper for",name)
