/**
 * Comfort only; every page works without it. Sends a form without leaving
 * the page, which spares a slow phone a second navigation, shows the page that is answered, and says so
 * when there is no network. Keeps what was typed over a sign-in, sends nothing twice, and lets a reload ask
 * for the page again instead of sending the form again.
 */
export const PAGE_SCRIPT = `(function(){
var d=document,r=d.documentElement,sending=false;
function store(){return 'quick:'+location.pathname}
function kept(){try{return JSON.parse(sessionStorage.getItem(store()))||{}}catch(e){return {}}}
function arrive(){
var n=d.querySelector('[data-news]'),k=kept();
if(n){history.replaceState(null,'',n.dataset.news);if('saved' in n.dataset){k={};try{sessionStorage.removeItem(store())}catch(e){}}}
d.querySelectorAll('textarea').forEach(function(a){
if(!a.value&&k[a.name]){a.value=k[a.name];a.closest('details').open=true}});
return n}
function busy(is){sending=is;r.toggleAttribute('data-sending',is)}
addEventListener('load',arrive);
d.addEventListener('input',function(e){
if(e.target.tagName!=='TEXTAREA')return;
var k=kept();k[e.target.name]=e.target.value;
try{sessionStorage.setItem(store(),JSON.stringify(k))}catch(e){}});
addEventListener('pageshow',function(){busy(false)});
d.addEventListener('submit',function(e){
var f=e.target,b=e.submitter,q=new URLSearchParams(new FormData(f));
e.preventDefault();
if(sending)return;
busy(true);
if(b&&b.name)q.append(b.name,b.value);
fetch(f.action,{method:'POST',body:q}).then(function(a){
if(a.redirected){location.assign(a.url);return}
return a.text().then(function(text){
var p=new DOMParser().parseFromString(text,'text/html'),n;
d.title=p.title;d.body.replaceWith(p.body);busy(false);scrollTo(0,0);
n=arrive()||d.querySelector('h1');n.tabIndex=-1;n.focus()})
}).catch(function(){busy(false);d.querySelectorAll('[data-offline]').forEach(function(o){
o.hidden=false;o.focus()})})})})()`;
