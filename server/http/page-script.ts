/**
 * Comfort only; every page works without it. Dresses the page as chosen in this browser, keeps a form from being sent
 * twice and what was typed from being lost over a sign-in, lets a reload ask for the page again instead of
 * sending the form again, and puts the reader where the news is.
 */
export const PAGE_SCRIPT = `(function(){
var d=document,r=d.documentElement,t;
try{t=localStorage.getItem('parindex.theme')}catch(e){}
if(t==='light'||t==='dark')r.dataset.theme=t;
d.addEventListener('submit',function(e){
if(r.dataset.sending){e.preventDefault();return}
r.dataset.sending='1'});
addEventListener('pageshow',function(){delete r.dataset.sending});
d.addEventListener('DOMContentLoaded',function(){
var n=d.querySelector('[data-news]'),k='quick:'+location.pathname,kept,s;
if(n){n.focus();history.replaceState(null,'',n.dataset.news)}
try{s=sessionStorage;if(n&&'saved' in n.dataset)s.removeItem(k);kept=JSON.parse(s.getItem(k)||'{}')}catch(e){return}
d.querySelectorAll('textarea').forEach(function(a){
if(!a.value&&kept[a.name]){a.value=kept[a.name];var o=a.closest('details');if(o)o.open=true}
a.addEventListener('input',function(){kept[a.name]=a.value;s.setItem(k,JSON.stringify(kept))})})})})()`;
