"""Which papers are seen and unseen: the list is shuffled with a fixed seed, the first of each kind is unseen
(US city and county count as one kind). The seed is the first from 20261130 on that gives 8 or 9 txt, 4 md, 2 or 3 html."""
import random, collections
L="""en1 english txt|en2 english html|en3 english txt|en4 english md|en5 english txt|sc1 scottish txt|sc2 scottish txt|sc3 scottish html|sc4 scottish md
wa1 welsh txt|wa2 welsh txt|wa3 welsh html|ni1 ni txt|ni2 ni txt|ni3 ni md|ie1 irish txt|ie2 irish md|ie3 irish html|uc1 uscc txt|uc2 uscc md|uc3 uscc html|co1 uscc txt|co2 uscc txt
sb1 school txt|sb2 school md|tw1 district txt|tw2 district md|tw3 district txt|se1 selectboard txt|se2 selectboard md|ca1 canada txt|ca2 canada html|ca3 canada md|ca4 canada txt
au1 australia txt|au2 australia html|au3 australia txt|nz1 nz txt|nz2 nz html|za1 sa txt|za2 sa md|hk1 hk txt|hk2 hk md|li1 library txt|li2 library md"""
L=[x.split() for x in L.replace("\n","|").split("|")]
assert len(L)==45
seed=20261130
while True:
    l=L[:]; random.Random(seed).shuffle(l); un={}
    for n,k,f in l: un.setdefault(k,(n,f))
    c=collections.Counter(f for n,f in un.values())
    if len(un)==15 and c["md"]==4 and c["html"] in(2,3): break
    seed+=1
if __name__=="__main__":
    print(seed,c); print(sorted(n for n,f in un.values()))
