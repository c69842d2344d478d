import json,glob,os,collections
os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)),"..",".."))
rows=[];tot=collections.Counter()
for f in sorted(glob.glob("*seen/*.json")):
    J=json.load(open(f)); b=f[:-5]; ext=[e for e in("txt","md","html") if os.path.exists(b+"."+e)][0]
    o=collections.Counter(str(m["outcome"]) for m in J.get("motions",[]))
    rows.append((f.split("/")[0],b.split("/")[1],J["country"],ext,J["meeting"]["kind"],len(J.get("motions",[])),", ".join(k.replace("-"," ") for k in J["kinds"]),", ".join(f"{k} {v}" for k,v in o.most_common() if k!="None")))
head=open("unseen/_make/README.head").read()
t="| folder | paper | country | format | kind | motions | outcomes | what it shows |\n|---|---|---|---|---|---|---|---|\n"
for r in rows: t+=f"| {r[0]} | {r[1]} | {r[2]} | {r[3]} | {r[4]} | {r[5]} | {r[7]} | {r[6]} |\n"
open("README.md","w").write(head+"\n"+t)
