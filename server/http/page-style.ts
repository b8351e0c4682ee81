const LIGHT = `color-scheme:light;--ink:#16202e;--soft:#56616f;--paper:#fff;--ground:#f4f6f8;--line:#dde2e9;
--edge:#848f9e;--accent:#0b5394;--on:#fff;--tint:#e4edf7;--bad:#b42318;--bad-tint:#fdeceb;--good:#0b6b49;
--good-tint:#e3f4ec;--near:#7a4a00;--nav:#10263d`;
const DARK = `color-scheme:dark;--ink:#e6ebf1;--soft:#a5b1c0;--paper:#17202b;--ground:#0f161e;--line:#2b3746;
--edge:#728196;--accent:#7ab8f5;--on:#08203a;--tint:#1c344d;--bad:#ff9a90;--bad-tint:#40201f;--good:#5fcb9e;
--good-tint:#143528;--near:#e8b968;--nav:#0b1118`;

/**
 * How pages look that the server writes itself: the colours of web/ui/theme.css, the fonts of the system,
 * so that a page is one answer and nothing has to be fetched after it.
 */
export const PAGE_STYLE = `:root{${LIGHT}}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
:root[data-theme=dark]{${DARK}}
*{box-sizing:border-box}
[hidden]{display:none!important}
body{margin:0;border-top:6px solid var(--nav);color:var(--ink);background:var(--ground);
font:16px/1.45 "Inter","Segoe UI",system-ui,sans-serif;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
.frame{width:min(560px,100%);margin:0 auto;padding:12px 16px 40px}
.bar{display:flex;align-items:center;gap:8px;color:var(--soft);font-size:14px}
.bar strong{color:var(--ink)}
.bar a:last-child{margin-left:auto}
.bar a{display:inline-flex;align-items:center;min-height:44px}
.sheet{padding:16px;background:var(--paper);border:1px solid var(--line);border-radius:10px}
h1,h2,p,ul,dl,dd{margin:0;padding:0}
h1{font-size:18px;line-height:1.4;font-weight:650}
[tabindex]:focus{outline:0}
h2{margin:24px 0 8px;font-size:16px;font-weight:650}
ul{list-style:none}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.soft{color:var(--soft);font-size:14px}
.facts{display:grid;grid-template-columns:auto 1fr;gap:4px 12px;margin:12px 0 0;font-size:15px}
.facts dt{color:var(--soft)}
.late{color:var(--bad);font-weight:550}
.near{color:var(--near);font-weight:550}
.told{margin-bottom:16px;padding:12px;border-left:4px solid var(--good);background:var(--good-tint)}
.told h2{margin:0}
.told p{margin-top:4px}
.problem{border-color:var(--bad);background:var(--bad-tint)}
form{display:grid;gap:10px;margin-top:16px}
form+details,dl+details{margin-top:10px}
li{padding:2px 0 10px;border-top:1px solid var(--line)}
button,summary,input,select,textarea,.button{min-height:48px;font:inherit;color:inherit;border-radius:6px}
button,summary,.button{display:flex;align-items:center;justify-content:center;width:100%;padding:8px;
font-weight:550;text-align:center;text-decoration:none;color:var(--ink);background:var(--paper);
border:1px solid var(--edge);cursor:pointer}
summary{list-style:none}
.quiet>summary,.quiet.button{min-height:44px;color:var(--accent);background:none;border:0;font-weight:400;
text-decoration:underline;text-underline-offset:2px}
summary::-webkit-details-marker{display:none}
details[open]:not(.quiet){padding:12px;border:1px solid var(--line);border-radius:8px}
button.first,details.first>summary{color:var(--on);background:var(--accent);border-color:var(--accent)}
[data-sending] button{opacity:.55}
.group{display:grid;grid-template-columns:repeat(4,1fr);gap:8px;margin:0;padding:12px;
border:1px solid var(--line);border-radius:8px}
.group.first{background:var(--tint);border-color:var(--accent)}
legend{padding:0 4px;font-weight:550}
.group .wide{grid-column:1/-1;display:grid;grid-template-columns:1fr 1fr;gap:8px;align-items:end}
label{font-size:14px}
input,select,textarea{width:100%;margin-top:4px;padding:8px 10px;background:var(--paper);border:1px solid var(--edge)}
input[type=radio]{flex:none;width:22px;min-height:22px;margin:0;accent-color:var(--accent)}
.pick{display:grid;gap:8px;margin:0;padding:0;border:0}
.pick legend{padding:0;font-size:14px;font-weight:400}
.choice{display:grid;grid-template-columns:auto 1fr;align-items:center;column-gap:10px}
.choice>label{display:flex;align-items:center;min-height:44px;font-size:16px}
.more{display:none;grid-column:1/-1;padding-bottom:8px}
.choice>input:checked~.more{display:block}
.next a{display:block;min-height:44px;padding:10px 0 4px}
.foot{display:grid;gap:10px;margin-top:16px}
`;
