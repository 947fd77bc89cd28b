"""The look of the pages and the one script that moves between them; no words of any document."""

SHEET = """<style>
:root{--kd-line:rgba(128,128,128,.32);--kd-soft:rgba(128,128,128,.1)}
.kd-muted,.kd-where{color:light-dark(#595959,#b5b5b5);font-size:.88rem}
.kd-note{border-left:4px solid light-dark(#8a6d00,#d9b640);background:var(--kd-soft);
padding:.5rem .9rem;margin:.5rem 0;border-radius:0 6px 6px 0}
[class^=kd-] a,a[class^=kd-]{color:inherit;text-decoration:underline dotted;
text-underline-offset:3px}
[class^=kd-] a:hover,a[class^=kd-]:hover{color:light-dark(#b3261e,#ff8a80)}
.kd-nav{display:flex;flex-direction:column;gap:.1rem}
.kd-nav div{font-size:.78rem;letter-spacing:.04em;color:light-dark(#595959,#b5b5b5);
margin:.8rem 0 .1rem .8rem}
.kd-nav a{text-decoration:none;padding:.32rem .8rem;border-radius:6px}
.kd-nav a:hover{background:var(--kd-soft)}
.kd-nav a[aria-current]{background:light-dark(#f3dedc,#4a2522);font-weight:600}
.kd-brand{font-weight:700;font-size:1.15rem;margin:0 0 .2rem .8rem}
.kd-brand+.kd-muted{margin:0 0 1rem .8rem}
.kd-where a{white-space:nowrap}
.kd-wide{overflow-x:auto}
.kd-table{border-collapse:collapse;margin:.4rem 0;font-size:.94rem}
.kd-table td,.kd-table th{border:0;border-bottom:1px solid var(--kd-line);padding:.35rem .7rem;
vertical-align:top}
.kd-table thead th{text-align:left;font-weight:600;border-bottom:2px solid var(--kd-line);
vertical-align:bottom;max-width:13rem;min-width:4rem;line-height:1.3}
.kd-table tbody th{text-align:left;font-weight:500;max-width:22rem;min-width:9rem}
.kd-table td.n,.kd-table th.n{text-align:right;font-variant-numeric:tabular-nums}
.kd-table td.gap,.kd-table td.zero{color:light-dark(#6b6b6b,#a0a0a0)}
.kd-table tbody tr:hover{background:var(--kd-soft)}
.kd-table small{display:block;color:light-dark(#595959,#b5b5b5);font-size:.78rem}
.kd-table td.n,.kd-table td.short{white-space:nowrap}
.kd-table td.n small{display:inline-block;min-width:2.4rem;margin-left:.3rem}
.kd-table td.text{text-align:left;max-width:30rem;overflow-wrap:break-word}
.kd-table td.text:not(.short){min-width:8rem}
.kd-table td.path{overflow-wrap:anywhere;min-width:14rem}
.kd-table tbody th{overflow-wrap:anywhere}
.kd-table tbody th:has(a){min-width:min(15rem,40vw)}
.kd-table tbody th.short{min-width:0;white-space:nowrap}
.kd-lead{margin:.2rem 0}
.kd-cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.7rem;
margin:.3rem 0 .8rem}
.kd-card{border:1px solid var(--kd-line);border-radius:8px;padding:.55rem .9rem}
.kd-card b{display:block;font-size:1.6rem;line-height:1.25;font-weight:650}
.kd-card span{font-size:.88rem}
details.kd-more{margin:.3rem 0}.kd-more summary{cursor:pointer}.kd-more ul{margin:.3rem 0}
.kd-group{margin:1.3rem 0 .2rem;padding-bottom:.2rem;border-bottom:1px solid var(--kd-line)}
.kd-group b{font-weight:650}
.kd-quote{border-left:4px solid var(--kd-line);padding:.15rem .9rem;margin:.7rem 0;line-height:1.55;
max-width:64rem}
.kd-quote .kd-muted{font-size:inherit}
.kd-quote.promise{border-color:light-dark(#2f7d4f,#6fbf8b)}
.kd-after{display:flex;flex-wrap:wrap;gap:.1rem 1rem;margin:-.5rem 0 .9rem 1.1rem;font-size:.88rem;
color:light-dark(#595959,#b5b5b5);max-width:64rem}
.kd-head{font-size:1rem;font-weight:650;margin:1.2rem 0 .3rem;padding:0}
.kd-quote.focus{border-color:light-dark(#b3261e,#ff8a80);background:var(--kd-soft)}
.kd-pages,.kd-chips{display:flex;flex-wrap:wrap;gap:.4rem 1rem;align-items:baseline;margin:.4rem 0}
.kd-chips a{display:inline-block;border:1px solid var(--kd-line);border-radius:1rem;
padding:.05rem .7rem;text-decoration:none;font-size:.88rem}
.kd-text{max-width:56rem;margin:.2rem 0 .5rem;line-height:1.6}
.kd-scan{margin:.4rem 0;border:1px solid var(--kd-line)}.kd-scan div{position:relative}
.kd-scan img{display:block;width:100%}
.kd-scan span{position:absolute;background:rgba(255,213,0,.28);outline:2px solid #b3261e;
outline-offset:2px;border-radius:2px}
.kd-scan figcaption{font-size:.84rem;padding:.2rem .5rem;color:light-dark(#595959,#b5b5b5)}
.kd-save{font-size:.88rem;margin:-.4rem 0 .6rem}
.kd-facts{display:grid;grid-template-columns:auto 1fr;gap:.15rem .8rem;font-size:.88rem;
margin:0!important;padding:0!important}
.kd-facts dt,.kd-facts dd{padding:0!important;margin:0!important;font-size:.88rem!important}
.kd-facts dt{color:light-dark(#595959,#b5b5b5)}.kd-facts dd{overflow-wrap:anywhere}
.kd-panel h4{font-size:1rem;margin:.9rem 0 .3rem;padding:0;font-weight:650}
.kd-outline{font-size:.86rem;line-height:1.35}
.kd-outline a{display:block;padding:.16rem 0;text-decoration:none}
.kd-doc{line-height:1.68;max-width:56rem;position:relative;padding-left:2.6rem}
.kd-doc p,.kd-doc h4{margin:.4rem 0;font-size:1rem;padding:0;scroll-margin-top:5rem}
.kd-doc h4{font-weight:650;margin-top:1rem}
.kd-doc .footnote{font-size:.86rem;border-left:3px solid var(--kd-line);padding-left:.7rem;
margin-left:1.2rem;line-height:1.45}
.kd-doc .furniture{opacity:.65;font-size:.85rem}
.kd-doc table{border-collapse:collapse;margin:.6rem 0;font-size:.92rem;display:block;
overflow-x:auto}
.kd-doc td{border:1px solid var(--kd-line);padding:.25rem .5rem;vertical-align:top}
.kd-page{position:absolute;left:0;font-size:.72rem;color:light-dark(#595959,#b5b5b5);
border-top:1px solid var(--kd-line);padding-right:.3rem;user-select:none}
.kd-doc a.kd-mark{text-decoration:none;color:inherit}
mark{border-radius:3px;padding:.05rem 0;color:inherit;
background:light-dark(#e4e4e4,#4a4a4a);box-decoration-break:clone}
mark.shortcoming{background:light-dark(#ffd9d2,#6e2b22)}
mark.cause{background:light-dark(#ffe6b8,#66480f)}
mark.remedy{background:light-dark(#d2efd4,#1f5227)}
mark.citation{background:light-dark(#d9e6fb,#24426f)}
mark.count{background:light-dark(#e9dcf7,#4c3468)}
mark.oversight{background:light-dark(#f6d5ea,#642c50)}
mark.rating{background:light-dark(#f1efb4,#56531a)}
mark.indicator{background:light-dark(#cdeeee,#16504f)}
mark.indicator_summary{background:light-dark(#b9dede,#0e4341)}
mark.hit{background:light-dark(#ffec8b,#6b5a00);font-weight:600}
mark.found{background:var(--kd-soft)}
mark.focus{outline:3px solid light-dark(#b3261e,#ff8a80);outline-offset:1px;scroll-margin:40vh}
.kd-legend{display:flex;flex-wrap:wrap;gap:.35rem;margin:.2rem 0}
.kd-legend a{text-decoration:none}.kd-legend mark{padding:.1rem .5rem;font-size:.84rem}
.kd-legend .off mark{background:none;text-decoration:line-through;
box-shadow:inset 0 0 0 1px var(--kd-line)}
[data-testid=stColumn]:has(.kd-panel){position:sticky;top:3.5rem;align-self:flex-start;
max-height:calc(100vh - 4rem);overflow-y:auto}
[data-testid=stMainBlockContainer]{padding-top:2.6rem;padding-bottom:4rem}
[data-testid=stMain] h1{font-size:1.9rem;padding-top:.4rem}
[data-testid=stVegaLiteChart] svg text{fill:light-dark(#31333f,#e6e6e6)}
[data-testid=stElementToolbar],[data-testid=stStatusWidget],.vega-embed details{display:none}
[role=option][style*=contents]>span{font-size:0}
[role=option][style*=contents]>span::after{content:"Không có kết quả";font-size:.9rem}
@media (max-width:900px){.kd-doc{padding-left:0}.kd-page{position:static;border:0}
[data-testid=stColumn]:has(.kd-panel){position:static;max-height:none}
.kd-table td,.kd-table th{padding:.3rem .4rem}
.kd-table tbody th,.kd-table thead th:first-child{position:sticky;left:0;
background:light-dark(#fff,#0e1117)}
[data-testid=stElementContainer]:has([data-testid=stVegaLiteChart]){max-width:100%;
overflow-x:auto}}
@media print{[data-testid=stSidebar],header,[data-testid=stHeader],.kd-pages,.kd-legend,.kd-save,
[data-testid=stDownloadButton]{display:none!important}
.kd-panel{max-height:none}mark{print-color-adjust:exact}
[data-testid=stAppViewContainer],[data-testid=stMain],.stApp{position:static!important;
overflow:visible!important;height:auto!important}}
</style>"""

MOVES = """<script>
if (!window.kdMoves) {
  window.kdMoves = true;
  document.documentElement.lang = "vi";
  const save = (link) => {
    const before = (e) => e.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_FOLLOWING;
    const drawn = [...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg')];
    const chart = drawn.filter(before).pop();
    if (!chart) return;
    // A picture cannot use the fonts of the page: room for letters that are wider.
    const [width, height] = [+chart.getAttribute("width") + 80, +chart.getAttribute("height") + 30];
    const copy = chart.cloneNode(true);
    copy.setAttribute("viewBox", `-60 -15 ${width} ${height}`);
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    copy.querySelectorAll("text").forEach((words) => words.setAttribute("fill", "#222"));
    const source = new XMLSerializer().serializeToString(copy);
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [2 * width, 2 * height];
      const pen = canvas.getContext("2d");
      pen.fillStyle = "#fff";
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.drawImage(image, 0, 0, canvas.width, canvas.height);
      const file = document.createElement("a");
      file.download = link.getAttribute("href").slice(1) + ".png";
      file.href = canvas.toDataURL("image/png");
      file.click();
    };
    image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(source);
  };
  document.addEventListener("click", (event) => {
    const picture = event.target.closest?.(".kd-save a");
    if (picture) {
      event.preventDefault();
      save(picture);
      return;
    }
    const link = event.target.closest?.('a[href^="?"]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const before = new URLSearchParams(location.search);
    const after = new URLSearchParams(link.getAttribute("href"));
    history.pushState({}, "", link.getAttribute("href"));
    window.dispatchEvent(new PopStateEvent("popstate"));
    const same = ["trang", "van_ban", "phan"].every((k) => before.get(k) === after.get(k));
    if (!same) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
  });
}
</script>"""
"""Follows a link of ours without loading the page anew; saves the chart above as a picture."""


def scroll_to(element: str) -> str:
    """A script that brings an element (an id of ours) into view once it is drawn."""
    return f"""<script>
(() => {{
  let left = 40;
  const look = setInterval(() => {{
    const found = document.getElementById("{element}");
    if (found) found.scrollIntoView({{block: "center"}});
    if (found || !left--) clearInterval(look);
  }}, 100);
}})();
</script>"""
